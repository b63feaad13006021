package org.compagnonnage.centre;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.Dossiers;
import org.compagnonnage.engine.DemandeImpossible;
import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.CentreScenario;
import org.compagnonnage.support.CentreScenarios;
import org.compagnonnage.support.MissionScenario;
import org.compagnonnage.support.MissionScenarios;
import org.compagnonnage.support.MutableClock;
import org.compagnonnage.support.Tasklist.Reponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A mission has one centre, whoever asks for a second one, and when. */
@ApplicationTest
class UneMissionUnCentreTests {

	private static final String REFUS = "Un centre de ressources fait déjà suite à cette mission";

	private static final int ENSEMBLE = 6;

	@Autowired
	private CentreScenarios scenarios;

	@Autowired
	private MissionScenarios missions;

	@Autowired
	private CentreProcess process;

	@Autowired
	private Dossiers dossiers;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MutableClock clock;

	@BeforeEach
	void itIsAMondayOfOctober() {
		this.clock.set(LocalDateTime.of(2026, 10, 5, 10, 0));
	}

	@Test
	void aSecondCentreIsRefusedAndTheFirstIsNamedToWhoSeesIt() {
		CentreScenario premier = this.scenarios.ouvrir();
		String mission = premier.dossier().dossierOrigine();
		assertRefuse(this.scenarios.demander(CentreScenarios.demande(mission)),
				REFUS + " : " + premier.reference() + ".");
		assertThat(centres(mission)).containsExactly(premier.reference());
	}

	/** The register has it, and the engine shows it to nobody. */
	@Test
	void whoDoesNotSeeTheFirstCentreIsNotToldItsReference() {
		String mission = this.scenarios.missionAchevee();
		centre(mission);
		assertRefuse(this.scenarios.demander(CentreScenarios.demande(mission)), REFUS + ".");
	}

	@ParameterizedTest
	@ValueSource(strings = { "projet-abandonne", "centre-differe", "dossier-annule" })
	void aCentreThatWasGivenUpOrPutOffLeavesItsPlace(String issue) {
		String mission = this.scenarios.missionAchevee();
		String premier = centre(mission);
		this.dossiers.clore(premier, issue);
		this.scenarios.demander(CentreScenarios.demande(mission)).reussie();
		assertThat(centres(mission)).hasSize(2).contains(premier);
	}

	@Test
	void aCentreThatIsOpenKeepsItsPlace() {
		String mission = this.scenarios.missionAchevee();
		this.dossiers.clore(centre(mission), "centre-ouvert");
		assertRefuse(this.scenarios.demander(CentreScenarios.demande(mission)), REFUS + ".");
	}

	@Test
	void ofSeveralThatAskAtTheSameInstantExactlyOneOpens() throws Exception {
		String mission = this.scenarios.mission("mission-capitalisee", "cm-thies");
		CyclicBarrier depart = new CyclicBarrier(ENSEMBLE);
		Callable<String> demande = () -> {
			depart.await();
			try {
				return this.process
					.ouvrir(new NouveauCentre(mission, "Chambre de métiers de Thiès", "Awa", "Diallo", "awa@exemple.sn",
							null, "Sénégal", "Un atelier commun.", CentreScenarios.PERIMETRE, "cm-thies"))
					.reference();
			}
			catch (DemandeImpossible ex) {
				return ex.getMessage();
			}
		};
		ExecutorService threads = Executors.newFixedThreadPool(ENSEMBLE);
		try {
			List<Future<String>> reponses = threads
				.invokeAll(IntStream.range(0, ENSEMBLE).mapToObj((i) -> demande).toList());
			List<String> ouverts = centres(mission);
			assertThat(ouverts).hasSize(1);
			for (Future<String> reponse : reponses) {
				assertThat(reponse.get()).isIn(ouverts.get(0), REFUS + ".");
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void aMissionThatHasItsCentreProposesNoneAndEndsAsUsual() {
		MissionScenario mission = this.missions.ouvrir()
			.cadrer()
			.situer()
			.commencer()
			.accompagner()
			.evaluer()
			.suivre()
			.capitaliser(true);
		String premier = this.dossiers
			.ouvrir("CRP", "centre-ressources", MissionScenarios.PERIMETRE, "eligibilite", null, mission.reference())
			.reference();
		mission.executer("serviceTask_proposerCentre");
		assertThat(mission.dossier()).extracting(Dossier::etat, Dossier::issue)
			.containsExactly("close", "mission-capitalisee");
		assertThat(centres(mission.reference())).containsExactly(premier);
	}

	@Test
	void aCentreThatAMissionProposedIsTheOnlyOne() {
		MissionScenario mission = this.missions.ouvrir()
			.cadrer()
			.situer()
			.commencer()
			.accompagner()
			.evaluer()
			.suivre()
			.capitaliser(true)
			.executer("serviceTask_proposerCentre");
		List<String> proposes = centres(mission.reference());
		assertThat(proposes).hasSize(1);
		Map<String, Object> demande = CentreScenarios.demande(mission.reference());
		demande.put("perimetre", MissionScenarios.PERIMETRE);
		assertRefuse(this.scenarios.demander(demande), REFUS + " : " + proposes.get(0) + ".");
	}

	/** A centre that the register alone knows. */
	private String centre(String mission) {
		return this.dossiers.ouvrir("CRP", "centre-ressources", CentreScenarios.PERIMETRE, "eligibilite", null, mission)
			.reference();
	}

	private List<String> centres(String mission) {
		return this.jdbc
			.sql("select reference from dossier where dossier_origine = ? and programme = 'centre-ressources'"
					+ " order by reference")
			.param(mission)
			.query(String.class)
			.list();
	}

	private static void assertRefuse(Reponse reponse, String message) {
		assertThat(reponse.statut()).as(reponse.corps().toString()).isEqualTo(400);
		assertThat(reponse.corps().path("erreurs")).hasSize(1);
		assertThat(reponse.corps().path("erreurs").path(0).path("champ").asText()).isEqualTo("missionOrigine");
		assertThat(reponse.corps().path("erreurs").path(0).path("message").asText()).isEqualTo(message);
	}

}
