package org.compagnonnage.consulaire;

import java.util.Map;

/** The kinds of support (S1) and how they are carried, in words. */
final class Domaines {

	private static final Map<String, String> NOMS = Map.of("formation-elus-cadres", "Formation des élus et des cadres",
			"plan-de-mandature", "Construction d'un plan de mandature", "structuration-administrative",
			"Structuration administrative et fonctionnement des instances", NouvelAxe.MISE_EN_OEUVRE,
			"Mise en œuvre du plan de mandature", "offre-de-services", "Définition d'une offre de services");

	private static final Map<String, String> SOUS_DOMAINES = Map.of("repertoire-des-metiers", "répertoire des métiers",
			"formation-apprentissage", "formation professionnelle et apprentissage", "animation-economique",
			"animation économique", "communication", "communication", "autre", "autre domaine");

	private static final Map<String, String> MODALITES = Map.of("distance", "à distance", "site", "sur place");

	private static final Map<String, String> SATISFACTIONS = Map.of("atteints", "Objectifs atteints", "en-partie",
			"Objectifs atteints en partie", "non-atteints", "Objectifs non atteints");

	private Domaines() {
	}

	static String nom(String domaine, String sousDomaine) {
		String nom = NOMS.getOrDefault(domaine, domaine);
		return (sousDomaine != null) ? nom + " – " + SOUS_DOMAINES.getOrDefault(sousDomaine, sousDomaine) : nom;
	}

	static String modalite(String modalite) {
		return MODALITES.getOrDefault(modalite, modalite);
	}

	static String satisfaction(String satisfaction) {
		return SATISFACTIONS.getOrDefault(satisfaction, satisfaction);
	}

}
