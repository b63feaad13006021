package org.compagnonnage.centre;

import java.time.Period;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of resource centres (S2).
 *
 * @param intervalleEchanges time from an opening or an exchange until the next exchange
 * is prepared
 */
@Validated
@ConfigurationProperties("compagnonnage.centre")
record CentreSettings(@NotNull Period intervalleEchanges) {
}
