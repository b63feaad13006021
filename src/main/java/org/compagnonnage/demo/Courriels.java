package org.compagnonnage.demo;

import java.text.Normalizer;
import java.util.Locale;

/** The e-mail addresses of the demo, in which nobody is reached. */
final class Courriels {

	private Courriels() {
	}

	/** The address of a person. */
	static String de(String prenom, String nom) {
		return simple(prenom) + '.' + simple(nom) + "@exemple.fr";
	}

	private static String simple(String mots) {
		return Normalizer.normalize(mots, Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^a-z0-9]+", "-");
	}

}
