package org.compagnonnage.people;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the organisation has set up in the engine, by kind and stable key. */
@Repository
class ObjetsPoses {

	static final String GROUPE = "groupe";

	static final String PERIMETRE = "perimetre";

	static final String DROIT = "droit";

	static final String FILTRE = "filtre";

	private final JdbcClient jdbc;

	ObjetsPoses(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The fingerprint of what was last set up. */
	String empreinte() {
		return this.jdbc.sql("select empreinte from organisation_empreinte where id = 1").query(String.class).single();
	}

	/**
	 * The fingerprint, kept from other nodes until the end of the transaction.
	 */
	String empreinteReservee() {
		return this.jdbc.sql("select empreinte from organisation_empreinte where id = 1 for update")
			.query(String.class)
			.single();
	}

	void empreinte(String empreinte) {
		this.jdbc.sql("update organisation_empreinte set empreinte = ? where id = 1").param(empreinte).update();
	}

	/** The engine's id of a thing that was set up. */
	Optional<String> identifiant(String genre, String cle) {
		return this.jdbc.sql("select identifiant from organisation_objet where genre = ? and cle = ?")
			.params(genre, cle)
			.query(String.class)
			.optional();
	}

	/** Everything of a kind that was set up: key to the engine's id. */
	Map<String, String> tous(String genre) {
		Map<String, String> objets = new TreeMap<>();
		this.jdbc.sql("select cle, identifiant from organisation_objet where genre = ?").param(genre).query((row) -> {
			objets.put(row.getString("cle"), row.getString("identifiant"));
		});
		return objets;
	}

	void noter(String genre, String cle, String identifiant) {
		oublier(genre, cle);
		this.jdbc.sql("insert into organisation_objet (genre, cle, identifiant) values (?, ?, ?)")
			.params(genre, cle, identifiant)
			.update();
	}

	void oublier(String genre, String cle) {
		this.jdbc.sql("delete from organisation_objet where genre = ? and cle = ?").params(genre, cle).update();
	}

}
