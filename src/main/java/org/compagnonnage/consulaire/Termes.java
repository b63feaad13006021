package org.compagnonnage.consulaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.compagnonnage.form.Lignes;

/**
 * The text of the terms of reference, which is agreed when one side accepts, word for
 * word, what the other one wrote last.
 */
record Termes(String contexte, String objectifs, String outils, List<Map<String, Object>> etapes) {

	/** Reads the text from what is entered, or from what the case has. */
	static Termes de(Map<String, Object> valeurs) {
		return new Termes(texte(valeurs.get(ConsulaireModel.TERMES_CONTEXTE)),
				texte(valeurs.get(ConsulaireModel.TERMES_OBJECTIFS)), texte(valeurs.get(ConsulaireModel.TERMES_OUTILS)),
				Lignes.de(valeurs.get(ConsulaireModel.TERMES_ETAPES)).stream().map(Termes::ligne).toList());
	}

	/** The text as one row, to be kept beside a task. */
	Map<String, Object> enLigne() {
		Map<String, Object> ligne = new LinkedHashMap<>();
		ligne.put(ConsulaireModel.TERMES_CONTEXTE, this.contexte);
		ligne.put(ConsulaireModel.TERMES_OBJECTIFS, this.objectifs);
		ligne.put(ConsulaireModel.TERMES_OUTILS, this.outils);
		ligne.put(ConsulaireModel.TERMES_ETAPES, this.etapes);
		return ligne;
	}

	/**
	 * Why a side cannot accept, or empty when it can.
	 * @param partie the side that accepts
	 * @param auteur the side that wrote the text last
	 * @param avant the text as that side got it
	 */
	Optional<String> refusDAccepter(String partie, String auteur, Termes avant) {
		if (!equals(avant)) {
			return Optional.of("Vous avez modifié le texte : renvoyez-le, l'autre partie l'acceptera ou non.");
		}
		return partie.equals(auteur) ? Optional
			.of("Ce texte est le vôtre et l'autre partie ne l'a pas accepté : répondez à ses remarques et renvoyez-le.")
				: Optional.empty();
	}

	private static Map<String, Object> ligne(Map<String, Object> ligne) {
		Map<String, Object> remplie = new TreeMap<>();
		ligne.forEach((champ, valeur) -> {
			if (!texte(valeur).isEmpty()) {
				remplie.put(champ, texte(valeur));
			}
		});
		return remplie;
	}

	/** A browser may send other line ends than it got. */
	private static String texte(Object valeur) {
		return Objects.toString(valeur, "").replace("\r\n", "\n").strip();
	}

}
