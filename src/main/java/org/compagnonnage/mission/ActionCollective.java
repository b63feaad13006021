package org.compagnonnage.mission;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The action that a group of craftspeople carries out together (S0), from its design to
 * its result.
 *
 * @param groupe id of the group
 * @param nom name of the group
 * @param valideeLe the day on which the coordinateur validated it, null before
 * @param bilan how it went, null before its result is recorded
 */
record ActionCollective(String groupe, String nom, Projet projet, LocalDate valideeLe, Bilan bilan) {

	/**
	 * What the group plans.
	 *
	 * @param budget euros, zero or more
	 */
	record Projet(String intitule, String objectif, String description, LocalDate debut, LocalDate fin,
			BigDecimal budget) {
	}

	/**
	 * How it went.
	 *
	 * @param difficultes null when nothing was said, as {@code enseignements}
	 * @param issue {@code realisee} or {@code non-aboutie}
	 */
	record Bilan(String avancement, String difficultes, LocalDate commenceeLe, LocalDate termineeLe, String issue,
			String resultat, String enseignements) {
	}

}
