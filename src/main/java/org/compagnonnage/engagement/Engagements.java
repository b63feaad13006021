package org.compagnonnage.engagement;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
		List<Engagement> inscrits = this.jdbc.sql(SELECT + " where reference = ? order by qualite, portee")
			.param(reference)
			.query(Engagement.class)
			.list();
		Map<String, Personne> comptes = this.personnes.trouver(
				inscrits.stream().map(Engagement::login).filter((login) -> login != null).collect(Collectors.toSet()));
		return inscrits.stream().map((engagement) -> nommer(engagement, comptes)).toList();
	}

	public Optional<Engagement> trouver(String id) {
		return this.jdbc.sql(SELECT + " where id = ?")
			.param(id)
			.query(Engagement.class)
			.optional()
			.map((engagement) -> nommer(engagement,
					this.personnes.trouver((engagement.login() != null) ? Set.of(engagement.login()) : Set.of())));
	}

	/**
	 * Whom to tell what happens to a case: ids of engagements, one for each address, so
	 * that who is engaged twice is told once; as who answers for the whole case rather
	 * than for a part.
	 */
	public List<String> aPrevenir(String reference) {
		return parAdresse(duDossier(reference).stream());
	}

	/**
	 * The members of the staff who work on a case together: ids of engagements, one for
	 * each address.
	 */
	public List<String> equipe(String reference) {
		return parAdresse(duDossier(reference).stream().filter((engagement) -> engagement.login() != null));
	}

	private static List<String> parAdresse(Stream<Engagement> engagements) {
		Map<String, String> parAdresse = new LinkedHashMap<>();
		engagements.filter(Engagement::aUneAdresse)
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

	/** Staff whose account is gone keep what was written of them, or their login. */
	private static Engagement nommer(Engagement inscrit, Map<String, Personne> comptes) {
		Optional<Personne> personne = Optional.ofNullable(inscrit.login()).map(comptes::get);
		String nom = Objects.requireNonNullElse(inscrit.nom(), Objects.toString(inscrit.login(), ""));
		return new Engagement(inscrit.id(), inscrit.reference(), inscrit.qualite(), inscrit.portee(), inscrit.login(),
				personne.map(Personne::nomComplet).orElse(nom),
				personne.map(Personne::courriel).orElse(inscrit.courriel()));
	}

}
