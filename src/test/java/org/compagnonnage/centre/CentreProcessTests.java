package org.compagnonnage.centre;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.compagnonnage.document.Document;
import org.compagnonnage.document.Documents;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.Dossiers;
import org.compagnonnage.dossier.Etape;
import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.CentreScenario;
import org.compagnonnage.support.CentreScenarios;
import org.compagnonnage.support.Engine;
import org.compagnonnage.support.ModelCoverage;
import org.compagnonnage.support.MutableClock;
import org.compagnonnage.support.RecordingExpedition;
import org.compagnonnage.support.RecordingExpedition.LettrePartie;
import org.compagnonnage.support.Tasklist;
import org.compagnonnage.support.Tasklist.Reponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every way through a resource centre: people send their forms from Tasklist, jobs and
 * timers are fired by element id, and each end is judged by the register, by the engine,
 * by the tables that outlive it and by what people read.
 */
@ApplicationTest
@Import(ModelCoverage.class)
@TestInstance(Lifecycle.PER_CLASS)
class CentreProcessTests {

	private static final String ANIMATEUR = "animateur-crp";

	private static final String EXPERT = "expert-cma";

	private static final String[] FAMILLES = { "formation", "equipements", "conseil", "matieres-premieres" };

	private static final String[] ETAPES = { "eligibilite", "ingenierie", "ouverture-services", "ouverture" };

	@Autowired
	private CentreScenarios scenarios;

	@Autowired
	private CentreProcess process;

	@Autowired
	private Centres centres;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Dossiers dossiers;

	@Autowired
	private Documents documents;

	@Autowired
	private Tasklist tasklist;

	@Autowired
	private Engine engine;

	@Autowired
	private ProcessEngine processEngine;

	@Autowired
	private MutableClock clock;

	@Autowired
	private RecordingExpedition lettres;

	@BeforeEach
	void itIsAMondayOfOctober() {
		this.clock.set(LocalDateTime.of(2026, 10, 5, 10, 0));
	}

	/** A model that no scenario touches would not lower the coverage. */
	@AfterAll
	void everyModelRan() {
		this.engine.assertModelesParcourus("processes/centre/", "processes/commun/dossier-evenement.bpmn");
	}

	// Starts

	@Test
	void aCentreIsAskedForInTasklistAfterAFinishedMission() {
		String mission = this.scenarios.missionAchevee();
		String id = this.scenarios.demander(CentreScenarios.demande(mission)).reussie().path("id").asText();
		CentreScenario centre = this.scenarios.suivre(reference(id));
		assertThat(centre.reference()).matches("CRP-2026-\\d{6}");
		assertThat(centre.dossier())
			.extracting(Dossier::programme, Dossier::perimetre, Dossier::etat, Dossier::dossierOrigine,
					Dossier::partenaire)
			.containsExactly("centre-ressources", CentreScenarios.PERIMETRE, "eligibilite", mission, null);
		assertThat(centre.variable("origine")).isEqualTo("spontanee");
		centre.attend("userTask_reunirElements");
		assertThat(this.engine.groupes(centre.reference(), "userTask_reunirElements"))
			.containsExactly("animateurs-crp");
	}

	@Test
	void aPartnerAsksForACentreAfterItsMission() {
		String mission = this.scenarios.mission("mission-capitalisee", "cm-thies");
		Dossier ouvert = this.process.ouvrir(new NouveauCentre(mission, "Chambre de métiers de Thiès", "Awa", "Diallo",
				"awa@exemple.sn", null, "Sénégal", "Un atelier commun.", CentreScenarios.PERIMETRE, "cm-thies"));
		assertThat(ouvert).extracting(Dossier::partenaire, Dossier::dossierOrigine, Dossier::etat)
			.containsExactly("cm-thies", mission, "eligibilite");
		CentreScenario centre = this.scenarios.suivre(ouvert.reference()).attend("userTask_reunirElements");
		assertThat(centre.variable("origine")).isEqualTo("partenaire");
		centre.examiner(true, true, true).attend("userTask_definirPerimetre");
	}

