package org.compagnonnage.mission;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;
import org.compagnonnage.document.Document;
import org.compagnonnage.document.Documents;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.Dossiers;
import org.compagnonnage.engagement.Engagement;
import org.compagnonnage.engagement.Engagements;
import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.Engine;
import org.compagnonnage.support.MissionScenario;
import org.compagnonnage.support.MissionScenarios;
import org.compagnonnage.support.MutableClock;
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
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Every way through a mission: people send their forms from Tasklist, jobs and timers are
 * fired by element id, and each end is judged by the register, by the engine and by what
 * the people engaged read.
 */
@ApplicationTest
@Import({ MissionProcessTests.Couverture.class, MissionScenarios.class })
@TestInstance(Lifecycle.PER_CLASS)
class MissionProcessTests {

	private static final String[] ETAPES = { "cadrage", "diagnostic", "accompagnement", "action-collective",
			"capitalisation" };

	/** Everybody whom the composed team engages: staff, the contact, two addresses. */
	private static final String[] ENGAGES = { "aminata.sarr@exemple.sn", "artisan-sans-frontieres@cooperative.example",
			"coordinateur@cooperative.example", "diallo@exemple.sn", "expert-metier-bois@cooperative.example",
			"expert-metier-textile@cooperative.example", "sow@exemple.sn" };

	@Autowired
	private MissionScenarios missionsOuvertes;

	@Autowired
	private MissionProcess process;

	@Autowired
	private Missions missions;

	@Autowired
	private Suivis suivis;

	@Autowired
	private Engagements engagements;

	@Autowired
	private Documents documents;

	@Autowired
	private Dossiers dossiers;

	@Autowired
	private Tasklist tasklist;

	@Autowired
	private Engine engine;

	@Autowired
	private ProcessEngine processEngine;

	@Autowired
	private MutableClock clock;

	@BeforeEach
	void itIsAMondayOfOctober() {
		this.clock.set(LocalDateTime.of(2026, 10, 5, 10, 0));
	}

	@AfterAll
	void everyModelRan() {
		this.engine.assertModelesParcourus("processes/mission/");
	}

	// To the end

	@Test
	void aMissionIsFramedAccompaniedFollowedUpAndCapitalised() throws IOException {
		MissionScenario mission = this.missionsOuvertes.ouvrir()
			.cadrer()
			.situer()
			.accompagner()
			.evaluer()
			.suivre()
			.capitaliser(false)
			.assertClos("endEvent_missionCapitalisee", "mission-capitalisee", ETAPES);
		LettrePartie planifiee = mission.assertLettre("mission/mission-planifiee", "Bonjour Aminata,",
				"du 02/11/2026 au 29/11/2026", "Bois : Expert·e-métier Bois, expert-métier",
				"Textile : Expert·e-métier Textile, expert-métier", "Coordinateur·rice de mission");
		assertThat(planifiee.destinataire()).isEqualTo("aminata.sarr@exemple.sn");
		LettrePartie capitalisation = mission.assertLettre("mission/capitalisation", "Chambre de métiers de Dakar");
		assertThat(capitalisation.texte()).doesNotContain("centre de ressources");
		String note = "Note de capitalisation – " + mission.reference() + ".pdf";
		String plan = "Plan d'action – " + mission.reference() + ".pdf";
		assertThat(capitalisation.pieces()).containsOnlyKeys(note, plan);
		assertThat(pdf(capitalisation.pieces().get(note)))
			.contains("Chambre de métiers de Dakar, Sénégal", "Trois groupes sont nés.", "Filière Bois",
					"Mobilier d'hôtel", "Entreprises accompagnées : 4",
					"Avant la mission 10 000 € (4 réponses) 14 (4 réponses)",
					"Six mois après la mission 20 000 € (4 réponses)",
					"Chiffre d’affaires et emplois : moins de trois réponses.", "Les artisans travaillent seuls.",
					"Les groupes achètent ensemble : bois.", "Bois 6 0 0 0 0 6", "Textile 3 0 0 0 0 3",
					"Sécher le bois Tisserandes Proposée", "Sécher le bois Individuelle Proposée",
					"Tisserandes, filière Textile", "Acheter ensemble", "budget de 1 250,50 €.", "Résultat : réalisée",
					"Les matières coûtent 12 % de moins.", "Tisserandes sait chiffrer un devis.", "tout à fait",
					"Commencer par un achat groupé.", "Conseil en devis, séchoir partagé.")
			.doesNotContain("Menuiserie", "Tissages", "Atelier Ba");
		assertThat(pdf(capitalisation.pieces().get(plan)))
			.contains("Ouvrir un guichet de devis", "Aminata Sarr", "Conseil en devis, séchoir partagé.",
					"Bois 6 0 0 0 0 6", "Sécher le bois Individuelle Proposée", "Résultat : réalisée")
			.doesNotContain("Menuiserie", "Tissages", "Atelier Ba");
		assertThat(this.documents.duDossier(mission.reference())).extracting(Document::modele)
			.contains("mission/note-capitalisation", "mission/plan-action");
	}

