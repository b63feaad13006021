package org.compagnonnage.centre;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The eligibility of a centre, row by row, on the decision engine alone. */
class EligibiliteDecisionTests {

	private static final Path TABLE = Path.of("processes/centre/eligibiliteCrp.dmn");

	private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

	private static final List<String> INPUTS = List.of("missionTerminee", "besoinsIdentifies", "appropriationLancee",
			"corpsPrets");

	private static final List<String> RESULTS = List.of("eligibilitePrerequis", "eligibiliteBesoins",
			"eligibiliteAppropriation", "eligibiliteCorps");

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "R1-prerequis, false, true, true, true, Un centre fait suite à une mission",
			"R2-eligible, true, true, true, true, les trois conditions d'un centre efficace et durable sont remplies",
			"R3-besoins, true, false, true, true, Une condition manque : les besoins réels",
			"R4-appropriation, true, true, false, true, Une condition manque : les groupes d'artisans",
			"R5-corps, true, true, true, false, Une condition manque : les corps intermédiaires",
			"R6-besoins-appropriation, true, false, false, true, Deux conditions manquent : les besoins réels",
			"R7-besoins-corps, true, false, true, false, Deux conditions manquent : les besoins réels",
			"R8-appropriation-corps, true, true, false, false, Deux conditions manquent : les groupes d'artisans",
			"R9-aucune, true, false, false, false, Aucune condition n'est remplie" })
	void everyRuleFiresOnTheCaseItIsFor(String regle, boolean mission, boolean besoins, boolean appropriation,
			boolean corps, String motif) {
		Map<String, Object> reponse = evaluer(elements(mission, besoins, appropriation, corps)).getSingleResult()
			.getEntryMap();
		assertThat(reponse).containsEntry("eligibiliteRegle", regle)
			.containsEntry("eligible", regle.equals("R2-eligible"))
			.hasEntrySatisfying("eligibiliteMotif", (dit) -> assertThat((String) dit).contains(motif).endsWith("."));
	}

	@Test
	void everyRuleOfTheTableHasARowInThisTest() {
		Set<String> drawn = Dmn.readModelFromFile(TABLE.toFile())
			.getModelElementsByType(Rule.class)
			.stream()
			.map((rule) -> List.copyOf(rule.getOutputEntries()).get(5).getTextContent().strip().replace("\"", ""))
			.collect(Collectors.toSet());
		assertThat(drawn).containsExactlyInAnyOrder("R1-prerequis", "R2-eligible", "R3-besoins", "R4-appropriation",
				"R5-corps", "R6-besoins-appropriation", "R7-besoins-corps", "R8-appropriation-corps", "R9-aucune");
	}

	@Test
	void noRuleIsAllEmpty() {
		assertThat(Dmn.readModelFromFile(TABLE.toFile()).getModelElementsByType(Rule.class)).allSatisfy(
				(rule) -> assertThat(rule.getInputEntries()).noneMatch((entry) -> entry.getTextContent().isBlank()));
	}

	/** Whatever is missing, the answer names the prerequisite and each condition. */
	@ParameterizedTest
	@MethodSource("everyCombination")
	void theAnswerNamesThePrerequisiteAndEachCondition(Map<String, Object> elements) {
		DmnDecisionResult result = evaluer(elements);
		assertThat(result).hasSize(1);
		Map<String, Object> reponse = result.getSingleResult().getEntryMap();
		for (int i = 0; i < INPUTS.size(); i++) {
			String remplie = (i == 0) ? "rempli" : "remplie";
			assertThat(reponse).containsEntry(RESULTS.get(i),
					Boolean.TRUE.equals(elements.get(INPUTS.get(i))) ? remplie : "non " + remplie);
		}
		assertThat(reponse).containsEntry("eligible", !elements.containsValue(false));
	}

	@ParameterizedTest
	@MethodSource("everyCombination")
	void aMissingInputGivesNoAnswerWhateverTheOthersSay(Map<String, Object> elements) {
		for (String input : INPUTS) {
			Map<String, Object> incomplet = new HashMap<>(elements);
			incomplet.remove(input);
			assertThat(evaluer(incomplet)).as("absent " + input).isEmpty();
			incomplet.put(input, null);
			assertThat(evaluer(incomplet)).as("null " + input).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("everyCombination")
	void aWordIsNoAnswerToAQuestion(Map<String, Object> elements) {
		for (String input : INPUTS) {
			for (Object impossible : List.of("oui", "true", 1)) {
				Map<String, Object> autre = new HashMap<>(elements);
				autre.put(input, impossible);
				assertThat(evaluer(autre)).as(input + " " + impossible).isEmpty();
			}
		}
	}

	static Stream<Map<String, Object>> everyCombination() {
		return IntStream.range(0, 16).mapToObj((n) -> elements((n & 8) != 0, (n & 4) != 0, (n & 2) != 0, (n & 1) != 0));
	}

	private static Map<String, Object> elements(boolean mission, boolean besoins, boolean appropriation,
			boolean corps) {
		return Map.of("missionTerminee", mission, "besoinsIdentifies", besoins, "appropriationLancee", appropriation,
				"corpsPrets", corps);
	}

	private static DmnDecisionResult evaluer(Map<String, Object> elements) {
		try (InputStream model = Files.newInputStream(TABLE)) {
			return ENGINE.evaluateDecision(ENGINE.parseDecision("eligibiliteCrp", model), elements);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
