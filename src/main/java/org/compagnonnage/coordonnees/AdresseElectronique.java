package org.compagnonnage.coordonnees;

import java.util.regex.Pattern;

/**
 * The rule for an e-mail address that can exist (RFC 5321, without quoted local parts,
 * address literals or addresses outside ASCII): what is taken where it is entered is what
 * a letter can be sent to.
 */
public final class AdresseElectronique {

	/** Characters of an address at most. */
	public static final int LONGUEUR_MAXIMALE = 254;

	private static final Pattern ADRESSE = Pattern.compile("""
			(?=.{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\
			@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+\
			(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{1,58}[A-Za-z0-9])""");

	private AdresseElectronique() {
	}

	public static boolean estPossible(String adresse) {
		return adresse.length() <= LONGUEUR_MAXIMALE && ADRESSE.matcher(adresse).matches();
	}

}
