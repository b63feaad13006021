package org.compagnonnage.abonnement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.compagnonnage.partner.Tours;

import org.springframework.stereotype.Component;

/**
 * Spares the threads that execute jobs, of which there are few for everything. On a node
 * a partner is called once at a time, all partners together as often as the settings say,
 * and an endpoint that was slow is left alone for some time, whatever the number of cases
 * and whatever it answered.
 */
@Component
class Repit {

	/** What took longer than this is slow. */
	private static final Duration LENT = Duration.ofSeconds(1);

	/** A slow endpoint takes a fifth of one thread. */
	private static final int FOIS_LA_DUREE = 4;

	/** How long one thread may wait for a call that ends soon. */
	private static final Duration PATIENCE = Duration.ofMillis(250);

	/** When to ask again if another call is in the way. */
	private static final Duration DETOUR = Duration.ofSeconds(5);

	private final Map<String, Instant> jusqua = new ConcurrentHashMap<>();

	private final Tours<String> partenaires = new Tours<>();

	private final Semaphore appels;

	/** One thread of all waits: the others have better to do. */
	private final Semaphore attente = new Semaphore(1);

	private final Clock clock;

	Repit(AbonnementSettings settings, Clock clock) {
		this.appels = new Semaphore(settings.appelsSimultanes());
		this.clock = clock;
	}

	/**
	 * Calls the endpoint of a subscription, if it may be called now.
	 * @return what came of it, or when to ask again
	 */
	Reponse appeler(Abonnement abonnement, Supplier<Resultat> appel) {
		Instant fin = fin(abonnement);
		if (fin != null) {
			return new Reponse(null, fin);
		}
		if (!entrer(abonnement.partenaire())) {
			return new Reponse(null, this.clock.instant().plus(DETOUR));
		}
		try {
			// Who waited learns what the call before was like.
			fin = fin(abonnement);
			if (fin != null) {
				return new Reponse(null, fin);
			}
			Resultat resultat = appel.get();
			noter(abonnement, resultat.duree());
			return new Reponse(resultat, null);
		}
		finally {
			this.appels.release();
			this.partenaires.rendre(abonnement.partenaire());
		}
	}

	/** The end of the time for which the endpoint is left alone, null when it is not. */
	private Instant fin(Abonnement abonnement) {
		Instant fin = this.jusqua.get(abonnement.id());
		return (fin != null && fin.isAfter(this.clock.instant())) ? fin : null;
	}

	private void noter(Abonnement abonnement, Duration duree) {
		if (duree.compareTo(LENT) > 0) {
			this.jusqua.put(abonnement.id(), this.clock.instant().plusMillis(duree.toMillis() * FOIS_LA_DUREE));
		}
		else {
			this.jusqua.remove(abonnement.id());
		}
	}

	private boolean entrer(String partenaire) {
		if (entrer(partenaire, Duration.ZERO)) {
			return true;
		}
		if (!this.attente.tryAcquire()) {
			return false;
		}
		try {
			return entrer(partenaire, PATIENCE);
		}
		finally {
			this.attente.release();
		}
	}

	private boolean entrer(String partenaire, Duration patience) {
		if (!this.partenaires.prendre(partenaire, patience)) {
			return false;
		}
		boolean entre = false;
		try {
			entre = this.appels.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			if (!entre) {
				this.partenaires.rendre(partenaire);
			}
		}
		return entre;
	}

	/**
	 * What came of asking.
	 *
	 * @param resultat of the call, null when there was none
	 * @param revenir when to ask again, null when there was a call
	 */
	record Reponse(Resultat resultat, Instant revenir) {
	}

}
