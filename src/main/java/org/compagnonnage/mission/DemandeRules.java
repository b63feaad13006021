package org.compagnonnage.mission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.compagnonnage.form.Erreur;
import org.compagnonnage.form.Noms;
import org.compagnonnage.organisation.Organisation;

/**
 * What a request for a mission must not contradict, and what it must hold to be found
 * admissible (S0): the same for the forms and for the partners.
 */
public final class DemandeRules {

	private final Map<String, String> filieresConnues;

	/**
	 * The rules of an organisation.
	 * @param filieres those it knows
	 */
	public DemandeRules(List<Organisation.Filiere> filieres) {
		this.filieresConnues = filieres.stream()
			.collect(Collectors.toMap(Organisation.Filiere::code, Organisation.Filiere::nom, (un, autre) -> un,
					LinkedHashMap::new));
	}

	/**
	 * What contradicts itself in a request, by field, as {@code entreprises[2].groupe}.
	 */
	public List<Erreur> contradictions(Demande demande) {
		List<Erreur> erreurs = new ArrayList<>();
		if (!demande.fin().isAfter(demande.debut())) {
			erreurs.add(new Erreur(MissionModel.MISSION_FIN, "La mission se termine après son début."));
		}
		Set<String> filieres = filieres(demande.filieres(), erreurs);
		Map<String, Demande.Groupe> groupes = groupes(demande.groupes(), filieres, erreurs);
		Set<String> servis = entreprises(demande.entreprises(), filieres, groupes, erreurs);
		sansEntreprise(demande.groupes(), servis, erreurs);
		sansGroupe(demande, erreurs);
		return erreurs;
	}

	private Set<String> filieres(List<Demande.Filiere> lignes, List<Erreur> erreurs) {
		if (lignes.isEmpty()) {
			erreurs.add(new Erreur(MissionModel.FILIERES, "Une mission concerne au moins une filière."));
		}
		Set<String> vues = new HashSet<>();
		for (int i = 0; i < lignes.size(); i++) {
			String filiere = lignes.get(i).filiere();
			String champ = "filieres[%d].filiere".formatted(i);
			if (!this.filieresConnues.containsKey(filiere)) {
				erreurs.add(new Erreur(champ, "Cette filière est inconnue ; les filières sont : %s."
					.formatted(String.join(", ", this.filieresConnues.keySet()))));
			}
			else if (!vues.add(filiere)) {
				erreurs.add(new Erreur(champ, "Cette filière est déjà dans la liste."));
			}
		}
		return vues;
	}

	private static Map<String, Demande.Groupe> groupes(List<Demande.Groupe> lignes, Set<String> filieres,
			List<Erreur> erreurs) {
		Map<String, Demande.Groupe> groupes = new HashMap<>();
		for (int i = 0; i < lignes.size(); i++) {
			Demande.Groupe groupe = lignes.get(i);
			if (groupes.putIfAbsent(Noms.cle(groupe.nom()), groupe) != null) {
				erreurs.add(new Erreur("groupes[%d].nom".formatted(i), "Ce groupe est déjà dans la liste."));
			}
			if (!filieres.contains(groupe.filiere())) {
				erreurs.add(new Erreur("groupes[%d].filiere".formatted(i),
						"Cette filière n'est pas dans la liste des filières de la mission."));
			}
		}
		return groupes;
	}

	/** Returns the groups that have an enterprise. */
	private static Set<String> entreprises(List<Demande.Entreprise> lignes, Set<String> filieres,
			Map<String, Demande.Groupe> groupes, List<Erreur> erreurs) {
		Set<String> vues = new HashSet<>();
		Set<String> servis = new HashSet<>();
		for (int i = 0; i < lignes.size(); i++) {
			Demande.Entreprise entreprise = lignes.get(i);
			if (!vues.add(Noms.cle(entreprise.nom()))) {
				erreurs.add(new Erreur("entreprises[%d].nom".formatted(i), "Cette entreprise est déjà dans la liste."));
			}
			if (!filieres.contains(entreprise.filiere())) {
				erreurs.add(new Erreur("entreprises[%d].filiere".formatted(i),
						"Cette filière n'est pas dans la liste des filières de la mission."));
			}
			Demande.Groupe groupe = groupes.get(Noms.cle(entreprise.groupe()));
			servis.add(Noms.cle(entreprise.groupe()));
			String champ = "entreprises[%d].groupe".formatted(i);
			if (groupe == null) {
				erreurs.add(new Erreur(champ, "Ce groupe n'est pas dans la liste des groupes de la mission."));
			}
			else if (!Objects.equals(groupe.filiere(), entreprise.filiere())) {
				erreurs.add(new Erreur(champ, "Ce groupe est d'une autre filière que l'entreprise."));
			}
		}
		return servis;
	}

	private static void sansEntreprise(List<Demande.Groupe> groupes, Set<String> servis, List<Erreur> erreurs) {
		for (int i = 0; i < groupes.size(); i++) {
			if (!servis.contains(Noms.cle(groupes.get(i).nom()))) {
				erreurs.add(new Erreur("groupes[%d].nom".formatted(i), "Ce groupe n'a pas d'entreprise."));
			}
		}
	}

	private static void sansGroupe(Demande demande, List<Erreur> erreurs) {
		for (int i = 0; i < demande.filieres().size(); i++) {
			String filiere = demande.filieres().get(i).filiere();
			if (demande.groupes().stream().noneMatch((groupe) -> Objects.equals(groupe.filiere(), filiere))) {
				erreurs.add(new Erreur("filieres[%d].filiere".formatted(i), "Cette filière n'a pas de groupe."));
			}
		}
	}

	/**
	 * What a request lacks to be found admissible (S0: promising markets are identified,
	 * the craftspeople are willing and able), in French sentences.
	 */
	public List<String> manques(Demande demande) {
		List<String> manques = new ArrayList<>();
		demande.filieres()
			.stream()
			.filter((filiere) -> filiere.marche() == null)
			.forEach((filiere) -> manques.add("Le marché porteur de la filière « %s » n'est pas identifié."
				.formatted(this.filieresConnues.getOrDefault(filiere.filiere(), filiere.filiere()))));
		if (!Boolean.TRUE.equals(demande.artisansVolontaires())) {
			manques.add("Il n'est pas établi que les artisans veulent et peuvent se positionner sur ces marchés.");
		}
		return manques;
	}

}
