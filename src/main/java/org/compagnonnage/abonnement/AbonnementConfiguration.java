package org.compagnonnage.abonnement;

import java.net.InetAddress;

import org.compagnonnage.partner.Coffre;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the safe of the secrets, and asks the machine's name service for addresses. */
@Configuration(proxyBeanMethods = false)
class AbonnementConfiguration {

	@Bean
	Coffre coffre(AbonnementSettings settings) {
		return new Coffre(settings.cleSecrets());
	}

	@Bean
	Resolution resolution() {
		return InetAddress::getAllByName;
	}

}
