package org.compagnonnage.people;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.compagnonnage.people.Roles.Role;
import org.compagnonnage.support.DossiersEssai;

/** The admission in the table of rights, in two territories. */
class AdmissionEssai implements ProgrammeEssai {

	@Override
	public String processus() {
		return "admission-cae";
	}

	@Override
	public String technique() {
		return "admission-contrat";
	}

	@Override
	public List<Role> roles() {
		return Roles.ADMISSION;
	}

	@Override
	public List<String> perimetres() {
		return List.of("37", "45");
	}

	@Override
	public List<String> groupes(String perimetre) {
		return List.of("referents-" + perimetre, "charges-administratifs", "gerance");
	}

	@Override
	public String premierGroupe(String perimetre) {
		return "referents-" + perimetre;
	}

	@Override
	public String candidat(String groupe, String perimetre) {
		return switch (groupe) {
			case "charges-administratifs" -> "charge-administratif";
			case "gerance" -> "gerance";
			default -> "referent" + perimetre;
		};
	}

	@Override
	public Tache tache(ProcessEngine engine, String groupe, String perimetre) {
		DossiersEssai dossiers = new DossiersEssai(engine);
		return switch (groupe) {
			case "charges-administratifs" -> new Tache(
					dossiers.devant("admission-contrat", "userTask_preparerCape", perimetre, Map.of()),
					"userTask_preparerCape",
					"""
							{"capeDateDebut":{"value":"2099-01-05"},"capeDureeMois":{"value":12},"capeProgramme":{"value":"x"},
							"capeEngagementsCooperative":{"value":"x"},"capeEngagementsPersonne":{"value":"x"},
							"capeMoyens":{"value":"x"},"capeRemunerationCooperative":{"value":"x"},
							"capeLimitesEngagement":{"value":"x"},"capeComptes":{"value":"x"}}""");
			case "gerance" -> new Tache(
					dossiers.devant("admission-place-cesa", "userTask_arbitrerQuota", perimetre,
							Map.of("salarieTempsPlein", false)),
					"userTask_arbitrerQuota", "{\"arbitrageDecision\":{\"value\":\"attendre\"}}");
			default -> new Tache(dossiers.ouvrir(perimetre), "userTask_accueillirPersonne", "{}");
		};
	}

	@Override
	public Tache travail(ProcessEngine engine, String perimetre) {
		return new Tache(new DossiersEssai(engine).devant("admission-contrat", "serviceTask_redigerContrat", perimetre,
				Map.of()), "userTask_preparerCape", "{}");
	}

	@Override
	public String depart(String perimetre) {
		return """
				{"porteurPrenom":{"value":"Léa"},"porteurNom":{"value":"Martin"},
				"porteurCourriel":{"value":"lea@example.org"},"territoire":{"value":"%s"},
				"projetResume":{"value":"x"},"origine":{"value":"spontanee"}}""".formatted(perimetre);
	}

	@Override
	public String toString() {
		return processus();
	}

}
