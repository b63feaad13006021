package org.compagnonnage.consulaire;

/**
 * An axis of a programme's accompaniment, as it outlives its step.
 *
 * @param id the programme's reference and the axis' number
 * @param numero how people call it, from 1 in each programme
 * @param sousDomaine the domain of the mandate plan, null when the axis is not about
 * carrying one out
 * @param modalite {@code distance} or {@code site}
 * @param motifAjout why it was added while the programme ran, null for the axes chosen
 * @param motifArret why it was stopped, null otherwise
 * @param programmeAccepteLe ISO date on which the partenaire accepted its programme, or
 * null
 * @param livrable what was handed over and accepted, or null
 */
public record Axe(String id, String reference, int numero, String domaine, String sousDomaine, String intitule,
		String modalite, Statut statut, String motifAjout, String motifArret, String programmeAccepteLe,
		String livrable, String satisfaction, String evaluation, String suites) {

	/** How the tasks of this axis are told from those of another one. */
	String titre() {
		return "Axe " + this.numero + " : " + this.intitule;
	}

	boolean estOuvert() {
		return this.statut == Statut.OUVERT;
	}

	/** Where an axis stands. */
	public enum Statut {

		/** Chosen or added, and not at its end. */
		OUVERT("ouvert", "en cours"),

		/** Accepted by the partenaire and evaluated. */
		ACHEVE("acheve", "achevé"),

		/** Stopped with a reason, alone or with its programme. */
		ARRETE("arrete", "arrêté");

		private final String code;

		private final String mot;

		Statut(String code, String mot) {
			this.code = code;
			this.mot = mot;
		}

		String code() {
			return this.code;
		}

		String mot() {
			return this.mot;
		}

		static Statut of(String code) {
			for (Statut statut : values()) {
				if (statut.code.equals(code)) {
					return statut;
				}
			}
			throw new IllegalArgumentException("Unknown state of an axis: " + code);
		}

	}

}
