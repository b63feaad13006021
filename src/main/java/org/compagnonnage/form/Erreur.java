package org.compagnonnage.form;

import java.util.List;

/** What is wrong with one field, in French, for the person who filled it in. */
public record Erreur(String champ, String message) {

	/** The only thing that is wrong. */
	public static List<Erreur> de(String champ, String message) {
		return List.of(new Erreur(champ, message));
	}

}