	@Test
	void whatWasFoundBeforeAndAfterTheMissionOutlivesIt() {
		MissionScenario mission = this.missionsOuvertes.ouvrir().cadrer().situer().accompagner().evaluer().suivre();
		String diallo = this.missions.entreprises(mission.reference(), "bois").get(0);
		assertThat(this.suivis.situations(diallo))
			.extracting((situation) -> situation.moment() + " " + situation.chiffreAffaires().intValue() + " "
					+ situation.emplois())
			.containsExactly("DEPART 1000 2", "TROIS_MOIS 1500 2", "SIX_MOIS 2000 2");
		assertThat(this.suivis.constats(mission.reference()))
			.extracting((constat) -> constat.filiere() + " " + constat.moment())
			.containsExactly("Bois DEPART", "Textile DEPART", "Bois TROIS_MOIS", "Textile TROIS_MOIS", "Bois SIX_MOIS",
					"Textile SIX_MOIS");
		assertThat(this.suivis.evaluations(mission.reference())).extracting(Suivis.Evaluation::groupe)
			.containsExactly("Menuisiers de Dakar", "Ébénistes de Thiès", "Tisserandes");
		String note = this.tasklist.taches("coordinateur", mission.reference()).get("userTask_redigerNote");
		assertThat(this.tasklist.valeur("coordinateur", note, "evaluations")).contains("Tisserandes",
				"Exposer ensemble.");
		assertThat(this.tasklist.valeur("coordinateur", note, "constatsSuivis")).contains("Trois mois après la mission",
				"Les artisans travaillent seuls.");
	}

	@Test
	void aMissionMayProposeACentreToTheSameStructure() {
		MissionScenario mission = this.missionsOuvertes.ouvrir()
			.cadrer()
			.situer()
			.accompagner()
			.evaluer()
			.suivre()
			.capitaliser(true)
			.executer("serviceTask_proposerCentre")
			.assertClos("endEvent_missionCapitalisee", "mission-capitalisee", ETAPES);
		mission.assertLettre("mission/capitalisation", "centre de ressources professionnelles");
		assertThat(this.processEngine.getRuntimeService()
			.createProcessInstanceQuery()
			.processDefinitionKey("centre-ressources")
			.variableValueEquals("dossierOrigine", mission.reference())
			.variableValueEquals("structureNom", "Chambre de métiers de Dakar")
			.variableValueEquals("contactCourriel", "aminata.sarr@exemple.sn")
			.variableValueEquals("pays", "Sénégal")
			.variableValueEquals("objet", "Un séchoir et un guichet pour les trois groupes.")
			.tenantIdIn(MissionScenarios.PERIMETRE)
			.count()).isEqualTo(1);
	}

	// The request

