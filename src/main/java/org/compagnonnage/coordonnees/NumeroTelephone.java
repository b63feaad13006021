package org.compagnonnage.coordonnees;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number of 6 to 15 digits (E.164), in the one way of writing that every form
 * of the application takes: digits and plain spaces, after a plus sign or not.
 */
public final class NumeroTelephone {

	/** Characters of a number, as people write it, at most. */
	public static final int ECRITURE_MAXIMALE = 31;

	/** As long as the forms allow. */
	private static final int LONGUEUR_MAXIMALE = 20;

	private static final Pattern ECRITURE = Pattern.compile("\\+?[0-9(][0-9 .()/\u00a0\u2009\u202f\u2011-]{2,28}[0-9]");

	/** The trunk zero that is not dialled after the country's code. */
	private static final Pattern ZERO = Pattern.compile("(?<=^(?:\\+|00).{1,8})\\(0\\)");

	private static final Pattern SEPARATEURS = Pattern.compile("[ .()/\u00a0\u2009\u202f\u2011-]+");

	private static final Pattern PLAUSIBLE = Pattern.compile("\\+?(?: ?[0-9]){6,15}");

	private NumeroTelephone() {
	}

	/**
	 * Reads a number as people write it, with dots, slashes, brackets or no-break spaces.
	 * @return the number as the forms take it, or empty when it is impossible
	 */
	public static Optional<String> lire(String ecrit) {
		if (!ECRITURE.matcher(ecrit).matches()) {
			return Optional.empty();
		}
		String simple = SEPARATEURS.matcher(ZERO.matcher(ecrit).replaceFirst(" ")).replaceAll(" ").strip();
		String court = (simple.length() <= LONGUEUR_MAXIMALE) ? simple : simple.replace(" ", "");
		return Optional.of(court).filter((numero) -> PLAUSIBLE.matcher(numero).matches());
	}

}
