package org.compagnonnage.admission;

import java.math.BigDecimal;
import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The cooperative's settings for admissions (S3).
 *
 * @param seuilHeures hours a month from which a CESA can be proposed
 * @param seuilCaHt euros before tax a month from which a CESA can be proposed
 * @param delaiInformation time after which a person who was informed is called back
 */
@Validated
@ConfigurationProperties("compagnonnage.admission")
record AdmissionSettings(@NotNull @PositiveOrZero BigDecimal seuilHeures, @NotNull @PositiveOrZero BigDecimal seuilCaHt,
		@NotNull Duration delaiInformation) {
}
