package org.compagnonnage.mission;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a recommendation stands (S0). It moves forward only; one that was closed can be
 * opened again, never proposed again.
 */
enum StatutPreconisation {

	PROPOSEE("proposee", "Proposée"),

	ACCEPTEE("acceptee", "Acceptée"),

	EN_COURS("en-cours", "En cours"),

	FAITE("faite", "Faite"),

	NON_RETENUE("non-retenue", "Non retenue");

	private final String code;

	private final String libelle;

	StatutPreconisation(String code, String libelle) {
		this.code = code;
		this.libelle = libelle;
	}

	/**
	 * Reads a status as forms and tables write it.
	 * @throws IllegalArgumentException when there is none of this name
	 */
	static StatutPreconisation of(String code) {
		return Arrays.stream(values())
			.filter((statut) -> statut.code.equals(code))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Not a status of a recommendation: " + code));
	}

	String code() {
		return this.code;
	}

	String libelle() {
		return this.libelle;
	}

	/** Whether nothing more is expected. */
	boolean estClos() {
		return this == FAITE || this == NON_RETENUE;
	}

	boolean peutDevenir(StatutPreconisation suivant) {
		return suivant == this || suivants().contains(suivant);
	}

	/** Whether people want to read why: it is given up, or opened again. */
	boolean demandeUneNote(StatutPreconisation suivant) {
		return suivant != this && (suivant == NON_RETENUE || estClos());
	}

	private Set<StatutPreconisation> suivants() {
		return switch (this) {
			case PROPOSEE -> EnumSet.of(ACCEPTEE, EN_COURS, FAITE, NON_RETENUE);
			case ACCEPTEE -> EnumSet.of(EN_COURS, FAITE, NON_RETENUE);
			case EN_COURS -> EnumSet.of(FAITE, NON_RETENUE);
			case FAITE -> EnumSet.of(EN_COURS);
			case NON_RETENUE -> EnumSet.of(ACCEPTEE, EN_COURS);
		};
	}

}
