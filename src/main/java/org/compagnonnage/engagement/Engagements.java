package org.compagnonnage.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.compagnonnage.dossier.Dossiers;
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

	private final Dossiers dossiers;

	Engagements(JdbcClient jdbc, Personnes personnes, Dossiers dossiers) {
		this.jdbc = jdbc;
		this.personnes = personnes;
		this.dossiers = dossiers;
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

	/**
	 * Who is engaged instead of somebody keeps the id, under which a letter may be
	 * waiting. The case is reserved: two who engage for the same at once do it one after
	 * the other.
	 */
	private void inscrire(String reference, String qualite, String portee, String login, String nom, String courriel) {
		this.dossiers.reserver(reference);
		int remplaces = this.jdbc
			.sql("update engagement set login = ?, nom = ?, courriel = ?"
					+ " where reference = ? and qualite = ? and portee = ?")
			.params(login, nom, courriel, reference, qualite, portee)
			.update();
		if (remplaces == 0) {
			this.jdbc
				.sql("insert into engagement (id, reference, qualite, portee, login, nom, courriel)"
						+ " values (?, ?, ?, ?, ?, ?, ?)")
				.params(UUID.randomUUID().toString(), reference, qualite, portee, login, nom, courriel)
				.update();
		}
	}

	/**
	 * Nobody is engaged for this any longer; a letter that is waiting for whoever was
	 * does not leave.
	 */
	@Transactional
	public void degager(String reference, String qualite, String portee) {
		this.jdbc.sql("delete from engagement where reference = ? and qualite = ? and portee = ?")
			.params(reference, qualite, portee)
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
	 * that who is engaged twice is told once; as who answers for the whole case rather
	 * than for a part.
	 */
	public List<String> aPrevenir(String reference) {
		Map<String, String> parAdresse = new LinkedHashMap<>();
		duDossier(reference).stream()
			.filter(Engagement::aUneAdresse)
			.sorted(Comparator.comparing((engagement) -> !engagement.portee().isEmpty()))
			.forEach((engagement) -> parAdresse.putIfAbsent(engagement.courriel().strip().toLowerCase(Locale.ROOT),
					engagement.id()));
		return List.copyOf(parAdresse.values());
	}

	/** The names of those whom no letter reaches: somebody has to tell them. */
	public List<String> sansAdresse(String reference) {
		return duDossier(reference).stream()
			.filter((engagement) -> !engagement.aUneAdresse())
			.map(Engagement::nom)
			.distinct()
			.toList();
	}

	private Engagement lire(ResultSet ligne, int numero) throws SQLException {
		String login = ligne.getString("login");
		Optional<Personne> personne = Optional.ofNullable(login).flatMap(this.personnes::trouver);
		String nom = Objects.requireNonNullElse(ligne.getString("nom"), Objects.toString(login, ""));
		return new Engagement(ligne.getString("id"), ligne.getString("reference"), ligne.getString("qualite"),
				ligne.getString("portee"), login, personne.map(Personne::nomComplet).orElse(nom),
				personne.map(Personne::courriel).orElse(ligne.getString("courriel")));
	}

}
