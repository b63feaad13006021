package org.compagnonnage.mission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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

	private final Preconisations preconisations;

	private final Actions actions;

	private final Personnes personnes;

	private final MissionSettings settings;

	MissionDocuments(Missions missions, Suivis suivis, Preconisations preconisations, Actions actions,
			Personnes personnes, MissionSettings settings) {
		this.missions = missions;
		this.suivis = suivis;
		this.preconisations = preconisations;
		this.actions = actions;
		this.personnes = personnes;
		this.settings = settings;
	}

	@Override
	public boolean concerne(String modele) {
		return Set.of("mission/note-capitalisation", "mission/plan-action").contains(modele);
	}

	@Override
	public Map<String, Object> valeurs(Map<String, Object> variables) {
		String reference = (String) variables.get(MissionModel.REFERENCE);
		List<Missions.Filiere> filieres = this.missions.filieres(reference)
			.stream()
			.map((code) -> this.missions.filiere(reference, code))
			.toList();
		Map<String, List<Suivis.Constat>> constats = this.suivis.constats(reference)
			.stream()
			.collect(Collectors.groupingBy(Suivis.Constat::filiere));
		Map<String, Object> valeurs = new HashMap<>();
		valeurs.put("bilans",
				filieres.stream()
					.map((filiere) -> bilan(filiere, constats.getOrDefault(filiere.nom(), List.of())))
					.toList());
		valeurs.put("actionsCollectives", groupes(reference, filieres));
		valeurs.put("avis", this.suivis.evaluations(reference).stream().map(Avis::de).toList());
		valeurs.put("actions", Lignes.de(variables.get(MissionModel.PLAN_ACTIONS)));
		return valeurs;
	}

	private BilanFiliere bilan(Missions.Filiere filiere, List<Suivis.Constat> constats) {
		List<Preconisation> toutes = this.preconisations.deLaFiliere(filiere.reference(), filiere.filiere());
		return new BilanFiliere(filiere.nom(), filiere.marche(), nom(filiere.expertMetier()), nom(filiere.artisan()),
				this.missions.entreprises(filiere.reference(), filiere.filiere()).size(),
				BilanFiliere.chiffres(this.suivis.totaux(filiere.reference(), filiere.filiere()), this.settings::nom),
				constats.stream()
					.map((constat) -> new BilanFiliere.Constat(constat.nomDuMoment(), constat.texte()))
					.toList(),
				BilanFiliere.comptes(toutes), BilanFiliere.suites(toutes));
	}

	private List<BilanGroupe> groupes(String reference, List<Missions.Filiere> filieres) {
		Map<String, ActionCollective> menees = this.actions.duDossier(reference)
			.stream()
			.collect(Collectors.toMap(ActionCollective::groupe, Function.identity()));
		return filieres.stream()
			.flatMap((filiere) -> this.missions.groupes(reference, filiere.filiere())
				.stream()
				.map((groupe) -> BilanGroupe.de(this.missions.groupe(groupe), filiere, menees.get(groupe))))
			.toList();
	}

	private String nom(String login) {
		return (login != null) ? this.personnes.trouver(login).map(Personne::nomComplet).orElse(login) : null;
	}

	/**
	 * What a group thinks of the mission.
	 *
	 * @param difficultes null when nothing was said, as {@code suites}
	 */
	private record Avis(String groupe, int participants, String satisfaction, String acquis, String difficultes,
			String suites) {

		private static Avis de(Suivis.Evaluation evaluation) {
			return new Avis(evaluation.groupe(), evaluation.participants(), evaluation.satisfactionEnMots(),
					evaluation.acquis(), evaluation.difficultes(), evaluation.suites());
		}

	}

}
