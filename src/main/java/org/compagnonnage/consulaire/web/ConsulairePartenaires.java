package org.compagnonnage.consulaire.web;

import java.util.LinkedHashMap;
import java.util.Map;

import org.compagnonnage.partner.ProgrammeSuivi;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the consular programme brings to the partner API: its states and outcomes. */
@Configuration(proxyBeanMethods = false)
class ConsulairePartenaires {

	static final String PROGRAMME = "programme-consulaire";

	@Bean
	ProgrammeSuivi programmeConsulaireSuivi() {
		Map<String, String> etats = new LinkedHashMap<>();
		etats.put("cadrage", "la demande est examinée, puis le partenaire de référence est identifié");
		etats.put("termes-de-reference", "les experts et le partenaire de référence s'accordent sur le programme");
		etats.put("diagnostic", "le diagnostic de terrain est mené, puis restitué, et les axes sont choisis");
		etats.put("accompagnement", "les axes de l'accompagnement sont menés en parallèle");
		etats.put("bilan", "le bilan du programme est dressé");
		Map<String, String> issues = new LinkedHashMap<>();
		issues.put("programme-acheve", "le programme est achevé et son bilan est envoyé aux deux parties");
		issues.put("programme-interrompu", "le programme a été interrompu");
		issues.put("demande-non-recevable", "la demande ne peut pas être suivie, ou elle est restée sans réponse");
		issues.put("dossier-annule", "le dossier a été annulé par l'équipe");
		return new ProgrammeSuivi(PROGRAMME, "Programme de compagnonnage consulaire", etats, issues);
	}

}
