package org.compagnonnage.admission;

import java.util.List;
import java.util.Map;

/** The orientations of an admission (S3), with the words in which people read them. */
final class Orientation {

	static final String INFORMATION = "information-statuts";

	static final String CESA = "cesa";

	static final String CAPE = "cape";

	static final String AJOURNEMENT = "ajournement";

	/** From the least to the best of those between which a person can move. */
	static final List<String> PROGRESSION = List.of(AJOURNEMENT, CAPE, CESA);

	private static final Map<String, String> LIBELLES = Map.of(INFORMATION, "Information sur les statuts",
			"redirection-hors-champ", "Redirection : hors du champ de la coopérative", "redirection-cadre-legal",
			"Redirection : cadre légal non adapté", "redirection-ideation", "Redirection : idée à mûrir", CESA,
			"Contrat CESA", CAPE, "Contrat CAPE", AJOURNEMENT, "Ajournement");

	private Orientation() {
	}

	static String libelle(String orientation) {
		return LIBELLES.get(orientation);
	}

	static boolean estUnContrat(String orientation) {
		return CESA.equals(orientation) || CAPE.equals(orientation);
	}

	/**
	 * What the decision answers: the orientation, the stable id of the rule, its French
	 * sentence.
	 */
	record Resultat(String orientation, String regle, String motif) {
	}

}
