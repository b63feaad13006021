package org.compagnonnage.abonnement;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.partner.Partenaires;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers events to the subscriptions of partners: each at least once, those of one case
 * in order. Everything that has to be delivered is written down first, in the transaction
 * that made it known; a process of the engine then sends it, in jobs of its own.
 */
@Component("livraisons")
public class Livraisons {

	private static final int FIL_ESSAI = 20;

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

	/**
	 * The waits between two tries, as the engine reads them: one more try than waits.
	 */
	public String reprises() {
		return this.settings.reprises().stream().map(Duration::toString).collect(Collectors.joining(","));
	}

	/** Writes an event down for every subscription that asked for it. */
	void inscrire(TypeEvenement type, Dossier dossier, Instant le) {
		if (dossier.partenaire() == null) {
			return;
		}
		for (Abonnement abonnement : this.abonnements.interesses(dossier.partenaire(), dossier.programme(), type)) {
			inscrire(JournalLivraisons.nouvelId(), abonnement, dossier.reference(), type,
					Message.de(type, le, dossier));
		}
	}

	/**
	 * Writes a test event down.
	 * @return its delivery, which waits
	 */
	Livraison essayer(Abonnement abonnement) {
		String id = JournalLivraisons.nouvelId();
		// A thread of its own: a test waits for nothing.
		inscrire(id, abonnement, id.substring(0, FIL_ESSAI), TypeEvenement.ESSAI,
				Message.essai(this.clock.instant(), abonnement));
		return this.journal.trouver(abonnement.id(), id).orElseThrow();
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
	 * @param dernierEssai whether the engine will not try again
	 * @param depuis since when this event is being tried
	 * @return what follows
	 * @throws LivraisonManquee when the event was not accepted and is tried again
	 */
	Suite livrer(String id, String reference, boolean dernierEssai, Instant depuis) {
		Optional<Abonnement> abonnement = this.abonnements.actif(id);
		Optional<Livraison> prochaine = abonnement.flatMap((actif) -> this.journal.prochaine(id, reference));
		if (prochaine.isPresent() && !envoyer(abonnement.get(), prochaine.get(), dernierEssai, depuis)) {
			return Suite.SUSPENDU;
		}
		return continuer(id, reference);
	}

	/** Returns false when this is what suspended the subscription. */
	private boolean envoyer(Abonnement abonnement, Livraison livraison, boolean dernierEssai, Instant depuis) {
		if (!dernierEssai && this.repit.dure(abonnement.id())) {
			throw new LivraisonManquee("Le partenaire « " + abonnement.partenaire()
					+ " » ne répond pas en ce moment : l'événement " + livraison.id() + " attend.");
		}
		Instant le = this.clock.instant();
		Resultat resultat = this.envoi.envoyer(abonnement, livraison.id(), le, livraison.corps());
		this.repit.noter(abonnement.id(), resultat);
		this.journal.noter(livraison, le, resultat);
		if (resultat.reussi()) {
			return true;
		}
		if (resultat.definitif()) {
			return !this.abonnements.suspendre(abonnement.id(),
					"Le point d'accès a répondu 410 : il ne veut plus rien recevoir.");
		}
		if (!dernierEssai) {
			throw new LivraisonManquee("Le partenaire « " + abonnement.partenaire() + " » n'a pas accepté l'événement "
					+ livraison.id() + " (" + cause(resultat) + ").");
		}
		if (this.journal.accepteDepuis(abonnement.id(), depuis)) {
			this.journal.abandonner(livraison);
			return true;
		}
		return !this.abonnements.suspendre(abonnement.id(),
				"Le point d'accès n'a rien accepté, essai après essai (au dernier : " + cause(resultat) + ").");
	}

	private static String cause(Resultat resultat) {
		return (resultat.statut() != null) ? "statut " + resultat.statut() : resultat.erreur();
	}

	/**
	 * Decides under the lock of the thread, which whoever writes an event takes too, and
	 * in whose light the subscription is read again: a resumption waits for it.
	 */
	private Suite continuer(String id, String reference) {
		if (this.journal.reserver(id, reference).isEmpty()) {
			return Suite.RIEN;
		}
		if (this.abonnements.actif(id).isPresent() && this.journal.prochaine(id, reference).isPresent()) {
			return Suite.ENCORE;
		}
		this.journal.reposer(id, reference);
		return Suite.RIEN;
	}

	/**
	 * Stops who may not go on while the subscription is suspended; one that is deleted
	 * stops nobody.
	 * @throws AbonnementSuspendu when it is
	 */
	void exigerReprise(String id) {
		this.abonnements.trouver(id).filter((abonnement) -> !abonnement.estActif()).ifPresent((abonnement) -> {
			throw new AbonnementSuspendu(abonnement);
		});
	}

	/** What is told to the partner of a subscription that was just suspended. */
	Suspension suspension(String id) {
		Abonnement abonnement = this.abonnements.trouver(id).orElseThrow();
		Partenaires.Interlocuteur interlocuteur = this.partenaires.interlocuteur(abonnement.partenaire());
		return new Suspension(abonnement, abonnement.suspenduLe().atZone(this.clock.getZone()).toLocalDate(),
				interlocuteur.nom(), interlocuteur.courriel());
	}

	/**
	 * Sends an event that is over once more, behind the others of its thread.
	 * @return false when it waits already
	 */
	boolean rejouer(Abonnement abonnement, Livraison livraison) {
		return Boolean.TRUE.equals(this.ensemble.execute((transaction) -> {
			Optional<Boolean> auRepos = this.journal.remettre(livraison);
			if (auRepos.orElse(false)) {
				this.process.demarrer(abonnement, livraison.reference());
			}
			return auRepos.isPresent();
		}));
	}

	/**
	 * Ends the suspension of a subscription and delivers all that was kept meanwhile.
	 * @return false when it was not suspended
	 */
	boolean reprendre(String id) {
		boolean repris = Boolean.TRUE.equals(this.ensemble.execute((transaction) -> {
			if (!this.abonnements.reprendre(id)) {
				return false;
			}
			reveiller(id);
			this.process.relancer(id, this.settings.reprises().size() + 1);
			return true;
		}));
		if (repris) {
			// What was written down meanwhile found the subscription suspended still.
			this.ensemble.executeWithoutResult((transaction) -> reveiller(id));
		}
		return repris;
	}

	private void reveiller(String id) {
		this.abonnements.trouver(id)
			.ifPresent((abonnement) -> this.journal.reveillerTous(id)
				.forEach((reference) -> this.process.demarrer(abonnement, reference)));
	}

	/** Forgets a subscription, with all that was sent to it, and what was on its way. */
	void supprimer(String id) {
		this.ensemble.executeWithoutResult((transaction) -> {
			this.abonnements.supprimer(id);
			this.process.abandonner(id);
		});
	}

	/** The thread is no longer delivered: its process was cancelled. */
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
