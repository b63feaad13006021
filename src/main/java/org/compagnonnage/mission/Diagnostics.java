package org.compagnonnage.mission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The diagnostics of all filières, kept when the case is over. */
@Component
class Diagnostics {

	private static final String LIRE = """
			select e.id, e.nom, g.nom as groupe_nom, e.contact_nom, d.approvisionnement, d.production, d.organisation,
			d.commercialisation, d.besoins
			from mission_diagnostic d
			join mission_entreprise e on e.id = d.entreprise
			join mission_groupe g on g.id = e.groupe
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Diagnostics(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Records what was seen in an enterprise, in place of what was known of it. */
	@Transactional
	void constater(String reference, String filiere, String entreprise, Diagnostic.Constat constat, String par) {
		this.jdbc.sql("delete from mission_diagnostic where entreprise = ?").param(entreprise).update();
		this.jdbc.sql("""
				insert into mission_diagnostic (entreprise, reference, filiere, approvisionnement, production,
				organisation, commercialisation, besoins, par, etabli_le) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(entreprise, reference, filiere, constat.approvisionnement(), constat.production(),
					constat.organisation(), constat.commercialisation(), constat.besoins(), par, maintenant())
			.update();
	}

	Optional<Diagnostic.Entreprise> deLEntreprise(String entreprise) {
		return this.jdbc.sql(LIRE + "where d.entreprise = ?").param(entreprise).query(Diagnostics::lire).optional();
	}

	/** The enterprises of a filière that were diagnosed, group by group. */
	List<Diagnostic.Entreprise> deLaFiliere(String reference, String filiere) {
		return this.jdbc.sql(LIRE + "where d.reference = ? and d.filiere = ?" + " order by g.rang, e.rang")
			.params(reference, filiere)
			.query(Diagnostics::lire)
			.list();
	}

	/** The enterprises of a group that were diagnosed. */
	List<Diagnostic.Entreprise> duGroupe(String groupe) {
		return this.jdbc.sql(LIRE + "where e.groupe = ? order by e.rang").param(groupe).query(Diagnostics::lire).list();
	}

	/** Records the environment of a filière, in place of what was known of it. */
	@Transactional
	void decrire(String reference, String filiere, Diagnostic.Environnement environnement, String par) {
		this.jdbc.sql("delete from mission_environnement where reference = ? and filiere = ?")
			.params(reference, filiere)
			.update();
		this.jdbc.sql("""
				insert into mission_environnement (reference, filiere, economique, institutionnel, social, par,
				etabli_le) values (?, ?, ?, ?, ?, ?, ?)""")
			.params(reference, filiere, environnement.economique(), environnement.institutionnel(),
					environnement.social(), par, maintenant())
			.update();
	}

	Optional<Diagnostic.Environnement> environnement(String reference, String filiere) {
		return this.jdbc
			.sql("select economique, institutionnel, social from mission_environnement"
					+ " where reference = ? and filiere = ?")
			.params(reference, filiere)
			.query((ligne, rang) -> new Diagnostic.Environnement(ligne.getString("economique"),
					ligne.getString("institutionnel"), ligne.getString("social")))
			.optional();
	}

	/** Closes the diagnostic of a filière with its needs and priorities. */
	@Transactional
	void clore(String reference, String filiere, Diagnostic.Conclusion conclusion, String par) {
		this.jdbc.sql("delete from mission_besoins where reference = ? and filiere = ?")
			.params(reference, filiere)
			.update();
		this.jdbc.sql("delete from mission_priorite where reference = ? and filiere = ?")
			.params(reference, filiere)
			.update();
		this.jdbc.sql("insert into mission_besoins (reference, filiere, besoins, par, clos_le) values (?, ?, ?, ?, ?)")
			.params(reference, filiere, conclusion.besoins(), par, maintenant())
			.update();
		int rang = 0;
		for (Diagnostic.Priorite priorite : conclusion.priorites()) {
			this.jdbc
				.sql("insert into mission_priorite (reference, filiere, rang, intitule, raison) values (?, ?, ?, ?, ?)")
				.params(reference, filiere, ++rang, priorite.intitule(), priorite.raison())
				.update();
		}
	}

	/** What closed the diagnostic of a filière; empty while it is open. */
	Optional<Diagnostic.Conclusion> conclusion(String reference, String filiere) {
		List<Diagnostic.Priorite> priorites = this.jdbc
			.sql("select intitule, raison from mission_priorite where reference = ? and filiere = ? order by rang")
			.params(reference, filiere)
			.query((ligne, rang) -> new Diagnostic.Priorite(ligne.getString("intitule"), ligne.getString("raison")))
			.list();
		return this.jdbc.sql("select besoins from mission_besoins where reference = ? and filiere = ?")
			.params(reference, filiere)
			.query(String.class)
			.optional()
			.map((besoins) -> new Diagnostic.Conclusion(besoins, priorites));
	}

	private OffsetDateTime maintenant() {
		return OffsetDateTime.ofInstant(Instant.now(this.clock).truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
	}

	private static Diagnostic.Entreprise lire(ResultSet ligne, int rang) throws SQLException {
		return new Diagnostic.Entreprise(ligne.getString("id"), ligne.getString("nom"), ligne.getString("groupe_nom"),
				ligne.getString("contact_nom"),
				new Diagnostic.Constat(ligne.getString("approvisionnement"), ligne.getString("production"),
						ligne.getString("organisation"), ligne.getString("commercialisation"),
						ligne.getString("besoins")));
	}

}
