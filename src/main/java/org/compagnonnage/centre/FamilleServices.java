package org.compagnonnage.centre;

import java.util.Arrays;

/** The families of support services that a centre opens one by one (S2). */
enum FamilleServices {

	EQUIPEMENTS("equipements", "Équipements et outillages communs"),

	MATIERES_PREMIERES("matieres-premieres", "Approvisionnement en matières premières"),

	FORMATION("formation", "Formation et perfectionnement"),

	CONSEIL("conseil", "Information et conseil");

	private final String code;

	private final String nom;

	FamilleServices(String code, String nom) {
		this.code = code;
		this.nom = nom;
	}

	static FamilleServices de(String code) {
		return Arrays.stream(values())
			.filter((famille) -> famille.code.equals(code))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Not a family of services: " + code));
	}

	String code() {
		return this.code;
	}

	/** As people read it. */
	String nom() {
		return this.nom;
	}

}
