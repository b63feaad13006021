package org.compagnonnage.mission;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is known of missions before, during and after them (SEC): the situation of each
 * enterprise, what was found for each filière, what each group thinks.
 */
@Component
class Suivis {

	private final JdbcClient jdbc;

	private final Missions missions;

	private final MissionSettings settings;

	private final Clock clock;

	Suivis(JdbcClient jdbc, Missions missions, MissionSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.missions = missions;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * The enterprises of a filière with what is last known of each, as rows of a form.
	 */
	List<Map<String, Object>> lignes(String reference, String filiere) {
		List<Map<String, Object>> lignes = new ArrayList<>();
		for (Missions.Entreprise entreprise : this.missions.entreprisesDeLaFiliere(reference, filiere)) {
			Optional<Situation> derniere = situations(entreprise.id()).stream()
				.max(Comparator.comparing(Situation::moment));
			Map<String, Object> ligne = new LinkedHashMap<>();
			ligne.put("entreprise", entreprise.nom());
			ligne.put("chiffreAffaires", derniere.map(Situation::chiffreAffaires).orElse(null));
			ligne.put("emplois", derniere.map(Situation::emplois).orElse(null));
			ligne.put("marches", derniere.map(Situation::marches).orElse(null));
			lignes.add(ligne);
		}
		return lignes;
	}

	/**
	 * Notes how a filière and its enterprises are at a moment.
	 * @param lignes rows in the order of {@link #lignes}
	 */
	@Transactional
	void noter(String reference, String filiere, Moment moment, List<Map<String, Object>> lignes, String constats) {
		this.jdbc.sql("delete from mission_suivi where reference = ? and filiere = ? and moment = ?")
			.params(reference, filiere, moment.code())
			.update();
		this.jdbc
			.sql("insert into mission_suivi (reference, filiere, moment, constats, fait_le) values (?, ?, ?, ?, ?)")
			.params(reference, filiere, moment.code(), constats, LocalDate.now(this.clock))
			.update();
		List<Missions.Entreprise> entreprises = this.missions.entreprisesDeLaFiliere(reference, filiere);
		for (int i = 0; i < entreprises.size(); i++) {
			Map<String, Object> ligne = lignes.get(i);
			this.jdbc.sql("delete from mission_situation where entreprise = ? and moment = ?")
				.params(entreprises.get(i).id(), moment.code())
				.update();
			this.jdbc
				.sql("insert into mission_situation (entreprise, moment, chiffre_affaires, emplois, marches)"
						+ " values (?, ?, ?, ?, ?)")
				.params(entreprises.get(i).id(), moment.code(), decimal(ligne.get("chiffreAffaires")),
						(ligne.get("emplois") instanceof Number emplois) ? emplois.intValue() : null,
						ligne.get("marches"))
				.update();
		}
	}

	private static BigDecimal decimal(Object nombre) {
		return (nombre != null) ? new BigDecimal(nombre.toString()) : null;
	}

	/** What is known of an enterprise, oldest first. */
	List<Situation> situations(String entreprise) {
		return this.jdbc
			.sql("select moment, chiffre_affaires, emplois, marches from mission_situation where entreprise = ?")
			.param(entreprise)
			.query((ligne, numero) -> new Situation(Moment.of(ligne.getString("moment")),
					ligne.getBigDecimal("chiffre_affaires"), ligne.getObject("emplois", Integer.class),
					ligne.getString("marches")))
			.list()
			.stream()
			.sorted(Comparator.comparing(Situation::moment))
			.toList();
	}

	/** What was found for the filières of a mission, in the order of the request. */
	List<Constat> constats(String reference) {
		return this.jdbc
			.sql("select s.filiere, s.moment, s.constats from mission_suivi s join mission_filiere f"
					+ " on f.reference = s.reference and f.filiere = s.filiere where s.reference = ? order by f.rang")
			.param(reference)
			.query((ligne, numero) -> {
				Moment moment = Moment.of(ligne.getString("moment"));
				return new Constat(this.missions.nomDeLaFiliere(ligne.getString("filiere")), moment,
						this.settings.nom(moment), ligne.getString("constats"));
			})
			.list()
			.stream()
			.sorted(Comparator.comparing(Constat::moment))
			.toList();
	}

	/** Notes what a group thinks of the mission, instead of what it thought before. */
	@Transactional
	void evaluer(String groupe, int satisfaction, int participants, String acquis, String difficultes, String suites) {
		this.jdbc.sql("delete from mission_evaluation where groupe = ?").param(groupe).update();
		this.jdbc
			.sql("insert into mission_evaluation (groupe, satisfaction, participants, acquis, difficultes, suites,"
					+ " fait_le) values (?, ?, ?, ?, ?, ?, ?)")
			.params(groupe, satisfaction, participants, acquis, difficultes, suites, LocalDate.now(this.clock))
			.update();
	}

	/** What the groups of a mission think of it. */
	List<Evaluation> evaluations(String reference) {
		return this.jdbc
			.sql("select g.nom, e.satisfaction, e.participants, e.acquis, e.difficultes, e.suites"
					+ " from mission_evaluation e join mission_groupe g on g.id = e.groupe where g.reference = ?"
					+ " order by g.rang")
			.param(reference)
			.query((ligne, numero) -> new Evaluation(ligne.getString("nom"), ligne.getInt("satisfaction"),
					ligne.getInt("participants"), ligne.getString("acquis"), ligne.getString("difficultes"),
					ligne.getString("suites")))
			.list();
	}

	/**
	 * An enterprise at a moment; what is not known is null.
	 *
	 * @param chiffreAffaires turnover of a year, in euros
	 * @param emplois people at work, the craftsperson included
	 */
	public record Situation(Moment moment, BigDecimal chiffreAffaires, Integer emplois, String marches) {
	}

	/**
	 * What was found for a filière, by its name.
	 *
	 * @param nomDuMoment when, as people read it
	 */
	public record Constat(String filiere, Moment moment, String nomDuMoment, String texte) {
	}

	/**
	 * What a group thinks of the mission.
	 *
	 * @param satisfaction from 1, not at all, to 4, entirely
	 */
	public record Evaluation(String groupe, int satisfaction, int participants, String acquis, String difficultes,
			String suites) {

		public String satisfactionEnMots() {
			return switch (this.satisfaction) {
				case 1 -> "Pas du tout";
				case 2 -> "Plutôt non";
				case 3 -> "Plutôt oui";
				default -> "Tout à fait";
			};
		}

	}

	/** What the enterprises of a filière add up to, at each moment that was noted. */
	List<BilanFiliere.Totaux> totaux(String reference, String filiere) {
		return this.jdbc.sql("""
				select s.moment, count(s.chiffre_affaires) as chiffres, sum(s.chiffre_affaires) as chiffre_affaires,
				count(s.emplois) as effectifs, sum(s.emplois) as emplois
				from mission_situation s join mission_entreprise e on e.id = s.entreprise
				where e.reference = ? and e.filiere = ? group by s.moment""")
			.params(reference, filiere)
			.query((ligne, numero) -> new BilanFiliere.Totaux(Moment.of(ligne.getString("moment")),
					new BilanFiliere.Cumul(ligne.getInt("chiffres"), ligne.getBigDecimal("chiffre_affaires")),
					new BilanFiliere.Cumul(ligne.getInt("effectifs"), ligne.getBigDecimal("emplois"))))
			.list();
	}

}
