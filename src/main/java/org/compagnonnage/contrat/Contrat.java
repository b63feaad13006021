package org.compagnonnage.contrat;

import java.time.LocalDate;

/**
 * A signed contract, with what the member's path needs.
 *
 * @param reference the admission in which it was signed
 * @param fin last day of a CAPE's period; null for a CESA
 * @param document id of the PDF that was signed
 */
public record Contrat(String reference, TypeContrat type, String territoire, String prenom, String nom, String courriel,
		String telephone, LocalDate debut, LocalDate fin, LocalDate signeLe, String document) {

	/**
	 * The last day of a period that starts on {@code debut}.
	 * @param mois months, at most {@link TypeContrat#CAPE_MOIS_MAX} (commercial code,
	 * L127-1)
	 */
	public static LocalDate finDePeriode(LocalDate debut, int mois) {
		if (mois < 1 || mois > TypeContrat.CAPE_MOIS_MAX) {
			throw new IllegalArgumentException("A CAPE lasts 1 to 12 months a period, not " + mois);
		}
		return debut.plusMonths(mois).minusDays(1);
	}

}
