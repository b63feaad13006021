package org.compagnonnage.mission;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
		String entreprise = (String) variables.get(MissionModel.ENTREPRISE);
		return (entreprise != null) ? preconisations(entreprise)
				: rapport((String) variables.get(MissionModel.REFERENCE), (String) variables.get(MissionModel.FILIERE));
	}

	private Map<String, Object> rapport(String reference, String filiere) {
		Diagnostic.Environnement environnement = this.diagnostics.environnement(reference, filiere).orElseThrow();
		Diagnostic.Conclusion conclusion = this.diagnostics.conclusion(reference, filiere).orElseThrow();
		Map<String, Object> valeurs = new HashMap<>();
		valeurs.put(FiliereModel.ENVIRONNEMENT_ECONOMIQUE, environnement.economique());
		valeurs.put(FiliereModel.ENVIRONNEMENT_INSTITUTIONNEL, environnement.institutionnel());
		valeurs.put(FiliereModel.ENVIRONNEMENT_SOCIAL, environnement.social());
		valeurs.put(FiliereModel.BESOINS_REELS, conclusion.besoins());
		valeurs.put(FiliereModel.PRIORITES, conclusion.priorites().stream().map(FiliereDocuments::ligne).toList());
		valeurs.put("entreprises",
				this.diagnostics.deLaFiliere(reference, filiere).stream().map(FiliereDocuments::ligne).toList());
		return valeurs;
	}

	private Map<String, Object> preconisations(String id) {
		Missions.Entreprise entreprise = this.missions.entreprise(id);
		List<Preconisation> toutes = this.preconisations.deLEntreprise(id, entreprise.groupe());
		Map<String, Object> valeurs = new HashMap<>();
		valeurs.put(MissionModel.GROUPE_NOM, this.missions.groupe(entreprise.groupe()).nom());
		valeurs.put("individuelles",
				toutes.stream()
					.filter((preconisation) -> preconisation.entreprise() != null)
					.map(FiliereDocuments::ligne)
					.toList());
		valeurs.put("collectives",
				toutes.stream()
					.filter((preconisation) -> preconisation.groupe() != null)
					.map(FiliereDocuments::ligne)
					.toList());
		return valeurs;
	}

	private static Map<String, Object> ligne(Diagnostic.Priorite priorite) {
		Map<String, Object> ligne = new LinkedHashMap<>();
		ligne.put("intitule", priorite.intitule());
		ligne.put("raison", priorite.raison());
		return ligne;
	}

	private static Map<String, Object> ligne(Diagnostic.Entreprise entreprise) {
		Map<String, Object> ligne = new LinkedHashMap<>();
		ligne.put("nom", entreprise.nom());
		ligne.put("groupe", entreprise.groupe());
		ligne.put("contact", entreprise.contactNom());
		ligne.put(FiliereModel.APPROVISIONNEMENT, entreprise.constat().approvisionnement());
		ligne.put(FiliereModel.PRODUCTION, entreprise.constat().production());
		ligne.put("organisation", entreprise.constat().organisation());
		ligne.put(FiliereModel.COMMERCIALISATION, entreprise.constat().commercialisation());
		ligne.put(FiliereModel.BESOINS, entreprise.constat().besoins());
		return ligne;
	}

	private static Map<String, Object> ligne(Preconisation preconisation) {
		Map<String, Object> ligne = new LinkedHashMap<>();
		ligne.put("numero", preconisation.numero());
		ligne.put("intitule", preconisation.intitule());
		ligne.put("detail", preconisation.detail());
		ligne.put("etape", preconisation.etape().libelle());
		ligne.put("responsable", preconisation.responsable());
		ligne.put("echeance", preconisation.echeance());
		return ligne;
	}

}
