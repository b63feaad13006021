package org.compagnonnage.mission;

import java.time.LocalDate;

/**
 * A recommendation to one enterprise or to one group of them.
 *
 * @param numero its number within the filière, by which people name it
 * @param pour the enterprise or group for which it is, in words
 * @param entreprise id of the enterprise, null for a collective recommendation
 * @param groupe id of the group, null for an individual recommendation
 * @param detail how to do it, null when nothing was said
 * @param responsable who takes care of it
 * @param echeance the day by which it should be done
 */
record Preconisation(String id, int numero, String pour, String entreprise, String groupe, String intitule,
		String detail, EtapeCycle etape, String responsable, LocalDate echeance, StatutPreconisation statut) {

	/**
	 * What is entered of a new one.
	 *
	 * @param detail how to do it, null when nothing is said
	 */
	record Nouvelle(String intitule, String detail, EtapeCycle etape, String responsable, LocalDate echeance) {
	}

	/**
	 * An entry of the thread.
	 *
	 * @param numero number of the recommendation
	 * @param note what was written, null when only the status changed
	 */
	record Suivi(LocalDate le, String par, int numero, StatutPreconisation statut, String note) {
	}

}
