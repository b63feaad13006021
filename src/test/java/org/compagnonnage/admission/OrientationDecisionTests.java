package org.compagnonnage.admission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The decisions of the admission, row by row, on the decision engine alone. */
class OrientationDecisionTests {

	private static final Path ORIENTATION = Path.of("processes/admission/orientationAdmission.dmn");

	private static final Path STRUCTURE = Path.of("processes/admission/structurePartenaire.dmn");

	private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

	@ParameterizedTest(name = "{0}")
	@CsvFileSource(resources = "/examples/admission-cases.csv", numLinesToSkip = 1)
	void everyExampleGivesItsOrientation(String cas, String souhait, boolean economieCreative, boolean cadreLegalAdapte,
			String motifCadreLegal, String stadeProjet, boolean offreDefinie, boolean clientsPrets,
			double heuresMensuelles, double caMensuelHT, boolean salarieTempsPlein, String orientation) {
		Map<String, Object> diagnostic = new HashMap<>();
		diagnostic.put("souhait", souhait);
		diagnostic.put("economieCreative", economieCreative);
		diagnostic.put("cadreLegalAdapte", cadreLegalAdapte);
		diagnostic.put("motifCadreLegal", motifCadreLegal);
		diagnostic.put("stadeProjet", stadeProjet);
		diagnostic.put("offreDefinie", offreDefinie);
		diagnostic.put("clientsPrets", clientsPrets);
		diagnostic.put("heuresMensuelles", heuresMensuelles);
		diagnostic.put("caMensuelHT", caMensuelHT);
		diagnostic.put("salarieTempsPlein", salarieTempsPlein);
		diagnostic.put("seuilHeures", 10);
		diagnostic.put("seuilCaHT", 160);
		assertThat(orient(diagnostic).getSingleResult().getEntryMap()).as(cas)
			.containsEntry("orientation", orientation)
			.hasEntrySatisfying("motif", (motif) -> assertThat((String) motif).endsWith("."));
	}

	@ParameterizedTest
	@MethodSource("aRowPerRule")
	void everyRuleFiresOnTheCaseItIsFor(String regle, String orientation, Map<String, Object> changes) {
		Map<String, Object> diagnostic = cesa();
		diagnostic.putAll(changes);
		assertThat(orient(diagnostic).getSingleResult().getEntryMap()).containsEntry("regle", regle)
			.containsEntry("orientation", orientation);
	}

	static Stream<org.junit.jupiter.params.provider.Arguments> aRowPerRule() {
		return Stream.of(row("R1-information", "information-statuts", Map.of("souhait", "information")),
				row("R2-hors-champ", "redirection-hors-champ", Map.of("economieCreative", false)),
				row("R3-cadre-legal", "redirection-cadre-legal",
						Map.of("cadreLegalAdapte", false, "motifCadreLegal", "decennale")),
				row("R4-ideation", "redirection-ideation", Map.of("stadeProjet", "ideation")),
				row("R5-cesa", "cesa", Map.of()),
				row("R6-ajournement", "ajournement", Map.of("heuresMensuelles", 9.99, "salarieTempsPlein", true)),
				row("R7-cape", "cape", Map.of("caMensuelHT", 159.99)));
	}

	@Test
	void everyRuleOfTheTableHasARowInThisTest() {
		Set<String> tested = aRowPerRule().map((row) -> (String) row.get()[0]).collect(Collectors.toSet());
		Set<String> drawn = Dmn.readModelFromFile(ORIENTATION.toFile())
			.getModelElementsByType(Rule.class)
			.stream()
			.map((rule) -> List.copyOf(rule.getOutputEntries()).get(1).getTextContent().strip().replace("\"", ""))
			.collect(Collectors.toSet());
		assertThat(drawn).isEqualTo(tested);
	}

	@Test
	void noRuleIsAllEmpty() {
		assertThat(Dmn.readModelFromFile(ORIENTATION.toFile()).getModelElementsByType(Rule.class)).allSatisfy(
				(rule) -> assertThat(rule.getInputEntries()).noneMatch((entry) -> entry.getTextContent().isBlank()));
	}

	@Test
	void theThresholdsAreSettings() {
		Map<String, Object> diagnostic = cesa();
		diagnostic.put("seuilHeures", 41);
		assertThat(regle(diagnostic)).isEqualTo("R7-cape");
	}

	@ParameterizedTest
	@MethodSource("requiredInputs")
	void aMissingInputGivesNoOrientationWhateverTheOthersSay(String input) {
		for (Map<String, Object> diagnostic : everyOutcome()) {
			Map<String, Object> absent = new HashMap<>(diagnostic);
			absent.remove(input);
			Map<String, Object> empty = new HashMap<>(diagnostic);
			empty.put(input, null);
			assertThat(regle(absent)).as("absent " + diagnostic).isNull();
			assertThat(regle(empty)).as("null " + diagnostic).isNull();
		}
	}

	static Set<String> requiredInputs() {
		Set<String> inputs = new HashSet<>(cesa().keySet());
		inputs.remove("motifCadreLegal");
		return inputs;
	}

