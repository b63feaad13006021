package org.compagnonnage.mission;

import java.util.List;

/**
 * What the diagnostic of a filière found (S0): its environment, each enterprise, then the
 * needs and priorities that close it.
 */
final class Diagnostic {

	private Diagnostic() {
	}

	/**
	 * One enterprise, as the expert-métier saw it with its head.
	 *
	 * @param entreprise id of the enterprise
	 * @param nom its name
	 * @param groupe the name of its group
	 * @param contactNom whom to talk to there, null when nobody was named
	 */
	record Entreprise(String entreprise, String nom, String groupe, String contactNom, Constat constat) {
	}

	/** What was seen in an enterprise, in free words. */
	record Constat(String approvisionnement, String production, String organisation, String commercialisation,
			String besoins) {
	}

	/** What surrounds the craftspeople of a filière, in free words. */
	record Environnement(String economique, String institutionnel, String social) {
	}

	/**
	 * What closes the diagnostic: real needs and priorities, the most important first.
	 */
	record Conclusion(String besoins, List<Priorite> priorites) {
	}

	/**
	 * A priority of accompaniment.
	 *
	 * @param raison why, null when nothing was said
	 */
	record Priorite(String intitule, String raison) {
	}

}
