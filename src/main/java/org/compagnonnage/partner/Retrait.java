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
	 */
	void retirer(String reference, String motif);

}