	@Test
	void aRequestThatLacksAMarketIsSentBackCompletedAndFoundAdmissible() {
		Map<String, Object> demande = MissionScenarios.demande("filieres", List
			.of(MissionScenarios.filiere("bois", "Mobilier d'hôtel"), MissionScenarios.filiere("textile", null)));
		MissionScenario mission = this.missionsOuvertes.ouvrir(demande);
		String tache = this.tasklist.taches("expert-cma", mission.reference()).get("userTask_instruireDemande");
		assertThat(this.tasklist.valeur("expert-cma", tache, "demandeManques"))
			.isEqualTo("Le marché porteur de la filière « Textile » n'est pas identifié.");
		assertRefuse(mission.envoyer("expert-cma", "userTask_instruireDemande", Map.of("recevabilite", "recevable")),
				"recevabilite", "Le marché porteur de la filière « Textile » n'est pas identifié.");

		mission.renvoyer("Quel est le marché du textile ?");
		assertThat(mission.dossier().etat()).isEqualTo("cadrage");
		mission.assertLettre("mission/complements", "Bonjour Aminata,", "Quel est le marché du textile ?",
				"18/11/2026");
		Map<String, Object> complete = MissionScenarios.demande("contactCourriel", "direction@exemple.sn");
		mission.completer(complete).attend("userTask_instruireDemande");
		assertThat(mission.variable("contactCourriel")).isEqualTo("direction@exemple.sn");
		assertThat(this.engagements.duDossier(mission.reference())).extracting(Engagement::courriel)
			.containsExactly("direction@exemple.sn");
		mission.cadrer();
		assertThat(this.missions.filiere(mission.reference(), "textile").marche()).isEqualTo("Tissage équitable");
		assertThat(mission.assertLettre("mission/mission-planifiee", "Aminata").destinataire())
			.isEqualTo("direction@exemple.sn");
	}

	@Test
	void anInadmissibleRequestIsRefusedWithItsReason() {
		MissionScenario mission = this.missionsOuvertes.ouvrir();
		assertRefuse(
				mission.envoyer("expert-cma", "userTask_instruireDemande", Map.of("recevabilite", "non-recevable")),
				"recevabiliteMotif", "obligatoire");
		mission.juger("non-recevable", "Ces métiers ne sont pas de l'artisanat.")
			.executer("serviceTask_annoncerRefus")
			.assertClos("endEvent_demandeNonRecevable", "demande-non-recevable", "cadrage")
			.assertLettres("mission/non-recevable");
		mission.assertLettre("mission/non-recevable", "Ces métiers ne sont pas de l'artisanat.");
	}

	@Test
	void aStructureThatStaysSilentIsRemindedThenToldThatItsRequestIsClosed() {
		this.missionsOuvertes.ouvrir()
			.renvoyer("Quel est le marché du textile ?")
			.attendre("event_premiereRelance")
			.executer("serviceTask_envoyerPremiereRelance")
			.attendre("event_secondeRelance")
			.executer("serviceTask_envoyerSecondeRelance")
			.attendre("event_cloture")
			.executer("serviceTask_signalerSilence", "serviceTask_annoncerClassement")
			.assertClos("endEvent_demandeNonRecevable", "demande-non-recevable", "cadrage")
			.assertLettres("mission/complements", "commun/relance-1", "commun/relance-2", "mission/sans-reponse")
			.assertLettre("mission/sans-reponse", "Chambre de métiers de Dakar", "Ce n'est pas un refus");
	}

	@Test
	void aPartnersRequestBecomesACaseOfItsOwn() {
		Demande demande = Demande.de(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 29), true, lignes("filieres"),
				lignes("groupes"), lignes("entreprises"));
		Dossier dossier = this.process.ouvrir(new NouvelleMission("lille", "Chambre de métiers de Dakar", "Aminata",
				"Sarr", "aminata.sarr@exemple.sn", null, "Sénégal", "Vendre aux hôtels.", demande, "essai", null));
		assertThat(dossier.reference()).startsWith("MIS-2026-");
		assertThat(dossier.perimetre()).isEqualTo("lille");
		assertThat(dossier.etat()).isEqualTo("cadrage");
		assertThat(dossier.partenaire()).isEqualTo("essai");
		MissionScenario mission = this.missionsOuvertes.suivre(dossier.reference()).cadrer();
		assertThat(mission.variable("origine")).isEqualTo("partenaire");
		assertThat(this.missions.groupes(mission.reference())).hasSize(3);
		assertThat(this.missions.entreprises(mission.reference(), "bois")).hasSize(4);
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> lignes(String liste) {
		return (List<Map<String, Object>>) MissionScenarios.demande().get(liste);
	}

	// What wrong input gets

