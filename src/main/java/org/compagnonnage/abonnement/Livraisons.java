package org.compagnonnage.abonnement;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.partner.Partenaires;
import org.compagnonnage.partner.ProblemeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers events to the subscriptions of partners: each at least once, those of one case
 * in order. Everything that has to be delivered is written down first, in the transaction
 * that made it known; a process of the engine then sends it, in jobs of its own.
 */
@Component
class Livraisons {

	private static final Logger LOGGER = LoggerFactory.getLogger(Livraisons.class);

	/** A thread of its own for test events: they wait for no case. */
	private static final String FIL_ESSAI = "essai";

	private final Abonnements abonnements;

	private final JournalLivraisons journal;

	private final LivraisonProcess process;

	private final EnvoiHttp envoi;

	private final Repit repit;

	private final Partenaires partenaires;

	private final LivraisonSettings settings;

	private final ObjectMapper json;

	private final Clock clock;

	private final TransactionTemplate ensemble;

	private final TransactionTemplate aPart;

	Livraisons(Abonnements abonnements, JournalLivraisons journal, LivraisonProcess process, EnvoiHttp envoi,
			Repit repit, Partenaires partenaires, LivraisonSettings settings, ObjectMapper json,
			PlatformTransactionManager transactions, Clock clock) {
		this.abonnements = abonnements;
		this.journal = journal;
		this.process = process;
		this.envoi = envoi;
		this.repit = repit;
		this.partenaires = partenaires;
		this.settings = settings;
		this.json = json;
		this.clock = clock;
		this.ensemble = new TransactionTemplate(transactions);
		this.aPart = new TransactionTemplate(transactions);
		this.aPart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
	}

	/** Writes an event down for every subscription that asked for it. */
	void inscrire(TypeEvenement type, Dossier dossier, Instant le) {
		if (dossier.partenaire() == null) {
			return;
		}
		for (Abonnement abonnement : this.abonnements.interesses(dossier, type)) {
			inscrire(JournalLivraisons.nouvelId(), abonnement, dossier.reference(), type,
					Message.de(type, le, dossier));
		}
	}

	/**
	 * Writes a test event down, or tries at once the one that waits still: however often
	 * a partner asks, one waits.
	 * @return its delivery, which waits
	 */
	Livraison essayer(Abonnement abonnement) {
		return this.ensemble.execute((transaction) -> {
			exigerPresent(abonnement.id());
			Optional<Livraison> enAttente = this.journal.prochaine(abonnement.id(), FIL_ESSAI);
			if (enAttente.isPresent()) {
				hater(abonnement, enAttente.get());
				return enAttente.get();
			}
			String id = JournalLivraisons.nouvelId();
			inscrire(id, abonnement, FIL_ESSAI, TypeEvenement.ESSAI, Message.essai(this.clock.instant(), abonnement));
			return this.journal.trouver(abonnement.id(), id).orElseThrow();
		});
	}

	/** Tries an event that waits at once, as if it had never been tried. */
	private void hater(Abonnement abonnement, Livraison livraison) {
		this.journal.oublierEchecs(livraison);
		if (!reveiller(abonnement, livraison.reference())) {
			this.process.hater(abonnement.id(), livraison.reference());
		}
	}

	private void inscrire(String id, Abonnement abonnement, String reference, TypeEvenement type, Message message) {
		if (ecrit(id, abonnement, reference, type, texte(message))) {
			this.process.demarrer(abonnement, reference);
		}
	}

	/** A subscription that is deleted at this moment must not undo the case's step. */
	private boolean ecrit(String id, Abonnement abonnement, String reference, TypeEvenement type, String corps) {
		try {
			return Boolean.TRUE.equals(this.aPart
				.execute((transaction) -> this.journal.inscrire(id, abonnement.id(), reference, type, corps)));
		}
		catch (DataIntegrityViolationException ex) {
			if (this.abonnements.trouver(abonnement.id()).isEmpty()) {
				return false;
			}
			throw ex;
		}
	}

