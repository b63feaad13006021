package org.compagnonnage.mission;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;
import org.compagnonnage.document.Document;
import org.compagnonnage.document.Documents;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.Dossiers;
import org.compagnonnage.dossier.Etape;
import org.compagnonnage.engagement.Engagement;
import org.compagnonnage.engagement.Engagements;
import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.Atelier;
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
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Every way through a mission: people send their forms from Tasklist, jobs and timers are
 * fired by element id, and each end is judged by the register, by the engine and by what
 * the people engaged read.
 */
@ApplicationTest
@Import(MissionProcessTests.Couverture.class)
@TestInstance(Lifecycle.PER_CLASS)
class MissionProcessTests {

	private static final String[] ETAPES = { "cadrage", "diagnostic", "accompagnement", "action-collective",
			"capitalisation" };

	/** Everybody whom the composed team engages: staff, the contact, two addresses. */
	private static final String[] ENGAGES = { "aminata.sarr@exemple.sn", "artisan-sans-frontieres@cooperative.example",
			"coordinateur@cooperative.example", "diallo@exemple.sn", "expert-cma@cooperative.example",
			"expert-metier-bois@cooperative.example", "expert-metier-textile@cooperative.example", "sow@exemple.sn" };

	/** Those of them who work on the mission. */
	private static final String[] EQUIPE = Stream.of(ENGAGES)
		.filter((adresse) -> adresse.endsWith("@cooperative.example"))
		.toArray(String[]::new);

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

	@Autowired
	private Atelier atelier;

