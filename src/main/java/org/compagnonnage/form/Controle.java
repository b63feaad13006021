package org.compagnonnage.form;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A rule of a feature on what is entered in one of its forms, beyond what the form's own
 * schema says. Called after the schema's checks held, before the engine changes anything.
 */
public interface Controle {

	/** Id of the form to which the rule belongs. */
	String formulaire();

	/**
	 * Checks what was entered; a list is a {@code List<Map<String, Object>>}.
	 * @param saisie values entered, by field
	 * @param dossier variables of the case before the entry; empty at a start
	 * @return what is wrong, empty when all is well
	 */
	List<Erreur> verifier(Map<String, Object> saisie, Map<String, Object> dossier);

	/** The rule of one form. */
	static Controle de(String formulaire, BiFunction<Map<String, Object>, Map<String, Object>, List<Erreur>> regle) {
		return new Controle() {

			@Override
			public String formulaire() {
				return formulaire;
			}

			@Override
			public List<Erreur> verifier(Map<String, Object> saisie, Map<String, Object> dossier) {
				return regle.apply(saisie, dossier);
			}

		};
	}

	/** Whether nothing was answered. */
	static boolean vide(Object valeur) {
		return valeur == null || valeur.toString().isBlank();
	}

}