	/**
	 * Sends the event of a thread whose turn it is. No lock is held meanwhile.
	 * @return what follows
	 */
	Suite livrer(String id, String reference) {
		Optional<Abonnement> abonnement = this.abonnements.actif(id);
		Optional<Livraison> prochaine = abonnement.flatMap((actif) -> this.journal.prochaine(id, reference));
		return prochaine.isPresent() ? envoyer(abonnement.get(), prochaine.get()) : continuer(id, reference);
	}

	private Suite envoyer(Abonnement abonnement, Livraison livraison) {
		Instant le = this.clock.instant();
		Repit.Reponse reponse = this.repit.appeler(abonnement,
				() -> this.envoi.envoyer(abonnement, livraison.id(), le, livraison.corps()));
		Resultat resultat = reponse.resultat();
		if (resultat == null) {
			return Suite.plusTard(reponse.revenir());
		}
		JournalLivraisons.Echecs echecs = this.journal.noter(livraison, le, resultat);
		if (resultat.definitif()) {
			suspendre(abonnement, "Le point d'accès a répondu 410 : il ne veut plus rien recevoir.");
		}
		else if (!resultat.reussi() && !this.settings.epuise(echecs.nombre(), Duration.between(echecs.depuis(), le))) {
			return Suite.plusTard(this.clock.instant().plus(this.settings.reprise(echecs.nombre())));
		}
		else if (!resultat.reussi()) {
			renoncer(abonnement, livraison, le.minus(Duration.between(echecs.depuis(), le).dividedBy(2)), resultat);
		}
		return continuer(abonnement.id(), livraison.reference());
	}

	/**
	 * An event that alone is refused is given up: it says nothing of an endpoint that
	 * accepts others. Who accepts none is suspended.
	 * @param depuis since when another has to be accepted: not as long as this one was
	 * tried, because an endpoint may have died just after it was refused first
	 */
	private void renoncer(Abonnement abonnement, Livraison livraison, Instant depuis, Resultat resultat) {
		if (this.journal.accepteDepuis(abonnement.id(), depuis)) {
			this.journal.abandonner(livraison);
		}
		else {
			suspendre(abonnement, "Le point d'accès n'a rien accepté, tentative après tentative (à la dernière : "
					+ cause(resultat) + ").");
		}
	}

	private static String cause(Resultat resultat) {
		return (resultat.statut() != null) ? "statut " + resultat.statut() : resultat.erreur();
	}

	private void suspendre(Abonnement abonnement, String motif) {
		if (this.abonnements.suspendre(abonnement.id(), motif)) {
			this.process.suspendre(suspension(abonnement.id()));
		}
	}

	/**
	 * Decides under the lock of the thread, which whoever writes an event takes too. A
	 * subscription that is suspended is locked before, so that a resumption comes before
	 * this decision or sees what it was.
	 */
	private Suite continuer(String id, String reference) {
		boolean actif = this.abonnements.actif(id).isPresent()
				|| (this.abonnements.reserver(id) && this.abonnements.actif(id).isPresent());
		if (this.journal.reserver(id, reference).isEmpty()) {
			return Suite.RIEN;
		}
		if (actif && this.journal.prochaine(id, reference).isPresent()) {
			return Suite.ENCORE;
		}
		this.journal.reposer(id, reference);
		return Suite.RIEN;
	}

	/**
	 * Stops who may not go on while a suspension lasts.
	 * @param suspenduLe which one; one that is over, or whose subscription is deleted,
	 * stops nobody
	 * @throws AbonnementSuspendu when it lasts
	 */
	void exigerReprise(String id, Instant suspenduLe) {
		enSuspens(id, suspenduLe).ifPresent((abonnement) -> {
			throw new AbonnementSuspendu(abonnement);
		});
	}

	/**
	 * Ends a suspension.
	 * @param suspenduLe which one: nothing is done when it is over
	 */
	void reprendre(String id, Instant suspenduLe) {
		if (enSuspens(id, suspenduLe).isPresent()) {
			reprendre(id);
		}
	}

	private Optional<Abonnement> enSuspens(String id, Instant suspenduLe) {
		return this.abonnements.trouver(id).filter((abonnement) -> suspenduLe.equals(abonnement.suspenduLe()));
	}

