package org.compagnonnage.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file as a person's computer gave it, made safe: no path, nothing
 * invisible, nothing that another computer refuses in a name.
 */
public record NomFichier(String base, String extension) {

	/** Characters of a whole name. */
	static final int LONGUEUR = 150;

	private static final String SANS_NOM = "document";

	/** What stands for bytes that are no UTF-8. */
	private static final char ILLISIBLE = '\ufffd';

	/** Controls, what turns the direction of reading, halves of characters. */
	private static final Pattern INVISIBLES = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");

	private static final Pattern INTERDITS = Pattern.compile("[<>:\"|?*]");

	/** A version or a date after the last dot is part of the name. */
	private static final Pattern EXTENSION = Pattern.compile("(.*)\\.([A-Za-z][A-Za-z0-9]{0,7})");

	/**
	 * What a program should not have sent as a name: a path, nothing, or what nobody sees
	 * or can read.
	 * @return a sentence that says so, empty when the name may be taken
	 */
	public static Optional<String> refus(String nom) {
		if (nom == null || nom.isBlank()) {
			return Optional.of("Donnez le nom du fichier.");
		}
		if (nom.indexOf('/') >= 0 || nom.indexOf('\\') >= 0) {
			return Optional.of("Donnez le nom du fichier seul, sans chemin.");
		}
		return (INVISIBLES.matcher(nom).find() || nom.indexOf(ILLISIBLE) >= 0)
				? Optional.of("Le nom du fichier contient un caractère invisible ou illisible.") : Optional.empty();
	}

	/** Reads a name; a missing one is as good as an empty one. */
	static NomFichier de(String nom) {
		String propre = (nom != null) ? nom.substring(Math.max(nom.lastIndexOf('/'), nom.lastIndexOf('\\')) + 1) : "";
		propre = INVISIBLES.matcher(Normalizer.normalize(propre, Normalizer.Form.NFC)).replaceAll("");
		propre = bords(INTERDITS.matcher(propre).replaceAll("-").replaceAll("\\s+", " "));
		Matcher parties = EXTENSION.matcher(propre);
		return parties.matches() ? new NomFichier(bords(parties.group(1)), parties.group(2).toLowerCase(Locale.ROOT))
				: new NomFichier(propre, "");
	}

	/** The name without its ending, should that not be one of its type. */
	NomFichier sansExtension() {
		return this.extension.isEmpty() ? this : new NomFichier(this.base + "." + this.extension, "");
	}

	NomFichier avec(String autre) {
		return new NomFichier(this.base, autre);
	}

	/** The whole name, cut where it is too long. */
	@Override
	public String toString() {
		String debut = this.base.isEmpty() ? SANS_NOM : this.base;
		String fin = this.extension.isEmpty() ? "" : "." + this.extension;
		int place = LONGUEUR - fin.length();
		if (debut.length() > place) {
			debut = bords(debut.substring(0, Character.isHighSurrogate(debut.charAt(place - 1)) ? place - 1 : place));
		}
		return debut + fin;
	}

	/** A name neither hides behind a dot nor ends in one. */
	private static String bords(String nom) {
		return nom.replaceAll("^[\\s.]+|[\\s.]+$", "");
	}

}
