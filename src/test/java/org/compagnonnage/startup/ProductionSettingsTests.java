package org.compagnonnage.startup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.camunda.bpm.engine.IdentityService;
import org.compagnonnage.CompagnonnageApplication;
import org.compagnonnage.support.MoteurRest;
import org.compagnonnage.support.MoteurRest.Adresse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Production, which is every start without a profile. */
class ProductionSettingsTests {

	private static final String CLE_SECRETS = "cmV0ZW5leiBiaWVuIGNldHRlIHBocmFzZSBkJ2Vzc2E=";

	private static final Map<String, String> REGLAGES = Map.of("spring.datasource.url",
			"jdbc:h2:mem:production;DB_CLOSE_DELAY=-1", "spring.datasource.username", "sa",
			"spring.datasource.password", "un-mot-de-passe", "compagnonnage.administrateur.id", "direction",
			"compagnonnage.administrateur.mot-de-passe", "une-phrase-de-passe", "spring.mail.host", "localhost",
			"compagnonnage.adresse", "https://compagnonnage.example", "compagnonnage.abonnement.cle-secrets",
			CLE_SECRETS);

	static Stream<String> reglages() {
		return REGLAGES.keySet().stream().sorted();
	}

	@Test
	void withoutSettingsItStopsAndNamesEachOfThem() {
		assertThatThrownBy(() -> demarrer(Map.of())).isInstanceOfSatisfying(MissingSettingsException.class, (ex) -> {
			String message = new MissingSettingsFailureAnalyzer().analyze(ex, ex).getDescription();
			assertThat(message).startsWith("Compagnonnage ne démarre pas en production")
				.contains("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD",
						"COMPAGNONNAGE_ADMINISTRATEUR_ID", "COMPAGNONNAGE_ADMINISTRATEUR_MOTDEPASSE",
						"SPRING_MAIL_HOST", "COMPAGNONNAGE_ADRESSE", "COMPAGNONNAGE_ABONNEMENT_CLESECRETS");
		});
	}

	@ParameterizedTest
	@MethodSource("reglages")
	void aSingleMissingSettingStopsItToo(String absent) {
		Map<String, String> reglages = new HashMap<>(REGLAGES);
		reglages.put(absent, " ");
		assertThatThrownBy(() -> demarrer(reglages)).isInstanceOfSatisfying(MissingSettingsException.class,
				(ex) -> assertThat(ex.settings()).hasSize(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "demo", "test" })
	void whatOnlyTheDemoAndTheTestsMayHaveStopsItToo(String profil) throws IOException {
		PropertySource<?> connus = new YamlPropertySourceLoader()
			.load(profil, new ClassPathResource("config/application-" + profil + ".yaml"))
			.get(0);
		for (String nom : List.of("compagnonnage.abonnement.cle-secrets", "compagnonnage.abonnement.boucle-locale")) {
			Map<String, String> reglages = new HashMap<>(REGLAGES);
			reglages.put(nom, String.valueOf(connus.getProperty(nom)));
			assertThatThrownBy(() -> demarrer(reglages)).isInstanceOfSatisfying(MissingSettingsException.class,
					(ex) -> assertThat(ex.settings()).singleElement()
						.asString()
						.startsWith(nom.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "") + " : "));
		}
	}

	private static ConfigurableApplicationContext demarrer(Map<String, String> reglages) {
		List<String> arguments = new ArrayList<>(List.of("--spring.profiles.active=", "--server.port=0",
				"--camunda.bpm.job-execution.enabled=false", "--logging.level.root=warn"));
		reglages.forEach((nom, valeur) -> arguments.add("--" + nom + '=' + valeur));
		return new SpringApplicationBuilder(CompagnonnageApplication.class).run(arguments.toArray(String[]::new));
	}

	/** A production that has all its settings. */
	@Nested
	@TestInstance(TestInstance.Lifecycle.PER_CLASS)
	class Complete {

		private ConfigurableApplicationContext application;

		private MoteurRest rest;

