package org.compagnonnage.admission;

/** The case cannot be withdrawn any more; the message says why, in French. */
public class RetraitImpossible extends RuntimeException {

	/** What could be withdrawn has become a contract. */
	static final String CONTRAT_SIGNE = "Le contrat de cette personne est signé : sa demande ne se retire plus.";

	/** The case is closed, or closing. */
	static final String CLOS = "Ce dossier est déjà clos, ou son retrait est en cours.";

	RetraitImpossible(String raison) {
		super(raison);
	}

}