	/** The mission that proposes is closed in the same step, before anybody answers. */
	@Test
	void aMissionProposesACentreOfItsOwnPerimetre() {
		String mission = this.dossiers
			.ouvrir("MIS", "mission-compagnonnage", CentreScenarios.PERIMETRE, "capitalisation", "cm-thies", null)
			.reference();
		CentreScenario centre = proposer(mission).attend("userTask_reunirElements");
		this.dossiers.clore(mission, "mission-capitalisee");
		assertThat(centre.dossier().dossierOrigine()).isEqualTo(mission);
		assertThat(centre.dossier().perimetre()).isEqualTo(CentreScenarios.PERIMETRE);
		assertThat(centre.variable("origine")).isEqualTo("mission");
		centre.examiner(true, true, true).attend("userTask_definirPerimetre");
		assertThat(centre.variable("missionTerminee")).isEqualTo(true);
	}

	private CentreScenario proposer(String mission) {
		Map<String, Object> variables = new HashMap<>(CentreScenarios.structure());
		variables.put("perimetre", CentreScenarios.PERIMETRE);
		variables.put("dossierOrigine", mission);
		ProcessInstance instance = this.processEngine.getRuntimeService()
			.createMessageCorrelation("centre.centrePropose")
			.setVariables(variables)
			.correlateStartMessage();
		return this.scenarios
			.suivre((String) this.processEngine.getRuntimeService().getVariable(instance.getId(), "reference"));
	}

	@ParameterizedTest
	@CsvSource({ "mission-annulee, cma-hauts-de-france", "demande-non-recevable, cma-hauts-de-france",
			"mission-capitalisee, 37", "mission-capitalisee, lille" })
	void aCentreIsNotAskedForWithoutAFinishedMissionOfItsPerimetre(String issue, String perimetre) {
		Map<String, Object> demande = CentreScenarios.demande(this.scenarios.mission(issue, null));
		demande.put("perimetre", perimetre);
		assertRefuse(this.scenarios.demander(demande), "missionOrigine", "Aucune mission achevée");
	}

	@Test
	void aCentreIsNotAskedForAfterAMissionThatRunsOrThatNobodyKnows() {
		String ouverte = this.dossiers
			.ouvrir("MIS", "mission-compagnonnage", CentreScenarios.PERIMETRE, "diagnostic", null, null)
			.reference();
		assertRefuse(this.scenarios.demander(CentreScenarios.demande(ouverte)), "missionOrigine",
				"Aucune mission achevée");
		assertRefuse(this.scenarios.demander(CentreScenarios.demande("MIS-2019-000001")), "missionOrigine",
				"Aucune mission achevée");
		assertRefuse(this.scenarios.demander(CentreScenarios.demande("ADM-2026-000001")), "missionOrigine", "forme");
	}

	/** What no form stopped, the decision stops. */
	@Test
	void aCentreThatFollowsNoFinishedMissionIsNotEligibleWhateverItsConditions() {
		CentreScenario centre = proposer("MIS-2019-000001").examiner(true, true, true).attend("userTask_fixerExamen");
		assertThat(centre.variable("eligibiliteRegle")).isEqualTo("R1-prerequis");
		assertThat(centre.variable("eligibilitePrerequis")).isEqualTo("non rempli");
		centre.differer()
			.assertClos("endEvent_centreDiffere", "centre-differe", "eligibilite")
			.assertLettres("centre/avis-eligibilite", "centre/recommandations");
	}

	// Eligibility