	private Suspension suspension(String id) {
		Abonnement abonnement = this.abonnements.trouver(id).orElseThrow();
		Partenaires.Interlocuteur interlocuteur = this.partenaires.interlocuteur(abonnement.partenaire());
		return new Suspension(abonnement, abonnement.suspenduLe().atZone(this.clock.getZone()).toLocalDate(),
				interlocuteur.nom(), interlocuteur.courriel());
	}

	/**
	 * Sends an event that is over once more, behind the others of its thread; or one that
	 * waits although no process delivers it.
	 * @return false when it waits, and a process delivers it
	 * @throws ProblemeException (404) when the subscription was deleted at this moment
	 */
	boolean rejouer(Abonnement abonnement, Livraison livraison) {
		return Boolean.TRUE.equals(this.ensemble.execute((transaction) -> {
			exigerPresent(abonnement.id());
			boolean remise = this.journal.remettre(livraison);
			boolean reveillee = reveiller(abonnement, livraison.reference());
			return remise || reveillee;
		}));
	}

	/**
	 * Ends the suspension of a subscription and delivers all that was kept meanwhile.
	 * @return false when it was not suspended
	 */
	boolean reprendre(String id) {
		return Boolean.TRUE.equals(this.ensemble.execute((transaction) -> {
			if (!this.abonnements.reprendre(id)) {
				return false;
			}
			this.journal.oublierEchecs(id);
			reveiller(id);
			this.process.relancer(id);
			return true;
		}));
	}

	/**
	 * Sets right, each hour, what somebody cancelled in Cockpit or a closed account kept:
	 * events that wait although no process delivers them leave, a suspension that lasts
	 * is seen, and told, again, and one that is over is seen no longer.
	 */
	@Scheduled(cron = "0 20 * * * *", zone = "Europe/Paris")
	void reveillerTous() {
		this.journal.abonnementsDelaisses().forEach((id) -> chacun(id, () -> {
			this.journal.oublierEchecs(id);
			reveiller(id);
		}));
		this.abonnements.suspendus().forEach((id) -> chacun(id, () -> {
			if (!this.process.montre(id)) {
				this.process.suspendre(suspension(id));
			}
		}));
		this.process.suspensions().forEach((id) -> chacun(id, () -> {
			if (this.abonnements.actif(id).isPresent()) {
				this.process.finirAttente(id);
			}
		}));
	}

	/** What cannot be set right for one stops none of the others. */
	private void chacun(String id, Runnable action) {
		try {
			this.ensemble.executeWithoutResult((transaction) -> {
				if (this.abonnements.reserver(id)) {
					action.run();
				}
			});
		}
		catch (RuntimeException ex) {
			LOGGER.warn("The subscription {} is looked at again in an hour", id, ex);
		}
	}

	/** Starts to deliver a thread; returns false when a process does already. */
	private boolean reveiller(Abonnement abonnement, String reference) {
		boolean auRepos = this.journal.reveiller(abonnement.id(), reference);
		if (auRepos) {
			this.process.demarrer(abonnement, reference);
		}
		return auRepos;
	}

	private void reveiller(String id) {
		this.abonnements.trouver(id)
			.ifPresent((abonnement) -> this.journal.reveillerTous(id)
				.forEach((reference) -> this.process.demarrer(abonnement, reference)));
	}

	/** Locks a subscription, which nobody deletes from now on. */
	private void exigerPresent(String id) {
		if (!this.abonnements.reserver(id)) {
			throw AbonnementsDuPartenaire.inconnu();
		}
	}

	/** Forgets a subscription, with all that was sent to it, and what was on its way. */
	void supprimer(String id) {
		this.ensemble.executeWithoutResult((transaction) -> {
			this.abonnements.supprimer(id);
			this.process.abandonner(id);
		});
	}

	/** No process delivers the thread any more. */
	void interrompre(String id, String reference) {
		this.journal.reposer(id, reference);
	}

	private String texte(Message message) {
		try {
			return this.json.writeValueAsString(message);
		}
		catch (JsonProcessingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A subscription that is suspended.
	 *
	 * @param jour the day on which it was
	 * @param nom name of its partner
	 * @param courriel where the partner is told so, or null when nobody knows
	 */
	record Suspension(Abonnement abonnement, LocalDate jour, String nom, String courriel) {
	}

}
