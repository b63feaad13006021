package org.compagnonnage.mission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.compagnonnage.form.Noms;
import org.compagnonnage.organisation.Organisation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The filières, groups and enterprises of missions; models go through them by their ids.
 */
@Component("missions")
public class Missions {

	private static final String FILIERE = "select reference, filiere, marche, expert_metier, artisan from mission_filiere";

	private static final String GROUPE = "select id, reference, filiere, nom from mission_groupe";

	private static final String ENTREPRISE = "select id, reference, filiere, groupe, nom, contact_nom, contact_courriel"
			+ " from mission_entreprise";

	private final JdbcClient jdbc;

	private final Organisation organisation;

	Missions(JdbcClient jdbc, Organisation organisation) {
		this.jdbc = jdbc;
		this.organisation = organisation;
	}

	/**
	 * Writes what a request found admissible names, instead of what it named before.
	 * @param demande a request whose rows {@link DemandeRules} found free of
	 * contradictions
	 */
	@Transactional
	void inscrire(String reference, Demande demande) {
		for (String table : List.of("mission_entreprise", "mission_groupe", "mission_filiere")) {
			this.jdbc.sql("delete from " + table + " where reference = ?").param(reference).update();
		}
		int rang = 0;
		for (Demande.Filiere filiere : demande.filieres()) {
			this.jdbc.sql("insert into mission_filiere (reference, filiere, marche, rang) values (?, ?, ?, ?)")
				.params(reference, filiere.filiere(), filiere.marche(), rang++)
				.update();
		}
		Map<String, String> groupes = new HashMap<>();
		for (Demande.Groupe groupe : demande.groupes()) {
			Groupe nouveau = new Groupe(UUID.randomUUID().toString(), reference, groupe.filiere(), groupe.nom());
			groupes.put(Noms.cle(nouveau.nom()), nouveau.id());
			this.jdbc.sql("insert into mission_groupe (id, reference, filiere, nom, rang) values (?, ?, ?, ?, ?)")
				.params(nouveau.id(), reference, nouveau.filiere(), nouveau.nom(), rang++)
				.update();
		}
		for (Demande.Entreprise entreprise : demande.entreprises()) {
			this.jdbc
				.sql("insert into mission_entreprise (id, reference, filiere, groupe, nom, contact_nom,"
						+ " contact_courriel, rang) values (?, ?, ?, ?, ?, ?, ?, ?)")
				.params(UUID.randomUUID().toString(), reference, entreprise.filiere(),
						groupes.get(Noms.cle(entreprise.groupe())), entreprise.nom(), entreprise.contactNom(),
						entreprise.contactCourriel(), rang++)
				.update();
		}
	}

	/** Names who is engaged for a filière: logins. */
	@Transactional
	void affecter(String reference, String filiere, String expertMetier, String artisan) {
		this.jdbc.sql("update mission_filiere set expert_metier = ?, artisan = ? where reference = ? and filiere = ?")
			.params(expertMetier, artisan, reference, filiere)
			.update();
	}

	/** Codes of the filières of a mission, in the order of the request. */
	public List<String> filieres(String reference) {
		return this.jdbc.sql("select filiere from mission_filiere where reference = ? order by rang")
			.param(reference)
			.query(String.class)
			.list();
	}

	/** Ids of the groups of a filière. */
	public List<String> groupes(String reference, String filiere) {
		return this.jdbc.sql("select id from mission_groupe where reference = ? and filiere = ? order by rang")
			.params(reference, filiere)
			.query(String.class)
			.list();
	}

	/** Ids of the enterprises of a filière. */
	public List<String> entreprises(String reference, String filiere) {
		return this.jdbc.sql("select id from mission_entreprise where reference = ? and filiere = ? order by rang")
			.params(reference, filiere)
			.query(String.class)
			.list();
	}

	public Filiere filiere(String reference, String filiere) {
		return this.jdbc.sql(FILIERE + " where reference = ? and filiere = ?")
			.params(reference, filiere)
			.query((ligne, numero) -> new Filiere(ligne.getString("reference"), ligne.getString("filiere"),
					nomDeLaFiliere(ligne.getString("filiere")), ligne.getString("marche"),
					ligne.getString("expert_metier"), ligne.getString("artisan")))
			.single();
	}

	/** A filière as people read it. */
	public String nomDeLaFiliere(String code) {
		return this.organisation.nomDeLaFiliere(code);
	}

	public Groupe groupe(String id) {
		return this.jdbc.sql(GROUPE + " where id = ?").param(id).query(Groupe.class).single();
	}

	public Entreprise entreprise(String id) {
		return this.jdbc.sql(ENTREPRISE + " where id = ?").param(id).query(Entreprise.class).single();
	}

	/** The enterprises of a filière, with all that is known of them. */
	public List<Entreprise> entreprisesDeLaFiliere(String reference, String filiere) {
		return this.jdbc.sql(ENTREPRISE + " where reference = ? and filiere = ? order by rang")
			.params(reference, filiere)
			.query(Entreprise.class)
			.list();
	}

	/** The enterprises of a group. */
	public List<Entreprise> entreprisesDuGroupe(String groupe) {
		return this.jdbc.sql(ENTREPRISE + " where groupe = ? order by rang")
			.param(groupe)
			.query(Entreprise.class)
			.list();
	}

	/**
	 * A filière of a mission.
	 *
	 * @param filiere its code
	 * @param nom as people read it
	 * @param marche the promising market
	 * @param expertMetier login of its expert, null before one is named
	 * @param artisan login of its artisan sans frontières, null before one is named
	 */
	public record Filiere(String reference, String filiere, String nom, String marche, String expertMetier,
			String artisan) {
	}

	/** A group of craftspeople of one filière. */
	public record Groupe(String id, String reference, String filiere, String nom) {
	}

	/**
	 * An enterprise of a group.
	 *
	 * @param groupe id of its group
	 * @param contactNom may be null
	 * @param contactCourriel may be null
	 */
	public record Entreprise(String id, String reference, String filiere, String groupe, String nom, String contactNom,
			String contactCourriel) {
	}

}
