package org.compagnonnage.notification;

import java.net.URI;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The address of the application; its host ends every Message-ID.
 */
@Validated
@ConfigurationProperties("compagnonnage")
record AdresseSettings(@NotNull URI adresse) {

	@AssertTrue(message = "compagnonnage.adresse must be an absolute address with a host")
	boolean isHostPresent() {
		return this.adresse == null || this.adresse.getHost() != null;
	}

	String hote() {
		return this.adresse.getHost();
	}

}
