package org.compagnonnage.centre.web;

import java.util.LinkedHashMap;
import java.util.Map;

import org.compagnonnage.partner.ProgrammeSuivi;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What resource centres bring to the partner API: their states and outcomes. */
@Configuration(proxyBeanMethods = false)
class CentrePartenaires {

	static final String PROGRAMME = "centre-ressources";

	@Bean
	ProgrammeSuivi centreSuivi() {
		Map<String, String> etats = new LinkedHashMap<>();
		etats.put("eligibilite", "les conditions d'un centre sont examinées avec vous");
		etats.put("ingenierie", "le périmètre est défini, l'équipe formée, les ateliers installés");
		etats.put("ouverture-services", "les services d'appui ouvrent l'un après l'autre");
		etats.put("ouverture", "tous les services sont ouverts, le centre va ouvrir");
		Map<String, String> issues = new LinkedHashMap<>();
		issues.put("centre-ouvert", "le centre est ouvert");
		issues.put("centre-differe", "le centre est différé, avec nos recommandations");
		issues.put("projet-abandonne", "le projet de centre a été abandonné");
		issues.put("dossier-annule", "le dossier a été annulé par un responsable");
		return new ProgrammeSuivi(PROGRAMME, "Centre de ressources professionnelles", etats, issues);
	}

}
