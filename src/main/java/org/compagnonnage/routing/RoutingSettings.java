package org.compagnonnage.routing;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * When a late task becomes the responsables' business too.
 *
 * @param retardLimite whole business days after the day on which the task was due
 */
@Validated
@ConfigurationProperties("compagnonnage.routing")
record RoutingSettings(@Positive int retardLimite) {
}
