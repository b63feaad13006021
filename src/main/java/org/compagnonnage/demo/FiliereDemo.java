package org.compagnonnage.demo;

import java.util.List;
import java.util.Map;

/** What the missions of the demo find in a filière, in the words of its people. */
enum FiliereDemo {

	BOIS("bois", "Mobilier d'école et d'hôtel, aujourd'hui importé.", "Menuisiers de %s",
			List.of("Menuiserie du Fleuve, %s", "Atelier Sahel Bois, %s"),
			Map.of("approvisionnement", "Le bois est acheté à la planche, au jour le jour, sans choix de l'essence.",
					"production", "Deux machines sur cinq fonctionnent ; les assemblages se font à la main.",
					"organisationAtelier", "L'atelier n'a ni aspiration ni zone de finition.", "commercialisation",
					"Les clients sont du quartier ; aucun devis n'est écrit.", "besoins",
					"Sécher le bois, réparer la dégauchisseuse, apprendre à chiffrer un devis."),
			Map.of("environnementEconomique", "Les hôtels et les écoles s'équipent, avec du mobilier importé.",
					"environnementInstitutionnel", "La chambre de métiers tient un guichet, sans conseiller du bois.",
					"environnementSocial", "Les apprentis apprennent sans contrat et partent vers les villes."),
			List.of("Sécher le bois avant l'usinage", "Écrire un devis pour chaque commande"),
			"Construire un séchoir solaire pour le groupe", "Acheter le bois ensemble",
			"Payer le bois 10 % moins cher en commandant à plusieurs."),

	TEXTILE("textile", "Bogolan et tissages pour la décoration et l'export.", "Tisserandes de %s",
			List.of("Tissages Nafa, %s", "Teinture Benkadi, %s"),
			Map.of("approvisionnement", "Le coton filé vient d'un seul grossiste, qui fixe le prix.", "production",
					"Métiers en bon état, mais des largeurs différentes d'une pièce à l'autre.", "organisationAtelier",
					"Les bains de teinture se font dehors, sans évacuation.", "commercialisation",
					"Ventes sur le marché du dimanche ; une commande d'hôtel par an.", "besoins",
					"Tenir des largeurs régulières, traiter les eaux, présenter une collection."),
			Map.of("environnementEconomique",
					"La décoration recherche le tissé main ; les imitations baissent les prix.",
					"environnementInstitutionnel", "Un label régional se prépare avec la chambre de métiers.",
					"environnementSocial", "Les femmes tissent le soir, après les champs et la maison."),
			List.of("Caler les largeurs sur un gabarit commun", "Fixer les couleurs avec un mordant naturel"),
			"Bâtir un bac de décantation pour les bains", "Présenter une collection commune",
			"Vendre ensemble à trois hôtels de la région.");

	private final String code;

	private final String marche;

	private final String groupe;

	private final List<String> entreprises;

	private final Map<String, String> constat;

	private final Map<String, String> environnement;

	private final List<String> preconisations;

	private final String preconisationCollective;

	private final String action;

	private final String objectif;

	FiliereDemo(String code, String marche, String groupe, List<String> entreprises, Map<String, String> constat,
			Map<String, String> environnement, List<String> preconisations, String preconisationCollective,
			String action, String objectif) {
		this.code = code;
		this.marche = marche;
		this.groupe = groupe;
		this.entreprises = entreprises;
		this.constat = constat;
		this.environnement = environnement;
		this.preconisations = preconisations;
		this.preconisationCollective = preconisationCollective;
		this.action = action;
		this.objectif = objectif;
	}

	/** The filière of a task, which shows its code. */
	static FiliereDemo de(Map<String, Object> vu) {
		return "bois".equals(vu.get("filiere")) ? BOIS : TEXTILE;
	}

	String code() {
		return this.code;
	}

	/** The promising market. */
	String marche() {
		return this.marche;
	}

	/** The group of craftspeople of a town. */
	String groupe(String ville) {
		return this.groupe.formatted(ville);
	}

	/** The enterprises of a town. */
	List<String> entreprises(String ville) {
		return this.entreprises.stream().map((entreprise) -> entreprise.formatted(ville)).toList();
	}

	/** What is seen in a workshop, by field. */
	Map<String, String> constat() {
		return this.constat;
	}

	/** What is around the workshops, by field. */
	Map<String, String> environnement() {
		return this.environnement;
	}

	/** What is recommended to each enterprise; the first is the priority. */
	List<String> preconisations() {
		return this.preconisations;
	}

	String preconisationCollective() {
		return this.preconisationCollective;
	}

	/** The collective action of a group. */
	String action() {
		return this.action;
	}

	/** Its common economic objective. */
	String objectif() {
		return this.objectif;
	}

}
