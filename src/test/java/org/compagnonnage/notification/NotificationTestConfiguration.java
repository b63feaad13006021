package org.compagnonnage.notification;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import org.compagnonnage.document.Gabarits;
import org.compagnonnage.organisation.Organisation;
import org.compagnonnage.support.ConfiguredOrganisation;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Letters without the engine: templates, register and clock. */
@TestConfiguration(proxyBeanMethods = false)
@Import({ Lettres.class, Courriers.class, Gabarits.class })
class NotificationTestConfiguration {

	@Bean
	Clock clock() {
		return Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneId.of("Europe/Paris"));
	}

	@Bean
	Organisation organisation() {
		return ConfiguredOrganisation.organisation();
	}

	@Bean
	AdresseSettings adresseSettings() {
		return new AdresseSettings(URI.create("https://dossiers.cooperative.example/suivi"));
	}

}
