package org.compagnonnage.relance;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * When a silent person is reminded and the case is closed, in calendar days after the
 * last sign of life (DOMAIN, section 1).
 */
@Validated
@ConfigurationProperties("compagnonnage.silence")
record SilenceSettings(@Positive int premiereRelance, @Positive int secondeRelance, @Positive int cloture) {

	SilenceSettings {
		if (premiereRelance >= secondeRelance || secondeRelance >= cloture) {
			throw new IllegalArgumentException("The reminders come in order, before the closing");
		}
	}

}
