package org.compagnonnage.startup;

import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Lets a {@link Commande} run beside the application: it opens no port and executes no
 * job.
 */
class CommandeEnvironment implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (Commande.OPTIONS.stream().anyMatch(environment::containsProperty)) {
			environment.getPropertySources()
				.addFirst(new MapPropertySource("commande",
						Map.of("server.port", "-1", "camunda.bpm.job-execution.enabled", "false")));
		}
	}

}
