package org.compagnonnage.startup;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class CommandeTests {

	@ParameterizedTest
	@ValueSource(strings = { "partenaire.creer", "partenaire.renouveler", "partenaire.revoquer", "partenaire.lister",
			"partenaire.modifier", "partenaire.desactiver", "partenaire.reactiver", "compte.debloquer" })
	void aCommandOpensNoPortAndRunsNoJob(String option) {
		MockEnvironment environment = environment().withProperty(option, "x");
		new CommandeEnvironment().postProcessEnvironment(environment, new SpringApplication());
		assertThat(environment.getProperty("server.port")).isEqualTo("-1");
		assertThat(environment.getProperty("camunda.bpm.job-execution.enabled")).isEqualTo("false");
	}

	@Test
	void anOrdinaryStartOpensItsPort() {
		MockEnvironment environment = environment();
		new CommandeEnvironment().postProcessEnvironment(environment, new SpringApplication());
		assertThat(environment.getProperty("server.port")).isEqualTo("8080");
		assertThat(environment.containsProperty("camunda.bpm.job-execution.enabled")).isFalse();
	}

	@Test
	void aCommandThatTheStartDoesNotKnowIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> new Commande(null, "dossier.effacer") {

			@Override
			protected String executer(ApplicationArguments arguments) {
				return "";
			}

		}).withMessageContaining("dossier.effacer");
	}

	private static MockEnvironment environment() {
		return new MockEnvironment().withProperty("server.port", "8080");
	}

}
