package org.compagnonnage.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The documents of cases, in the database and in the transaction of the step that makes
 * them.
 */
@Component
public class Documents {

	/** Bytes written or read at once. */
	static final int PARTIE = 512 * 1024;

	private static final String COLONNES = "id, reference, nom, type, modele, version, cree_le, taille, depose_par, partenaire";

	private final JdbcClient jdbc;

	private final Clock clock;

	Documents(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Keeps a document made from a template and gives it an id that cannot be guessed.
	 */
	@Transactional
	public Document enregistrer(String reference, String nom, String type, byte[] contenu, String modele,
			String version) {
		return garder(new Document(UUID.randomUUID().toString(), reference, nom, type, modele, version, maintenant(),
				contenu.length, null), new ByteArrayInputStream(contenu));
	}

	/**
	 * Keeps a file that somebody attaches.
	 * @param contenu the file, of which no more than one part is in memory at a time
	 */
	@Transactional
	Document deposer(String reference, String nom, String type, long taille, InputStream contenu, Deposant deposant) {
		return garder(new Document(UUID.randomUUID().toString(), reference, nom, type, null, null, maintenant(), taille,
				deposant), contenu);
	}

	/** How many files have been attached to a case. */
	int fichiers(String reference) {
		return this.jdbc.sql("select count(*) from document where reference = ? and modele is null")
			.param(reference)
			.query(Integer.class)
			.single();
	}

	public Optional<Document> trouver(String id) {
		return this.jdbc.sql("select " + COLONNES + " from document where id = ?")
			.param(id)
			.query(Documents::document)
			.optional();
	}

	/**
	 * The bytes of a document.
	 * @throws NoSuchElementException when there is none under this id
	 */
	public byte[] contenu(String id) {
		try (InputStream contenu = lire(id)) {
			return contenu.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The bytes of a document, read from the database part by part as they are needed.
	 * @throws NoSuchElementException when there is none under this id
	 */
	InputStream lire(String id) {
		int parties = this.jdbc.sql("select count(*) from document_partie where document = ?")
			.param(id)
			.query(Integer.class)
			.single();
		if (parties == 0) {
			throw new NoSuchElementException("No document " + id);
		}
		return new SequenceInputStream(new Enumeration<>() {

			private int rang = 0;

			@Override
			public boolean hasMoreElements() {
				return this.rang < parties;
			}

			@Override
			public InputStream nextElement() {
				return new ByteArrayInputStream(partie(id, this.rang++));
			}

		});
	}

	/** The documents of a case, oldest first. */
	public List<Document> duDossier(String reference) {
		return this.jdbc.sql("select " + COLONNES + " from document where reference = ? order by cree_le, id")
			.param(reference)
			.query(Documents::document)
			.list();
	}

	private Document garder(Document document, InputStream contenu) {
		Deposant deposant = document.deposant();
		this.jdbc.sql("insert into document (" + COLONNES + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.params(document.id(), document.reference(), document.nom(), document.type(), document.modele(),
					document.version(), OffsetDateTime.ofInstant(document.creeLe(), ZoneOffset.UTC), document.taille(),
					(deposant != null) ? deposant.personne() : null, (deposant != null) ? deposant.partenaire() : null)
			.update();
		try {
			int rang = 0;
			for (byte[] partie = contenu.readNBytes(PARTIE); rang == 0
					|| partie.length > 0; partie = contenu.readNBytes(PARTIE)) {
				this.jdbc.sql("insert into document_partie (document, rang, contenu) values (?, ?, ?)")
					.params(document.id(), rang++, partie)
					.update();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the content of " + document.nom(), ex);
		}
		return document;
	}

	private byte[] partie(String id, int rang) {
		return this.jdbc.sql("select contenu from document_partie where document = ? and rang = ?")
			.params(id, rang)
			.query((ligne, numero) -> ligne.getBytes(1))
			.single();
	}

	private Instant maintenant() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private static Document document(ResultSet ligne, int numero) throws SQLException {
		return new Document(ligne.getString("id"), ligne.getString("reference"), ligne.getString("nom"),
				ligne.getString("type"), ligne.getString("modele"), ligne.getString("version"),
				ligne.getObject("cree_le", OffsetDateTime.class).toInstant(), ligne.getLong("taille"),
				Deposant.lire(ligne.getString("depose_par"), ligne.getString("partenaire")));
	}

}
