package org.compagnonnage.browser;

import org.openqa.selenium.By;

/** Cockpit as a responsable uses it. */
class Cockpit {

	private final Page page;

	Cockpit(Page page) {
		this.page = page;
	}

	void ouvrir(String personne) {
		this.page.connecter("cockpit", personne);
		this.page.voir(By.cssSelector(".ctn-main, [ng-view]"), "Instances de processus en cours");
	}

	/** Opens the diagram and the running cases of a process. */
	void ouvrirProcessus(String nom) {
		this.page.cliquer(By.cssSelector("[cam-widget-header] li a"), "Processus");
		this.page.cliquer(By.cssSelector("table a"), nom);
		this.page.voir(By.cssSelector(".djs-container svg .djs-element"));
	}

}
