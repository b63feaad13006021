package org.compagnonnage.contrat;

import java.util.Locale;

/**
 * The two contracts of the cooperative: CAPE (commercial code, L127-1) and CESA (labour
 * code, L7331-2).
 */
public enum TypeContrat {

	CAPE, CESA;

	/** The longest period of a CAPE, in months (commercial code, L127-1). */
	public static final int CAPE_MOIS_MAX = 12;

	public static TypeContrat of(String code) {
		return valueOf(code.toUpperCase(Locale.ROOT));
	}

	/** The code in variables and outcomes: {@code cape}, {@code cesa}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
