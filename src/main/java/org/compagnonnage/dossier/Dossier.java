package org.compagnonnage.dossier;

import java.time.Instant;

/**
 * A case as the register knows it, the same for every programme.
 *
 * @param reference unique and human-readable, as in {@code ADM-2026-000123}
 * @param programme key of the programme's process
 * @param perimetre territory or organisation to which the case belongs for ever
 * @param etat state in the partner's words, {@link #CLOSE} at the end
 * @param issue outcome in kebab-case, null while the case is open
 * @param partenaire account of the partner that opened the case, or null
 * @param dossierOrigine reference of the case that this one follows, or null
 * @param ouvertLe instant of opening
 * @param closLe instant of closing, null while the case is open
 */
public record Dossier(String reference, String programme, String perimetre, String etat, String issue,
		String partenaire, String dossierOrigine, Instant ouvertLe, Instant closLe) {

	/** The last state of every programme. */
	public static final String CLOSE = "close";

	public boolean estClos() {
		return CLOSE.equals(this.etat);
	}

}
