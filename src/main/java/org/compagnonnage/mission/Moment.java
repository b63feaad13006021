package org.compagnonnage.mission;

import java.util.Arrays;

/** When the situation of a filière and its enterprises is noted (SEC). */
enum Moment {

	DEPART("depart", "Avant la mission"),

	TROIS_MOIS("trois-mois", "Trois mois après la mission"),

	SIX_MOIS("six-mois", "Six mois après la mission");

	private final String code;

	private final String nom;

	Moment(String code, String nom) {
		this.code = code;
		this.nom = nom;
	}

	String code() {
		return this.code;
	}

	String nom() {
		return this.nom;
	}

	static Moment of(String code) {
		return Arrays.stream(values()).filter((moment) -> moment.code.equals(code)).findFirst().orElseThrow();
	}

}
