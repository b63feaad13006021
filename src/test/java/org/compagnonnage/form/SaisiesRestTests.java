package org.compagnonnage.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.compagnonnage.dossier.Dossiers;
import org.compagnonnage.support.DossiersEssai;
import org.compagnonnage.support.MoteurRest;
import org.compagnonnage.support.MoteurRest.Adresse;
import org.compagnonnage.support.MoteurRest.Reponse;
import org.compagnonnage.support.ApplicationTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What wrong input gets over the running application: a French problem that names the
 * field, the right status, and a case that is as it was.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SaisiesRestTests {

	private static final String PERSONNE = """
			"porteurPrenom":{"value":"Léa"},"porteurNom":{"value":"Martin"},"porteurCourriel":{"value":"lea@example.org"},
			"territoire":{"value":"37"},"projetResume":{"value":"x"},"origine":{"value":"spontanee"}""";

	private static final String DIAGNOSTIC = """
			"souhait":{"value":"rejoindre"},"economieCreative":{"value":true},"cadreLegalAdapte":{"value":true},
			"stadeProjet":{"value":"activite"},"offreDefinie":{"value":true},"clientsPrets":{"value":true},
			"heuresMensuelles":{"value":40},"caMensuelHT":{"value":1800.5},"salarieTempsPlein":{"value":false}""";

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Dossiers register;

	@LocalServerPort
	private int port;

	private MoteurRest rest;

	private DossiersEssai dossiers;

	@BeforeAll
	void preparer() {
		this.rest = new MoteurRest(this.port);
		this.dossiers = new DossiersEssai(this.engine);
	}

	@ParameterizedTest
	@EnumSource(Adresse.class)
	void aVariableThatTheFormDoesNotOfferIsRefusedOnEveryRoute(Adresse adresse) {
		ProcessInstance instance = accueil();
		String tache = "/task/" + this.dossiers.tache(instance).getId();
		for (String fin : List.of("/complete", "/submit-form", "/bpmnError", "/bpmnEscalation", "/resolve",
				"/complete/", "/submit-form/")) {
			refuse(instance, adresse, tache + fin, "{\"errorCode\":\"x\",\"variables\":{\"pirate\":{\"value\":1}}}"
				.replace(fin.startsWith("/bpmnError") ? "|" : "\"errorCode\":\"x\",", ""), 400, "pirate");
		}
		String definition = instance.getProcessDefinitionId();
		for (String depart : List.of("/process-definition/key/admission-cae/start",
				"/process-definition/key/admission-cae/submit-form", "/process-definition/" + definition + "/start",
				"/process-definition/" + definition + "/submit-form",
				"/process-definition/key/admission-cae/tenant-id/37/start",
				"/process-definition/key/admission-cae/tenant-id/37/submit-form",
				"/process-definition/key/admission%2Dcae/start", "/process-definition/key/admission-cae/start/")) {
			refuse(instance, adresse, depart,
					"{\"variables\":{" + PERSONNE + ",\"partenaire\":{\"value\":\"un-autre\"}}}", 400, "partenaire");
			refuse(instance, adresse, depart, "{\"variables\":{" + PERSONNE + ",\"perimetre\":{\"value\":\"45\"}}}",
					400, "perimetre");
		}
	}

	static Stream<Arguments> entrees() {
		return Stream.of(
				arguments("startInstructions",
						"{\"variables\":{" + PERSONNE + "},\"startInstructions\":[{\"type\":\"startBeforeActivity\","
								+ "\"activityId\":\"endEvent_cesaSigne\"}]}"),
				arguments("skipCustomListeners", "{\"variables\":{" + PERSONNE + "},\"skipCustomListeners\":true}"),
				arguments("skipIoMappings", "{\"variables\":{" + PERSONNE + "},\"skipIoMappings\":true}"),
				arguments("caseInstanceId", "{\"variables\":{" + PERSONNE + "},\"caseInstanceId\":\"x\"}"),
				arguments("variables", "{\"variables\":[]}"), arguments("variables", "{\"variables\":\"x\"}"));
	}

	@ParameterizedTest
	@MethodSource("entrees")
	void aStartTakesNothingButItsForm(String champ, String corps) {
		for (Adresse adresse : Adresse.values()) {
			refuse(accueil(), adresse, "/process-definition/key/admission-cae/start", corps, 400, champ);
		}
	}

	@ParameterizedTest
	@EnumSource(Adresse.class)
	void theReferenceIsTheSoftwaresWhateverTheCallerProposes(Adresse adresse) {
		Reponse reponse = this.rest.post(adresse, "referent37", "/process-definition/key/admission-cae/start",
				"{\"businessKey\":\"ADM-1999-000001\",\"variables\":{" + PERSONNE + "}}");
		assertThat(reponse.statut()).isEqualTo(200);
		ProcessInstance ouverte = this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceId(reponse.json().path("id").asText())
			.singleResult();
		assertThat(ouverte.getBusinessKey()).matches("ADM-\\d{4}-\\d{6}").isNotEqualTo("ADM-1999-000001");
		assertThat(this.register.trouver("ADM-1999-000001")).isEmpty();
		assertThat(this.register.trouver(ouverte.getBusinessKey())).isPresent();
	}

	static Stream<Arguments> types() {
		return Stream.of(arguments("souhait", "{\"value\":\"rejoindre\",\"type\":\"Object\"}"),
				arguments("souhait", "{\"value\":\"\\\"rejoindre\\\"\",\"type\":\"Json\"}"),
				arguments("souhait", "{\"value\":\"cmVqb2luZHJl\",\"type\":\"File\"}"),
				arguments("souhait", "{\"value\":\"cmVqb2luZHJl\",\"type\":\"Bytes\"}"),
				arguments("souhait", "{\"value\":\"rejoindre\",\"type\":\"Null\"}"),
				arguments("souhait", "{\"value\":\"rejoindre\",\"type\":12}"),
				arguments("souhait", "{\"value\":\"rejoindre\",\"local\":true}"),
				arguments("souhait", "{\"value\":\"rejoindre\",\"valueInfo\":{\"transient\":true}}"),
				arguments("souhait",
						"{\"value\":\"rejoindre\",\"valueInfo\":{\"objectTypeName\":\"java.lang.Runtime\","
								+ "\"serializationDataFormat\":\"application/x-java-serialized-object\"}}"),
				arguments("souhait", "\"rejoindre\""), arguments("souhait", "null"), arguments("souhait", "[]"),
				arguments("souhait", "{\"value\":\"ailleurs\"}"), arguments("souhait", "{\"value\":{}}"),
				arguments("economieCreative", "{\"value\":\"true\"}"),
				arguments("economieCreative", "{\"value\":\"true\",\"type\":\"Boolean\"}"),
				arguments("cadreLegalAdapte", "{\"value\":0}"), arguments("cadreLegalAdapte", "{\"value\":null}"),
				arguments("stadeProjet", "{\"value\":\"Ideation\"}"), arguments("offreDefinie", "{\"value\":1}"),
				arguments("clientsPrets", "{\"value\":[true]}"), arguments("salarieTempsPlein", "{\"value\":\"non\"}"),
				arguments("heuresMensuelles", "{\"value\":-1}"), arguments("heuresMensuelles", "{\"value\":\"40\"}"),
				arguments("heuresMensuelles", "{\"value\":40,\"type\":\"String\"}"),
				arguments("heuresMensuelles", "{\"value\":40.5,\"type\":\"Integer\"}"),
				arguments("heuresMensuelles", "{\"value\":true}"), arguments("heuresMensuelles", "{\"value\":1e400}"),
				arguments("caMensuelHT", "{\"value\":-0.01}"),
				arguments("caMensuelHT", "{\"value\":99999999999999999999}"),
				arguments("caMensuelHT", "{\"value\":\"1 800 €\"}"),
				arguments("motifCadreLegal", "{\"value\":\"assurance\"}"),
				arguments("swotForces", "{\"value\":\"" + "a".repeat(4001) + "\"}"),
				arguments("swotForces", "{\"value\":\"a\\u0000b\"}"), arguments("swotMenaces", "{\"value\":12}"));
	}

	@ParameterizedTest
	@MethodSource("types")
	void anImpossibleValueOfTheDiagnosticIsRefusedByName(String champ, String valeur) {
		ProcessInstance instance = etape("userTask_realiserDiagnostic", Map.of());
		String corps = "{\"variables\":{" + DIAGNOSTIC.replaceAll("\"" + champ + "\":\\{[^}]*},?\\s*", "").strip();
		corps = (corps.endsWith(",") ? corps : corps + ',') + '"' + champ + "\":" + valeur + "}}";
		String tache = "/task/" + this.dossiers.tache(instance).getId();
		refuse(instance, Adresse.OUTILS, tache + "/complete", corps, 400, champ);
		refuse(instance, Adresse.TASKLIST, tache + "/submit-form", corps, 400, champ);
	}

	@Test
	void aDiagnosticIsStoredWithTheTypesThatTheDecisionReads() {
		ProcessInstance instance = etape("userTask_realiserDiagnostic", Map.of());
		Reponse reponse = this.rest.post(Adresse.TASKLIST, "referent37",
				"/task/" + this.dossiers.tache(instance).getId() + "/submit-form",
				"{\"variables\":{" + DIAGNOSTIC.replace("\"value\":40}", "\"value\":40,\"type\":\"Double\"}") + "}}");
		assertThat(reponse.statut()).as(reponse.toString()).isBetween(200, 204);
		assertThat(this.engine.getRuntimeService().getVariables(instance.getId())).containsEntry("souhait", "rejoindre")
			.containsEntry("economieCreative", true)
			.containsEntry("caMensuelHT", 1800.5)
			.containsEntry("seuilHeures", 10.0);
	}

	static Stream<Arguments> corps() {
		return Stream.of(arguments("{", "application/json", 400), arguments("[]", "application/json", 400),
				arguments("\"x\"", "application/json", 400), arguments("{} {}", "application/json", 400),
				arguments("{\"variables\":{},\"variables\":{}}", "application/json", 400),
				arguments("{\"variables\":{\"a\":{\"value\":1},\"a\":{\"value\":2}}}", "application/json", 400),
				arguments("{\"variables\":{}} // fin", "application/json", 400),
				arguments("{\"variables\":{}}", "text/plain", 415),
				arguments("{\"variables\":{}}", "application/xml", 415),
				arguments("{\"variables\":{}}", "application/x-www-form-urlencoded", 415),
				arguments("--b--", "multipart/form-data; boundary=b", 415),
				arguments("{\"variables\":{\"accueilNotes\":{\"value\":\"" + "a".repeat(SaisieFilter.MAX) + "\"}}}",
						"application/json", 413));
	}

	@ParameterizedTest
	@MethodSource("corps")
	void aBodyThatIsNoSmallJsonObjectIsRefused(String corps, String type, int statut) {
		ProcessInstance instance = accueil();
		Map<String, Object> avant = etat(instance);
		for (Adresse adresse : Adresse.values()) {
			Reponse reponse = this.rest.appeler(adresse, "referent37", "POST",
					"/task/" + this.dossiers.tache(instance).getId() + "/complete", corps, type);
			assertThat(reponse.statut()).as(reponse.toString()).isEqualTo(statut);
			probleme(reponse);
		}
		assertThat(etat(instance)).isEqualTo(avant);
	}

	@Test
	void otherMethodsAndOddAddressesLeadNowhere() {
		ProcessInstance instance = accueil();
		String tache = this.dossiers.tache(instance).getId();
		Map<String, Object> avant = etat(instance);
		for (Adresse adresse : Adresse.values()) {
			for (String methode : List.of("PUT", "PATCH", "DELETE", "HEAD", "GET")) {
				assertThat(this.rest
					.appeler(adresse, "referent37", methode, "/task/" + tache + "/complete",
							"GET".equals(methode) || "HEAD".equals(methode) ? null : "{\"variables\":{}}")
					.statut()).as("%s %s", adresse, methode).isIn(400, 404, 405, 415, 500);
			}
		}
		String pirate = "{\"variables\":{\"pirate\":{\"value\":1}}}";
		for (String racine : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
			Adresse adresse = racine.startsWith("/engine-rest") ? Adresse.OUTILS : Adresse.TASKLIST;
			for (String chemin : List.of("//task/" + tache + "/complete", "/task/" + tache + ";x=1/complete",
					"/task;x/" + tache + "/complete", "/task/" + tache + "/complete;a=b",
					"/task/" + tache + "/%63omplete", "/task/" + tache + "%2fcomplete",
					"/task/%2e%2e/task/" + tache + "/complete", "/TASK/" + tache + "/complete",
					"/task/" + tache + "/COMPLETE", "/task/" + tache + "/complete%0a", "/task/" + tache + "/complete//",
					"/task/" + tache + "/complete%20", "/task/" + tache + "/complete/x",
					"/engine/default/task/" + tache + "/complete", "/engine/autre/task/" + tache + "/complete")) {
				Reponse reponse = this.rest.ailleurs(adresse, "referent37", "POST", racine + chemin, pirate);
				assertThat(reponse.statut()).as("%s%s → %s", racine, chemin, reponse).isBetween(400, 499);
			}
		}
		for (String autre : List.of("/camunda/api/engine/engine/autre/task/" + tache + "/complete",
				"/camunda/api/cockpit/plugin/base/default/task/" + tache + "/complete",
				"/camunda/api/tasklist/plugin/base/default/task/" + tache + "/complete",
				"/ENGINE-REST/task/" + tache + "/complete", "/engine-rest.json/task/" + tache + "/complete")) {
			assertThat(this.rest.ailleurs(Adresse.TASKLIST, "referent37", "POST", autre, pirate).statut()).as(autre)
				.isBetween(400, 499);
		}
		assertThat(etat(instance)).isEqualTo(avant);
	}

	@ParameterizedTest
	@EnumSource(Adresse.class)
	void aTaskThatIsDoneOrTakenOrElsewhereSaysSo(Adresse adresse) {
		ProcessInstance instance = accueil();
		String tache = "/task/" + this.dossiers.tache(instance).getId();
		assertThat(this.rest.post(adresse, "referent37", tache + "/claim", "{\"userId\":\"referent37\"}").statut())
			.isEqualTo(204);
		assertThat(this.rest.post(adresse, "referent37", tache + "/claim", "{\"userId\":\"referent37\"}").statut())
			.isEqualTo(204);
		assertThat(
				refuse(instance, adresse, "responsable", tache + "/claim", "{\"userId\":\"responsable\"}", 409).json()
					.path("detail")
					.asText())
			.isEqualTo("Cette tâche est déjà prise par Référent·e Indre-et-Loire.");
		refuse(instance, adresse, "responsable", tache + "/claim", "{\"userId\":\"referent37\"}", 403, "userId");
		refuse(instance, adresse, "referent45", tache + "/claim", "{\"userId\":\"referent45\"}", 404);
		refuse(instance, adresse, "referent45", tache + "/complete", "{}", 404);
		refuse(instance, adresse, "referent37", "/task/inconnue/complete", "{}", 404);
		assertThat(this.rest.post(adresse, "referent37", tache + "/complete", "{}").statut()).isEqualTo(204);
		for (String fin : List.of("/complete", "/submit-form", "/claim", "/bpmnError", "/comment/create")) {
			refuse(instance, adresse, "referent37", tache + fin, "{\"userId\":\"referent37\"}", 409);
		}
		refuse(instance, adresse, "referent45", tache + "/complete", "{}", 404);
	}

	@RepeatedTest(5)
	void ofTwoPeopleWhoClaimAtOnceOneGetsTheTask() throws Exception {
		String tache = "/task/" + this.dossiers
			.tache(this.dossiers.devant("admission-contrat", "userTask_preparerCape", "37", Map.of()))
			.getId();
		this.engine.getTaskService().addCandidateGroup(tache.substring(6), "gerance");
		List<Integer> statuts = ensemble(
				() -> this.rest.post(Adresse.OUTILS, "charge-administratif", tache + "/claim",
						"{\"userId\":\"charge-administratif\"}"),
				() -> this.rest.post(Adresse.TASKLIST, "gerance", tache + "/claim", "{\"userId\":\"gerance\"}"));
		assertThat(statuts).containsExactlyInAnyOrder(204, 409);
	}

	@RepeatedTest(5)
	void ofTwoCompletionsAtOnceOneIsTaken() throws Exception {
		ProcessInstance instance = accueil();
		String tache = "/task/" + this.dossiers.tache(instance).getId() + "/complete";
		List<Integer> statuts = ensemble(
				() -> this.rest.post(Adresse.OUTILS, "referent37", tache,
						"{\"variables\":{\"accueilNotes\":{\"value\":\"un\"}}}"),
				() -> this.rest.post(Adresse.TASKLIST, "referent37", tache,
						"{\"variables\":{\"accueilNotes\":{\"value\":\"deux\"}}}"));
		assertThat(statuts).containsExactlyInAnyOrder(204, 409);
		assertThat(this.dossiers.tache(instance).getTaskDefinitionKey()).isEqualTo("userTask_realiserDiagnostic");
	}

	static Stream<Arguments> orientations() {
		return Stream.of(arguments("cape", Map.of("salarieTempsPlein", true), "orientationRetenue", "temps plein"),
				arguments("cape", Map.of("cadreLegalAdapte", false), "orientationRetenue", "légalement"),
				arguments("cesa", Map.of("cadreLegalAdapte", false), "orientationRetenue", "légalement"),
				arguments("cesa", Map.of(), "derogationMotif", "Ce champ est obligatoire"),
				arguments("paradis", Map.of(), "orientationRetenue", "choix proposés"));
	}

	@ParameterizedTest
	@MethodSource("orientations")
	void anOverrideNeedsAReasonAndNeverGoesAgainstTheLaw(String retenue, Map<String, Object> faits, String champ,
			String message) {
		Map<String, Object> dossier = new HashMap<>(DossiersEssai.DIAGNOSTIC);
		dossier.put("orientation", "ajournement");
		dossier.putAll(faits);
		ProcessInstance instance = etape("userTask_validerOrientation", dossier);
		String motif = champ.equals("derogationMotif") ? "" : ",\"derogationMotif\":{\"value\":\"Je le veux\"}";
		for (Adresse adresse : Adresse.values()) {
			assertThat(refuse(instance, adresse, "/task/" + this.dossiers.tache(instance).getId() + "/submit-form",
					"{\"variables\":{\"orientationRetenue\":{\"value\":\"" + retenue + "\"}" + motif + "}}", 400, champ)
				.corps()).contains(message);
		}
	}

	@Test
	void arbitrationOffersNoCapeToAFullTimeEmployeeAndNoPlaceAboveQuotaWithoutAReason() {
		ProcessInstance instance = this.dossiers.devant("admission-place-cesa", "userTask_arbitrerQuota", "37",
				Map.of("salarieTempsPlein", true));
		String tache = "/task/" + this.dossiers.tache(instance).getId() + "/complete";
		refuse(instance, Adresse.TASKLIST, "gerance", tache,
				"{\"variables\":{\"arbitrageDecision\":{\"value\":\"cape\"}}}", 400, "arbitrageDecision");
		refuse(instance, Adresse.TASKLIST, "gerance", tache,
				"{\"variables\":{\"arbitrageDecision\":{\"value\":\"accepter\"}}}", 400, "arbitrageMotif");
		refuse(instance, Adresse.OUTILS, "gerance", tache, "{\"variables\":{\"arbitrageDecision\":{\"value\":\"cape\"},"
				+ "\"arbitrageAutorise\":{\"value\":true}}}", 400, "arbitrageAutorise");
	}

	@Test
	void aContractIsSignedNeitherBeforeItWasDraftedNorInTheFuture() {
		ProcessInstance instance = this.dossiers.devant("admission-contrat", "userTask_enregistrerReponse", "37",
				Map.of("contratRedigeLe", LocalDate.now().minusDays(3).toString(), "contratType", "cape"));
		String tache = "/task/" + this.dossiers.tache(instance).getId() + "/complete";
		for (LocalDate date : List.of(LocalDate.now().minusDays(4), LocalDate.now().plusDays(1))) {
			refuse(instance, Adresse.TASKLIST, "charge-administratif", tache,
					"{\"variables\":{\"contratReponse\":{\"value\":\"signe\"},\"contratSigneLe\":{\"value\":\"" + date
							+ "\"}}}",
					400, "contratSigneLe");
		}
		refuse(instance, Adresse.TASKLIST, "charge-administratif", tache,
				"{\"variables\":{\"contratReponse\":{\"value\":\"signe\"}}}", 400, "contratSigneLe");
		refuse(instance, Adresse.TASKLIST, "charge-administratif", tache,
				"{\"variables\":{\"contratReponse\":{\"value\":\"refuse\"}}}", 400, "contratRefusMotif");
	}

	@Test
	void aStructureExistsAndServesTheTerritory() {
		ProcessInstance instance = this.dossiers.devant("admission-redirection", "userTask_choisirStructure", "37",
				Map.of());
		String tache = "/task/" + this.dossiers.tache(instance).getId() + "/complete";
		for (String structure : List.of("inconnue", "bge-atlantique", "")) {
			refuse(instance, Adresse.TASKLIST, "referent37", tache, "{\"variables\":{\"structureRetenue\":{\"value\":\""
					+ structure + "\"},\"accordTransmission\":{\"value\":true}}}", 400, "structureRetenue");
		}
	}

	@ParameterizedTest
	@EnumSource(Adresse.class)
	void aNewCaseFollowsAClosedOneOfTheOwnPerimetresOnly(Adresse adresse) {
		ProcessInstance ouverte = accueil();
		ProcessInstance ailleurs = this.dossiers.ouvrir("45");
		ProcessInstance closeAilleurs = this.dossiers.ouvrir("45");
		this.engine.getRuntimeService().deleteProcessInstance(closeAilleurs.getId(), "essai");
		for (String reference : List.of("ADM-1999-000001", reference(ouverte), reference(ailleurs),
				reference(closeAilleurs))) {
			refuse(ouverte, adresse, "/process-definition/key/admission-cae/submit-form",
					"{\"variables\":{\"dossierOrigine\":{\"value\":\"" + reference
							+ "\"},\"origine\":{\"value\":\"spontanee\"}}}",
					400, "dossierOrigine");
			refuse(ouverte, adresse, "/process-definition/key/admission-cae/submit-form",
					"{\"variables\":{" + PERSONNE + ",\"dossierOrigine\":{\"value\":\"" + reference + "\"}}}", 400,
					"dossierOrigine");
		}
		for (String reference : List.of("ADM-1999-000001", reference(ailleurs), reference(closeAilleurs))) {
			assertThat(refuse(ouverte, adresse, "/process-definition/key/admission-evenement/submit-form",
					"{\"variables\":{\"referenceDossier\":{\"value\":\"" + reference
							+ "\"},\"evenement\":{\"value\":\"signe-de-vie\"}}}",
					400, "referenceDossier")
				.corps()).contains("de vos périmètres");
		}
		assertThat(this.rest
			.post(adresse, "referent45", "/process-definition/key/admission-cae/submit-form",
					"{\"variables\":{\"dossierOrigine\":{\"value\":\"" + reference(closeAilleurs)
							+ "\"},\"origine\":{\"value\":\"spontanee\"}}}")
			.statut()).isEqualTo(200);
	}

	@ParameterizedTest
	@EnumSource(Adresse.class)
	void aTerritoryIsOneOfTheCooperativesAndOneOfTheOwn(Adresse adresse) {
		ProcessInstance instance = accueil();
		for (String territoire : List.of("99", "lille", "", "037")) {
			refuse(instance, adresse, "/process-definition/key/admission-cae/start",
					"{\"variables\":{" + PERSONNE.replace("\"37\"", "\"" + territoire + "\"") + "}}", 400,
					"territoire");
		}
		assertThat(refuse(instance, adresse, "referent37", "/process-definition/key/admission-cae/start",
				"{\"variables\":{" + PERSONNE.replace("\"37\"", "\"45\"") + "}}", 403)
			.corps()).contains("Vous n’appartenez pas au périmètre");
	}

	@ParameterizedTest
	@EnumSource(Adresse.class)
	void readingWhatIsNotThereOrTooMuchSaysSoInFrench(Adresse adresse) {
		// The web applications ask for lists without naming a limit and get the engine's;
		// a tool has to name its own.
		int sansLimite = (adresse != Adresse.TASKLIST) ? 400 : 200;
		for (Map.Entry<String, Integer> lecture : Map
			.of("/task/inconnue", 404, "/process-instance/inconnue", 404, "/task", sansLimite, "/task?maxResults=2001",
					400, "/history/process-instance", sansLimite, "/task?due=hier", 400,
					"/task?sortBy=x&sortOrder=asc&maxResults=1", 400, "/nulle-part", 404)
			.entrySet()) {
			Reponse reponse = this.rest.get(adresse, "referent37", lecture.getKey());
			assertThat(reponse.statut()).as("%s → %s", lecture.getKey(), reponse).isEqualTo(lecture.getValue());
			if (reponse.statut() != 200) {
				probleme(reponse);
			}
		}
		if (adresse != Adresse.TASKLIST) {
			assertThat(this.rest.get(adresse, "referent37", "/task").corps()).contains("maxResults");
		}
		for (String corps : List.of("{\"assigneeExpression\":\"${authenticatedUserId}\"}", "{")) {
			Reponse reponse = this.rest.post(adresse, "referent37", "/task?maxResults=5", corps);
			assertThat(reponse.statut()).as(reponse.toString()).isEqualTo(400);
			probleme(reponse);
		}
	}

	@Test
	void aCommentIsAShortTextOfAPersonWhoSeesTheTask() {
		ProcessInstance instance = accueil();
		String tache = "/task/" + this.dossiers.tache(instance).getId() + "/comment/create";
		refuse(instance, Adresse.TASKLIST, tache, "{\"message\":\" \"}", 400, "message");
		refuse(instance, Adresse.TASKLIST, tache, "{\"message\":12}", 400, "message");
		refuse(instance, Adresse.TASKLIST, tache, "{\"message\":\"" + "a".repeat(4001) + "\"}", 400, "message");
		refuse(instance, Adresse.TASKLIST, "referent45", tache, "{\"message\":\"x\"}", 404);
		ProcessInstance ailleurs = this.dossiers.ouvrir("45");
		assertThat(this.rest
			.post(Adresse.TASKLIST, "referent37", tache,
					"{\"message\":\"Vu\",\"processInstanceId\":\"" + ailleurs.getId() + "\"}")
			.statut()).isEqualTo(200);
		assertThat(this.engine.getTaskService().getProcessInstanceComments(ailleurs.getId())).isEmpty();
	}

	@Test
	void followUpIsTheActorsAndTheRestOfATaskIsNot() {
		ProcessInstance instance = accueil();
		Task tache = this.dossiers.tache(instance);
		assertThat(this.rest
			.appeler(Adresse.TASKLIST, "referent37", "PUT", "/task/" + tache.getId(),
					"{\"followUp\":\"2030-01-01T10:00:00.000+0100\",\"name\":\"" + tache.getName() + "\"}")
			.statut()).isEqualTo(204);
		Task apres = this.dossiers.tache(instance);
		assertThat(apres.getFollowUpDate()).isNotNull();
		assertThat(List.of(apres.getName(), apres.getDescription(), apres.getDueDate(), apres.getPriority()))
			.isEqualTo(List.of(tache.getName(), tache.getDescription(), tache.getDueDate(), tache.getPriority()));
	}

	private Reponse refuse(ProcessInstance instance, Adresse adresse, String chemin, String corps, int statut,
			String... champs) {
		return refuse(instance, adresse, "referent37", chemin, corps, statut, champs);
	}

	private Reponse refuse(ProcessInstance instance, Adresse adresse, String login, String chemin, String corps,
			int statut, String... champs) {
		Map<String, Object> avant = etat(instance);
		Reponse reponse = this.rest.post(adresse, login, chemin, corps);
		assertThat(reponse.statut()).as("%s %s → %s", chemin, corps, reponse).isEqualTo(statut);
		probleme(reponse);
		assertThat(reponse.champs()).as(reponse.toString()).contains(champs);
		assertThat(etat(instance)).isEqualTo(avant);
		return reponse;
	}

	private static void probleme(Reponse reponse) {
		assertThat(reponse.json().path("type").asText()).startsWith("urn:compagnonnage:probleme:");
		assertThat(reponse.json().path("detail").asText()).isNotBlank();
		assertThat(reponse.json().path("status").asInt()).isEqualTo(reponse.statut());
		assertThat(reponse.enFrancais()).as(reponse.toString()).isTrue();
	}

	private Map<String, Object> etat(ProcessInstance instance) {
		Map<String, Object> etat = this.dossiers.etat(instance.getId());
		etat.putAll(this.dossiers.compte());
		if (instance.getBusinessKey() != null) {
			this.register.trouver(instance.getBusinessKey()).ifPresent((dossier) -> etat.put("registre", dossier));
			etat.put("étapes", this.register.etapes(instance.getBusinessKey()));
		}
		return etat;
	}

	private List<Integer> ensemble(Callable<Reponse> une, Callable<Reponse> autre) throws Exception {
		// Both are signed in before they start.
		this.rest.get(Adresse.TASKLIST, "gerance", "/version");
		this.rest.get(Adresse.TASKLIST, "referent37", "/version");
		CyclicBarrier depart = new CyclicBarrier(2);
		ExecutorService fils = Executors.newFixedThreadPool(2);
		try {
			List<Future<Reponse>> reponses = new ArrayList<>();
			for (Callable<Reponse> appel : List.of(une, autre)) {
				reponses.add(fils.submit(() -> {
					depart.await();
					return appel.call();
				}));
			}
			List<Integer> statuts = new ArrayList<>();
			for (Future<Reponse> reponse : reponses) {
				statuts.add(reponse.get().statut());
			}
			return statuts;
		}
		finally {
			fils.shutdownNow();
		}
	}

	private ProcessInstance accueil() {
		ProcessInstance ouverte = this.dossiers.ouvrir("37");
		// The start gives the reference; the instance that it returned does not know it.
		return this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceId(ouverte.getId())
			.singleResult();
	}

	private ProcessInstance etape(String element, Map<String, Object> variables) {
		return this.dossiers.devant("admission-cae", element, "37", variables);
	}

	private String reference(ProcessInstance instance) {
		return (String) this.engine.getHistoryService()
			.createHistoricVariableInstanceQuery()
			.processInstanceId(instance.getId())
			.variableName("reference")
			.singleResult()
			.getValue();
	}

}