	@Test
	void theLegalReasonIsRequiredOnlyWhenTheLegalFrameDoesNotFit() {
		for (String souhait : List.of("rejoindre", "information")) {
			Map<String, Object> diagnostic = cesa();
			diagnostic.put("souhait", souhait);
			assertThat(regle(diagnostic)).isNotNull();
			diagnostic.remove("motifCadreLegal");
			assertThat(regle(diagnostic)).isNotNull();
			diagnostic.put("cadreLegalAdapte", false);
			assertThat(regle(diagnostic)).isNull();
		}
	}

	@ParameterizedTest
	@CsvSource({ "souhait,partir", "stadeProjet,mature", "motifCadreLegal,inconnu", "economieCreative,oui",
			"heuresMensuelles,dix", "heuresMensuelles,12", "caMensuelHT,1e3", "clientsPrets,true", "seuilHeures,10" })
	void aWordThatIsNotPossibleGivesNoOrientation(String input, String value) {
		for (Map<String, Object> diagnostic : everyOutcome()) {
			diagnostic.put(input, value);
			assertThat(regle(diagnostic)).as(diagnostic.toString()).isNull();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "heuresMensuelles", "caMensuelHT", "seuilHeures", "seuilCaHT" })
	void aNegativeNumberGivesNoOrientation(String input) {
		for (Map<String, Object> diagnostic : everyOutcome()) {
			diagnostic.put(input, -0.01);
			assertThat(regle(diagnostic)).as(diagnostic.toString()).isNull();
		}
	}

	@ParameterizedTest
	@CsvSource({ "redirection-ideation,,idee", "redirection-cadre-legal,decennale,batiment",
			"redirection-cadre-legal,profession-reglementee,artisanat", "redirection-cadre-legal,autre,cae-generaliste",
			"redirection-cadre-legal,,cae-generaliste", "redirection-hors-champ,,cae-generaliste",
			"redirection-hors-champ,decennale,cae-generaliste" })
	void everyRedirectionHasAKindOfStructure(String orientation, String motif, String kind) {
		Map<String, Object> values = new HashMap<>();
		values.put("orientationRetenue", orientation);
		values.put("motifCadreLegal", motif);
		values.put("territoire", "37");
		assertThat(evaluate(STRUCTURE, "structurePartenaire", values).<String>getSingleEntry()).isEqualTo(kind);
		if (motif == null) {
			values.remove("motifCadreLegal");
			assertThat(evaluate(STRUCTURE, "structurePartenaire", values).<String>getSingleEntry()).isEqualTo(kind);
		}
	}

	@ParameterizedTest
	@CsvSource({ "cape,,37", "cesa,autre,45", ",,37", "redirection-cadre-legal,inconnu,37", "redirection-ideation,," })
	void whatIsNotARedirectionHasNoKindOfStructure(String orientation, String motif, String territoire) {
		Map<String, Object> values = new HashMap<>();
		values.put("orientationRetenue", orientation);
		values.put("motifCadreLegal", motif);
		values.put("territoire", territoire);
		assertThat(evaluate(STRUCTURE, "structurePartenaire", values)).isEmpty();
	}

	private static org.junit.jupiter.params.provider.Arguments row(Object... values) {
		return org.junit.jupiter.params.provider.Arguments.of(values);
	}

	private static List<Map<String, Object>> everyOutcome() {
		return aRowPerRule().map((row) -> {
			Map<String, Object> diagnostic = cesa();
			@SuppressWarnings("unchecked")
			Map<String, Object> changes = (Map<String, Object>) row.get()[2];
			diagnostic.putAll(changes);
			return diagnostic;
		}).toList();
	}

	/** A complete diagnostic that reaches the CESA. */
	private static Map<String, Object> cesa() {
		Map<String, Object> diagnostic = new HashMap<>();
		diagnostic.put("souhait", "rejoindre");
		diagnostic.put("economieCreative", true);
		diagnostic.put("cadreLegalAdapte", true);
		diagnostic.put("motifCadreLegal", null);
		diagnostic.put("stadeProjet", "activite");
		diagnostic.put("offreDefinie", true);
		diagnostic.put("clientsPrets", true);
		diagnostic.put("heuresMensuelles", 40);
		diagnostic.put("caMensuelHT", 1800.0);
		diagnostic.put("salarieTempsPlein", false);
		diagnostic.put("seuilHeures", 10);
		diagnostic.put("seuilCaHT", 160.0);
		return diagnostic;
	}

	private static String regle(Map<String, Object> diagnostic) {
		DmnDecisionResult result = orient(diagnostic);
		return result.isEmpty() ? null : result.getSingleResult().getEntry("regle");
	}

	private static DmnDecisionResult orient(Map<String, Object> diagnostic) {
		return evaluate(ORIENTATION, "orientationAdmission", diagnostic);
	}

	private static DmnDecisionResult evaluate(Path table, String key, Map<String, Object> values) {
		try (InputStream model = Files.newInputStream(table)) {
			DmnDecision decision = ENGINE.parseDecision(key, model);
			return ENGINE.evaluateDecision(decision, values);
		}
		catch (IOException ex) {
			throw new IllegalStateException(Arrays.toString(values.keySet().toArray()), ex);
		}
	}

}