	@Test
	void aCentreThatIsNotEligibleComesBackAndOpensItsFourServicesThenItsExchanges() {
		CentreScenario centre = this.scenarios.ouvrir().examiner(true, false, true).attend("userTask_fixerExamen");
		assertThat(centre.variable("eligible")).isEqualTo(false);
		centre.assertLettre("centre/avis-eligibilite", "Bonjour Awa,", "Le centre n'est pas encore éligible.",
				"les groupes d'artisans n'ont pas commencé", "capitalisée : rempli.", "adaptée : remplie.",
				"approprier : non remplie.", "partenariats : remplie.");
		centre.fixerExamen("2027-03-06").attend("event_examenEchu");
		centre.assertLettre("centre/recommandations", "Signez une convention avec la région.",
				"de nouveau le 06/03/2027");
		assertThat(this.engine.echeance(centre.reference(), "event_examenEchu"))
			.isEqualTo(LocalDateTime.of(2027, 3, 8, 9, 0));
		centre.attendre("event_examenEchu").attend("userTask_reunirElements");
		for (Map.Entry<String, Object> repondu : CentreScenario.elements(true, false, true).entrySet()) {
			assertThat(centre.montre(ANIMATEUR, "userTask_reunirElements", repondu.getKey())).as(repondu.getKey())
				.isEqualTo(repondu.getValue().toString());
		}
		assertThat(centre.montre(ANIMATEUR, "userTask_reunirElements", "recommandations"))
			.isEqualTo("Signez une convention avec la région.");

		centre.examiner(true, true, true).equiper(FAMILLES);
		for (String famille : FAMILLES) {
			assertThat(this.engine.positions(centre.reference())).as("one service at a time")
				.contains("userTask_preparerService");
			centre.ouvrirService(FamilleServices.de(famille).nom());
			this.clock.set(this.clock.today().plusDays(7).atTime(10, 0));
		}
		assertThat(this.centres.services(centre.reference())).extracting(ServiceCentre::famille)
			.extracting(FamilleServices::code)
			.containsExactly(FAMILLES);
		assertThat(this.centres.services(centre.reference())).extracting(ServiceCentre::ouvertLe)
			.containsExactly(LocalDate.of(2027, 3, 8), LocalDate.of(2027, 3, 15), LocalDate.of(2027, 3, 22),
					LocalDate.of(2027, 3, 29));
		assertThat(this.centres.services(centre.reference())).extracting(ServiceCentre::responsable)
			.containsOnly("Ibrahima Fall");
		assertThat(centre.montre(ANIMATEUR, "userTask_ouvrirCentre", "servicesOuverts"))
			.contains("Formation et perfectionnement, depuis le 08/03/2027 (Ibrahima Fall)");
		centre.ouvrirCentre();
		assertOuvert(centre);

		assertThat(this.engine.echeance(centre.reference(), "event_anneeEcoulee"))
			.isEqualTo(LocalDateTime.of(2028, 4, 5, 9, 0));
		centre.echanger("atelier", "2028-05-10", "Un nouveau séchoir solaire.");
		assertThat(this.engine.echeance(centre.reference(), "event_anneeEcoulee"))
			.isEqualTo(LocalDateTime.of(2029, 5, 11, 9, 0));
		centre.echanger("compagnonnage-sud-sud", "2029-06-12", "Une règle de tour pour les machines.");
		centre.decider("passer").decider("arreter");
		assertThat(this.jdbc.sql("select * from centre_echange where reference = ? order by numero")
			.param(centre.reference())
			.query(EchangeCentres.class)
			.list())
			.containsExactly(
					new EchangeCentres("atelier", LocalDate.of(2028, 5, 10), "CRP de Bobo-Dioulasso (Burkina Faso)",
							"Un nouveau séchoir solaire.", null),
					new EchangeCentres("compagnonnage-sud-sud", LocalDate.of(2029, 6, 12),
							"CRP de Bobo-Dioulasso (Burkina Faso)", "Une règle de tour pour les machines.", null));
		assertThat(this.engine.fins(centre.reference())).contains("endEvent_echangesArretes");
		centre.assertClos("endEvent_centreOuvert", "centre-ouvert", ETAPES)
			.assertLettres("centre/avis-eligibilite", "centre/recommandations", "centre/avis-eligibilite",
					"centre/centre-ouvert");
	}

	private void assertOuvert(CentreScenario centre) {
		assertThat(centre.dossier().issue()).isEqualTo("centre-ouvert");
		assertThat(this.dossiers.etapes(centre.reference())).extracting(Etape::etape)
			.containsExactly("eligibilite", "ingenierie", "ouverture-services", "ouverture", "close");
		assertThat(ouvert(centre)).contains(new CentreOuvert(centre.reference(), CentreScenarios.PERIMETRE,
				"Centre du bois de Thiès", "Sénégal", "12 route de Dakar, Thiès", LocalDate.of(2027, 4, 5)));
		centre.assertLettre("centre/centre-ouvert", "Centre du bois de Thiès", "depuis le 05/04/2027",
				"12 route de Dakar, Thiès", "Bravo à toutes et à tous.",
				"Information et conseil, depuis le 22/03/2027 (Ibrahima Fall)");
		assertRefuse(
				this.tasklist.demarrer(ANIMATEUR, "dossier-evenement",
						Map.of("referenceDossier", centre.reference(), "evenement", "arret", "motif", "Trop tard.")),
				"referenceDossier", "déjà clos");
	}

