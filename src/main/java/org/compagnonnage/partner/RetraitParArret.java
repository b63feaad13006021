package org.compagnonnage.partner;

import org.compagnonnage.arret.ArretProcess;

import org.springframework.stereotype.Component;

/** Withdraws the cases of every programme that can be stopped. */
@Component
class RetraitParArret implements Retrait {

	private final ArretProcess arrets;

	RetraitParArret(ArretProcess arrets) {
		this.arrets = arrets;
	}

	@Override
	public boolean concerne(String programme) {
		return this.arrets.concerne(programme);
	}

	@Override
	public void retirer(String reference, String motif) {
		if (!this.arrets.arreter(reference, motif)) {
			throw new ProblemeException(TypeProbleme.DOSSIER_CLOS,
					"Ce dossier est déjà clos, ou son arrêt est en cours.");
		}
	}

}
