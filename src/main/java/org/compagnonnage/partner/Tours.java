package org.compagnonnage.partner;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets the requests under one idempotency key pass one after the other on this node. Who
 * waits here holds no connection to the database: however many identical requests arrive,
 * one of them at most waits there for the other nodes, and the pool is left to others.
 */
class Tours {

	private final Map<Idempotence.Identite, Tour> tours = new ConcurrentHashMap<>();

	/**
	 * Waits for a turn, to be given back.
	 * @return false when it does not come in time; then there is nothing to give back
	 */
	boolean prendre(Idempotence.Identite identite, Duration patience) {
		Tour tour = this.tours.compute(identite, (cle, ouvert) -> {
			Tour commun = (ouvert != null) ? ouvert : new Tour();
			commun.presents++;
			return commun;
		});
		boolean pris = false;
		try {
			pris = tour.place.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		if (!pris) {
			quitter(identite);
		}
		return pris;
	}

	void rendre(Idempotence.Identite identite) {
		this.tours.get(identite).place.release();
		quitter(identite);
	}

	private void quitter(Idempotence.Identite identite) {
		this.tours.computeIfPresent(identite, (cle, tour) -> (--tour.presents > 0) ? tour : null);
	}

	/** One key while requests with it are here; counted under the map's lock. */
	private static final class Tour {

		private final Semaphore place = new Semaphore(1, true);

		private int presents;

	}

}
