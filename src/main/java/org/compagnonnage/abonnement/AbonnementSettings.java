package org.compagnonnage.abonnement;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How webhooks are sent.
 *
 * @param cleSecrets key that encrypts the secrets kept for partners: 32 random bytes in
 * base64
 * @param boucleLocale whether a subscription may point to this very machine, with http
 * too: for the demo and tests only
 * @param delaiConnexion how long a connection may take
 * @param delaiTotal how long a sending may take in all
 * @param appelsSimultanes sendings at once on a node, of all partners: fewer than there
 * are threads that execute jobs
 * @param maximum subscriptions of a partner
 * @param validiteAncienSecret how long a secret signs once it was replaced
 */
@Validated
@ConfigurationProperties("compagnonnage.abonnement")
record AbonnementSettings(@NotBlank String cleSecrets, @DefaultValue("false") boolean boucleLocale,
		@DefaultValue("5s") @DurationMin(millis = 1) Duration delaiConnexion,
		@DefaultValue("15s") @DurationMin(millis = 1) Duration delaiTotal,
		@DefaultValue("2") @Min(1) int appelsSimultanes, @DefaultValue("10") @Min(1) int maximum,
		@DefaultValue("24h") @DurationMin(seconds = 0) Duration validiteAncienSecret) {
}