	private Optional<CentreOuvert> ouvert(CentreScenario centre) {
		return this.jdbc.sql("select * from centre where reference = ?")
			.param(centre.reference())
			.query(CentreOuvert.class)
			.optional();
	}

	@Test
	void theNoticeNamesEachConditionWithItsEvidenceTheRuleAndItsVersion() throws IOException {
		CentreScenario centre = this.scenarios.ouvrir().examiner(false, true, false);
		LettrePartie lettre = centre.assertLettre("centre/avis-eligibilite", "Deux conditions manquent");
		String nom = "Avis d'éligibilité – %s.pdf".formatted(centre.reference());
		assertThat(lettre.destinataire()).isEqualTo("awa@exemple.sn");
		assertThat(lettre.pieces()).containsOnlyKeys(nom);
		assertThat(texte(lettre.pieces().get(nom))).contains(centre.reference(), "Chambre de métiers de Thiès",
				"Awa Diallo", (String) centre.variable("dossierOrigine"), "Le centre n'est pas éligible à ce jour.",
				"Préalable.", "Première condition.", "Deuxième condition.", "Troisième condition.",
				"offre de services en annexe", "Trois groupes ont dessiné", "Accord de principe de la chambre",
				"R7-besoins-corps", "version 1.0.0");
		assertThat(this.documents.duDossier(centre.reference())).extracting(Document::nom).containsExactly(nom);
		assertThat(centre.variable("eligibiliteVersion")).isEqualTo("1.0.0");
	}

	@Test
	void aCentreIsPutOffWithRecommendations() {
		CentreScenario centre = this.scenarios.ouvrir().examiner(false, false, false).differer();
		centre.assertClos("endEvent_centreDiffere", "centre-differe", "eligibilite")
			.assertLettres("centre/avis-eligibilite", "centre/recommandations");
		centre.assertLettre("centre/recommandations", "Attendez la prochaine mission.",
				"Le centre est différé, sans date", "Aucune condition n'est remplie");
	}

	@Test
	void asLongAsAConditionIsMissingTheCentreIsLookedAtAgain() {
		CentreScenario centre = this.scenarios.ouvrir()
			.examiner(true, false, true)
			.fixerExamen("2026-11-10")
			.attendre("event_examenEchu")
			.examiner(true, true, false)
			.attend("userTask_fixerExamen");
		assertThat(centre.montre(EXPERT, "userTask_fixerExamen", "reexamenLe")).as("a new date is asked for")
			.isIn("", "null");
		centre.fixerExamen("2026-12-01").attendre("event_examenEchu").examiner(true, true, true);
		centre.attend("userTask_definirPerimetre");
		assertThat(this.documents.duDossier(centre.reference())).hasSize(3);
	}

	@Test
	void theTasksGoToThePeopleEngaged() {
		CentreScenario centre = this.scenarios.ouvrir();
		assertThat(assigne(centre, "userTask_reunirElements")).isNull();
		centre.examiner(false, true, true);
		assertThat(assigne(centre, "userTask_fixerExamen")).isEqualTo(EXPERT);
		centre.fixerExamen("2026-10-06").attendre("event_examenEchu");
		assertThat(assigne(centre, "userTask_reunirElements")).isEqualTo(ANIMATEUR);
		centre.examiner(true, true, true);
		assertThat(assigne(centre, "userTask_definirPerimetre")).isEqualTo(ANIMATEUR);
		centre.definir("formation");
		assertThat(assigne(centre, "userTask_formerEquipe")).isEqualTo(EXPERT);
		centre.former().installer();
		assertThat(tache(centre, "userTask_preparerService").path("name").asText())
			.isEqualTo("Préparer le service – Formation et perfectionnement");
	}

	// Wrong input

