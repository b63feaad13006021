package org.compagnonnage.browser;

import java.util.List;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Tasklist as the staff use it. */
class Tasklist {

	private static final By FILTRES = By.cssSelector(".task-filters .task-filter h4");

	private static final By TACHES = By.cssSelector(".tasks-list li.task");

	private static final By TERMINER = By.cssSelector(".task-card .form-actions .btn-primary");

	private static final By REFUS = By.cssSelector("[notifications-panel] .alert-danger");

	private static final By PROCESSUS = By.cssSelector(".modal-content .processes a");

	private final Page page;

	Tasklist(Page page) {
		this.page = page;
	}

	/** Signs in; the first filter is shown. */
	void ouvrir(String personne) {
		this.page.connecter("tasklist", personne);
		this.page.voir(FILTRES);
	}

	List<String> filtres() {
		return this.page.textes(FILTRES);
	}

	void choisirFiltre(String nom) {
		this.page.cliquer(FILTRES, nom);
		this.page.voir(By.cssSelector(".task-filters .task-filter.active h4"), nom);
	}

	/** The card of a task in the list, as text. */
	String carte(String reference, String tache) {
		return this.page.attendre("the text of the card " + tache + " of " + reference,
				() -> Page.plat(trouverCarte(reference, tache).getText()));
	}

	/** Opens a task of the list. */
	Formulaire ouvrirTache(String reference, String tache) {
		this.page.attendre("the task " + tache + " of " + reference, () -> {
			trouverCarte(reference, tache).findElement(By.cssSelector("h4.task a")).click();
			return true;
		});
		this.page.voir(By.cssSelector(".task-card h2.task"), tache);
		this.page.voir(By.cssSelector(".tabbed-content .fjs-container"), reference);
		return new Formulaire(this.page, By.cssSelector(".tabbed-content .fjs-container"));
	}

	private WebElement trouverCarte(String reference, String tache) {
		return this.page.attendre("the card " + tache + " of " + reference,
				() -> this.page.chrome()
					.findElements(TACHES)
					.stream()
					.filter((carte) -> carte.getText().contains(reference) && carte.getText().contains(tache))
					.findFirst()
					.orElse(null));
	}

	void prendre() {
		this.page.cliquer(By.cssSelector(".task-card .claim"));
		this.page.voir(By.cssSelector(".etat-tache"), "Vous avez pris cette tâche");
		this.page.disparu(By.cssSelector(".disabled-form"));
	}

	/** What Tasklist says about who has the task. */
	String etat() {
		return this.page.lire(By.cssSelector(".etat-tache"));
	}

	boolean peutPrendre() {
		return !this.page.textes(By.cssSelector(".task-card .claim")).isEmpty();
	}

	/** Completes the open task and waits until it is gone. */
	void terminer() {
		this.page.cliquer(TERMINER);
		this.page.disparu(By.cssSelector(".task-card"));
	}

	boolean peutTerminer() {
		return this.page.chrome().findElements(TERMINER).stream().anyMatch(WebElement::isEnabled);
	}

	/** Presses the button although the form is not filled: the task stays. */
	void refuser() {
		this.page.cliquer(TERMINER);
		this.page.voir(REFUS, "Le formulaire n’a pas été envoyé");
		this.page.voir(By.cssSelector(".fjs-form-field-error"));
	}

	/** The refusal is no longer said once the person goes on. */
	void refusOublie() {
		this.page.disparu(REFUS);
	}

	/** The reference of the case whose card shows this name. */
	String reference(String nom, String tache) {
		return carte(nom, tache).replaceFirst(".*(ADM-\\d{4}-\\d{6}).*", "$1");
	}

	/** Opens the dialog in which a case is started. */
	void demarrer() {
		this.page.cliquer(By.cssSelector(".start-process-action a"));
		this.page.voir(PROCESSUS);
	}

	List<String> processusADemarrer() {
		return this.page.textes(PROCESSUS);
	}

	Formulaire choisirProcessus(String nom) {
		this.page.cliquer(PROCESSUS, nom);
		this.page.voir(By.cssSelector(".modal-content .fjs-container"));
		return new Formulaire(this.page, By.cssSelector(".modal-content .fjs-container"));
	}

	/** Sends the start form and waits until the dialog has closed. */
	void confirmerDemarrage() {
		this.page.cliquer(By.cssSelector(".modal-footer .btn-primary"));
		this.page.disparu(By.cssSelector(".modal-content"));
	}

}