	static Stream<Arguments> demandesContradictoires() {
		Map<String, Object> double2 = MissionScenarios.entreprise("MENUISERIE DIALLO", "bois", "Menuisiers de Dakar",
				null, null);
		return Stream.of(arguments("missionFin", MissionScenarios.demande("missionFin", "2026-11-01")),
				arguments("filieres[1].filiere",
						MissionScenarios.demande("filieres",
								List.of(MissionScenarios.filiere("bois", "a"), MissionScenarios.filiere("bois", "b")))),
				arguments("entreprises[6].nom", avec("entreprises", double2)),
				arguments("entreprises[6].groupe",
						avec("entreprises",
								MissionScenarios.entreprise("Bois Sarr", "bois", "Charpentiers", null, null))),
				arguments("groupes[3].nom", avec("groupes", Map.of("nom", "Sans personne", "filiere", "bois"))),
				arguments("dossierOrigine", MissionScenarios.demande("dossierOrigine", "MIS-2025-000001")),
				arguments("perimetre", MissionScenarios.demande("perimetre", "paris")),
				arguments("contactCourriel", MissionScenarios.demande("contactCourriel", "aminata")),
				arguments("entreprises[6].nom", avec("entreprises",
						MissionScenarios.entreprise(null, "bois", "Menuisiers de Dakar", null, null))));
	}

	private static Map<String, Object> avec(String liste, Map<String, Object> ligne) {
		List<Map<String, Object>> lignes = Stream.concat(lignes(liste).stream(), Stream.of(ligne)).toList();
		return MissionScenarios.demande(liste, lignes);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("demandesContradictoires")
	void aRequestThatContradictsItselfIsRefusedWhereItIsEntered(String champ, Map<String, Object> demande) {
		Reponse reponse = this.tasklist.demarrer("expert-cma", "mission-compagnonnage", demande);
		assertThat(reponse.statut()).as(String.valueOf(reponse.corps())).isEqualTo(400);
		assertThat(champs(reponse)).contains(champ);
	}

	@Test
	void theComplementsMayNotContradictThemselvesEither() {
		MissionScenario mission = this.missionsOuvertes.ouvrir().renvoyer("Quel est le marché du textile ?");
		Map<String, Object> complements = new LinkedHashMap<>(MissionScenarios.demande("missionFin", "2026-11-01"));
		complements.remove("perimetre");
		assertRefuse(mission.envoyer("coordinateur", "userTask_recueillirComplements", complements), "missionFin",
				"La mission se termine après son début.");
		mission.attend("userTask_recueillirComplements");
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-02, 2026-11-28, missionFin, elle se termine au plus tôt le 29/11/2026",
			"2026-11-02, 2026-11-02, missionFin, La mission se termine après son début.",
			"2026-11-02, 2026-10-30, missionFin, La mission se termine après son début.",
			"2026-10-04, 2026-11-30, missionDebut, Une mission se planifie avant de commencer." })
	void aMissionUnderFourWeeksIsRefusedWhenItIsPlanned(String debut, String fin, String champ, String message) {
		MissionScenario mission = this.missionsOuvertes.ouvrir().juger("recevable", null);
		assertRefuse(
				mission.envoyer("expert-cma", "userTask_planifierMission",
						Map.of("coordinateur", "coordinateur", "missionDebut", debut, "missionFin", fin)),
				champ, message);
		mission.planifier().attend("userTask_composerEquipe");
	}

	@Test
	void aCoordinateurOrAnExpertIsChosenAmongThoseWhoCanBe() {
		MissionScenario mission = this.missionsOuvertes.ouvrir().juger("recevable", null);
		assertRefuse(
				mission.envoyer("expert-cma", "userTask_planifierMission",
						Map.of("coordinateur", "comptable", "missionDebut", "2026-11-02", "missionFin", "2026-11-29")),
				"coordinateur", "choix proposés");
		mission.planifier();
		String bois = mission.tache("coordinateur", "userTask_composerEquipe", "bois");
		assertRefuse(soumettre("coordinateur", bois, Map.of("artisan", "artisan-sans-frontieres")), "expertMetier",
				"obligatoire");
		assertRefuse(
				soumettre("coordinateur", bois,
						Map.of("expertMetier", MissionScenarios.EXPERT_TEXTILE, "artisan", "artisan-sans-frontieres")),
				"expertMetier", "choix proposés");
		mission.composer().attend("userTask_formerEquipe");
	}

