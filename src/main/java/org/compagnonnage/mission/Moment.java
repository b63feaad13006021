package org.compagnonnage.mission;

import java.util.Arrays;

/** When the situation of a filière and its enterprises is noted (SEC). */
enum Moment {

	DEPART("depart"),

	PREMIER_SUIVI("premier-suivi"),

	SECOND_SUIVI("second-suivi");

	private final String code;

	Moment(String code) {
		this.code = code;
	}

	String code() {
		return this.code;
	}

	static Moment of(String code) {
		return Arrays.stream(values()).filter((moment) -> moment.code.equals(code)).findFirst().orElseThrow();
	}

}
