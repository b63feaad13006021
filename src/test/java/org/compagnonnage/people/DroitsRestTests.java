package org.compagnonnage.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.compagnonnage.dossier.Dossiers;
import org.compagnonnage.people.Roles.Role;
import org.compagnonnage.support.DossiersEssai;
import org.compagnonnage.support.MoteurRest;
import org.compagnonnage.support.MoteurRest.Adresse;
import org.compagnonnage.support.MoteurRest.Reponse;
import org.compagnonnage.support.ApplicationTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Every demo login and every call of the engine's REST interface that matters, over the
 * running application and at each of its addresses: who may succeeds, who may not is
 * refused and changes nothing.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DroitsRestTests {

	private static final List<ProgrammeEssai> PROGRAMMES = ProgrammesEssai.tous();

	private static final Set<Integer> REFUS = Set.of(403, 404);

	private static final BiPredicate<Role, Situation> VOIT = (role, cas) -> role.voit().contains(cas.perimetre());

	private static final BiPredicate<Role, Situation> AGIT = VOIT
		.and((role, cas) -> role.agit().contains(cas.groupe()));

	private static final BiPredicate<Role, Situation> CONDUIT = VOIT.and((role, cas) -> role.conduit());

	private static final BiPredicate<Role, Situation> ADMINISTRE = (role, cas) -> role.administre();

	private static final BiPredicate<Role, Situation> PERSONNE = (role, cas) -> false;

	/** Calls on a task that nobody has taken. */
	private static final List<Operation> SUR_UNE_TACHE_LIBRE = List.of(lecture("voir la tâche", VOIT, "/task/{tache}"),
			lecture("voir son formulaire", VOIT, "/task/{tache}/deployed-form"),
			lecture("voir ses valeurs", VOIT, "/task/{tache}/form-variables"),
			post("la prendre", AGIT, "/task/{tache}/claim", "{\"userId\":\"{moi}\"}"),
			post("la prendre au nom d'une autre personne", PERSONNE, "/task/{tache}/claim", "{\"userId\":\"{autre}\"}"),
			post("se l'attribuer", AGIT, "/task/{tache}/assignee", "{\"userId\":\"{moi}\"}"),
			post("l'attribuer à qui est candidat", AGIT.or(CONDUIT), "/task/{tache}/assignee",
					"{\"userId\":\"{candidat}\"}"),
			post("l'attribuer à qui ne l'est pas", PERSONNE, "/task/{tache}/assignee", "{\"userId\":\"{autre}\"}"),
			put("la donner à qui ne l'est pas", PERSONNE, "/task/{tache}", "{\"assignee\":\"{autre}\"}"),
			post("l'attribuer hors du périmètre", PERSONNE, "/task/{tache}/assignee", "{\"userId\":\"{ailleurs}\"}"),
			post("la déléguer", AGIT.or(CONDUIT), "/task/{tache}/delegate", "{\"userId\":\"{candidat}\"}"),
			post("la déléguer à qui n'est pas candidat", PERSONNE, "/task/{tache}/delegate",
					"{\"userId\":\"{autre}\"}"),
			post("la terminer", AGIT, "/task/{tache}/complete", "{\"variables\":{valeurs}}"),
			post("envoyer son formulaire", AGIT, "/task/{tache}/submit-form", "{\"variables\":{valeurs}}"),
			post("la résoudre", AGIT, "/task/{tache}/resolve", "{}"),
			post("signaler une erreur", AGIT, "/task/{tache}/bpmnError", "{\"errorCode\":\"essai.erreur\"}")
				.sansSuite(),
			post("signaler une escalade", AGIT, "/task/{tache}/bpmnEscalation", "{\"escalationCode\":\"essai\"}")
				.sansSuite(),
			post("la commenter", VOIT, "/task/{tache}/comment/create", "{\"message\":\"Vu\"}"),
			post("commenter un dossier par elle", PERSONNE, "/task/inconnue/comment/create",
					"{\"message\":\"Vu\",\"processInstanceId\":\"{dossier}\"}"),
			put("réécrire un commentaire", PERSONNE, "/task/{tache}/comment",
					"{\"id\":\"{commentaire}\",\"message\":\"Autre\"}"),
			put("réécrire un commentaire par le dossier", PERSONNE, "/process-instance/{dossier}/comment",
					"{\"id\":\"{commentaire}\",\"message\":\"Autre\"}"),
			delete("effacer un commentaire", PERSONNE, "/task/{tache}/comment/{commentaire}"),
			delete("effacer ses commentaires", PERSONNE, "/task/{tache}/comment"),
			delete("effacer un commentaire par le dossier", PERSONNE,
					"/process-instance/{dossier}/comment/{commentaire}"),
			delete("effacer les commentaires du dossier", PERSONNE, "/process-instance/{dossier}/comment/"),
			new Operation("y joindre un fichier", PERSONNE, "POST", "/task/{tache}/attachment/create",
					"--b\r\nContent-Disposition: form-data; name=\"attachment-name\"\r\n\r\nx\r\n"
							+ "--b\r\nContent-Disposition: form-data; name=\"url\"\r\n\r\nhttps://x.example\r\n--b--\r\n",
					"multipart/form-data; boundary=b", Set.of()),
			post("la proposer à un autre groupe", CONDUIT, "/task/{tache}/identity-links",
					"{\"groupId\":\"comptables\",\"type\":\"candidate\"}"),
			post("ne plus la proposer", CONDUIT, "/task/{tache}/identity-links/delete",
					"{\"groupId\":\"{groupe}\",\"type\":\"candidate\"}"),
			put("la renommer", PERSONNE, "/task/{tache}", "{\"name\":\"Autre nom\",\"tenantId\":\"{perimetre}\"}")
				.refusAussi(400),
			put("la changer de périmètre", PERSONNE, "/task/{tache}", "{\"tenantId\":\"18\"}").refusAussi(400),
			put("changer son échéance", CONDUIT, "/task/{tache}", "{\"due\":\"2030-01-01T10:00:00.000+0100\"}"),
			new Operation("la supprimer", PERSONNE, "DELETE", "/task/{tache}", null, null, Set.of(500)),
			put("écrire une valeur de tâche", ADMINISTRE, "/task/{tache}/variables/x", "{\"value\":1}"),
			put("écrire une valeur locale", ADMINISTRE, "/task/{tache}/localVariables/x", "{\"value\":1}"),
			post("écrire des valeurs de tâche", ADMINISTRE, "/task/{tache}/variables",
					"{\"modifications\":{\"x\":{\"value\":1}}}"),
			new Operation("effacer une valeur", ADMINISTRE, "DELETE", "/task/{tache}/variables/origine", null, null,
					Set.of()));

	/** Calls on a task that somebody else has taken. */
	private static final List<Operation> SUR_LA_TACHE_D_AUTRUI = List.of(
			post("prendre la tâche d'autrui", PERSONNE, "/task/{tache}/claim", "{\"userId\":\"{moi}\"}")
				.refusAussi(409),
			post("la terminer", PERSONNE, "/task/{tache}/complete", "{\"variables\":{valeurs}}"),
			post("signaler une erreur", PERSONNE, "/task/{tache}/bpmnError", "{\"errorCode\":\"essai.erreur\"}"),
			post("la résoudre", PERSONNE, "/task/{tache}/resolve", "{}"),
			post("la rendre", CONDUIT, "/task/{tache}/unclaim", null),
			post("se l'attribuer", PERSONNE, "/task/{tache}/assignee", "{\"userId\":\"{moi}\"}"),
			post("la déléguer", CONDUIT, "/task/{tache}/delegate", "{\"userId\":\"{candidat}\"}"),
			post("la donner à qui n'est pas candidat", PERSONNE, "/task/{tache}/assignee", "{\"userId\":\"{autre}\"}"),
			put("changer son suivi", CONDUIT, "/task/{tache}", "{\"followUp\":\"2030-01-01T10:00:00.000+0100\"}"));

	/** Calls on a case. */
	private static final List<Operation> SUR_UN_DOSSIER = List.of(
			lecture("voir le dossier", VOIT, "/process-instance/{dossier}"),
			lecture("voir son passé", VOIT, "/history/process-instance/{dossier}"),
			put("écrire une valeur", ADMINISTRE, "/process-instance/{dossier}/variables/x", "{\"value\":1}"),
			post("écrire des valeurs", ADMINISTRE, "/process-instance/{dossier}/variables",
					"{\"modifications\":{\"x\":{\"value\":1}}}"),
			put("écrire une valeur d'exécution", ADMINISTRE, "/execution/{dossier}/localVariables/x", "{\"value\":1}"),
			post("le modifier", ADMINISTRE, "/process-instance/{dossier}/modification",
					"{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"{element}\"}]}"),
			put("le suspendre", ADMINISTRE, "/process-instance/{dossier}/suspended", "{\"suspended\":true}"),
			put("relancer ce qui a échoué", CONDUIT.or(ADMINISTRE), "/job/{travail}/retries", "{\"retries\":7}"),
			put("déplacer un délai", ADMINISTRE, "/job/{travail}/duedate",
					"{\"duedate\":\"2030-01-01T10:00:00.000+0100\"}"),
			new Operation("l'annuler", CONDUIT.or(ADMINISTRE), "DELETE",
					"/process-instance/{dossier}?skipCustomListeners=true", null, null, Set.of()),
			new Operation("effacer son passé", ADMINISTRE.and(PERSONNE), "DELETE",
					"/history/process-instance/{dossier}", null, null, Set.of(400)),
			post("l'annuler par lot", ADMINISTRE, "/process-instance/delete",
					"{\"processInstanceIds\":[\"{dossier}\"]}"),
			post("le suspendre par lot", ADMINISTRE, "/process-instance/suspended-async",
					"{\"suspended\":true,\"processInstanceIds\":[\"{dossier}\"]}"),
			post("l'interrompre par message", ADMINISTRE.and(PERSONNE), "/message",
					"{\"messageName\":\"inconnu\",\"processInstanceId\":\"{dossier}\"}")
				.refusAussi(400),
			post("le faire avancer par signal", PERSONNE, "/execution/{dossier}/signal", "{}").refusAussi(400, 500));

	/** Calls that open or change what does not belong to a case. */
	private static final List<Operation> AILLEURS = List.of(
			post("ouvrir un dossier", (role, cas) -> role.demarre().contains(cas.perimetre()),
					"/process-definition/key/{programme}/start", "{\"variables\":{personne}}"),
			post("ouvrir un dossier par le formulaire", (role, cas) -> role.demarre().contains(cas.perimetre()),
					"/process-definition/key/{programme}/submit-form", "{\"variables\":{personne}}"),
			post("ouvrir un dossier par l'identifiant", (role, cas) -> role.demarre().contains(cas.perimetre()),
					"/process-definition/{definition}/start", "{\"variables\":{personne}}"),
			post("ouvrir un dossier d'un autre périmètre par l'adresse", PERSONNE,
					"/process-definition/key/{programme}/tenant-id/{perimetre}/start", "{\"variables\":{personne}}"),
			post("ouvrir un processus technique", PERSONNE, "/process-definition/key/{technique}/start", "{}")
				.refusAussi(400),
			post("ouvrir un processus technique par l'identifiant", PERSONNE,
					"/process-definition/{definitionTechnique}/submit-form", "{}")
				.refusAussi(400),
			post("ouvrir des relances", PERSONNE, "/message",
					"{\"messageName\":\"relance.attenteCommencee\",\"businessKey\":\"x\"}")
				.refusAussi(400),
			post("rouvrir un dossier clos", PERSONNE, "/process-definition/{definition}/restart",
					"{\"processInstanceIds\":[\"{dossier}\"],\"instructions\":[{\"type\":\"startBeforeActivity\","
							+ "\"activityId\":\"{element}\"}]}"),
			put("suspendre un processus", PERSONNE, "/process-definition/key/admission-inconnu/suspended",
					"{\"suspended\":true}")
				.refusAussi(400),
			new Operation("déployer", ADMINISTRE, "POST", "/deployment/create",
					"--b\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\npirate\r\n"
							+ "--b\r\nContent-Disposition: form-data; name=\"a.txt\"; filename=\"a.txt\"\r\n\r\nx\r\n--b--\r\n",
					"multipart/form-data; boundary=b", Set.of()),
			post("créer un filtre", ADMINISTRE, "/filter/create",
					"{\"resourceType\":\"Task\",\"name\":\"{unique}\",\"query\":{}}"),
			post("s'accorder un droit", ADMINISTRE, "/authorization/create",
					"{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"{moi}\",\"resourceType\":7,\"resourceId\":\"{unique}\"}"),
			put("changer un droit", PERSONNE, "/authorization/{droit}",
					"{\"permissions\":[\"ALL\"],\"userId\":\"{moi}\",\"resourceType\":7,\"resourceId\":\"*\"}")
				.sauf("admin"),
			post("créer un compte", ADMINISTRE, "/user/create",
					"{\"profile\":{\"id\":\"{unique}\"},\"credentials\":{\"password\":\"douze-caracteres\"}}"),
			post("créer un groupe", ADMINISTRE, "/group/create", "{\"id\":\"{unique}\",\"name\":\"x\",\"type\":\"x\"}"),
			put("entrer dans un groupe", PERSONNE, "/group/camunda-admin/members/{moi}", "{}").sauf("admin"),
			put("entrer dans un périmètre", PERSONNE, "/tenant/18/user-members/{moi}", "{}").sauf("admin"),
			put("changer le mot de passe d'autrui", PERSONNE, "/user/comptable/credentials",
					"{\"password\":\"autre-mot-de-passe\",\"authenticatedUserPassword\":\"demo\"}")
				.sauf("admin", "comptable"),
			post("évaluer une décision", ADMINISTRE.and(PERSONNE), "/decision-definition/key/affectation/evaluate",
					"{\"variables\":{}}")
				.sauf("admin"),
			post("nettoyer le passé", PERSONNE, "/history/cleanup?immediatelyDue=false", null).sauf("admin"));

	/**
	 * Lists, with a way to name one case in them: who does not see gets an empty list.
	 */
	private static final List<String> LISTES = List.of("/task?processInstanceId={dossier}&",
			"/process-instance?processInstanceIds={dossier}&", "/execution?processInstanceId={dossier}&",
			"/variable-instance?processInstanceIdIn={dossier}&", "/job?processInstanceId={dossier}&",
			"/history/process-instance?processInstanceId={dossier}&", "/history/task?processInstanceId={dossier}&",
			"/history/activity-instance?processInstanceId={dossier}&",
			"/history/variable-instance?processInstanceIdIn={dossier}&", "/history/detail?processInstanceId={dossier}&",
			"/history/job-log?processInstanceId={dossier}&",
			"/history/identity-link-log?tenantIdIn={perimetre}&type=candidate&processDefinitionKey={cle}&");

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

	/** Every programme with every role. */
	static Stream<Arguments> tables() {
		return PROGRAMMES.stream()
			.flatMap((programme) -> programme.roles().stream().map((role) -> arguments(programme, role)));
	}

	@ParameterizedTest
	@MethodSource("tables")
	void aRoleDoesWithAFreeTaskWhatItMayAndNothingElse(ProgrammeEssai programme, Role role) {
		verifier(programme, role, SUR_UNE_TACHE_LIBRE, this::tacheLibre);
	}

	@ParameterizedTest
	@MethodSource("tables")
	void nobodyButTheResponsableTouchesTheTaskOfAnotherPerson(ProgrammeEssai programme, Role role) {
		verifier(programme, role, SUR_LA_TACHE_D_AUTRUI, (situation) -> {
			Situation cas = tacheLibre(situation);
			this.engine.getTaskService().setAssignee(cas.valeur("tache"), "une-autre");
			return cas;
		});
	}

	@ParameterizedTest
	@MethodSource("tables")
	void whoTookATaskGivesItBack(ProgrammeEssai programme, Role role) {
		for (Situation situation : situations(programme)) {
			for (Adresse adresse : Adresse.values()) {
				if (AGIT.test(role, situation)) {
					String tache = tacheLibre(situation).valeur("tache");
					assertThat(this.rest
						.post(adresse, role.login(), "/task/" + tache + "/claim",
								"{\"userId\":\"" + role.login() + "\"}")
						.statut()).isEqualTo(204);
					assertThat(this.rest.post(adresse, role.login(), "/task/" + tache + "/unclaim", null).statut())
						.isEqualTo(204);
					assertThat(
							this.engine.getTaskService().createTaskQuery().taskId(tache).singleResult().getAssignee())
						.isNull();
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("tables")
	void aRoleDoesWithACaseWhatItMayAndNothingElse(ProgrammeEssai programme, Role role) {
		for (String perimetre : programme.perimetres()) {
			verifier(role, SUR_UN_DOSSIER,
					List.of(new Situation(programme, perimetre, programme.premierGroupe(perimetre), Map.of())),
					this::avecTravail);
		}
	}

	@ParameterizedTest
	@MethodSource("tables")
	void aRoleOpensCasesAndChangesTheApplicationWhereItMay(ProgrammeEssai programme, Role role) {
		for (String perimetre : programme.perimetres()) {
			verifier(role, AILLEURS,
					List.of(new Situation(programme, perimetre, programme.premierGroupe(perimetre), Map.of())),
					this::tacheLibre);
		}
	}

	@ParameterizedTest
	@MethodSource("tables")
	void listsHoldTheCasesThatTheRoleSees(ProgrammeEssai programme, Role role) {
		for (String perimetre : programme.perimetres()) {
			Situation situation = avecTravail(
					new Situation(programme, perimetre, programme.premierGroupe(perimetre), Map.of()));
			Situation autre = tacheLibre(
					new Situation(programme, perimetre, programme.premierGroupe(perimetre), Map.of()));
			for (Adresse adresse : adresses(role, situation)) {
				for (String liste : LISTES) {
					boolean travaux = liste.contains("job");
					Reponse reponse = this.rest.get(adresse, role.login(),
							(travaux ? situation : autre).remplir(liste, role) + "maxResults=50");
					assertThat(reponse.statut()).as("%s %s : %s", role, liste, reponse).isEqualTo(200);
					assertThat(reponse.json().isEmpty()).as("%s en %s par %s : %s", role, perimetre, adresse, liste)
						.isEqualTo(!VOIT.test(role, situation));
				}
				assertThat(this.rest
					.post(adresse, role.login(), "/task/count",
							"{\"processInstanceId\":\"" + autre.valeur("dossier") + "\"}")
					.json()
					.path("count")
					.asInt()).isEqualTo(VOIT.test(role, situation) ? 1 : 0);
			}
		}
	}

	@Test
	void nobodyReadsTheEngineWithoutSigningIn() {
		for (String chemin : List.of("/engine-rest/task", "/engine-rest/engine", "/engine-rest/engine/default/task",
				"/engine-rest", "/camunda/api/engine/engine/default/task",
				"/camunda/api/cockpit/plugin/base/default/process-definition/statistics")) {
			assertThat(this.rest.anonyme("GET", chemin, null).statut()).as(chemin).isEqualTo(401);
		}
		assertThat(this.rest.anonyme("GET", "/engine-rest/task", null).entetes()).containsKey("www-authenticate");
		Situation cas = tacheLibre(new Situation(PROGRAMMES.get(0), "37", "referents-37", Map.of()));
		Map<String, Object> avant = this.dossiers.etat(cas.valeur("dossier"));
		for (String adresse : List.of("/engine-rest", "/engine-rest/engine/default",
				"/camunda/api/engine/engine/default")) {
			assertThat(this.rest.anonyme("POST", adresse + "/task/" + cas.valeur("tache") + "/complete", "{}").statut())
				.as(adresse)
				.isIn(401, 403);
		}
		assertThat(this.dossiers.etat(cas.valeur("dossier"))).isEqualTo(avant);
	}

	private void verifier(ProgrammeEssai programme, Role role, List<Operation> operations,
			UnaryOperator<Situation> preparation) {
		// Who sees nothing sees no group's tasks either: one group stands for all.
		verifier(role, operations, situations(programme).stream()
			.filter((cas) -> !role.voit().isEmpty() || cas.groupe().equals(programme.premierGroupe(cas.perimetre())))
			.toList(), preparation);
	}

	private void verifier(Role role, List<Operation> operations, List<Situation> situations,
			UnaryOperator<Situation> preparation) {
		List<String> ecarts = new ArrayList<>();
		for (Situation situation : situations) {
			Situation cas = preparation.apply(situation);
			Map<String, Object> avant = etat(cas);
			for (Operation operation : operations) {
				for (Adresse adresse : adresses(role, situation)) {
					if (!operation.concerne(role)) {
						continue;
					}
					boolean permis = operation.permis().test(role, situation);
					Reponse reponse = this.rest.appeler(adresse, role.login(), operation.methode(),
							cas.remplir(operation.chemin(), role), cas.remplir(operation.corps(), role),
							operation.type());
					String quoi = "%s : %s (%s en %s, %s) → %s".formatted(role, operation.nom(), situation.groupe(),
							situation.perimetre(), adresse, reponse);
					if (permis != operation.reussit(reponse.statut(), permis)) {
						ecarts.add((permis ? "devrait pouvoir : " : "ne devrait pas pouvoir : ") + quoi);
					}
					if (!permis && !(reponse.corps().contains("urn:compagnonnage:probleme:") && reponse.enFrancais())) {
						ecarts.add("ne répond pas en français : " + quoi);
					}
					if (!"GET".equals(operation.methode()) && !avant.equals(etat(cas))) {
						if (!permis) {
							ecarts.add("change quelque chose : " + quoi);
						}
						cas = preparation.apply(situation);
						avant = etat(cas);
					}
				}
			}
		}
		assertThat(ecarts).isEmpty();
	}

	private Map<String, Object> etat(Situation cas) {
		Map<String, Object> etat = this.dossiers.etat(cas.valeur("dossier"));
		etat.putAll(this.dossiers.compte());
		return etat;
	}

	/**
	 * Each address for the first périmètre of the first programme, one for the others:
	 * what differs there is the périmètre or the programme only.
	 */
	private static List<Adresse> adresses(Role role, Situation situation) {
		if (!situation.perimetre().equals(situation.programme().perimetres().get(0))) {
			return List.of(Adresse.OUTILS);
		}
		if (situation.programme() != PROGRAMMES.get(0)) {
			return List.of(Adresse.TASKLIST);
		}
		return "referent37".equals(role.login()) ? List.of(Adresse.values())
				: List.of(Adresse.OUTILS, Adresse.TASKLIST);
	}

	private static List<Situation> situations(ProgrammeEssai programme) {
		return programme.perimetres()
			.stream()
			.flatMap((perimetre) -> programme.groupes(perimetre)
				.stream()
				.map((groupe) -> new Situation(programme, perimetre, groupe, Map.of())))
			.toList();
	}

	private Situation tacheLibre(Situation situation) {
		ProgrammeEssai programme = situation.programme();
		ProgrammeEssai.Tache tache = programme.tache(this.engine, situation.groupe(), situation.perimetre());
		Task task = this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceId(tache.dossier().getId())
			.taskDefinitionKey(tache.element())
			.listPage(0, 1)
			.get(0);
		Map<String, String> connues = new HashMap<>();
		connues.put("tache", task.getId());
		connues.put("dossier", tache.dossier().getId());
		connues.put("element", tache.element());
		connues.put("commentaire",
				this.engine.getTaskService()
					.createComment(task.getId(), tache.dossier().getId(), "Écrit avant")
					.getId());
		connues.put("valeurs", tache.valeurs());
		connues.put("programme", programme.processus());
		connues.put("technique", programme.technique());
		connues.put("cle", tache.dossier().getProcessDefinitionId().split(":")[0]);
		connues.put("definition", definition(programme.processus()));
		connues.put("definitionTechnique", definition(programme.technique()));
		connues.put("droit",
				this.engine.getAuthorizationService().createAuthorizationQuery().listPage(0, 1).get(0).getId());
		connues.put("personne",
				programme.depart(situation.perimetre()).replace("{mission}", missionAchevee(situation.perimetre())));
		return new Situation(programme, situation.perimetre(), situation.groupe(), connues);
	}

	/** A finished mission, as a centre needs one. */
	private String missionAchevee(String perimetre) {
		String reference = this.register.ouvrir("MIS", "mission-compagnonnage", perimetre, "cadrage", null, null)
			.reference();
		this.register.clore(reference, "mission-capitalisee");
		return reference;
	}

	private Situation avecTravail(Situation situation) {
		ProgrammeEssai.Tache travail = situation.programme().travail(this.engine, situation.perimetre());
		return new Situation(situation.programme(), situation.perimetre(), situation.groupe(),
				Map.of("dossier", travail.dossier().getId(), "element", travail.element(), "travail",
						this.engine.getManagementService()
							.createJobQuery()
							.processInstanceId(travail.dossier().getId())
							.listPage(0, 1)
							.get(0)
							.getId()));
	}

	private String definition(String cle) {
		return this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(cle)
			.latestVersion()
			.singleResult()
			.getId();
	}

	private static Operation lecture(String nom, BiPredicate<Role, Situation> permis, String chemin) {
		return new Operation(nom, permis, "GET", chemin, null, null, Set.of());
	}

	private static Operation post(String nom, BiPredicate<Role, Situation> permis, String chemin, String corps) {
		return new Operation(nom, permis, "POST", chemin, corps, "application/json", Set.of());
	}

	private static Operation delete(String nom, BiPredicate<Role, Situation> permis, String chemin) {
		return new Operation(nom, permis, "DELETE", chemin, null, null, Set.of());
	}

	private static Operation put(String nom, BiPredicate<Role, Situation> permis, String chemin, String corps) {
		return new Operation(nom, permis, "PUT", chemin, corps, "application/json", Set.of());
	}

	/**
	 * A row of the table.
	 *
	 * @param nom what the person does
	 * @param permis who may
	 * @param methode HTTP method
	 * @param chemin path, with names of a situation in braces
	 * @param corps body, or null
	 * @param type media type of the body
	 * @param autres answers, besides 403 and 404, that refuse it; with 200 in it, the
	 * call is allowed but leads nowhere (400)
	 * @param sauf logins of whom the row says nothing
	 */
	record Operation(String nom, BiPredicate<Role, Situation> permis, String methode, String chemin, String corps,
			String type, Set<Integer> autres, boolean suite, Set<String> sauf) {

		Operation(String nom, BiPredicate<Role, Situation> permis, String methode, String chemin, String corps,
				String type, Set<Integer> autres) {
			this(nom, permis, methode, chemin, corps, type, autres, true, Set.of());
		}

		/** The model waits for no such report: who may send one is told so. */
		Operation sansSuite() {
			return new Operation(this.nom, this.permis, this.methode, this.chemin, this.corps, this.type, this.autres,
					false, this.sauf);
		}

		Operation refusAussi(Integer... statuts) {
			return new Operation(this.nom, this.permis, this.methode, this.chemin, this.corps, this.type,
					Set.of(statuts), this.suite, this.sauf);
		}

		Operation sauf(String... logins) {
			return new Operation(this.nom, this.permis, this.methode, this.chemin, this.corps, this.type, this.autres,
					this.suite, Set.of(logins));
		}

		boolean concerne(Role role) {
			return !this.sauf.contains(role.login());
		}

		boolean reussit(int statut, boolean permis) {
			if (permis) {
				return this.suite ? statut >= 200 && statut < 300 : statut == 400;
			}
			return !REFUS.contains(statut) && !this.autres.contains(statut);
		}

	}

	/** A programme, a périmètre and a group, and what stands for the names in braces. */
	record Situation(ProgrammeEssai programme, String perimetre, String groupe, Map<String, String> valeurs) {

		String valeur(String nom) {
			return this.valeurs.get(nom);
		}

		String remplir(String texte, Role role) {
			if (texte == null) {
				return null;
			}
			String rempli = texte.replace("{moi}", role.login())
				.replace("{autre}", "comptable".equals(role.login()) ? "responsable" : "comptable")
				.replace("{candidat}",
						AGIT.test(role, this) ? role.login() : this.programme.candidat(this.groupe, this.perimetre))
				.replace("{ailleurs}", "37".equals(this.perimetre) ? "referent45" : "referent37")
				.replace("{perimetre}", this.perimetre)
				.replace("{groupe}", this.groupe)
				.replace("{unique}", "essai-" + System.nanoTime());
			for (Map.Entry<String, String> valeur : this.valeurs.entrySet()) {
				rempli = rempli.replace("{" + valeur.getKey() + "}", valeur.getValue());
			}
			return rempli;
		}

	}

}