	@Test
	void theTrainingIsNotedWhenItTookPlace() {
		MissionScenario mission = this.missionsOuvertes.ouvrir().juger("recevable", null).planifier().composer();
		assertRefuse(mission.envoyer("expert-cma", "userTask_formerEquipe",
				Map.of("formationLe", "2026-10-06", "formationFormateurs", "CMA", "formationContenu", "Outils")),
				"formationLe", "dans l'avenir");
		mission.former().attend("serviceTask_annoncerMission");
	}

	@Test
	void anActionPlanHasActionsThatAreStillToCome() {
		MissionScenario mission = this.missionsOuvertes.ouvrir().cadrer().situer().accompagner().evaluer().suivre();
		Map<String, Object> note = mission.note(false);
		note.put("planActions", List.of());
		assertRefuse(mission.envoyer("coordinateur", "userTask_redigerNote", note), "planActions",
				"au moins une action");
		note.put("planActions",
				List.of(Map.of("action", "Ouvrir un guichet", "responsable", "Aminata", "echeance", "2026-11-01")));
		assertRefuse(mission.envoyer("coordinateur", "userTask_redigerNote", note), "planActions[0].echeance",
				"déjà passée");
		mission.attend("userTask_redigerNote");
	}

	private Reponse soumettre(String login, String tache, Map<String, String> saisie) {
		return this.tasklist.appeler(login, "POST", "/task/" + tache + "/submit-form",
				Map.of("variables", saisie.entrySet()
					.stream()
					.collect(Collectors.toMap(Map.Entry::getKey, (champ) -> Map.of("value", champ.getValue())))));
	}

	private static void assertRefuse(Reponse reponse, String champ, String message) {
		assertThat(reponse.statut()).as(String.valueOf(reponse.corps())).isEqualTo(400);
		JsonNode erreur = reponse.corps().path("erreurs").path(0);
		assertThat(erreur.path("champ").asText()).isEqualTo(champ);
		assertThat(erreur.path("message").asText()).contains(message);
	}

	private static List<String> champs(Reponse reponse) {
		return reponse.corps().path("erreurs").findValuesAsText("champ");
	}

	// Tasks

	@Test
	void tasksGoToThoseWhoAreEngagedAndAreToldApart() {
		MissionScenario mission = this.missionsOuvertes.ouvrir().cadrer();
		assertThat(taches(mission, "userTask_etablirSituation"))
			.extracting((tache) -> tache.getName() + " " + tache.getAssignee())
			.containsExactlyInAnyOrder("Établir la situation de départ – Bois expert-metier-bois",
					"Établir la situation de départ – Textile expert-metier-textile");
		mission.situer().accompagner();
		assertThat(taches(mission, "userTask_evaluerMission"))
			.extracting((tache) -> tache.getName() + " " + tache.getAssignee())
			.containsExactlyInAnyOrder("Évaluer la mission – Menuisiers de Dakar expert-metier-bois",
					"Évaluer la mission – Ébénistes de Thiès expert-metier-bois",
					"Évaluer la mission – Tisserandes expert-metier-textile");
		mission.evaluer();
		assertThat(this.engine.echeance(mission.reference(), "event_troisMois"))
			.isEqualTo(LocalDateTime.of(2027, 3, 1, 9, 0));
		mission.attendre("event_troisMois");
		String suivi = mission.tache("expert-metier-bois", "userTask_faireSuiviTroisMois", "bois");
		assertThat(this.tasklist.valeur("expert-metier-bois", suivi, "suiviNom"))
			.isEqualTo("Trois mois après la mission");
		assertThat(mission.lignes("expert-metier-bois", "userTask_faireSuiviTroisMois", "bois", "situations"))
			.element(1)
			.satisfies((ligne) -> assertThat(ligne).containsEntry("entreprise", "Menuiserie Ndiaye")
				.containsEntry("emplois", 3));
		assertThat(mission.lignes("expert-metier-bois", "userTask_faireSuiviTroisMois", "bois", "preconisations"))
			.hasSize(6);
	}

	private List<Task> taches(MissionScenario mission, String tache) {
		return this.processEngine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(mission.reference())
			.taskDefinitionKey(tache)
			.list();
	}

	// Cancellation

