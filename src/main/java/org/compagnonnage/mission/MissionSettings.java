package org.compagnonnage.mission;

import java.time.Period;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
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

}
