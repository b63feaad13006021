package org.compagnonnage.form;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names and titles that people type, compared as people read them, in every script. */
public final class Noms {

	/**
	 * Accents; the marks of other scripts tell words apart and stay.
	 */
	private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

	private static final Pattern SEPARATIONS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

	private Noms() {
	}

	/** Whether two names are the same, whatever their case, accents and punctuation. */
	public static boolean memes(String un, String autre) {
		return cle(un).equals(cle(autre));
	}

	/**
	 * What two names have in common that are the same.
	 * @param nom as it was typed; null is as good as blank
	 */
	public static String cle(String nom) {
		if (nom == null) {
			return "";
		}
		String sansAccents = ACCENTS.matcher(Normalizer.normalize(nom, Normalizer.Form.NFKD)).replaceAll("");
		String minuscules = sansAccents.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
		String mots = SEPARATIONS.matcher(minuscules).replaceAll(" ").strip();
		// A name of signs alone is told from another one by its signs.
		return mots.isEmpty() ? minuscules.strip() : mots;
	}

}
