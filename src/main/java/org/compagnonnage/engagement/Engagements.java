package org.compagnonnage.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.compagnonnage.people.Personne;
import org.compagnonnage.people.Personnes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of the people engaged in cases; models go through it by its name. */
@Component("engagements")
public class Engagements {

	private static final String SELECT = "select id, reference, qualite, portee, login, nom, courriel from engagement";

	private final JdbcClient jdbc;

	private final Personnes personnes;

	Engagements(JdbcClient jdbc, Personnes personnes) {
		this.jdbc = jdbc;
		this.personnes = personnes;
	}

	/** Engages a member of the staff, instead of who was engaged for the same. */
	@Transactional
	public void engager(String reference, String qualite, String portee, String login) {
		inscrire(reference, qualite, portee, login, null, null);
	}

	/** Engages somebody without an account, instead of who was engaged for the same. */
	@Transactional
	public void engagerExterne(String reference, String qualite, String portee, String nom, String courriel) {
		inscrire(reference, qualite, portee, null, nom, courriel);
	}

	private void inscrire(String reference, String qualite, String portee, String login, String nom, String courriel) {
		this.jdbc.sql("delete from engagement where reference = ? and qualite = ? and portee = ?")
			.params(reference, qualite, portee)
			.update();
		this.jdbc
			.sql("insert into engagement (id, reference, qualite, portee, login, nom, courriel)"
					+ " values (?, ?, ?, ?, ?, ?, ?)")
			.params(UUID.randomUUID().toString(), reference, qualite, portee, login, nom, courriel)
			.update();
	}

	/** Who is engaged in a case; staff as their accounts name them today. */
	public List<Engagement> duDossier(String reference) {
		return this.jdbc.sql(SELECT + " where reference = ? order by qualite, portee")
			.param(reference)
			.query(this::lire)
			.list();
	}

	public Optional<Engagement> trouver(String id) {
		return this.jdbc.sql(SELECT + " where id = ?").param(id).query(this::lire).optional();
	}

	/**
	 * Whom to tell what happens to a case: ids of engagements, one for each address, so
	 * that who is engaged twice is told once.
	 */
	public List<String> aPrevenir(String reference) {
		Map<String, String> parAdresse = new LinkedHashMap<>();
		for (Engagement engagement : duDossier(reference)) {
			if (engagement.courriel() != null && !engagement.courriel().isBlank()) {
				parAdresse.putIfAbsent(engagement.courriel().strip().toLowerCase(Locale.ROOT), engagement.id());
			}
		}
		return List.copyOf(parAdresse.values());
	}

	private Engagement lire(ResultSet ligne, int numero) throws SQLException {
		String login = ligne.getString("login");
		Optional<Personne> personne = Optional.ofNullable(login).flatMap(this.personnes::trouver);
		return new Engagement(ligne.getString("id"), ligne.getString("reference"), ligne.getString("qualite"),
				ligne.getString("portee"), login, personne.map(Personne::nomComplet).orElse(ligne.getString("nom")),
				personne.map(Personne::courriel).orElse(ligne.getString("courriel")));
	}

}
