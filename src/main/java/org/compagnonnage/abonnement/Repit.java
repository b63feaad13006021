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
 * a partner is called once at a time, and all together as often as the settings say.
 * Endpoints that were slow, whatever they answered, share one more call, and each is left
 * alone for some time after it: whatever their number and that of their cases, the others
 * pass.
 */
@Component
class Repit {

	/** What took longer than this is slow. */
	private static final Duration LENT = Duration.ofSeconds(2);

	/** A slow endpoint takes a fifth of one thread. */
	private static final int FOIS_LA_DUREE = 4;

	/** Those who ask while it is left alone come back in groups: each call serves one. */
	private static final int GROUPES = 10;

	/** How long one thread may wait for a call that ends soon. */
	private static final Duration PATIENCE = Duration.ofMillis(250);

	/** When to ask again if another call is in the way. */
	private static final Duration DETOUR = Duration.ofSeconds(5);

	private final Map<String, Lenteur> lents = new ConcurrentHashMap<>();

	private final Tours<String> partenaires = new Tours<>();

	private final Semaphore voie;

	private final Semaphore voieLente = new Semaphore(1);

	/** One thread of all waits: the others have better to do. */
	private final Semaphore attente = new Semaphore(1);

	private final Clock clock;

	Repit(AbonnementSettings settings, Clock clock) {
		this.voie = new Semaphore(settings.appelsSimultanes());
		this.clock = clock;
	}

	/**
	 * Calls the endpoint of a subscription, if it may be called now.
	 * @return what came of it, or when to ask again
	 */
	Reponse appeler(Abonnement abonnement, Supplier<Resultat> appel) {
		Instant revenir = revenir(abonnement.id());
		if (revenir != null) {
			return new Reponse(null, revenir);
		}
		boolean lent = this.lents.containsKey(abonnement.id());
		Semaphore voie = lent ? this.voieLente : this.voie;
		boolean entre = lent ? entrer(abonnement.partenaire(), voie, Duration.ZERO)
				: entrerBientot(abonnement.partenaire());
		if (!entre) {
			return new Reponse(null, this.clock.instant().plus(DETOUR));
		}
		try {
			// Who waited learns what the call before was like.
			revenir = revenir(abonnement.id());
			return (revenir != null) ? new Reponse(null, revenir) : new Reponse(mesurer(abonnement.id(), appel), null);
		}
		finally {
			voie.release();
			this.partenaires.rendre(abonnement.partenaire());
		}
	}

	/** When to ask again for an endpoint that is left alone, null when it is not. */
	private Instant revenir(String abonnement) {
		Instant maintenant = this.clock.instant();
		Lenteur lenteur = this.lents.computeIfPresent(abonnement,
				(id, connue) -> connue.fin().isAfter(maintenant) ? connue.demandee() : connue);
		return (lenteur != null && lenteur.fin().isAfter(maintenant)) ? lenteur.revenir() : null;
	}

	private Resultat mesurer(String abonnement, Supplier<Resultat> appel) {
		// It will be as slow as it was, most likely: its other cases need not ask
		// meanwhile.
		this.lents.computeIfPresent(abonnement, (id, connue) -> Lenteur.debut(this.clock.instant(), connue.cycle()));
		Resultat resultat = appel.get();
		Duration duree = Duration.ofMillis(resultat.duree().toMillis());
		this.lents.compute(abonnement, (id, connue) -> (duree.compareTo(LENT) > 0)
				? Lenteur.fin(this.clock.instant(), duree, (connue != null) ? connue.demandes() : 0) : null);
		return resultat;
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

	/**
	 * An endpoint that was slow when it was called last.
	 *
	 * @param fin until when it is left alone
	 * @param cycle from one call to the next
	 * @param demandes how many asked since the call began, and come back later
	 */
	private record Lenteur(Instant fin, Duration cycle, int demandes) {

		static Lenteur debut(Instant le, Duration cycle) {
			return new Lenteur(le.plus(cycle), cycle, 0);
		}

		static Lenteur fin(Instant le, Duration duree, int demandes) {
			return new Lenteur(le.plus(duree.multipliedBy(FOIS_LA_DUREE)), duree.multipliedBy(1 + FOIS_LA_DUREE),
					demandes);
		}

		Lenteur demandee() {
			return new Lenteur(this.fin, this.cycle, this.demandes + 1);
		}

		Instant revenir() {
			return this.fin.plus(this.cycle.multipliedBy((this.demandes - 1) % GROUPES));
		}

	}

}
