package org.compagnonnage.people;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.compagnonnage.people.Roles.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Every demo login and every right, both ways. */
@PeopleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DroitsTests {

	private static final List<String> PERIMETRES = List.of("37", "45");

	@Autowired
	private ProcessEngine engine;

	private CasEssai cas;

	@BeforeAll
	void deployer() {
		this.cas = new CasEssai(this.engine);
		this.cas.deployer();
	}

	static Stream<Role> roles() {
		return Roles.ADMISSION.stream();
	}

	@ParameterizedTest
	@MethodSource("roles")
	void aRoleSeesTheCasesOfItsProgrammesAndPerimetresOnly(Role role) {
		for (String perimetre : PERIMETRES) {
			ProcessInstance instance = this.cas.ouvrir(perimetre);
			long tasks = this.cas.comme(role.login(),
					() -> this.engine.getTaskService().createTaskQuery().processInstanceId(instance.getId()).count());
			long instances = this.cas.comme(role.login(),
					() -> this.engine.getRuntimeService()
						.createProcessInstanceQuery()
						.processInstanceId(instance.getId())
						.count());
			long history = this.cas.comme(role.login(),
					() -> this.engine.getHistoryService()
						.createHistoricProcessInstanceQuery()
						.processInstanceId(instance.getId())
						.count());
			boolean voit = role.voit().contains(perimetre);
			assertThat(List.of(tasks, instances, history)).as("périmètre %s", perimetre)
				.containsExactly(voit ? 3L : 0L, voit ? 1L : 0L, voit ? 1L : 0L);
		}
	}

	@ParameterizedTest
	@MethodSource("roles")
	void aRoleActsOnTheTasksOfferedToItsGroupsOnly(Role role) {
		for (String perimetre : PERIMETRES) {
			for (String groupe : List.of("referents-" + perimetre, "charges-administratifs", "gerance")) {
				boolean agit = role.voit().contains(perimetre) && role.agit().contains(groupe);
				String contexte = groupe + " en " + perimetre;

				Task aPrendre = tache(perimetre, groupe);
				assertThat(permis(role, () -> this.engine.getTaskService().claim(aPrendre.getId(), role.login())))
					.as("prendre %s", contexte)
					.isEqualTo(agit);
				assertThat(permis(role, () -> this.engine.getTaskService().setAssignee(aPrendre.getId(), null)))
					.as("rendre %s", contexte)
					.isEqualTo(role.conduit() || agit);

				Task aTerminer = tache(perimetre, groupe);
				assertThat(permis(role, () -> this.engine.getTaskService().complete(aTerminer.getId())))
					.as("terminer %s", contexte)
					.isEqualTo(agit);
				assertThat(existe(aTerminer)).isEqualTo(!agit);

				Task enErreur = tache(perimetre, groupe);
				assertThat(permis(role,
						() -> this.engine.getTaskService().handleBpmnError(enErreur.getId(), "essai.erreur")))
					.as("erreur sur %s", contexte)
					.isEqualTo(agit);
				assertThat(existe(enErreur)).isEqualTo(!agit);

				Task soumise = tache(perimetre, groupe);
				assertThat(permis(role, () -> this.engine.getFormService().submitTaskForm(soumise.getId(), Map.of())))
					.as("soumettre %s", contexte)
					.isEqualTo(agit);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("roles")
	void nobodyActsOnATaskThatAnotherPersonHasTaken(Role role) {
		Task task = tache("37", "charges-administratifs");
		this.engine.getTaskService().setAssignee(task.getId(), "une-autre");
		assertThat(permis(role, () -> this.engine.getTaskService().complete(task.getId()))).isFalse();
		assertThat(permis(role, () -> this.engine.getTaskService().handleBpmnError(task.getId(), "essai.erreur")))
			.isFalse();
		assertThat(permis(role, () -> this.engine.getTaskService().setAssignee(task.getId(), role.login())))
			.as("reprendre sans en être candidat")
			.isFalse();
		this.engine.getTaskService().setAssignee(task.getId(), "une-autre");
		assertThat(permis(role, () -> this.engine.getTaskService().setAssignee(task.getId(), null))).as("rendre")
			.isEqualTo(role.conduit());
		assertThat(permis(role, () -> this.engine.getTaskService().addCandidateGroup(task.getId(), "comptables")))
			.as("proposer à d'autres")
			.isEqualTo(role.conduit());
		assertThat(permis(role,
				() -> this.engine.getTaskService().deleteCandidateGroup(task.getId(), "charges-administratifs")))
			.as("ne plus proposer")
			.isEqualTo(role.conduit());
	}

	@ParameterizedTest
	@MethodSource("roles")
	void aRoleStartsCasesInItsPerimetresOnly(Role role) {
		for (String perimetre : PERIMETRES) {
			assertThat(permis(role,
					() -> this.engine.getRuntimeService()
						.startProcessInstanceByKey(CasEssai.PROCESSUS, Map.of("territoire", perimetre))))
				.as("démarrer en %s", perimetre)
				.isEqualTo(role.demarre().contains(perimetre));
		}
	}

	@ParameterizedTest
	@MethodSource("roles")
	void onlyThoseInChargeRetryAndCancel(Role role) {
		for (String perimetre : PERIMETRES) {
			ProcessInstance instance = this.cas.ouvrir(perimetre);
			String job = this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(instance.getId())
				.singleResult()
				.getId();
			boolean attendu = role.conduit() || role.administre();
			assertThat(permis(role, () -> this.engine.getManagementService().setJobRetries(job, 3))).as("relancer")
				.isEqualTo(attendu);
			assertThat(permis(role,
					() -> this.engine.getRuntimeService().deleteProcessInstance(instance.getId(), "essai")))
				.as("annuler")
				.isEqualTo(attendu);
		}
	}

	@ParameterizedTest
	@MethodSource("roles")
	void nobodyOfTheStaffChangesDataModelsFiltersOrRights(Role role) {
		ProcessInstance instance = this.cas.ouvrir("37");
		Task task = this.cas.tache(instance, "referents-37");
		assertThat(permis(role, () -> this.engine.getRuntimeService().setVariable(instance.getId(), "x", 1)))
			.as("variable de dossier")
			.isEqualTo(role.administre());
		assertThat(permis(role, () -> this.engine.getTaskService().setVariable(task.getId(), "x", 1)))
			.as("variable de tâche")
			.isEqualTo(role.administre());
		assertThat(permis(role, this::deployerUnModele)).as("déployer").isEqualTo(role.administre());
		assertThat(permis(role,
				() -> this.engine.getFilterService()
					.saveFilter(this.engine.getFilterService().newTaskFilter("Filtre de " + role.login()))))
			.as("créer un filtre")
			.isEqualTo(role.administre());
		assertThat(permis(role, () -> ecrireUnDroit(role.login()))).as("écrire un droit").isEqualTo(role.administre());
	}

	@ParameterizedTest
	@MethodSource("roles")
	void everyRoleFindsItsFiltersInTasklist(Role role) {
		List<String> noms = this.cas.comme(role.login(),
				() -> this.engine.getFilterService()
					.createTaskFilterQuery()
					.listPage(0, 100)
					.stream()
					.map((filter) -> filter.getName())
					.filter((nom) -> !nom.startsWith("Filtre de"))
					.toList());
		assertThat(noms).contains("Mes tâches", "À prendre dans mes groupes", "En retard", "Échéance cette semaine");
		Set<String> territoires = Set.of("Territoire 18 – Cher", "Territoire 37 – Indre-et-Loire",
				"Territoire 41 – Loir-et-Cher", "Territoire 44 – Nantes", "Territoire 45 – Loiret");
		assertThat(noms.stream().filter((nom) -> nom.startsWith("Territoire")))
			.containsExactlyInAnyOrderElementsOf(switch (role.login()) {
				case "referent37" -> Set.of("Territoire 37 – Indre-et-Loire");
				case "referent45" -> Set.of("Territoire 45 – Loiret");
				default -> territoires;
			});
	}

	private boolean permis(Role role, Runnable action) {
		try {
			this.cas.comme(role.login(), action);
			return true;
		}
		catch (AuthorizationException ex) {
			return false;
		}
		catch (ProcessEngineException ex) {
			// another tenant's task, as the engine words it (ENGINE-13034)
			assertThat(ex).hasMessageContaining("no authenticated tenant");
			return false;
		}
	}

	private Task tache(String perimetre, String groupe) {
		return this.cas.tache(this.cas.ouvrir(perimetre), groupe);
	}

	private boolean existe(Task task) {
		return this.engine.getTaskService().createTaskQuery().taskId(task.getId()).count() > 0;
	}

	private void deployerUnModele() {
		this.engine.getRepositoryService()
			.createDeployment()
			.addModelInstance("essai-pirate.bpmn",
					Bpmn.createExecutableProcess("essai-pirate")
						.camundaHistoryTimeToLiveString("P1D")
						.startEvent()
						.endEvent()
						.done())
			.deploy();
	}

	private void ecrireUnDroit(String login) {
		Authorization droit = this.engine.getAuthorizationService()
			.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		droit.setUserId(login);
		droit.setResource(Resources.TASK);
		droit.setResourceId("essai-" + login);
		droit.addPermission(Permissions.READ);
		this.engine.getAuthorizationService().saveAuthorization(droit);
	}

}
