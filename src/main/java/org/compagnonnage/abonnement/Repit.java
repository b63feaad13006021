package org.compagnonnage.abonnement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.compagnonnage.partner.Tours;

import org.springframework.stereotype.Component;

/**
 * Spares the threads that execute jobs, of which there are few for everything. On a node
 * a partner is called once at a time, and all together as often as the settings say.
 * Endpoints that were slow, whatever they answered, share one more call, and each is left
 * alone for some time after it: whatever their number and that of their cases, the others
 * pass.
 */
@Component
class Repit {

	/** What took longer than this is slow. */
	private static final Duration LENT = Duration.ofSeconds(1);

	/** A slow endpoint takes a fifth of one thread. */
	private static final int FOIS_LA_DUREE = 4;

	/** How long one thread may wait for a call that ends soon. */
	private static final Duration PATIENCE = Duration.ofMillis(250);

	/** When to ask again if a call that ends soon is in the way. */
	private static final Duration DETOUR = Duration.ofSeconds(5);

	/** Until when the endpoints that were slow are left alone. */
	private final Map<String, Instant> lents = new ConcurrentHashMap<>();

	private final Tours<String> partenaires = new Tours<>();

	private final Semaphore voie;

	private final Semaphore voieLente = new Semaphore(1);

	/** One thread of all waits: the others have better to do. */
	private final Semaphore attente = new Semaphore(1);

	private final Duration delaiTotal;

	private final Clock clock;

	Repit(AbonnementSettings settings, Clock clock) {
		this.voie = new Semaphore(settings.appelsSimultanes());
		this.delaiTotal = settings.delaiTotal();
		this.clock = clock;
	}

	/**
	 * Calls the endpoint of a subscription, if it may be called now.
	 * @return what came of it, or when to ask again
	 */
	Reponse appeler(Abonnement abonnement, Supplier<Resultat> appel) {
		Instant fin = this.lents.get(abonnement.id());
		if (fin == null) {
			return appeler(abonnement, this.voie, () -> entrerBientot(abonnement.partenaire()), DETOUR, appel);
		}
		if (fin.isAfter(this.clock.instant())) {
			return new Reponse(null, fin);
		}
		return appeler(abonnement, this.voieLente, () -> entrer(abonnement.partenaire(), this.voieLente, Duration.ZERO),
				this.delaiTotal, appel);
	}

	private Reponse appeler(Abonnement abonnement, Semaphore voie, BooleanSupplier entree, Duration detour,
			Supplier<Resultat> appel) {
		if (!entree.getAsBoolean()) {
			return new Reponse(null, this.clock.instant().plus(detour));
		}
		try {
			Instant fin = this.lents.get(abonnement.id());
			// Who waited learns what the call before was like.
			if (fin != null && fin.isAfter(this.clock.instant())) {
				return new Reponse(null, fin);
			}
			if (fin != null) {
				// It will be slow again, most likely: its other cases need not ask
				// meanwhile.
				laisser(abonnement, this.delaiTotal.multipliedBy(1 + FOIS_LA_DUREE));
			}
			Resultat resultat = appel.get();
			noter(abonnement, resultat.duree());
			return new Reponse(resultat, null);
		}
		finally {
			voie.release();
			this.partenaires.rendre(abonnement.partenaire());
		}
	}

	private void noter(Abonnement abonnement, Duration duree) {
		if (duree.compareTo(LENT) > 0) {
			laisser(abonnement, duree.multipliedBy(FOIS_LA_DUREE));
		}
		else {
			this.lents.remove(abonnement.id());
		}
	}

	private void laisser(Abonnement abonnement, Duration duree) {
		this.lents.put(abonnement.id(), this.clock.instant().plusMillis(duree.toMillis()));
	}

	private boolean entrerBientot(String partenaire) {
		if (entrer(partenaire, this.voie, Duration.ZERO)) {
			return true;
		}
		if (!this.attente.tryAcquire()) {
			return false;
		}
		try {
			return entrer(partenaire, this.voie, PATIENCE);
		}
		finally {
			this.attente.release();
		}
	}

	private boolean entrer(String partenaire, Semaphore voie, Duration patience) {
		if (!this.partenaires.prendre(partenaire, patience)) {
			return false;
		}
		boolean entre = false;
		try {
			entre = voie.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
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
