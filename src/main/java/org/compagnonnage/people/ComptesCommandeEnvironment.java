package org.compagnonnage.people;

import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Lets the command for accounts run beside the application: it opens no port and executes
 * no job.
 */
class ComptesCommandeEnvironment implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.containsProperty(ComptesCommande.DEBLOQUER)) {
			environment.getPropertySources()
				.addFirst(new MapPropertySource("comptesCommande",
						Map.of("server.port", "-1", "camunda.bpm.job-execution.enabled", "false")));
		}
	}

}
