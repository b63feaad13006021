package org.compagnonnage.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parameters of a request for a list: each at most once, none unknown, and all that
 * is wrong is said at once.
 */
public final class Parametres {

	/** What is said beside what is wrong. */
	public static final String A_CORRIGER = "Corrigez les paramètres de l'adresse.";

	private static final int PAGE_MAXIMALE = 1_000_000;

	private final Map<String, String[]> valeurs;

	private final List<Erreur> erreurs = new ArrayList<>();

	/**
	 * Reads what was sent.
	 * @param valeurs the parameters of the request
	 * @param noms those that there are
	 */
	public Parametres(Map<String, String[]> valeurs, String... noms) {
		this.valeurs = valeurs;
		List<String> connus = List.of(noms);
		valeurs.forEach((nom, lues) -> {
			if (!connus.contains(nom)) {
				this.erreurs.add(new Erreur(nom.matches("[\\w.-]{1,64}") ? nom : "(nom illisible)",
						"Ce paramètre n'existe pas ; il y a : " + String.join(", ", connus) + "."));
			}
			else if (lues.length > 1) {
				this.erreurs.add(new Erreur(nom, "Ce paramètre ne se donne qu'une fois."));
			}
		});
	}

	/**
	 * The value of a parameter.
	 * @param lecture reads it, and refuses it by an {@link IllegalArgumentException} with
	 * a French message
	 * @return null when it was not sent, or is refused
	 */
	public <T> T lire(String nom, Function<String, T> lecture) {
		String[] lues = this.valeurs.get(nom);
		if (lues == null || lues[0].isBlank()) {
			return null;
		}
		try {
			return lecture.apply(lues[0].strip());
		}
		catch (IllegalArgumentException ex) {
			this.erreurs.add(new Erreur(nom, ex.getMessage()));
			return null;
		}
	}

	/** The parameter {@code page}: its number, from 0. */
	public int page() {
		Integer page = lire("page", Parametres::page);
		return (page != null) ? page : 0;
	}

	/** Refuses (400) the request when anything that was read is wrong. */
	public void verifier() {
		if (!this.erreurs.isEmpty()) {
			throw new ProblemeException(TypeProbleme.PARAMETRE_INVALIDE, A_CORRIGER, this.erreurs);
		}
	}

	/** Reads one of these values. */
	public static Function<String, String> parmi(List<String> valeurs) {
		return (valeur) -> {
			refus(valeur, valeurs).ifPresent((refus) -> {
				throw new IllegalArgumentException(refus);
			});
			return valeur;
		};
	}

	/** Why a value is wrong, in French; empty when it is one of these. */
	public static Optional<String> refus(String valeur, List<String> valeurs) {
		return valeurs.contains(valeur) ? Optional.empty()
				: Optional.of("Valeur inconnue ; il y a : " + String.join(", ", valeurs) + ".");
	}

	private static int page(String valeur) {
		if (valeur.matches("[0-9]{1,7}") && Integer.parseInt(valeur) <= PAGE_MAXIMALE) {
			return Integer.parseInt(valeur);
		}
		throw new IllegalArgumentException("Le numéro de page est un entier entre 0 et " + PAGE_MAXIMALE + ".");
	}

}
