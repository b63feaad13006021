package org.compagnonnage.mission;

import java.util.Arrays;

/** The step of a product's life at which a recommendation acts (S0). */
enum EtapeCycle {

	CONCEPTION("conception", "Conception du produit"),

	APPROVISIONNEMENT("approvisionnement", "Approvisionnement"),

	PRODUCTION("production", "Production"),

	ORGANISATION("organisation", "Organisation de l’atelier et gestion"),

	COMMERCIALISATION("commercialisation", "Commercialisation"),

	APRES_VENTE("apres-vente", "Usage et après-vente"),

	FIN_DE_VIE("fin-de-vie", "Réparation et fin de vie");

	private final String code;

	private final String libelle;

	EtapeCycle(String code, String libelle) {
		this.code = code;
		this.libelle = libelle;
	}

	/**
	 * Reads a step as forms and tables write it.
	 * @throws IllegalArgumentException when there is none of this name
	 */
	static EtapeCycle of(String code) {
		return Arrays.stream(values())
			.filter((etape) -> etape.code.equals(code))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Not a step of a product's life: " + code));
	}

	String code() {
		return this.code;
	}

	String libelle() {
		return this.libelle;
	}

}
