package org.compagnonnage.abonnement;

import java.time.Instant;

/**
 * What follows a delivery.
 *
 * @param code in the words of the model
 * @param tentative when the event is tried next, for what follows later only
 */
record Suite(String code, Instant tentative) {

	/** Another event of the same thread waits. */
	static final Suite ENCORE = new Suite("encore", null);

	/** Nothing to deliver now. */
	static final Suite RIEN = new Suite("rien", null);

	/** The same event, at a moment that is known. */
	static Suite plusTard(Instant tentative) {
		return new Suite("plus-tard", tentative);
	}

}