	@Test
	void whatIsWrongIsRefusedWhereItIsEnteredAndNamesTheField() {
		CentreScenario centre = this.scenarios.ouvrir();
		Map<String, Object> elements = CentreScenario.elements(true, true, true);
		elements.remove("corpsPrets");
		assertRefuse(centre.envoyer(ANIMATEUR, "userTask_reunirElements", elements), "corpsPrets", "obligatoire");
		elements = CentreScenario.elements(true, true, true);
		elements.put("besoinsPreuve", "");
		assertRefuse(centre.envoyer(ANIMATEUR, "userTask_reunirElements", elements), "besoinsPreuve", "obligatoire");
		elements = CentreScenario.elements(true, true, true);
		elements.put("animateur", "referent37");
		assertRefuse(centre.envoyer(ANIMATEUR, "userTask_reunirElements", elements), "animateur", "choix");
		centre.examiner(false, true, true);
		for (String jour : List.of("2026-10-05", "2026-01-01")) {
			assertRefuse(
					centre.envoyer(EXPERT, "userTask_fixerExamen",
							Map.of("recommandations", "Avancez.", "eligibiliteSuite", "reexamen", "reexamenLe", jour)),
					"reexamenLe", "à venir");
		}
		assertRefuse(
				centre.envoyer(EXPERT, "userTask_fixerExamen",
						Map.of("recommandations", "Avancez.", "eligibiliteSuite", "reexamen")),
				"reexamenLe", "obligatoire");
		centre.fixerExamen("2026-10-06").attendre("event_examenEchu").examiner(true, true, true);

		assertRefuse(centre.envoyer(ANIMATEUR, "userTask_definirPerimetre", CentreScenario.perimetre()), "services",
				"au moins un service");
		assertRefuse(
				centre.envoyer(ANIMATEUR, "userTask_definirPerimetre",
						CentreScenario.perimetre("formation", "conseil", "formation")),
				"services[2].famille", "déjà dans la liste");
		centre.definir("formation", "conseil");
		Map<String, Object> equipe = new HashMap<>(CentreScenario.equipe());
		equipe.put("formationFin", "2026-08-31");
		assertRefuse(centre.envoyer(EXPERT, "userTask_formerEquipe", equipe), "formationFin", "avant d'avoir commencé");
		equipe = new HashMap<>(CentreScenario.equipe());
		equipe.put("equipe", List.of());
		assertRefuse(centre.envoyer(EXPERT, "userTask_formerEquipe", equipe), "equipe", "au moins une personne");
		centre.former();
		assertRefuse(centre.envoyer(ANIMATEUR, "userTask_installerAteliers", Map.of("ateliers", List.of())), "ateliers",
				"au moins un atelier");
		assertRefuse(
				centre.envoyer(ANIMATEUR, "userTask_installerAteliers", Map.of("ateliers", List
					.of(Map.of("nom", "Bois", "lieu", "Thiès", "equipements", "Scie", "installeLe", "2026-10-07")))),
				"ateliers[0].installeLe", "à venir");
		centre.installer();
		Map<String, Object> preparation = new HashMap<>(centre.preparation());
		preparation.put("serviceOuverturePrevueLe", "2026-10-05");
		assertRefuse(centre.envoyer(ANIMATEUR, "userTask_preparerService", preparation), "serviceOuverturePrevueLe",
				"aujourd'hui ou plus tard");
		centre.ouvrirService("Formation et perfectionnement").preparerService("Information et conseil");
		assertRefuse(centre.envoyer(ANIMATEUR, "userTask_ouvrirService", CentreScenario.ouvertureService("2026-10-05")),
				"serviceOuvertLe", "le précédent a ouvert le 06/10/2026");
		assertRefuse(centre.envoyer(ANIMATEUR, "userTask_ouvrirService", CentreScenario.ouvertureService("2026-10-07")),
				"serviceOuvertLe", "à venir");
		centre.constaterOuverture().executer("serviceTask_inscrireService");
		for (String jour : List.of("2026-10-05", "2026-10-07")) {
			assertRefuse(
					centre.envoyer(ANIMATEUR, "userTask_ouvrirCentre",
							Map.of("centreOuvertLe", jour, "centreLieu", "Thiès")),
					"centreOuvertLe", jour.endsWith("5") ? "le dernier l'est depuis le 06/10/2026" : "à venir");
		}
		centre.ouvrirCentre().attendre("event_anneeEcoulee");
		assertRefuse(
				centre.envoyer(ANIMATEUR, "userTask_preparerEchange", Map.of("echangeDecision", "organiser",
						"echangeType", "atelier", "echangeLe", "2027-10-05", "echangeCentres", "CRP de Ségou (Mali)")),
				"echangeLe", "aujourd'hui ou plus tard");
		assertRefuse(centre.envoyer(ANIMATEUR, "userTask_preparerEchange", Map.of("echangeDecision", "passer")),
				"echangeMotif", "obligatoire");
		centre
			.terminer(ANIMATEUR, "userTask_preparerEchange",
					Map.of("echangeDecision", "organiser", "echangeType", "action-collective", "echangeLe",
							"2027-10-20", "echangeCentres", "CRP de Ségou (Mali)"))
			.attendre("event_jourEchange");
		assertRefuse(centre.envoyer(ANIMATEUR, "userTask_dresserBilan", Map.of("echangeLe", "2027-10-22",
				"echangeCentres", "CRP de Ségou (Mali)", "echangeEnseignements", "Rien encore.")), "echangeLe",
				"à venir");
	}

