package org.compagnonnage.engagement;

/**
 * Somebody who is engaged in a case.
 *
 * @param qualite as what, in words for a letter: « coordinateur »
 * @param portee for what part of the case, such as a trade; empty for the whole of it
 * @param login the account of a member of the staff, null for anybody else
 * @param courriel where they are told; null when unknown
 */
public record Engagement(String id, String reference, String qualite, String portee, String login, String nom,
		String courriel) {

	public boolean aUneAdresse() {
		return this.courriel != null && !this.courriel.isBlank();
	}

	/** Whether this is a member of the staff who answers for the whole case. */
	public boolean repondDuDossier() {
		return this.login != null && this.portee.isEmpty();
	}

}
