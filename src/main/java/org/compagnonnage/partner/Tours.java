package org.compagnonnage.partner;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets those who come under one key pass one after the other on this node.
 *
 * @param <K> the key, comparable by its value
 */
public class Tours<K> {

	private final Map<K, Tour> tours = new ConcurrentHashMap<>();

	/**
	 * Waits for a turn, to be given back.
	 * @param patience how long at most; none when zero
	 * @return false when it does not come in time; then there is nothing to give back
	 */
	public boolean prendre(K cle, Duration patience) {
		Tour tour = this.tours.compute(cle, (attendue, ouvert) -> {
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
			quitter(cle);
		}
		return pris;
	}

	public void rendre(K cle) {
		this.tours.get(cle).place.release();
		quitter(cle);
	}

	private void quitter(K cle) {
		this.tours.computeIfPresent(cle, (quittee, tour) -> (--tour.presents > 0) ? tour : null);
	}

	/** One key while somebody is here under it; counted under the map's lock. */
	private static final class Tour {

		private final Semaphore place = new Semaphore(1, true);

		private int presents;

	}

}
