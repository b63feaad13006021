package org.compagnonnage.partner;

import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Lets a command for keys run beside the application: it opens no port and executes no
 * job.
 */
class PartenairesCommandeEnvironment implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.containsProperty(PartenairesCommande.CREER)
				|| environment.containsProperty(PartenairesCommande.REVOQUER)) {
			environment.getPropertySources()
				.addFirst(new MapPropertySource("partenairesCommande",
						Map.of("server.port", "-1", "camunda.bpm.job-execution.enabled", "false")));
		}
	}

}
