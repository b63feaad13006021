package org.compagnonnage.mission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.compagnonnage.document.ValeursDocument;
import org.compagnonnage.form.Lignes;
import org.compagnonnage.people.Personne;
import org.compagnonnage.people.Personnes;

import org.springframework.stereotype.Component;

/**
 * What the capitalisation note and the action plan of a mission say that stands in
 * tables.
 */
@Component
class MissionDocuments implements ValeursDocument {

	private final Missions missions;

	private final Suivis suivis;

	private final Personnes personnes;

	MissionDocuments(Missions missions, Suivis suivis, Personnes personnes) {
		this.missions = missions;
		this.suivis = suivis;
		this.personnes = personnes;
	}

	@Override
	public boolean concerne(String modele) {
		return Set.of("mission/note-capitalisation", "mission/plan-action").contains(modele);
	}

	@Override
	public Map<String, Object> valeurs(Map<String, Object> variables) {
		String reference = (String) variables.get(MissionModel.REFERENCE);
		Map<String, Object> valeurs = new HashMap<>();
		valeurs.put("bilans",
				this.missions.filieres(reference).stream().map((filiere) -> bilan(reference, filiere)).toList());
		valeurs.put("avis", this.suivis.evaluations(reference));
		valeurs.put("actions", Lignes.de(variables.get(MissionModel.PLAN_ACTIONS)));
		return valeurs;
	}

	private Bilan bilan(String reference, String code) {
		Missions.Filiere filiere = this.missions.filiere(reference, code);
		List<Suivis.Constat> constats = this.suivis.constats(reference)
			.stream()
			.filter((constat) -> constat.filiere().equals(filiere.nom()))
			.toList();
		List<Progres> progres = this.missions.entreprisesDeLaFiliere(reference, code).stream().map((entreprise) -> {
			List<Suivis.Situation> situations = this.suivis.situations(entreprise.id());
			return new Progres(entreprise.nom(), situations.get(0), situations.get(situations.size() - 1));
		}).toList();
		return new Bilan(filiere.nom(), filiere.marche(), nom(filiere.expertMetier()), nom(filiere.artisan()), progres,
				constats);
	}

	private String nom(String login) {
		return this.personnes.trouver(login).map(Personne::nomComplet).orElse(login);
	}

	/** A filière from before the mission to six months after it. */
	public record Bilan(String nom, String marche, String expert, String artisan, List<Progres> entreprises,
			List<Suivis.Constat> constats) {
	}

	/** An enterprise before the mission and at the last follow-up. */
	public record Progres(String nom, Suivis.Situation avant, Suivis.Situation apres) {
	}

}
