package org.compagnonnage.arret;

import java.util.Map;

import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.MissionScenario;
import org.compagnonnage.support.MissionScenarios;
import org.compagnonnage.support.Tasklist;
import org.compagnonnage.support.Tasklist.Reponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may note that a case stops, and of which cases. */
@ApplicationTest
class ArretTests {

	@Autowired
	private MissionScenarios missions;

	@Autowired
	private Tasklist tasklist;

	/** Who starts cases of another programme may note events, not of this one. */
	@Test
	void whoOnlySeesAProgrammeStopsNoneOfItsCases() {
		MissionScenario mission = this.missions.ouvrir();
		refuse(noter("animateur-crp", mission.reference(), "arret"), "referenceDossier", "sans le conduire");
		assertThat(mission.dossier().estClos()).isFalse();
		mission.attend("userTask_instruireDemande");
	}

	@ParameterizedTest
	@ValueSource(strings = { "coordinateur", "expert-cma", "responsable" })
	void whoStartsCasesOfAProgrammeMayNoteThatOneStops(String login) {
		MissionScenario mission = this.missions.ouvrir();
		assertThat(noter(login, mission.reference(), "arret").statut()).isEqualTo(200);
	}

	@Test
	void aSignOfLifeIsNotedOfWhatIsWaitedForOnly() {
		refuse(noter("expert-cma", this.missions.ouvrir().reference(), "signe-de-vie"), "evenement",
				"n'attend rien de la structure");
		refuse(noter("expert-cma", "MIS-2020-000001", "arret"), "referenceDossier", "Aucun dossier de vos périmètres");
	}

	private Reponse noter(String login, String reference, String evenement) {
		return this.tasklist.demarrer(login, "dossier-evenement",
				"arret".equals(evenement)
						? Map.of("referenceDossier", reference, "evenement", evenement, "motif",
								"Le bailleur se retire.")
						: Map.of("referenceDossier", reference, "evenement", evenement));
	}

	private static void refuse(Reponse reponse, String champ, String message) {
		assertThat(reponse.statut()).isEqualTo(400);
		assertThat(reponse.corps().path("erreurs").path(0).path("champ").asText()).isEqualTo(champ);
		assertThat(reponse.corps().path("erreurs").path(0).path("message").asText()).contains(message);
	}

}
