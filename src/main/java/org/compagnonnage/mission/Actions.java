package org.compagnonnage.mission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The collective actions of all missions, one per group, kept when the case is over. */
@Component
class Actions {

	private static final String LIRE = """
			select a.groupe, g.nom, a.intitule, a.objectif, a.description, a.debut, a.fin, a.budget, a.validee_le,
			a.avancement, a.difficultes, a.commencee_le, a.terminee_le, a.issue, a.resultat, a.enseignements
			from mission_action a join mission_groupe g on g.id = a.groupe
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Actions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Records what a group plans, in place of what it planned before. */
	@Transactional
	void concevoir(String reference, String filiere, String groupe, ActionCollective.Projet projet) {
		this.jdbc.sql("delete from mission_action where groupe = ?").param(groupe).update();
		this.jdbc.sql("""
				insert into mission_action (groupe, reference, filiere, intitule, objectif, description, debut, fin,
				budget) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(groupe, reference, filiere, projet.intitule(), projet.objectif(), projet.description(),
					projet.debut(), projet.fin(), projet.budget())
			.update();
	}

	/** The coordinateur validates the action today. */
	@Transactional
	void valider(String groupe) {
		this.jdbc.sql("update mission_action set validee_le = ? where groupe = ?")
			.params(LocalDate.now(this.clock), groupe)
			.update();
	}

	/** Records how the action was carried out. */
	@Transactional
	void suivre(String groupe, String avancement, String difficultes, LocalDate commenceeLe, LocalDate termineeLe) {
		this.jdbc.sql("""
				update mission_action set avancement = ?, difficultes = ?, commencee_le = ?, terminee_le = ?
				where groupe = ?""").params(avancement, difficultes, commenceeLe, termineeLe, groupe).update();
	}

	/**
	 * Records what came of the action.
	 * @param issue {@code realisee} or {@code non-aboutie}
	 * @param enseignements what the group learnt, null when nothing was said
	 */
	@Transactional
	void conclure(String groupe, String issue, String resultat, String enseignements) {
		this.jdbc.sql("update mission_action set issue = ?, resultat = ?, enseignements = ? where groupe = ?")
			.params(issue, resultat, enseignements, groupe)
			.update();
	}

	Optional<ActionCollective> duGroupe(String groupe) {
		return this.jdbc.sql(LIRE + "where a.groupe = ?").param(groupe).query(Actions::lire).optional();
	}

	/** The actions of a mission, filière by filière. */
	List<ActionCollective> duDossier(String reference) {
		return this.jdbc.sql(LIRE + "where a.reference = ? order by g.rang")
			.param(reference)
			.query(Actions::lire)
			.list();
	}

	private static ActionCollective lire(ResultSet ligne, int rang) throws SQLException {
		ActionCollective.Bilan bilan = (ligne.getString("issue") == null) ? null
				: new ActionCollective.Bilan(ligne.getString("avancement"), ligne.getString("difficultes"),
						ligne.getObject("commencee_le", LocalDate.class),
						ligne.getObject("terminee_le", LocalDate.class), ligne.getString("issue"),
						ligne.getString("resultat"), ligne.getString("enseignements"));
		return new ActionCollective(ligne.getString("groupe"), ligne.getString("nom"),
				new ActionCollective.Projet(ligne.getString("intitule"), ligne.getString("objectif"),
						ligne.getString("description"), ligne.getObject("debut", LocalDate.class),
						ligne.getObject("fin", LocalDate.class), ligne.getBigDecimal("budget")),
				ligne.getObject("validee_le", LocalDate.class), bilan);
	}

}
