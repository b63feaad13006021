package org.compagnonnage.admission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.compagnonnage.admission.Orientation.Resultat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is missing for the next better orientation, and the explanation, by the real
 * decision.
 */
class ProgressionTests {

	private static OrientationRules rules;

	@BeforeAll
	static void readTheDecision() throws IOException {
		DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
		try (InputStream model = Files.newInputStream(Path.of("processes/admission/orientationAdmission.dmn"))) {
			DmnDecision decision = engine.parseDecision(AdmissionModel.DECISION_ORIENTATION, model);
			rules = (diagnostic) -> {
				DmnDecisionResult result = engine.evaluateDecision(decision, diagnostic);
				return result.isEmpty() ? Optional.empty()
						: Optional.of(new Resultat(result.getSingleResult().getEntry("orientation"),
								result.getSingleResult().getEntry("regle"),
								result.getSingleResult().getEntry("motif")));
			};
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "8 | 120 | true | true | Il manque 2 h par mois et 40 € HT pour un CESA.",
			"8 | 1000 | true | true | Il manque 2 h par mois pour un CESA.",
			"40 | 120 | true | true | Il manque 40 € HT par mois pour un CESA.",
			"10 | 159.99 | true | true | Il manque 0,01 € HT par mois pour un CESA.",
			"9.5 | 160 | true | true | Il manque 0,5 h par mois pour un CESA.",
			"40 | 1800 | false | true | Il manque une offre définie et tarifée pour un CESA.",
			"40 | 1800 | true | false | Il manque des clients prêts à être facturés pour un CESA.",
			"40 | 1800 | false | false | Il manque une offre définie et tarifée et des clients prêts à être facturés pour un CESA.",
			"0 | 0 | true | false | Il manque 10 h par mois, 160 € HT et des clients prêts à être facturés pour un CESA." })
	void aCapeIsToldWhatIsMissingForACesa(double heures, double chiffre, boolean offre, boolean clients,
			String manque) {
		Map<String, Object> diagnostic = diagnostic();
		diagnostic.put("heuresMensuelles", heures);
		diagnostic.put("caMensuelHT", chiffre);
		diagnostic.put("offreDefinie", offre);
		diagnostic.put("clientsPrets", clients);
		assertThat(manque(diagnostic, "cape")).isEqualTo(manque);
	}

	@Test
	void thousandsOfEurosReadAsInFrance() {
		Map<String, Object> diagnostic = diagnostic();
		diagnostic.put("seuilCaHT", 12_500);
		diagnostic.put("caMensuelHT", 100);
		assertThat(manque(diagnostic, "cape")).isEqualTo("Il manque 12\u202f400 € HT par mois pour un CESA.");
	}

	@Test
	void aPostponedPersonIsToldWhatIsMissingForACape() {
		Map<String, Object> diagnostic = diagnostic();
		diagnostic.put("heuresMensuelles", 0);
		diagnostic.put("salarieTempsPlein", true);
		assertThat(manque(diagnostic, "ajournement"))
			.isEqualTo("Il faudrait la fin de l'emploi salarié à temps plein pour un CAPE.");
	}

	@ParameterizedTest
	@CsvSource({ "cesa", "information-statuts", "redirection-hors-champ", "redirection-cadre-legal",
			"redirection-ideation" })
	void theBestOrientationAndThoseOutsideTheLadderMissNothing(String orientation) {
		Map<String, Object> diagnostic = diagnostic();
		switch (orientation) {
			case "information-statuts" -> diagnostic.put("souhait", "information");
			case "redirection-hors-champ" -> diagnostic.put("economieCreative", false);
			case "redirection-cadre-legal" -> {
				diagnostic.put("cadreLegalAdapte", false);
				diagnostic.put("motifCadreLegal", "autre");
			}
			case "redirection-ideation" -> diagnostic.put("stadeProjet", "ideation");
			default -> assertThat(orientation).isEqualTo("cesa");
		}
		assertThat(manque(diagnostic, orientation)).isEmpty();
	}

	@Test
	void theThresholdsAreAskedOfTheDecisionNotKnown() {
		Map<String, Object> diagnostic = diagnostic();
		diagnostic.put("seuilHeures", 55);
		assertThat(manque(diagnostic, "cape")).isEqualTo("Il manque 15 h par mois pour un CESA.");
		Progression never = new Progression((essai) -> Optional.of(new Resultat("cape", "R7-cape", "")));
		assertThat(never.manque(diagnostic, "cape")).isEmpty();
	}

	@Test
	void theExplanationNamesTheRuleEachCriterionWithItsValueAndTheVersion() {
		Map<String, Object> diagnostic = diagnostic();
		diagnostic.put("heuresMensuelles", 8);
		diagnostic.put("caMensuelHT", 120.5);
		assertThat(Explication.de(rules.evaluer(diagnostic).orElseThrow(), diagnostic, "1.0.0")).isEqualTo("""
				Le projet peut être testé dans la coopérative : l'offre, \
				les clients ou l'activité prévue ne permettent pas encore un CESA.

				Règle R7-cape, version 1.0.0 de la table :
				- Souhait : rejoindre la coopérative
				- Dans le champ de la coopérative : oui
				- Cadre légal adapté : oui
				- Stade du projet : activité en cours
				- Offre définie et tarifée : oui
				- Clients prêts à être facturés : oui
				- Heures par mois : 8 h
				- Chiffre d'affaires mensuel HT : 120,50 €
				- Salarié·e à temps plein ailleurs : non
				- Seuil d'heures pour un CESA : 10 h
				- Seuil de chiffre d'affaires pour un CESA : 160 €""");
	}

	private static String manque(Map<String, Object> diagnostic, String orientation) {
		assertThat(rules.evaluer(diagnostic)).map(Resultat::orientation).contains(orientation);
		return new Progression(rules).manque(diagnostic, orientation);
	}

	/** A diagnostic that reaches the CESA. */
	private static Map<String, Object> diagnostic() {
		Map<String, Object> diagnostic = new HashMap<>();
		diagnostic.put("souhait", "rejoindre");
		diagnostic.put("economieCreative", true);
		diagnostic.put("cadreLegalAdapte", true);
		diagnostic.put("motifCadreLegal", null);
		diagnostic.put("stadeProjet", "activite");
		diagnostic.put("offreDefinie", true);
		diagnostic.put("clientsPrets", true);
		diagnostic.put("heuresMensuelles", 40);
		diagnostic.put("caMensuelHT", 1800);
		diagnostic.put("salarieTempsPlein", false);
		diagnostic.put("seuilHeures", 10);
		diagnostic.put("seuilCaHT", 160);
		return diagnostic;
	}

}
