package org.compagnonnage.mission;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How closely the accompaniment of a filière is followed (S0).
 *
 * @param rythme time between two follow-ups
 * @param semaines follow-ups after which the accompaniment may end
 */
@Validated
@ConfigurationProperties("compagnonnage.mission.suivi")
record SuiviSettings(@NotNull Duration rythme, @Positive int semaines) {
}
