package org.compagnonnage.browser;

import java.util.List;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Tasklist as the staff use it. */
class Tasklist {

	private static final By FILTRES = By.cssSelector(".task-filters .task-filter h4");

	private static final String TACHES = ".tasks-list li.task";

	private static final By FORMULAIRE = By.cssSelector(".tabbed-content .fjs-container");

	private static final By TERMINER = By.cssSelector(".task-card .form-actions .btn-primary");

	private static final By REFUS = By.cssSelector("[notifications-panel] .alert-danger");

	private static final By PROCESSUS = By.cssSelector(".modal-content .processes a");

	private final Page page;

	Tasklist(Page page) {
		this.page = page;
	}

	/** Signs in; the first filter is shown. */
	void ouvrir(String personne) {
		if (!this.page.revenir("tasklist", personne, FILTRES)) {
			this.page.connecter("tasklist", personne);
		}
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
		return formulaire(reference, tache);
	}

	/** Opens a task by its address, as from a mail or a bookmark. */
	Formulaire ouvrirTache(String id, String reference, String tache) {
		this.page.chrome()
			.executeScript("document.querySelectorAll('.fjs-container').forEach(cadre => cadre.dataset.quitte = true)");
		this.page.aller("/camunda/app/tasklist/default/#/?task=" + id);
		this.page.disparu(By.cssSelector(".fjs-container[data-quitte]"));
		return formulaire(reference, tache);
	}

	private Formulaire formulaire(String reference, String tache) {
		this.page.voir(By.cssSelector(".task-card h2.task"), tache);
		this.page.voir(FORMULAIRE, reference);
		return new Formulaire(this.page, FORMULAIRE);
	}

	private WebElement trouverCarte(String reference, String tache) {
		return this.page.attendre("the card " + tache + " of " + reference,
				() -> (WebElement) this.page.chrome()
					.executeScript("""
							const [lieu, ...mots] = arguments;
							const plat = texte => texte.replace(/[\\s\\u00a0\\u202f]+/g, ' ');
							return [...document.querySelectorAll(lieu)].find(
									carte => mots.every(mot => plat(carte.innerText).includes(mot)));""", TACHES,
							reference, tache));
	}

	/** Whether the list shows a task, without waiting for it. */
	boolean liste(String reference, String tache) {
		return this.page.textes(By.cssSelector(TACHES))
			.stream()
			.anyMatch((carte) -> carte.contains(reference) && carte.contains(tache));
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
		return carte(nom, tache).replaceFirst(".*([A-Z]{3}-\\d{4}-\\d{6}).*", "$1");
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

	/** Leaves the dialog without starting anything. */
	void renoncer() {
		this.page.cliquer(By.cssSelector(".modal-footer .btn-link"), "Fermer");
		this.page.disparu(By.cssSelector(".modal-content"));
	}

	/** Presses the button although the start form is not filled: the dialog stays. */
	void refuserDemarrage() {
		this.page.cliquer(By.cssSelector(".modal-footer .btn-primary"));
		this.page.voir(By.cssSelector(".fjs-form-field-error"));
	}

	/** Sends the start form and waits until the dialog has closed. */
	void confirmerDemarrage() {
		this.page.cliquer(By.cssSelector(".modal-footer .btn-primary"));
		this.page.disparu(By.cssSelector(".modal-content"));
	}

}
