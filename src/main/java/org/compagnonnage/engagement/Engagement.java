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
}
