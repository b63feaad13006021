package org.compagnonnage.partner;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the partner API.
 *
 * @param appelsParMinute calls a minute that a key may sustain
 * @param rafale calls that a key may send at once
 * @param corpsMaximal largest request body, but for a file that is attached
 * @param taillePage cases on a page of the list
 * @param conservationIdempotence how long the first answer is kept for an idempotency key
 * @param attenteIdempotence how long an identical request waits for the first one
 */
@Validated
@ConfigurationProperties("compagnonnage.partner")
record PartnerSettings(@DefaultValue("600") @Min(1) int appelsParMinute, @DefaultValue("200") @Min(1) int rafale,
		@DefaultValue("256KB") @NotNull DataSize corpsMaximal, @DefaultValue("50") @Min(1) @Max(500) int taillePage,
		@DefaultValue("30d") @DurationMin(days = 7) Duration conservationIdempotence,
		@DefaultValue("20s") @NotNull Duration attenteIdempotence) {
}
