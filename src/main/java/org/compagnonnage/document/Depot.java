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
 * Takes a file that a person attaches to a case: receives it, checks it, keeps it, all or
 * nothing.
 */
@Component
class Depot {

	private static final String CLOS = "Ce dossier est clos : aucun fichier ne peut plus y être ajouté.";

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
		long limite = this.settings.tailleMaximale().toBytes();
		if (annonce > limite) {
			Reception.ignorer(envoi, limite);
			throw tropGrand();
		}
		try (Reception reception = Reception.de(envoi, limite)) {
			if (reception.taille() > limite) {
				Reception.ignorer(envoi, limite);
				throw tropGrand();
			}
			if (reception.taille() == 0) {
				throw RefusDocument.fichier(HttpStatus.BAD_REQUEST, "fichier-vide",
						"Ce fichier est vide : choisissez-en un autre.");
			}
			TypesFichiers.Fichier fichier = this.types.verifier(reception.fichier(), NomFichier.de(nom));
			return garder(dossier.reference(), fichier, reception, personne);
		}
	}

	private Document garder(String reference, TypesFichiers.Fichier fichier, Reception reception, String personne)
			throws IOException {
		try (InputStream contenu = Files.newInputStream(reception.fichier())) {
			return this.transaction.execute((status) -> {
				Document document = this.documents.deposer(reference, fichier.nom(), fichier.type(), reception.taille(),
						contenu, personne);
				// Last, and short: who adds to this case at the same time waits here.
				verifierPlace(this.dossiers.reserver(reference).orElseThrow(), 0);
				return document;
			});
		}
		catch (ConcurrencyFailureException ex) {
			throw RefusDocument.dossier("Ce dossier est en train de changer : envoyez de nouveau le fichier.");
		}
	}

	/** Whether the case takes so many files more. */
	private void verifierPlace(Dossier dossier, int fichiers) {
		if (dossier.estClos()) {
			throw RefusDocument.dossier(CLOS);
		}
		if (this.documents.fichiers(dossier.reference()) + fichiers > this.settings.fichiersParDossier()) {
			throw RefusDocument.dossier("Ce dossier contient déjà %d fichiers, le plus qu’il puisse recevoir."
				.formatted(this.settings.fichiersParDossier()));
		}
	}

	private RefusDocument tropGrand() {
		return RefusDocument.fichier(HttpStatus.PAYLOAD_TOO_LARGE, "fichier-trop-grand",
				"Ce fichier dépasse la taille acceptée, qui est de %s."
					.formatted(Ecriture.taille(this.settings.tailleMaximale().toBytes())));
	}

}
