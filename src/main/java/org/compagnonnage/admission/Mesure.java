package org.compagnonnage.admission;

import org.compagnonnage.document.Ecriture;

/** A quantity of the diagnostic as people write it: 7,5 h, 160 €, 120,50 €. */
enum Mesure {

	HEURES, EUROS;

	/** What the variable of the diagnostic, or the threshold, counts. */
	static Mesure de(String variable) {
		return (variable.equals(AdmissionModel.CA_MENSUEL_HT) || variable.endsWith("CaHT")) ? EUROS : HEURES;
	}

	/**
	 * The number with its unit, after a plain space: what is missing is a sentence that
	 * other software may look for.
	 */
	String ecrire(Object nombre) {
		return ((this == EUROS) ? Ecriture.euros(nombre) : Ecriture.heures(nombre)).replace('\u00a0', ' ');
	}

}
