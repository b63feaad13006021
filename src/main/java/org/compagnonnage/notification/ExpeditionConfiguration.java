package org.compagnonnage.notification;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Chooses how letters leave; without a folder or a mail server the application does not
 * start.
 */
@Configuration(proxyBeanMethods = false)
class ExpeditionConfiguration {

	@Bean
	Expedition expedition(CourrierSettings settings, ObjectProvider<JavaMailSender> serveur) {
		if (settings.dossier() != null) {
			return new ExpeditionDossier(settings.dossier());
		}
		JavaMailSender disponible = serveur.getIfAvailable();
		if (disponible == null) {
			throw new IllegalStateException(
					"No way to send letters: set spring.mail.host, or compagnonnage.courrier.dossier to keep them as files.");
		}
		return new ExpeditionSmtp(disponible);
	}

}
