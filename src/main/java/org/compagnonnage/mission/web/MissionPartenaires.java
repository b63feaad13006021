package org.compagnonnage.mission.web;

import java.util.LinkedHashMap;
import java.util.Map;

import org.compagnonnage.partner.ProgrammeSuivi;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mission brings to the partner API: its states, in the partners' words. */
@Configuration(proxyBeanMethods = false)
class MissionPartenaires {

	static final String PROGRAMME = "mission-compagnonnage";

	@Bean
	ProgrammeSuivi missionSuivie() {
		Map<String, String> etats = new LinkedHashMap<>();
		etats.put("cadrage", "la demande est examinée, puis la mission planifiée et son équipe composée");
		etats.put("diagnostic", "les entreprises et les filières sont diagnostiquées");
		etats.put("accompagnement", "les préconisations sont formulées et mises en œuvre avec les artisans");
		etats.put("action-collective", "chaque groupe d'artisans mène son action collective");
		etats.put("capitalisation", "la mission est évaluée, suivie à trois et six mois, puis capitalisée");
		Map<String, String> issues = new LinkedHashMap<>();
		issues.put("mission-capitalisee", "la mission est menée à son terme, la note et le plan d'action sont remis");
		issues.put("mission-annulee", "la mission a été annulée");
		issues.put("demande-non-recevable", "la demande n'a pas été retenue, ou n'a pas été complétée");
		issues.put("dossier-annule", "le dossier a été annulé par l'organisation");
		return new ProgrammeSuivi(PROGRAMME, "Mission de compagnonnage artisanal", etats, issues);
	}

}
