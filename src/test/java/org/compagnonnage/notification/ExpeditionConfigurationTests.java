package org.compagnonnage.notification;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

class ExpeditionConfigurationTests {

	private final ApplicationContextRunner contexte = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
		.withPropertyValues("compagnonnage.adresse=http://localhost:8080")
		.withUserConfiguration(Reglages.class);

	@Test
	void lettersGoToTheFolderWhenOneIsSet() {
		this.contexte.withPropertyValues("compagnonnage.courrier.dossier=data/courriels", "spring.mail.host=localhost")
			.run((demarre) -> assertThat(demarre).getBean(Expedition.class).isInstanceOf(ExpeditionDossier.class));
	}

	@Test
	void otherwiseToTheMailServer() {
		this.contexte.withPropertyValues("spring.mail.host=localhost")
			.run((demarre) -> assertThat(demarre).getBean(Expedition.class).isInstanceOf(ExpeditionSmtp.class));
	}

	@Test
	void withNeitherTheApplicationStopsAndSaysWhatToSet() {
		this.contexte.run((demarre) -> assertThat(demarre).getFailure()
			.rootCause()
			.hasMessageContaining("spring.mail.host")
			.hasMessageContaining("compagnonnage.courrier.dossier"));
	}

	@Test
	void anAddressWithoutAHostIsRefused() {
		this.contexte.withPropertyValues("spring.mail.host=localhost", "compagnonnage.adresse=/suivi")
			.run((demarre) -> assertThat(demarre).getFailure()
				.rootCause()
				.hasMessageContaining("compagnonnage.adresse"));
	}

	@EnableConfigurationProperties({ CourrierSettings.class, AdresseSettings.class })
	@Import(ExpeditionConfiguration.class)
	static class Reglages {

	}

}