		@BeforeAll
		void ouvrir() {
			this.application = demarrer(REGLAGES);
			this.rest = new MoteurRest(
					this.application.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
		}

		@AfterAll
		void fermer() {
			this.application.close();
		}

		@Test
		void itHasOneAccountAndNoDefaultPassword() {
			IdentityService identity = this.application.getBean(IdentityService.class);
			assertThat(identity.createUserQuery().list()).extracting((user) -> user.getId())
				.containsExactly("direction");
			assertThat(identity.checkPassword("direction", "une-phrase-de-passe")).isTrue();
			for (String motDePasse : List.of("demo", "admin", "direction", "")) {
				assertThat(identity.checkPassword("direction", motDePasse)).isFalse();
			}
			for (String login : List.of("admin", "demo", "referent37", "responsable")) {
				assertThat(this.rest.get(Adresse.OUTILS, login, "/task?maxResults=1").statut()).isEqualTo(401);
			}
		}

		@Test
		void itKnowsNoDemoPartner() {
			assertThat(this.rest.anonyme("GET", "/api/v1/dossiers", null).statut()).isEqualTo(401);
			assertThat(this.rest.avecCle("demo-partenaire-0000000000000000", "GET", "/api/v1/dossiers").statut())
				.isEqualTo(401);
		}

		@ParameterizedTest
		@ValueSource(strings = { "/camunda/app/admin/default/setup/", "/camunda/app/admin/default/setup",
				"/camunda/api/admin/setup/default/user/create" })
		void theSetupPageIsClosed(String chemin) {
			assertThat(this.rest.anonyme("GET", chemin, null).statut()).isEqualTo(404);
			assertThat(this.rest.anonyme("POST", chemin, "{}").statut()).isIn(403, 404);
		}

		@ParameterizedTest
		@ValueSource(
				strings = { "/engine-rest", "/engine-rest/task", "/engine-rest/engine", "/engine-rest/engine/default",
						"/camunda/api/engine/engine/default/task", "/camunda/api/admin/auth/user/default" })
		void nobodyReadsWithoutSigningIn(String chemin) {
			assertThat(this.rest.anonyme("GET", chemin, null).statut()).isIn(401, 404);
		}

		@ParameterizedTest
		@ValueSource(strings = { "/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/beans",
				"/actuator/loggers", "/actuator/shutdown", "/h2-console", "/h2-console/", "/console", "/app",
				"/api-docs", "/config/application.yaml", "/META-INF/MANIFEST.MF", "/WEB-INF/web.xml", "/forms/",
				"/processes/admission/admission-cae.bpmn", "/documents", "/inconnue", "/Engine-Rest/task" })
		void whatIsNotNamedIsClosed(String chemin) {
			for (String methode : List.of("GET", "POST", "PUT", "DELETE", "OPTIONS")) {
				assertThat(this.rest.anonyme(methode, chemin, null).statut()).as("%s %s", methode, chemin)
					.isIn(400, 401, 403, 404, 405);
			}
		}

		@Test
		void aPathThatClimbsGetsNowhere() {
			for (String chemin : List.of("/camunda/../engine-rest/task", "/api/v1/../../actuator/env",
					"/engine-rest/../actuator/env", "/webjars/swagger-ui/..%2f..%2factuator/env")) {
				MoteurRest.Reponse reponse = this.rest.anonyme("GET", chemin, null);
				assertThat(reponse.statut()).as(chemin).isBetween(400, 500);
				assertThat(reponse.corps()).doesNotContain("\tat ", "propertySources");
			}
		}

		@Test
		void theDescriptionOfTheApiAndTheHealthAreOpen() {
			assertThat(this.rest.anonyme("GET", "/v3/api-docs", null).json().path("openapi").asText())
				.startsWith("3.1");
			assertThat(this.rest.anonyme("GET", "/actuator/health", null).corps()).isEqualTo("{\"status\":\"UP\"}");
			assertThat(this.rest.anonyme("GET", "/camunda/app/tasklist/default/", null).statut()).isEqualTo(200);
		}

	}

}
