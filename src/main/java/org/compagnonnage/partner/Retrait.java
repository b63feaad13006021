package org.compagnonnage.partner;

/**
 * Withdraws the cases of a programme; each feature whose cases may be withdrawn has one.
 */
public interface Retrait {

	/** Whether the cases of this programme are withdrawn here. */
	boolean concerne(String programme);

	/**
	 * Withdraws a case.
	 * @param motif why, in the partner's words
	 * @throws ProblemeException when the case can no longer be withdrawn
	 * @throws org.compagnonnage.dossier.DossierModifie when somebody else changes it at
	 * this moment: it is tried again
	 */
	void retirer(String reference, String motif);

}