	// Abandonment

	@ParameterizedTest(name = "{0}")
	@MethodSource("etapes")
	void aProjectGivenUpLeavesNothingAndTellsEachPersonEngagedOnce(String element, int etapes, Set<String> prevenus,
			UnaryOperator<CentreScenario> chemin) {
		CentreScenario centre = chemin.apply(this.scenarios.ouvrir()).attend(element);
		List<LettrePartie> avant = this.lettres.duDossier(centre.reference());
		centre.abandonner("Le terrain promis n'est plus libre.")
			.assertClos("endEvent_projetAbandonne", "projet-abandonne",
					List.of(ETAPES).subList(0, etapes).toArray(String[]::new));
		List<LettrePartie> parties = this.lettres.duDossier(centre.reference());
		List<LettrePartie> annonces = parties.subList(avant.size(), parties.size());
		assertThat(annonces).extracting(LettrePartie::modele).containsOnly("centre/projet-abandonne");
		assertThat(annonces).extracting((lettre) -> lettre.destinataire().toLowerCase(java.util.Locale.ROOT))
			.containsExactlyInAnyOrderElementsOf(prevenus);
		assertThat(annonces).extracting(LettrePartie::messageId).doesNotHaveDuplicates();
		assertThat(annonces)
			.allSatisfy((lettre) -> assertThat(lettre.texte()).contains("Le terrain promis n'est plus libre.",
					"abandonné depuis le 05/10/2026", "Chambre de métiers de Thiès"));
		assertThat(ouvert(centre)).isEmpty();
	}

