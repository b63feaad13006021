package org.compagnonnage.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;

import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.Dossiers;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a file that a person or a partner attaches to a case: receives it, checks it,
 * keeps it, all or nothing.
 */
@Component
public class Depot {

	private final Documents documents;

	private final Dossiers dossiers;

	private final TypesFichiers types;

	private final DocumentSettings settings;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Depot(Documents documents, Dossiers dossiers, TypesFichiers types, DocumentSettings settings,
			PlatformTransactionManager transactions, Clock clock) {
		this.documents = documents;
		this.dossiers = dossiers;
		this.types = types;
		this.settings = settings;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** No sending takes a day: what is older was left by a node that was killed. */
	@EventListener(ApplicationStartedEvent.class)
	void effacerLesRestes() throws IOException {
		Reception.effacerCellesDAvant(this.clock.instant().minus(Duration.ofDays(1)));
	}

	/**
	 * Attaches a file.
	 * @param nom the name that the person's computer gives it, or null
	 * @param annonce bytes that the sender announces, or -1
	 * @param personne account of the person
	 * @throws RefusDocument when it cannot be taken; then nothing is kept
	 */
	Document deposer(Dossier dossier, String nom, long annonce, InputStream envoi, String personne) throws IOException {
		verifierPlace(dossier, 1);
		try (Reception reception = recevoir(annonce, envoi)) {
			return garder(dossier.reference(), nom, reception, Deposant.personne(personne));
		}
	}

	/**
	 * Attaches a file that was received.
	 * @param nom the name that its sender gives it, or null
	 * @throws RefusDocument when it cannot be taken; then nothing is kept
	 */
	public Document deposer(Dossier dossier, String nom, Reception reception, Deposant deposant) throws IOException {
		verifierPlace(dossier, 1);
		return garder(dossier.reference(), nom, reception, deposant);
	}

	/** Bytes of a file at most. */
	public long tailleMaximale() {
		return this.settings.tailleMaximale().toBytes();
	}

	/**
	 * Receives a file.
	 * @param annonce bytes that the sender announces, or -1
	 * @return the file, to be closed
	 * @throws RefusDocument when it is too large, or does not arrive whole
	 */
	public Reception recevoir(long annonce, InputStream envoi) throws IOException {
		long limite = tailleMaximale();
		Reception reception = (annonce > limite) ? null : Reception.de(envoi, limite);
		if (reception != null && reception.taille() <= limite) {
			return reception;
		}
		if (reception != null) {
			reception.close();
		}
		Reception.ignorer(envoi, limite);
		throw tropGrand();
	}

	private Document garder(String reference, String nom, Reception reception, Deposant deposant) throws IOException {
		if (reception.taille() == 0) {
			throw vide();
		}
		TypesFichiers.Fichier fichier = this.types.verifier(reception.fichier(), NomFichier.de(nom));
		try (InputStream contenu = Files.newInputStream(reception.fichier())) {
			return this.transaction.execute((status) -> {
				Document document = this.documents.deposer(reference, fichier.nom(), fichier.type(), reception.taille(),
						contenu, deposant);
				// Last, and short: who adds to this case at the same time waits here.
				verifierPlace(this.dossiers.reserver(reference).orElseThrow(), 0);
				return document;
			});
		}
		catch (ConcurrencyFailureException ex) {
			throw RefusDocument.modifie();
		}
	}

	/** Whether the case takes so many files more. */
	private void verifierPlace(Dossier dossier, int fichiers) {
		if (dossier.estClos()) {
			throw clos();
		}
		if (this.documents.fichiers(dossier.reference()) + fichiers > this.settings.fichiersParDossier()) {
			throw RefusDocument.dossier("Ce dossier contient déjà %d fichiers, le plus qu’il puisse recevoir."
				.formatted(this.settings.fichiersParDossier()));
		}
	}

	/** Refuses any file for a case that is closed. */
	public static RefusDocument clos() {
		return RefusDocument.dossier("Ce dossier est clos : aucun fichier ne peut plus y être ajouté.");
	}

	/** Refuses a file that has nothing in it. */
	public static RefusDocument vide() {
		return RefusDocument.fichier(HttpStatus.BAD_REQUEST, "fichier-vide",
				"Ce fichier est vide : choisissez-en un autre.");
	}

	/** Refuses a file for its size. */
	public RefusDocument tropGrand() {
		return RefusDocument.fichier(HttpStatus.PAYLOAD_TOO_LARGE, "fichier-trop-grand",
				"Ce fichier dépasse la taille acceptée, qui est de %s.".formatted(Ecriture.taille(tailleMaximale())));
	}

}
