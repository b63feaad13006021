package org.compagnonnage.abonnement;

import java.time.Duration;

/**
 * What became of one sending.
 *
 * @param statut HTTP status of the answer, null when there was none
 * @param duree from its beginning to its end
 * @param erreur what went wrong beside the status, short and in French, or null
 */
record Resultat(Integer statut, Duration duree, String erreur) {

	private static final int DISPARU = 410;

	/** Whether the receiver took it. */
	boolean reussi() {
		return this.statut != null && this.statut / 100 == 2;
	}

	/** Whether the receiver wants nothing any more (Standard Webhooks: 410 Gone). */
	boolean definitif() {
		return this.statut != null && this.statut == DISPARU;
	}

}
