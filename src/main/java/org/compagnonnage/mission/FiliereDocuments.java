package org.compagnonnage.mission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.compagnonnage.document.ValeursDocument;

import org.springframework.stereotype.Component;

/**
 * What the diagnostic report of a filière and the recommendations of an enterprise say
 * that stands in tables.
 */
@Component
class FiliereDocuments implements ValeursDocument {

	private static final String RAPPORT = "mission/rapport-diagnostic";

	private static final String PRECONISATIONS = "mission/preconisations";

	private static final String SANS_GROUPE = "Entreprises sans groupe";

	private final Missions missions;

	private final Diagnostics diagnostics;

	private final Preconisations preconisations;

	FiliereDocuments(Missions missions, Diagnostics diagnostics, Preconisations preconisations) {
		this.missions = missions;
		this.diagnostics = diagnostics;
		this.preconisations = preconisations;
	}

	@Override
	public boolean concerne(String modele) {
		return Set.of(RAPPORT, PRECONISATIONS).contains(modele);
	}

	@Override
	public Map<String, Object> valeurs(Map<String, Object> variables) {
		String entreprise = (String) variables.get(FiliereModel.ENTREPRISE);
		return (entreprise != null) ? preconisations(entreprise)
				: rapport((String) variables.get(FiliereModel.REFERENCE), (String) variables.get(FiliereModel.FILIERE));
	}

	private Map<String, Object> rapport(String reference, String filiere) {
		Diagnostic.Environnement environnement = this.diagnostics.environnement(reference, filiere).orElseThrow();
		Diagnostic.Conclusion conclusion = this.diagnostics.conclusion(reference, filiere).orElseThrow();
		List<Diagnostic.Entreprise> entreprises = this.diagnostics.deLaFiliere(reference, filiere);
		Map<String, List<Diagnostic.Entreprise>> groupes = new LinkedHashMap<>();
		entreprises.forEach((entreprise) -> groupes
			.computeIfAbsent(Objects.requireNonNullElse(entreprise.groupe(), SANS_GROUPE), (nom) -> new ArrayList<>())
			.add(entreprise));
		Map<String, Object> valeurs = new HashMap<>();
		valeurs.put("environnement", environnement);
		valeurs.put("besoinsReels", conclusion.besoins());
		valeurs.put("priorites", conclusion.priorites());
		valeurs.put("entreprises", entreprises);
		valeurs.put("groupes", groupes);
		return valeurs;
	}

	private Map<String, Object> preconisations(String id) {
		Missions.Entreprise entreprise = this.missions.entreprise(id);
		List<Preconisation> toutes = this.preconisations.deLEntreprise(id, entreprise.groupe());
		Map<String, Object> valeurs = new HashMap<>();
		valeurs.put("groupeNom",
				(entreprise.groupe() != null) ? this.missions.groupe(entreprise.groupe()).nom() : null);
		valeurs.put("individuelles",
				toutes.stream().filter((preconisation) -> preconisation.entreprise() != null).toList());
		valeurs.put("collectives", toutes.stream().filter((preconisation) -> preconisation.groupe() != null).toList());
		return valeurs;
	}

}
