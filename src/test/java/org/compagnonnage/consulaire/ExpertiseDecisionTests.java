package org.compagnonnage.consulaire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Which axis demands a specialised expert, row by row, on the decision engine alone. */
class ExpertiseDecisionTests {

	private static final Path TABLE = Path.of("processes/consulaire/expertiseAxe.dmn");

	private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

	@ParameterizedTest
	@MethodSource("aRowPerRule")
	void everyKindOfSupportHasItsExpertise(String domaine, String sousDomaine, boolean requis, String regle) {
		Map<String, Object> resultat = expertise(domaine, sousDomaine).getSingleResult().getEntryMap();
		assertThat(resultat).containsEntry("specialisteRequis", requis).containsEntry("regle", regle);
		assertThat((String) resultat.get("expertise")).isNotBlank();
		assertThat((String) resultat.get("motif")).endsWith(".");
		assertThat(((String) resultat.get("motif")).contains("associé à des experts locaux"))
			.as("a specialised expert is paired with local ones")
			.isEqualTo(requis);
	}

	static Stream<Arguments> aRowPerRule() {
		return Stream.of(arguments("formation-elus-cadres", null, false, "E1-formation"),
				arguments("plan-de-mandature", null, false, "E2-mandature"),
				arguments("structuration-administrative", null, true, "E3-structuration"),
				arguments("mise-en-oeuvre", "repertoire-des-metiers", true, "E4-repertoire"),
				arguments("mise-en-oeuvre", "formation-apprentissage", true, "E5-apprentissage"),
				arguments("mise-en-oeuvre", "animation-economique", false, "E6-animation"),
				arguments("mise-en-oeuvre", "communication", true, "E7-communication"),
				arguments("mise-en-oeuvre", "autre", false, "E8-autre"),
				arguments("offre-de-services", null, false, "E9-offre"));
	}

	@Test
	void everyRuleOfTheTableHasARowInThisTest() {
		Set<Object> tested = aRowPerRule().map((row) -> row.get()[3]).collect(Collectors.toSet());
		Set<Object> drawn = Dmn.readModelFromFile(TABLE.toFile())
			.getModelElementsByType(Rule.class)
			.stream()
			.map((rule) -> rule.getOutputEntries()
				.stream()
				.reduce((former, last) -> last)
				.orElseThrow()
				.getTextContent()
				.strip()
				.replace("\"", ""))
			.collect(Collectors.toSet());
		assertThat(drawn).isEqualTo(tested);
	}

	@ParameterizedTest
	@CsvSource({ ",", "jardinage,", "mise-en-oeuvre,", "mise-en-oeuvre,jardinage", ",communication",
			"offre-de-services,communication" })
	void whatIsNoKindOfSupportHasNoExpertise(String domaine, String sousDomaine) {
		assertThat(expertise(domaine, sousDomaine)).isEmpty();
	}

	/** What people can choose, the decision knows. */
	@Test
	void everyChoiceOfTheFormsHasItsRow() throws IOException {
		JsonNode formulaire = new ObjectMapper().readTree(Path.of("forms/consulaire/consulaire-axes.form").toFile());
		for (JsonNode domaine : choix(formulaire, "domaine")) {
			if (!"mise-en-oeuvre".equals(domaine.asText())) {
				assertThat(expertise(domaine.asText(), null)).as(domaine.asText()).hasSize(1);
			}
		}
		for (JsonNode sousDomaine : choix(formulaire, "sousDomaine")) {
			assertThat(expertise("mise-en-oeuvre", sousDomaine.asText())).as(sousDomaine.asText()).hasSize(1);
		}
	}

	private static Iterable<JsonNode> choix(JsonNode formulaire, String cle) {
		Iterable<JsonNode> choix = formulaire.findParents("key")
			.stream()
			.filter((champ) -> cle.equals(champ.path("key").asText()))
			.findFirst()
			.orElseThrow()
			.path("values")
			.findValues("value");
		assertThat(choix).isNotEmpty();
		return choix;
	}

	private static DmnDecisionResult expertise(String domaine, String sousDomaine) {
		Map<String, Object> values = new HashMap<>();
		values.put("axeDomaine", domaine);
		values.put("axeSousDomaine", sousDomaine);
		try (InputStream model = Files.newInputStream(TABLE)) {
			return ENGINE.evaluateDecision(ENGINE.parseDecision("expertiseAxe", model), values);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
