package org.compagnonnage.admission;

import java.util.List;

/** The orientations of an admission (S3). */
final class Orientation {

	static final String CESA = "cesa";

	static final String CAPE = "cape";

	static final String AJOURNEMENT = "ajournement";

	/** From the least to the best of those between which a person can move. */
	static final List<String> PROGRESSION = List.of(AJOURNEMENT, CAPE, CESA);

	private Orientation() {
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
