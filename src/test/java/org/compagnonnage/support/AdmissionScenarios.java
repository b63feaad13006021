package org.compagnonnage.support;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Opens admissions of the territory 37 and hands each to a test as a scenario. */
public class AdmissionScenarios {

	private final Atelier atelier;

	AdmissionScenarios(Atelier atelier) {
		this.atelier = atelier;
	}

	/** A person who came by themselves and whom the référent enters in Tasklist. */
	public AdmissionScenario ouvrir() {
		return demarrer(Map.of("porteurPrenom", "Léa", "porteurNom", "Martin", "porteurCourriel", "lea@exemple.fr",
				"porteurTelephone", "06 12 34 56 78", "territoire", "37", "projetResume",
				"Graphisme pour les artisans de Touraine", "origine", "spontanee"));
	}

	/** A person who comes back after a closed case. */
	public AdmissionScenario rouvrir(String dossierOrigine) {
		return demarrer(Map.of("dossierOrigine", dossierOrigine, "origine", "spontanee"));
	}

	private AdmissionScenario demarrer(Map<String, Object> demande) {
		String id = this.atelier.tasklist()
			.demarrer("referent37", "admission-cae", demande)
			.reussie()
			.path("id")
			.asText();
		String reference = this.atelier.tasklist()
			.appeler("referent37", "GET", "/process-instance/" + id, null)
			.reussie()
			.path("businessKey")
			.asText();
		return suivre(reference);
	}

	/** A case that was opened otherwise. */
	public AdmissionScenario suivre(String reference) {
		return new AdmissionScenario(reference, this.atelier);
	}

	/** The diagnostic of a designer with regular clients, who reaches the CESA. */
	public static Map<String, Object> diagnosticCesa() {
		Map<String, Object> diagnostic = new LinkedHashMap<>();
		diagnostic.put("souhait", "rejoindre");
		diagnostic.put("economieCreative", true);
		diagnostic.put("cadreLegalAdapte", true);
		diagnostic.put("stadeProjet", "activite");
		diagnostic.put("offreDefinie", true);
		diagnostic.put("clientsPrets", true);
		diagnostic.put("heuresMensuelles", 40);
		diagnostic.put("caMensuelHT", 1800);
		diagnostic.put("salarieTempsPlein", false);
		return diagnostic;
	}

	/** The same, with other answers. */
	public static Map<String, Object> diagnostic(Map<String, Object> autres) {
		Map<String, Object> diagnostic = diagnosticCesa();
		diagnostic.putAll(autres);
		return diagnostic;
	}

	/** A diagnostic that reaches each orientation. */
	public static Map<String, Object> diagnosticPour(String orientation) {
		return switch (orientation) {
			case "cesa" -> diagnosticCesa();
			case "cape" -> diagnostic(Map.of("heuresMensuelles", 8, "caMensuelHT", 120));
			case "ajournement" ->
				diagnostic(Map.of("heuresMensuelles", 0, "caMensuelHT", 0, "salarieTempsPlein", true));
			case "information-statuts" -> diagnostic(Map.of("souhait", "information"));
			case "redirection-hors-champ" -> diagnostic(Map.of("economieCreative", false));
			case "redirection-cadre-legal" ->
				diagnostic(Map.of("cadreLegalAdapte", false, "motifCadreLegal", "decennale"));
			case "redirection-ideation" -> diagnostic(Map.of("stadeProjet", "ideation"));
			default -> throw new IllegalArgumentException(orientation);
		};
	}

	/** What a chargé administratif enters to prepare a contract that starts on a day. */
	public static Map<String, Object> contrat(String type, String debut) {
		List<String> champs = "cape".equals(type)
				? List.of("Programme", "EngagementsCooperative", "EngagementsPersonne", "Moyens",
						"RemunerationCooperative", "LimitesEngagement", "Comptes")
				: List.of("Objectifs", "ActiviteMinimale", "Moyens", "PartVariable", "Clientele");
		Map<String, Object> contrat = new HashMap<>();
		champs.forEach((champ) -> contrat.put(type + champ, "Texte propre au champ " + type + champ + "."));
		contrat.put(type + "DateDebut", debut);
		if ("cape".equals(type)) {
			contrat.put("capeDureeMois", 12);
		}
		else {
			contrat.put("cesaContribution", 11.5);
			contrat.put("cesaPartFixe", 650);
		}
		return contrat;
	}

}
