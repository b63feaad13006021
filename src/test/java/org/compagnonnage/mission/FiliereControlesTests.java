package org.compagnonnage.mission;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.compagnonnage.form.Controle;
import org.compagnonnage.form.Erreur;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/** What is refused in the forms of a filière, by field, and what is not. */
class FiliereControlesTests {

	private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneId.of("Europe/Paris"));

	private final FiliereControles controles = new FiliereControles();

	@Test
	void aDiagnosticIsClosedWithAPriority() {
		Controle controle = this.controles.prioritesDeLaFiliere();
		assertThat(champs(controle, Map.of("besoinsReels", "Sécher le bois.", "priorites", List.of())))
			.containsExactly("priorites");
		assertThat(champs(controle, Map.of("besoinsReels", "Sécher le bois."))).containsExactly("priorites");
		assertThat(champs(controle, Map.of("priorites", List.of(Map.of("intitule", "Sécher le bois"))))).isEmpty();
	}

	@Test
	void thereIsAtLeastOneRecommendationAndNoneIsLateFromTheStart() {
		Controle controle = this.controles.preconisationsFormulees(this.clock);
		assertThat(champs(controle, Map.of("nouvellesPreconisations", List.of())))
			.containsExactly("nouvellesPreconisations");
		assertThat(champs(controle,
				Map.of("nouvellesPreconisations",
						List.of(Map.of("echeance", "2026-11-23"), Map.of("echeance", "2026-11-22"),
								Map.of("echeance", "2027-01-31"), Map.of("echeance", "2025-12-01")))))
			.containsExactly("nouvellesPreconisations[1].echeance", "nouvellesPreconisations[3].echeance");
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-22, 2026-12-31, actionDebut", "2026-11-23, 2026-11-22, actionFin", "2026-11-23, 2026-11-23,",
			"2026-12-01, 2027-03-31," })
	void anActionToComeEndsAfterItsStart(String debut, String fin, String champ) {
		assertThat(champs(this.controles.actionConcue(this.clock), Map.of("actionDebut", debut, "actionFin", fin)))
			.isEqualTo((champ != null) ? List.of(champ) : List.of());
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-20, 2026-11-24, actionTermineeLe", "2026-11-20, 2026-11-19, actionTermineeLe",
			"2026-11-20, 2026-11-23,", "2026-11-23, 2026-11-23," })
	void anActionThatWasCarriedOutHasEndedAfterItsStart(String commencee, String terminee, String champ) {
		assertThat(champs(this.controles.actionSuivie(mock(Preconisations.class), this.clock),
				Map.of("actionCommenceeLe", commencee, "actionTermineeLe", terminee)))
			.isEqualTo((champ != null) ? List.of(champ) : List.of());
	}

	@Test
	void anActionMayStopBeforeItBegan() {
		assertThat(champs(this.controles.actionSuivie(mock(Preconisations.class), this.clock),
				Map.of("actionTermineeLe", "2026-11-23")))
			.isEmpty();
	}

	private static List<String> champs(Controle controle, Map<String, Object> saisie) {
		return controle.verifier(saisie, Map.of()).stream().map(Erreur::champ).toList();
	}

}
