package org.compagnonnage.consulaire;

import java.util.Map;

/**
 * An axis that somebody wants to open.
 *
 * @param sousDomaine null unless the axis carries out the mandate plan
 */
record NouvelAxe(String domaine, String sousDomaine, String intitule, String modalite) {

	static final String MISE_EN_OEUVRE = "mise-en-oeuvre";

	/** Reads a row of the list of axes, or the form that adds one. */
	static NouvelAxe de(Map<String, Object> champs) {
		String domaine = (String) champs.get("domaine");
		return new NouvelAxe(domaine, MISE_EN_OEUVRE.equals(domaine) ? (String) champs.get("sousDomaine") : null,
				(String) champs.get("intitule"), (String) champs.get("modalite"));
	}

}
