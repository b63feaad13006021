package org.compagnonnage.mission;

import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of missions (S0).
 *
 * @param dureeMinimale days that a mission lasts at least, the first and the last one
 * included
 * @param premierSuivi time from the end of a mission to its first follow-up
 * @param secondSuivi time from the end of a mission to its last follow-up
 */
@Validated
@ConfigurationProperties("compagnonnage.mission")
record MissionSettings(@Positive int dureeMinimale, @NotNull Period premierSuivi, @NotNull Period secondSuivi) {

	private static final List<String> NOMBRES = List.of("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit",
			"neuf", "dix", "onze", "douze");

	/**
	 * When the situation is noted, as people read it: « Trois mois après la mission ».
	 */
	String nom(Moment moment) {
		return switch (moment) {
			case DEPART -> "Avant la mission";
			case PREMIER_SUIVI -> apresLaMission(this.premierSuivi);
			case SECOND_SUIVI -> apresLaMission(this.secondSuivi);
		};
	}

	private static String apresLaMission(Period delai) {
		String ecrit = Stream.of(enMots(delai.toTotalMonths(), "mois"), enMots(delai.getDays(), "jours"))
			.filter((partie) -> !partie.isEmpty())
			.collect(Collectors.joining(" et "));
		return StringUtils.capitalize(ecrit) + " après la mission";
	}

	private static String enMots(long nombre, String unite) {
		if (nombre == 0) {
			return "";
		}
		return ((nombre <= NOMBRES.size()) ? NOMBRES.get((int) nombre - 1) : String.valueOf(nombre)) + ' ' + unite;
	}

}
