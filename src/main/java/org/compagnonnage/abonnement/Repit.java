package org.compagnonnage.abonnement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * Spares the threads that execute jobs, of which there are few for everything: whoever
 * let one wait without an answer is left alone for some time, whatever the number of
 * cases. Each node learns that for itself.
 */
@Component
class Repit {

	/** An endpoint that never answers takes a fifth of one thread. */
	private static final int FOIS_L_ATTENTE = 4;

	private final Map<String, Instant> jusqua = new ConcurrentHashMap<>();

	private final Clock clock;

	Repit(Clock clock) {
		this.clock = clock;
	}

	/** Whether the subscription is not to be called now. */
	boolean dure(String abonnement) {
		Instant fin = this.jusqua.get(abonnement);
		return fin != null && fin.isAfter(this.clock.instant());
	}

	/** Learns from a try. */
	void noter(String abonnement, Resultat resultat) {
		if (resultat.statut() != null) {
			this.jusqua.remove(abonnement);
			return;
		}
		Duration repit = resultat.duree().multipliedBy(FOIS_L_ATTENTE);
		this.jusqua.put(abonnement, this.clock.instant().plus(repit));
	}

}
