package org.compagnonnage.document;

import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.springframework.util.function.SingletonSupplier;

/**
 * The rule for a text that a document can print, which is what its font can draw: asked
 * where a text is entered, so that nothing is taken that would stop a contract later.
 */
public final class Imprimable {

	private static final Pattern ESPACES = Pattern.compile("[\u2000-\u200a\u202f\u205f]");

	private static final Pattern TIRETS = Pattern.compile("[\u2010\u2011]");

	private static final Pattern INVISIBLES = Pattern.compile("[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]");

	/** Read at the first text, not at start-up. */
	private static final Supplier<Police> POLICE = SingletonSupplier.of(Police::new);

	private Imprimable() {
	}

	/**
	 * The first character of a text that no document can print, or empty when all of them
	 * can be.
	 */
	static Optional<String> caractereImpossible(String texte) {
		return simple(texte).codePoints()
			.filter((code) -> code >= ' ' && !POLICE.get().dessine(code))
			.mapToObj(Character::toString)
			.findFirst();
	}

	/** What to tell the person who enters a text that no document can print. */
	public static Optional<String> refus(String texte) {
		return caractereImpossible(texte)
			.map("Ce texte contient « %s », un caractère qui ne peut pas être imprimé dans un document."::formatted);
	}

	/** The text as it is printed: composed accents, plain spaces and hyphens. */
	static String simple(String texte) {
		String simple = INVISIBLES.matcher(Normalizer.normalize(texte, Normalizer.Form.NFC)).replaceAll("");
		return TIRETS.matcher(ESPACES.matcher(simple).replaceAll("\u00a0")).replaceAll("-");
	}

}
