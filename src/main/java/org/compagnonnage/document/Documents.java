package org.compagnonnage.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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

	private static final String COLONNES = "select id, reference, nom, type, modele, version, cree_le from document";

	private final JdbcClient jdbc;

	private final Clock clock;

	Documents(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Keeps a document and gives it an id that cannot be guessed. */
	@Transactional
	public Document enregistrer(String reference, String nom, String type, byte[] contenu, String modele,
			String version) {
		Instant maintenant = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Document document = new Document(UUID.randomUUID().toString(), reference, nom, type, modele, version,
				maintenant);
		this.jdbc.sql("""
				insert into document (id, reference, nom, type, modele, version, cree_le, contenu)
				values (?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(document.id(), reference, nom, type, modele, version,
					OffsetDateTime.ofInstant(maintenant, ZoneOffset.UTC), contenu)
			.update();
		return document;
	}

	public Optional<Document> trouver(String id) {
		return this.jdbc.sql(COLONNES + " where id = ?").param(id).query(Documents::lire).optional();
	}

	/**
	 * The bytes of a document.
	 * @throws NoSuchElementException when there is none under this id
	 */
	public byte[] contenu(String id) {
		return this.jdbc.sql("select contenu from document where id = ?")
			.param(id)
			.query((ligne, numero) -> ligne.getBytes(1))
			.optional()
			.orElseThrow(() -> new NoSuchElementException("No document " + id));
	}

	/** The documents of a case, oldest first. */
	public List<Document> duDossier(String reference) {
		return this.jdbc.sql(COLONNES + " where reference = ? order by cree_le, id")
			.param(reference)
			.query(Documents::lire)
			.list();
	}

	private static Document lire(ResultSet ligne, int numero) throws SQLException {
		return new Document(ligne.getString("id"), ligne.getString("reference"), ligne.getString("nom"),
				ligne.getString("type"), ligne.getString("modele"), ligne.getString("version"),
				ligne.getObject("cree_le", OffsetDateTime.class).toInstant());
	}

}