	static Stream<Arguments> etapes() {
		return Stream.of(etape("the request is examined", (mission) -> {
		}, 1, "cadrage"),
				etape("complements are awaited", (mission) -> mission.renvoyer("Quel marché ?"), 1, "cadrage"),
				etape("the mission is planned", (mission) -> mission.juger("recevable", null), 1, "cadrage"),
				etape("the team is composed", (mission) -> mission.juger("recevable", null).planifier(), 2, "cadrage"),
				etape("the team is trained", (mission) -> mission.juger("recevable", null).planifier().composer(), 7,
						"cadrage"),
				etape("the mission is announced",
						(mission) -> mission.juger("recevable", null).planifier().composer().former(), 7, "cadrage"),
				etape("the diagnostic begins", MissionScenario::cadrer, 7, "cadrage", "diagnostic"),
				etape("one filière is described", (mission) -> mission.cadrer().situer("bois", 1000), 7, "cadrage",
						"diagnostic"),
				etape("recommendations are written", (mission) -> mission.cadrer().situer().diagnostiquer(), 7,
						"cadrage", "diagnostic", "accompagnement"),
				etape("groups evaluate", (mission) -> mission.cadrer().situer().accompagner(), 7, ETAPES),
				etape("three months pass", (mission) -> mission.cadrer().situer().accompagner().evaluer(), 7, ETAPES),
				etape("the first follow-up is made",
						(mission) -> mission.cadrer().situer().accompagner().evaluer().attendre("event_troisMois"), 7,
						ETAPES),
				etape("six months pass",
						(mission) -> mission.cadrer()
							.situer()
							.accompagner()
							.evaluer()
							.suivre("event_troisMois", "userTask_faireSuiviTroisMois", 1500),
						7, ETAPES),
				etape("the note is written", (mission) -> mission.cadrer().situer().accompagner().evaluer().suivre(), 7,
						ETAPES));
	}

	private static Arguments etape(String quand, Consumer<MissionScenario> jusque, int engages, String... etapes) {
		return arguments(quand, jusque, engages, etapes);
	}

	@ParameterizedTest(name = "while {0}")
	@MethodSource("etapes")
	void cancellingLeavesNothingAndTellsEachPersonEngagedOnce(String quand, Consumer<MissionScenario> jusque,
			int engages, String[] etapes) {
		MissionScenario mission = this.missionsOuvertes.ouvrir();
		jusque.accept(mission);
		mission.arreter("coordinateur", "La frontière est fermée.")
			.executerTous("serviceTask_prevenirEngages")
			.assertClos("endEvent_missionAnnulee", "mission-annulee", etapes);
		assertThat(mission.destinataires("mission/annulee")).hasSize(engages).doesNotHaveDuplicates();
		if (engages == ENGAGES.length) {
			assertThat(mission.destinataires("mission/annulee")).containsExactly(ENGAGES);
		}
		mission.assertDerniereLettre("mission/annulee", "La frontière est fermée.", "Chambre de métiers de Dakar");
	}

	@Test
	void whoIsToldReadsAsWhatTheyAreEngaged() {
		MissionScenario mission = this.missionsOuvertes.ouvrir().juger("recevable", null).planifier();
		mission.arreter("responsable", "La frontière est fermée.").executerTous("serviceTask_prevenirEngages");
		assertThat(this.dossiers.trouver(mission.reference()).orElseThrow().issue()).isEqualTo("mission-annulee");
		mission.assertDerniereLettre("mission/annulee", "Bonjour Aminata Sarr,", "interlocuteur de la structure");
	}

	private static String pdf(byte[] contenu) throws IOException {
		try (PDDocument document = Loader.loadPDF(contenu)) {
			return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0\\u202f]+", " ");
		}
	}

	/**
	 * Every node and flow of the three models of this suite; those that they call, and
	 * that others call too, have suites of their own.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	@Import(ProcessEngineCoverageConfiguration.class)
	static class Couverture {

		@Bean
		@Primary
		ProcessEngineCoverageProperties everyNodeAndFlow() {
			return ProcessEngineCoverageProperties.builder()
				.excludeProcessDefinitionKeys("mission-filiere", "mission-diagnostic", "mission-accompagnement",
						"mission-action", "centre-ressources", "relance-personne", "dossier-evenement")
				.assertClassCoverageAtLeast(1.0)
				.build();
		}

	}

}