	static Stream<Arguments> etapes() {
		Set<String> contact = Set.of("awa@exemple.sn");
		Set<String> suivi = Set.of("awa@exemple.sn", "animateur-crp@cooperative.example",
				"expert-cma@cooperative.example");
		Set<String> equipe = Set.of("awa@exemple.sn", "animateur-crp@cooperative.example",
				"expert-cma@cooperative.example", "moussa@exemple.sn");
		Set<String> services = Set.of("awa@exemple.sn", "animateur-crp@cooperative.example",
				"expert-cma@cooperative.example", "moussa@exemple.sn", "ibrahima@exemple.sn");
		String nom = "Formation et perfectionnement";
		UnaryOperator<CentreScenario> refus = (centre) -> centre.examiner(true, true, false);
		UnaryOperator<CentreScenario> eligible = (centre) -> centre.examiner(true, true, true);
		UnaryOperator<CentreScenario> equiper = (centre) -> eligible.apply(centre).equiper("formation", "conseil");
		UnaryOperator<CentreScenario> ouvrir = (
				centre) -> equiper.apply(centre).ouvrirService(nom).ouvrirService("Information et conseil");
		return Stream.of(etape("userTask_reunirElements", 1, contact, (centre) -> centre),
				etape("serviceTask_redigerAvis", 1, suivi, (centre) -> centre.repondre(true, true, true)),
				etape("serviceTask_envoyerAvis", 1, suivi,
						(centre) -> centre.repondre(true, true, true).executer("serviceTask_redigerAvis")),
				etape("userTask_fixerExamen", 1, suivi, refus),
				etape("serviceTask_annoncerSuite", 1, suivi,
						(centre) -> refus.apply(centre)
							.terminer(EXPERT, "userTask_fixerExamen",
									Map.of("recommandations", "Avancez.", "eligibiliteSuite", "differer"))),
				etape("event_examenEchu", 1, suivi, (centre) -> refus.apply(centre).fixerExamen("2026-12-01")),
				etape("userTask_definirPerimetre", 2, suivi, eligible),
				etape("userTask_formerEquipe", 2, suivi, (centre) -> eligible.apply(centre).definir("formation")),
				etape("userTask_installerAteliers", 2, equipe,
						(centre) -> eligible.apply(centre).definir("formation").former()),
				etape("userTask_preparerService", 3, equipe, equiper),
				etape("userTask_ouvrirService", 3, services, (centre) -> equiper.apply(centre).preparerService(nom)),
				etape("serviceTask_inscrireService", 3, services,
						(centre) -> equiper.apply(centre).preparerService(nom).constaterOuverture()),
				etape("userTask_preparerService", 3, services, (centre) -> equiper.apply(centre).ouvrirService(nom)),
				etape("userTask_ouvrirCentre", 4, services, ouvrir),
				etape("serviceTask_annoncerOuverture", 4, services,
						(centre) -> ouvrir.apply(centre).constaterOuvertureCentre()),
				etape("serviceTask_lancerEchanges", 4, services,
						(centre) -> ouvrir.apply(centre)
							.constaterOuvertureCentre()
							.executer("serviceTask_annoncerOuverture")));
	}

	private static Arguments etape(String element, int etapes, Set<String> prevenus,
			UnaryOperator<CentreScenario> chemin) {
		return Arguments.of(element, etapes, prevenus, chemin);
	}

	@Test
	void aProjectIsGivenUpOnce() {
		CentreScenario centre = this.scenarios.ouvrir();
		Map<String, Object> abandon = Map.of("referenceDossier", centre.reference(), "evenement", "arret", "motif",
				"Le terrain n'est plus libre.");
		String premiere = this.tasklist.demarrer(ANIMATEUR, "dossier-evenement", abandon).reussie().path("id").asText();
		String seconde = this.tasklist.demarrer(EXPERT, "dossier-evenement", abandon).reussie().path("id").asText();
		assertThat(this.engine.finir(premiere)).isEqualTo("endEvent_evenementTransmis");
		assertThat(this.engine.finir(seconde)).isEqualTo("endEvent_dossierNonConcerne");
		centre.executerTous("serviceTask_prevenirPersonne")
			.assertClos("endEvent_projetAbandonne", "projet-abandonne", "eligibilite")
			.assertLettres("centre/projet-abandonne");
	}

	@Test
	void aCentreCancelledInCockpitIsClosedInTheRegister() {
		this.scenarios.ouvrir()
			.examiner(true, true, true)
			.annuler()
			.assertClos(null, "dossier-annule", "eligibilite", "ingenierie");
	}

	private String reference(String instance) {
		return this.tasklist.appeler(EXPERT, "GET", "/process-instance/" + instance, null)
			.reussie()
			.path("businessKey")
			.asText();
	}

	private String assigne(CentreScenario centre, String tache) {
		return tache(centre, tache).path("assignee").asText(null);
	}

	private JsonNode tache(CentreScenario centre, String tache) {
		return this.tasklist
			.appeler(ANIMATEUR, "GET",
					"/task?maxResults=10&processInstanceBusinessKey=" + centre.reference() + "&taskDefinitionKey="
							+ tache,
					null)
			.reussie()
			.path(0);
	}

	private static void assertRefuse(Reponse reponse, String champ, String pourquoi) {
		assertThat(reponse.statut()).as(reponse.corps().toString()).isEqualTo(400);
		assertThat(reponse.corps().path("erreurs").findValuesAsText("champ")).as(reponse.corps().toString())
			.containsExactly(champ);
		assertThat(reponse.corps().path("erreurs").path(0).path("message").asText()).contains(pourquoi);
	}

	private static String texte(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return RecordingExpedition.mots(new PDFTextStripper().getText(document));
		}
	}

}