	@Autowired
	private TransactionTemplate transaction;

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
			.commencer()
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
		MissionScenario mission = this.missionsOuvertes.ouvrir()
			.cadrer()
			.situer()
			.commencer()
			.accompagner()
			.evaluer()
			.suivre();
		String diallo = this.missions.entreprises(mission.reference(), "bois").get(0);
		assertThat(this.suivis.situations(diallo))
			.extracting((situation) -> situation.moment() + " " + situation.chiffreAffaires().intValue() + " "
					+ situation.emplois())
			.containsExactly("DEPART 1000 2", "PREMIER_SUIVI 1500 2", "SECOND_SUIVI 2000 2");
		assertThat(this.suivis.constats(mission.reference()))
			.extracting((constat) -> constat.filiere() + " " + constat.moment())
			.containsExactly("Bois DEPART", "Textile DEPART", "Bois PREMIER_SUIVI", "Textile PREMIER_SUIVI",
					"Bois SECOND_SUIVI", "Textile SECOND_SUIVI");
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
			.commencer()
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
		assertThat(this.missions.groupes(mission.reference(), "bois")).hasSize(2);
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
		assertRefuse(mission.envoyer("expert-cma", "userTask_formerEquipe", formation("2026-10-06")), "formationLe",
				"dans l'avenir");
		mission.former().attend("serviceTask_annoncerMission");
	}

	@Test
	void aTeamTrainedAfterTheFirstDayIsRefusedAndAMissionWhoseFirstDayPassedBeginsAtOnce() {
		MissionScenario mission = this.missionsOuvertes.ouvrir().juger("recevable", null).planifier().composer();
		this.clock.set(LocalDateTime.of(2026, 11, 4, 10, 0));
		assertRefuse(mission.envoyer("expert-cma", "userTask_formerEquipe", formation("2026-11-03")), "formationLe",
				"avant la mission, qui commence le 02/11/2026");
		mission.terminer("expert-cma", "userTask_formerEquipe", formation("2026-11-02"))
			.executer("serviceTask_annoncerMission")
			.executerTous("serviceTask_prevenirEquipe")
			.executer("event_missionCommencee")
			.ouvrirFilieres()
			.attend("userTask_diagnostiquerEntreprise");
	}

	private static Map<String, Object> formation(String jour) {
		return Map.of("formationLe", jour, "formationFormateurs", "CMA", "formationContenu", "Outils");
	}

	@Test
	void anActionPlanHasActionsThatAreStillToCome() {
		MissionScenario mission = this.missionsOuvertes.ouvrir()
			.cadrer()
			.situer()
			.commencer()
			.accompagner()
			.evaluer()
			.suivre();
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
		mission.situer();
		assertThat(this.engine.job(mission.reference(), "event_missionCommencee")).isNotNull();
		mission.commencer().accompagner();
		assertThat(taches(mission, "userTask_evaluerMission"))
			.extracting((tache) -> tache.getName() + " " + tache.getAssignee())
			.containsExactlyInAnyOrder("Évaluer la mission – Menuisiers de Dakar expert-metier-bois",
					"Évaluer la mission – Ébénistes de Thiès expert-metier-bois",
					"Évaluer la mission – Tisserandes expert-metier-textile");
		mission.evaluer().attendreTous("event_troisMois");
		assertThat(this.clock.instant()).isEqualTo(Instant.parse("2027-03-01T08:00:00Z"));
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

	// The team

	@Test
	void eachPersonOfTheTeamLearnsOnceWhenItBeginsAndWithWhom() {
		MissionScenario mission = this.missionsOuvertes.ouvrir().cadrer();
		assertThat(mission.destinataires("mission/equipe-constituee")).containsExactly(EQUIPE);
		mission.lettrePour("mission/equipe-constituee", "artisan-sans-frontieres@cooperative.example",
				"comme artisan sans frontières", "02/11/2026", "29/11/2026", "Chambre de métiers de Dakar", "Sénégal",
				"Coordinateur·rice de mission", "Bois : Expert·e-métier Bois, expert-métier",
				"Textile : Expert·e-métier Textile, expert-métier");
		mission.lettrePour("mission/equipe-constituee", "expert-cma@cooperative.example", "comme expert CMA",
				"Réseau des CMA");
	}

	// Other dates

	@Test
	void aMissionIsPostponedWithItsTimersAndEachPersonEngagedIsToldOnce() {
		MissionScenario mission = this.missionsOuvertes.ouvrir().cadrer().situer("bois", 1000);
		mission.reporter("coordinateur", "2026-11-16", "2026-12-20")
			.executer("serviceTask_reporterMission")
			.executerTous("serviceTask_annoncerReport");
		assertThat(mission.destinataires("mission/report")).containsExactly(ENGAGES);
		mission.lettrePour("mission/report", "sow@exemple.sn", "du 16/11/2026 au 20/12/2026",
				"La salle n'est pas libre.", "comme entreprise");
		assertThat(this.engine.echeance(mission.reference(), "event_missionCommencee"))
			.isEqualTo(LocalDateTime.of(2026, 11, 16, 9, 0));
		assertThat(this.engine.echeance(mission.reference(), "event_troisMois"))
			.isEqualTo(LocalDateTime.of(2027, 3, 22, 9, 0));
		mission.situer("textile", 1000).commencer();
		assertThat(mission.variable("missionFin")).isEqualTo("2026-12-20");
		mission.reporter("responsable", "2026-11-16", "2026-12-27")
			.executer("serviceTask_reporterMission")
			.executerTous("serviceTask_annoncerReport")
			.attendreTous("event_troisMois");
		assertThat(this.clock.today()).as("Easter Monday is no business day").isEqualTo(LocalDate.of(2027, 3, 30));
	}

	@Test
	void datesThatChangeBeforeTheTeamIsToldAreThoseThatItReads() {
		MissionScenario mission = this.missionsOuvertes.ouvrir().juger("recevable", null).planifier().composer();
		mission.reporter("coordinateur", "2026-11-16", "2026-12-20")
			.executer("serviceTask_reporterMission")
			.executerTous("serviceTask_annoncerReport")
			.former()
			.executer("serviceTask_annoncerMission")
			.executerTous("serviceTask_prevenirEquipe");
		mission.assertLettre("mission/mission-planifiee", "du 16/11/2026 au 20/12/2026");
		assertThat(this.engine.echeance(mission.reference(), "event_missionCommencee"))
			.isEqualTo(LocalDateTime.of(2026, 11, 16, 9, 0));
	}

	@Test
	void newDatesObeyTheRulesOfTheFirstOnes() {
		MissionScenario mission = this.missionsOuvertes.ouvrir().juger("recevable", null);
		assertRefuse(mission.demanderReport("coordinateur", "2026-11-16", "2026-12-20"), "referenceDossier",
				"pas encore planifiée");
		mission.planifier();
		assertRefuse(mission.demanderReport("coordinateur", "2026-11-02", "2026-11-29"), "missionDebut",
				"déjà celles de la mission");
		assertRefuse(mission.demanderReport("coordinateur", "2026-10-04", "2026-11-29"), "missionDebut",
				"avant de commencer");
		assertRefuse(mission.demanderReport("coordinateur", "2026-11-16", "2026-12-12"), "missionFin",
				"elle se termine au plus tôt le 13/12/2026");
		mission.composer()
			.former()
			.executer("serviceTask_annoncerMission")
			.executerTous("serviceTask_prevenirEquipe")
			.commencer();
		assertRefuse(mission.demanderReport("coordinateur", "2026-11-09", "2026-12-20"), "missionDebut",
				"La mission a commencé le 02/11/2026");
		this.clock.set(LocalDateTime.of(2026, 11, 27, 10, 0));
		assertRefuse(mission.demanderReport("coordinateur", "2026-11-02", "2026-11-26"), "missionFin", "dans le passé");
		assertThat(mission.demanderReport("expert-metier-bois", "2026-11-02", "2026-12-06").statut()).isEqualTo(403);
		this.clock.set(LocalDateTime.of(2026, 11, 30, 10, 0));
		assertRefuse(mission.demanderReport("coordinateur", "2026-11-02", "2026-12-20"), "referenceDossier",
				"Cette mission est finie");
		assertRefuse(this.missionsOuvertes.suivre("MIS-2020-000001")
			.demanderReport("coordinateur", "2026-12-01", "2027-01-20"), "referenceDossier", "Aucune mission");
	}

	@Test
	void aMissionWhoseTeamWasTrainedTooLateGetsNewDates() {
		MissionScenario mission = this.missionsOuvertes.ouvrir().juger("recevable", null).planifier().composer();
		this.clock.set(LocalDateTime.of(2026, 12, 3, 10, 0));
		assertRefuse(mission.envoyer("expert-cma", "userTask_formerEquipe", formation("2026-12-03")), "formationLe",
				"avant la mission");
		assertThat(mission.demanderReport("coordinateur", "2026-12-07", "2027-01-10").statut()).isEqualTo(200);
		mission.executerTous("serviceTask_reporterMission");
		mission.terminer("expert-cma", "userTask_formerEquipe", formation("2026-12-03"))
			.executer("serviceTask_annoncerMission");
		assertThat(mission.variable("missionDebut")).isEqualTo("2026-12-07");
	}

	@Test
	void aMissionThatIsCancelledMeanwhileIsNotPostponed() {
		MissionScenario mission = this.missionsOuvertes.ouvrir().cadrer();
		mission.reporter("coordinateur", "2026-11-16", "2026-12-20")
			.arreter("coordinateur", "La frontière est fermée.")
			.executerTous("serviceTask_prevenirEngages")
			.executer("serviceTask_reporterMission")
			.assertClos("endEvent_missionNonConcernee", "mission-annulee", "cadrage");
		assertThat(mission.destinataires("mission/report")).isEmpty();
		assertRefuse(mission.demanderReport("coordinateur", "2026-11-16", "2026-12-20"), "referenceDossier",
				"déjà clos");
	}

	@Test
	void aMissionThatBeginsMeanwhileKeepsItsFirstDay() {
		MissionScenario mission = this.missionsOuvertes.ouvrir().cadrer();
		mission.reporter("coordinateur", "2026-11-16", "2026-12-20")
			.commencer()
			.executer("serviceTask_reporterMission");
		assertThat(mission.variable("missionDebut")).isEqualTo("2026-11-02");
		assertThat(mission.destinataires("mission/report")).isEmpty();
	}

	// Each at its own pace

	@Test
	void theDiagnosticWaitsForTheFirstDayAndTheSituationBeforeItDoesNot() {
		MissionScenario mission = this.missionsOuvertes.ouvrir().cadrer();
		assertThat(this.engine.positions(mission.reference())).containsExactlyInAnyOrder("userTask_etablirSituation",
				"event_missionCommencee", "callActivity_suivreFilieres");
		assertThat(mission.dossier().etat()).isEqualTo("cadrage");
		assertThat(this.engine.echeance(mission.reference(), "event_missionCommencee"))
			.isEqualTo(LocalDateTime.of(2026, 11, 2, 9, 0));
		mission.commencer().attend("userTask_diagnostiquerEntreprise").attend("userTask_etablirSituation");
		assertThat(mission.dossier().etat()).isEqualTo("diagnostic");
	}

	@Test
	void followUpsComeInTheirTimeWhateverTheGroupsDoAndTheNoteWaitsForAll() {
		MissionScenario mission = this.missionsOuvertes.ouvrir()
			.cadrer()
			.situer("bois", 1000)
			.commencer()
			.diagnostiquer()
			.preconiser()
			.suivreSemaines();
		assertThat(this.engine.echeance(mission.reference(), "event_troisMois"))
			.isEqualTo(LocalDateTime.of(2027, 3, 1, 9, 0));
		mission.situer("textile", 1000)
			.concevoir("Tisserandes")
			.valider("Tisserandes")
			.realiser("Tisserandes")
			.conclure("Tisserandes")
			.evaluer("Tisserandes");
		assertThat(taches(mission, "userTask_evaluerMission")).isEmpty();
		assertThat(mission.dossier().etat()).isEqualTo("action-collective");
		mission.suivre().attend("userTask_concevoirAction");
		assertThat(mission.dossier().etat()).isEqualTo("capitalisation");
		assertThat(taches(mission, "userTask_redigerNote")).isEmpty();
		Stream.of("Menuisiers de Dakar", "Ébénistes de Thiès")
			.forEach((groupe) -> mission.concevoir(groupe)
				.valider(groupe)
				.realiser(groupe)
				.conclure(groupe)
				.evaluer(groupe));
		mission.capitaliser(false).assertClos("endEvent_missionCapitalisee", "mission-capitalisee", ETAPES);
	}

	@Test
	void theStateOfAMissionIsThatOfItsFurthestFiliereAndNeverGoesBack() {
		MissionScenario mission = this.missionsOuvertes.ouvrir()
			.cadrer()
			.situer()
			.commencer()
			.etudier("bois")
			.executer("serviceTask_produireRapport", "serviceTask_envoyerRapport")
			.formuler("bois")
			.executerTous("serviceTask_produirePreconisations", "serviceTask_envoyerPreconisations")
			.suivreSemaines(List.of("bois"));
		assertThat(mission.dossier().etat()).isEqualTo("action-collective");
		mission.etudier("textile")
			.executer("serviceTask_produireRapport", "serviceTask_envoyerRapport")
			.attend("userTask_preconiserGroupe");
		assertThat(mission.dossier().etat()).isEqualTo("action-collective");
		assertThat(this.dossiers.etapes(mission.reference())).extracting(Etape::etape)
			.containsExactly("cadrage", "diagnostic", "accompagnement", "action-collective");
	}

	@Test
	void aFollowUpReadsAndContinuesTheThreadOfTheRecommendations() {
		MissionScenario mission = this.missionsOuvertes.ouvrir()
			.cadrer()
			.situer()
			.commencer()
			.accompagner()
			.evaluer()
			.attendreTous("event_troisMois");
		String login = "expert-metier-textile";
		List<Map<String, Object>> lignes = mission.lignes(login, "userTask_faireSuiviTroisMois", "textile",
				"preconisations");
		lignes.get(0).put("statut", "faite");
		lignes.get(0).put("note", "Le séchoir tourne.");
		mission.terminer(login, "userTask_faireSuiviTroisMois", Map.of("filiere", "textile"),
				Map.of("preconisations", lignes, "situations",
						mission.lignes(login, "userTask_faireSuiviTroisMois", "textile", "situations"), "constats",
						"Le tissage se vend."));
		mission.attendre("event_sixMois");
		assertThat(
				this.tasklist.valeur(login, mission.tache(login, "userTask_faireSuiviSixMois", "textile"), "filSuivi"))
			.contains("Faite. Le séchoir tourne.");
		assertThat(mission.lignes(login, "userTask_faireSuiviSixMois", "textile", "preconisations")).last()
			.satisfies((ligne) -> assertThat(ligne).containsEntry("statut", "faite"));
	}

	@Test
	void theListsOfTheRequestAreNotCopiedIntoWhatIsDoneForEachFiliere() {
		MissionScenario mission = this.missionsOuvertes.ouvrir().cadrer().situer().commencer().accompagner();
		assertThat(this.processEngine.getHistoryService()
			.createHistoricVariableInstanceQuery()
			.variableNameIn("entreprises", "groupes", "filieres")
			.unlimitedList()
			.stream()
			.filter((variable) -> instances(mission).contains(variable.getProcessInstanceId())))
			.extracting(HistoricVariableInstance::getProcessDefinitionKey)
			.containsOnly("mission-compagnonnage", "mission-cadrage");
	}

	private Set<String> instances(MissionScenario mission) {
		return this.processEngine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(mission.reference())
			.unlimitedList()
			.stream()
			.map(HistoricProcessInstance::getId)
			.collect(Collectors.toSet());
	}

	private List<Task> taches(MissionScenario mission, String tache) {
		return this.processEngine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(mission.reference())
			.taskDefinitionKey(tache)
			.list();
	}

	// Cancellation

	/**
	 * One mission goes all the way: at each position its cancellation is taken back with
	 * its transaction, but for the last one.
	 */
	@Test
	void cancellingInAnyStepLeavesNothingAndTellsEachPersonEngagedOnce() {
		MissionScenario mission = this.missionsOuvertes.ouvrir();
		for (Position position : positions()) {
			this.transaction.executeWithoutResult((status) -> {
				status.setRollbackOnly();
				position.detour().accept(mission);
				annuler(mission, position.quand(), position.engages(), position.etapes());
			});
			position.suite().accept(mission);
		}
		annuler(mission, "the note is written", ENGAGES.length, ETAPES.length);
	}

	private void annuler(MissionScenario mission, String quand, int engages, int etapes) {
		int deja = this.atelier.lettres().duDossier(mission.reference()).size();
		assertThatCode(() -> mission.arreter("coordinateur", "La frontière est fermée.")
			.executerTous("serviceTask_prevenirEngages")
			.assertClos("endEvent_missionAnnulee", "mission-annulee", Arrays.copyOf(ETAPES, etapes)))
			.as("while " + quand)
			.doesNotThrowAnyException();
		List<LettrePartie> lettres = this.atelier.lettres()
			.duDossier(mission.reference())
			.stream()
			.skip(deja)
			.filter((lettre) -> lettre.modele().equals("mission/annulee"))
			.toList();
		assertThat(lettres).as("while " + quand)
			.extracting(LettrePartie::destinataire)
			.hasSize(engages)
			.doesNotHaveDuplicates();
		if (engages == ENGAGES.length) {
			assertThat(lettres).extracting(LettrePartie::destinataire).containsExactlyInAnyOrder(ENGAGES);
		}
		mission.assertDerniereLettre("mission/annulee", "La frontière est fermée.", "Chambre de métiers de Dakar");
	}

	/** Each position of a mission, with how it goes on from there. */
	private static List<Position> positions() {
		Map<String, Object> complete = MissionScenarios.demande();
		return List.of(position("the request is examined", 1, 1, (mission) -> mission.renvoyer("Quel marché ?")),
				position("complements are awaited", 1, 1,
						(mission) -> mission.completer(complete).juger("recevable", null)),
				position("the mission is planned", 1, 1, MissionScenario::planifier),
				position("the team is composed", 3, 1, MissionScenario::composer),
				position("the team is trained", 8, 1, MissionScenario::former),
				position("the mission is announced", 8, 1,
						(mission) -> mission.executer("serviceTask_annoncerMission")),
				position("the team is told", 8, 1, (mission) -> mission.executerTous("serviceTask_prevenirEquipe")),
				position("the first day is awaited", 8, 1,
						(mission) -> mission.situer("bois", 1000).attendre("event_missionCommencee")),
				position("the filières are to be opened", 8, 1, MissionScenario::ouvrirFilieres),
				position("the diagnostic begins, with one filière described", 8, 2,
						(mission) -> mission.situer("textile", 1000).etudier("bois")),
				position("a report is to be written", 8, 2,
						(mission) -> mission.executer("serviceTask_produireRapport")),
				position("a report is to be sent", 8, 2,
						(mission) -> mission.executerTous("serviceTask_envoyerRapport")
							.etudier("textile")
							.executerTous("serviceTask_produireRapport", "serviceTask_envoyerRapport")),
				position("recommendations are written", 8, 3, (mission) -> mission.formuler("bois")),
				position("recommendations are to be printed for one filière", 8, 3,
						(mission) -> mission.executerTous("serviceTask_produirePreconisations")),
				position("recommendations are to be sent for one filière", 8, 3,
						(mission) -> mission.executerTous("serviceTask_envoyerPreconisations")),
				position("a week passes for one filière", 8, 3,
						(mission) -> mission.suivreSemaines(List.of("bois")).concevoir("Ébénistes de Thiès")),
				position("one filière acts and the other recommends", 8, 4,
						(mission) -> mission.formuler("textile")
							.executerTous("serviceTask_produirePreconisations", "serviceTask_envoyerPreconisations")
							.suivreSemaines(List.of("textile"))
							.concevoir("Menuisiers de Dakar")
							.valider("Ébénistes de Thiès")
							.concevoir("Tisserandes")
							.valider("Tisserandes")
							.realiser("Tisserandes")
							.conclure("Tisserandes")),
				position("each group is at another point of its action", 8, 4,
						(mission) -> mission.valider("Menuisiers de Dakar")
							.realiser("Menuisiers de Dakar")
							.realiser("Ébénistes de Thiès")
							.conclure("Menuisiers de Dakar")
							.conclure("Ébénistes de Thiès")),
				position("groups evaluate", 8, 4, (mission) -> mission.evaluer("Tisserandes")),
				new Position("the first follow-up is due while groups have not evaluated yet", 8, 5,
						(mission) -> mission.attendreTous("event_troisMois"),
						(mission) -> mission.evaluer("Menuisiers de Dakar").evaluer("Ébénistes de Thiès")),
				position("three months pass", 8, 4,
						(mission) -> mission.suivre("event_troisMois", "userTask_faireSuiviTroisMois", 1500)),
				position("six months pass", 8, 5,
						(mission) -> mission.suivre("event_sixMois", "userTask_faireSuiviSixMois", 2000)));
	}

	private static Position position(String quand, int engages, int etapes, Consumer<MissionScenario> suite) {
		return new Position(quand, engages, etapes, (mission) -> {
		}, suite);
	}

	@Test
	void whoIsToldReadsAsWhatTheyAreEngaged() {
		MissionScenario mission = this.missionsOuvertes.ouvrir().juger("recevable", null).planifier();
		mission.arreter("responsable", "La frontière est fermée.").executerTous("serviceTask_prevenirEngages");
		assertThat(this.dossiers.trouver(mission.reference()).orElseThrow().issue()).isEqualTo("mission-annulee");
		mission.lettrePour("mission/annulee", "aminata.sarr@exemple.sn", "Bonjour Aminata Sarr,",
				"interlocuteur de la structure");
		mission.lettrePour("mission/annulee", "expert-cma@cooperative.example", "comme expert CMA");
	}

	/**
	 * Where a mission can be cancelled.
	 *
	 * @param engages how many people are engaged there
	 * @param etapes how many states the mission went through
	 * @param detour jobs that run before it is cancelled, and are taken back with it
	 * @param suite how it goes on otherwise
	 */
	private record Position(String quand, int engages, int etapes, Consumer<MissionScenario> detour,
			Consumer<MissionScenario> suite) {
	}

	private static String pdf(byte[] contenu) throws IOException {
		try (PDDocument document = Loader.loadPDF(contenu)) {
			return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0\\u202f]+", " ");
		}
	}

	/**
	 * Every node and flow of the four models of this suite; those that they call, and
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
