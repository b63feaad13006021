package org.compagnonnage;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.Atelier;
import org.compagnonnage.support.CentreScenario;
import org.compagnonnage.support.CentreScenarios;
import org.compagnonnage.support.ConsulaireScenario;
import org.compagnonnage.support.MissionScenario;
import org.compagnonnage.support.MissionScenarios;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one structure lives through: a mission for its craftspeople, the programme that
 * strengthens it meanwhile, and the centre that the mission proposes, each to its end by
 * the people of the demo, over the calls that Tasklist makes.
 */
@ApplicationTest
class ProgrammesEnChaineTests {

	private static final Map<String, String> AJOUTE = ConsulaireScenario.axe("mise-en-oeuvre",
			"formation-apprentissage", "Former les apprentis", "distance");

	@Autowired
	private Atelier atelier;

	@Autowired
	private MissionScenarios missions;

	@Autowired
	private CentreScenarios centres;

	@BeforeEach
	void itIsAMondayOfOctober() {
		this.atelier.clock().set(LocalDateTime.of(2026, 10, 5, 10, 0));
	}

	@Test
	void aMissionAProgrammeAndTheCentreThatTheMissionFeedsRunToTheirEnds() {
		MissionScenario mission = this.missions.ouvrir().cadrer().situer().commencer();
		ConsulaireScenario programme = programmeApres(mission.reference()).cadrer().convenir().diagnostiquer();
		mission.accompagner();
		accompagner(programme);
		mission.evaluer().suivre().capitaliser(true).executer("serviceTask_proposerCentre");
		mission.assertClos("endEvent_missionCapitalisee", "mission-capitalisee", "cadrage", "diagnostic",
				"accompagnement", "action-collective", "capitalisation");

		CentreScenario centre = this.centres.suivre(seulDossierApres(mission.reference()))
			.examiner(true, true, true)
			.equiper("equipements", "formation")
			.ouvrirService("Équipements et outillages communs")
			.ouvrirService("Formation et perfectionnement")
			.ouvrirCentre()
			.decider("arreter");
		centre.assertClos("endEvent_centreOuvert", "centre-ouvert", "eligibilite", "ingenierie", "ouverture-services",
				"ouverture");
		assertThat(centre.dossier()).extracting(Dossier::perimetre, Dossier::dossierOrigine)
			.containsExactly(mission.dossier().perimetre(), mission.reference());
		assertThat(programme.dossier().dossierOrigine()).isEqualTo(mission.reference());
		assertThat(List.of(mission.reference(), programme.reference(), centre.reference())).doesNotHaveDuplicates();
		centre.assertLettre("centre/avis-eligibilite", "Bonjour Aminata", "capitalisée : rempli.");
	}

	/** All five kinds of axes, one more while they run, one stopped. */
	private static void accompagner(ConsulaireScenario programme) {
		programme.choisir(ConsulaireScenario.CINQ_AXES).achever(1, false).preparer(2, false);
		assertThat(programme.transmettre(ConsulaireScenario.ajout(AJOUTE, "Les élus l'ont demandé.")))
			.isEqualTo("endEvent_decisionTransmise");
		assertThat(programme.transmettre(ConsulaireScenario.arret(5, "Un autre bailleur s'en charge.")))
			.isEqualTo("endEvent_decisionTransmise");
		programme.executerTous("serviceTask_prevenirArret")
			.accepterProgramme(2, "accepte", null)
			.conduire(2, ConsulaireScenario.EXPERT)
			.accepterLivrable(2, "accepte", null)
			.evaluer(2)
			.achever(3, true)
			.achever(4, true)
			.achever(6, true)
			.dresserBilan()
			.envoyerBilan()
			.assertClos("endEvent_programmeAcheve", "programme-acheve", "cadrage", "termes-de-reference", "diagnostic",
					"accompagnement", "bilan");
	}

	private ConsulaireScenario programmeApres(String mission) {
		Map<String, Object> demande = new HashMap<>(ConsulaireScenario.demande());
		demande.put("dossierOrigine", mission);
		String id = this.atelier.tasklist()
			.demarrer(ConsulaireScenario.EXPERT, "programme-consulaire", demande)
			.reussie()
			.path("id")
			.asText();
		return ConsulaireScenario.suivre(this.atelier,
				this.atelier.tasklist()
					.appeler(ConsulaireScenario.EXPERT, "GET", "/process-instance/" + id, null)
					.reussie()
					.path("businessKey")
					.asText());
	}

	/** The reference that the animateur finds in the list of tasks, by the mission. */
	private String seulDossierApres(String mission) {
		JsonNode taches = this.atelier.tasklist()
			.appeler("animateur-crp", "GET",
					"/task?maxResults=10&taskDefinitionKey=userTask_reunirElements&processVariables=dossierOrigine_eq_"
							+ mission,
					null)
			.reussie();
		assertThat(taches).hasSize(1);
		return this.atelier.tasklist().valeur("animateur-crp", taches.path(0).path("id").asText(), "reference");
	}

}
