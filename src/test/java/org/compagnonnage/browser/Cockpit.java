package org.compagnonnage.browser;

import java.util.List;

import org.openqa.selenium.By;

/** Cockpit as a responsable uses it. */
class Cockpit {

	private static final By INCIDENTS = By.cssSelector(".incidents-tab tbody tr");

	private final Page page;

	Cockpit(Page page) {
		this.page = page;
	}

	/** Signs in; the figures of the moment are shown. */
	void ouvrir(String personne) {
		this.page.connecter("cockpit", personne);
		this.page.voir(By.cssSelector(".ctn-main, [ng-view]"), "Instances de processus en cours");
	}

	void ouvrirListeDesProcessus() {
		this.page.cliquer(By.cssSelector("[cam-widget-header] li a"), "Processus");
		this.page.voir(By.cssSelector("table tbody tr"), "admission-cae");
	}

	/** Opens the diagram and the running cases of a process. */
	void ouvrirProcessus(String nom) {
		ouvrirListeDesProcessus();
		this.page.cliquer(By.cssSelector("table tbody tr a"), nom);
		attendreDiagramme();
	}

	/** Opens a case from the list below the diagram. */
	void ouvrirDossier(String reference) {
		this.page.attendre("the case " + reference, () -> {
			this.page.toucher(this.page.voir(By.cssSelector(".ctn-content-bottom table tbody tr"), reference)
				.findElement(By.cssSelector("a")));
			return true;
		});
		this.page.voir(By.cssSelector("dd.business-key"), reference);
		attendreDiagramme();
	}

	/** The first incident, once the page has put it into French. */
	String ouvrirIncidents() {
		this.page.cliquer(By.cssSelector(".nav-tabs a"), "Incidents");
		this.page.voir(INCIDENTS, "Échec");
		return this.page.lire(INCIDENTS);
	}

	/** Tries the failed step again, as the button beside the incident does. */
	void relancer() {
		this.page.cliquer(By.cssSelector(".incidents-tab td.action .action-button"));
		this.page.voir(By.cssSelector(".modal-content"));
	}

	void confirmerLaRelance() {
		this.page.cliquer(By.cssSelector(".modal-footer .btn-primary"));
	}

	/** Calls of the page that the application refused. */
	List<String> appelsRefuses() {
		return this.page.refus().stream().filter((adresse) -> adresse.contains("/camunda/api/engine/")).toList();
	}

	private void attendreDiagramme() {
		this.page.voir(By.cssSelector(".djs-container svg .djs-element"), "Accueillir");
	}

}
