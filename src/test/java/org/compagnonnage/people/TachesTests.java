package org.compagnonnage.people;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tasks: what the filters list, who takes over from whom, and what is not written. */
@PeopleTest
class TachesTests {

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Absences absences;

	private TaskService tasks;

	private CasEssai cas;

	@BeforeEach
	void deployer() {
		this.tasks = this.engine.getTaskService();
		this.cas = new CasEssai(this.engine);
		this.cas.deployer();
	}

	@Test
	void tasksAndCasesLeaveNoAuthorisationBehind() {
		Task task = tache("37", "referents-37");
		this.cas.comme("referent37", () -> this.tasks.claim(task.getId(), "referent37"));
		for (Resources resource : List.of(Resources.TASK, Resources.HISTORIC_TASK)) {
			assertThat(this.engine.getAuthorizationService()
				.createAuthorizationQuery()
				.resourceType(resource)
				.resourceId(task.getId())
				.count()).isZero();
		}
	}

	@Test
	void theFiltersFollowATaskFromOfferedToTaken() {
		Task task = tache("37", "referents-37");
		assertThat(listes("À prendre dans mes groupes", "referent37", task)).isTrue();
		assertThat(listes("Mes tâches", "referent37", task)).isFalse();
		assertThat(listes("Territoire 37 – Indre-et-Loire", "referent37", task)).isTrue();
		assertThat(listes("À prendre dans mes groupes", "charge-administratif", task)).isFalse();
		assertThat(listes("Territoire 37 – Indre-et-Loire", "charge-administratif", task)).isTrue();
		assertThat(listes("Territoire 45 – Loiret", "charge-administratif", task)).isFalse();
		assertThat(listes("À prendre dans mes groupes", "referent45", task)).isFalse();

		this.cas.comme("referent37", () -> this.tasks.claim(task.getId(), "referent37"));

		assertThat(listes("À prendre dans mes groupes", "referent37", task)).isFalse();
		assertThat(listes("Mes tâches", "referent37", task)).isTrue();
		assertThat(listes("Mes tâches", "charge-administratif", task)).isFalse();
	}

	@Test
	void theFiltersFollowTheDueDate() {
		Task enRetard = echeance(Instant.now().minus(Duration.ofDays(1)));
		Task lointaine = echeance(Instant.now().plus(Duration.ofDays(8)));
		assertThat(listes("En retard", "referent37", enRetard)).isTrue();
		assertThat(listes("Échéance cette semaine", "referent37", enRetard)).isFalse();
		assertThat(listes("En retard", "referent37", lointaine)).isFalse();
		assertThat(listes("Échéance cette semaine", "referent37", lointaine)).isFalse();
		Task imminente = echeance(milieuDuResteDeLaSemaine());
		assertThat(listes("Échéance cette semaine", "referent37", imminente)).isTrue();
		assertThat(listes("En retard", "referent45", enRetard)).isFalse();
	}

	@Test
	void nobodyTakesATaskInAnotherPersonsName() {
		Task task = tache("37", "charges-administratifs");
		assertThatExceptionOfType(AuthorizationException.class)
			.isThrownBy(() -> this.cas.comme("charge-administratif", () -> this.tasks.claim(task.getId(), "gerance")));
		assertThatExceptionOfType(AuthorizationException.class).isThrownBy(
				() -> this.cas.comme("charge-administratif", () -> this.tasks.setAssignee(task.getId(), "gerance")));
	}

	@Test
	void aTaskIsGivenOnlyToSomeoneOfThePerimetreWhoCanCompleteIt() {
		collegue("autre-charge", "charges-administratifs");
		Task task = tache("37", "charges-administratifs");
		this.cas.comme("charge-administratif", () -> this.tasks.claim(task.getId(), "charge-administratif"));
		for (String donneur : List.of("charge-administratif", "responsable")) {
			refuse(donneur, task, "gerance", "« gerance » n’est ni d’un groupe auquel la tâche est proposée, "
					+ "ni remplaçant d’une personne absente de ce groupe : la tâche ne peut lui être donnée.");
			refuse(donneur, task, "comptable", "ni d’un groupe auquel la tâche est proposée");
			refuse(donneur, task, "referent45", "n’appartient pas au périmètre");
			refuse(donneur, task, "inconnue", "n’appartient pas au périmètre");
		}
		this.cas.comme("charge-administratif", () -> this.tasks.setAssignee(task.getId(), "autre-charge"));
		assertThat(titulaire(task)).isEqualTo("autre-charge");
		this.cas.comme("responsable", () -> this.tasks.setAssignee(task.getId(), "charge-administratif"));
		assertThat(titulaire(task)).isEqualTo("charge-administratif");
	}

	@Test
	void aTaskIsGivenToTheStandInOfSomeoneWhoCouldCompleteIt() {
		collegue("referente-absente", "referents-37");
		Task task = prise();
		refuse("referent37", task, "gerance", "ni remplaçant d’une personne absente");
		LocalDate aujourdhui = LocalDate.now();
		this.absences.enregistrer("referente-absente", "gerance", aujourdhui, aujourdhui);
		this.cas.comme("referent37", () -> this.tasks.setAssignee(task.getId(), "gerance"));
		assertThat(titulaire(task)).isEqualTo("gerance");
		this.cas.comme("gerance", () -> this.tasks.complete(task.getId()));
		assertThat(this.tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
	}

	private void collegue(String login, String groupe) {
		IdentityService identity = this.engine.getIdentityService();
		if (identity.createUserQuery().userId(login).count() == 0) {
			identity.saveUser(identity.newUser(login));
			identity.createMembership(login, groupe);
			identity.createTenantUserMembership("37", login);
		}
	}

	@AfterEach
	void sansCollegues() {
		List.of("autre-charge", "referente-absente").forEach(this.engine.getIdentityService()::deleteUser);
	}

	private void refuse(String donneur, Task task, String nouveau, String propos) {
		assertThatExceptionOfType(AuthorizationException.class)
			.isThrownBy(() -> this.cas.comme(donneur, () -> this.tasks.setAssignee(task.getId(), nouveau)))
			.withMessageContaining(propos);
		assertThat(titulaire(task)).isEqualTo(donneur.equals("responsable") ? "charge-administratif" : donneur);
	}

	private String titulaire(Task task) {
		return this.tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
	}

	@Test
	void aStandInActsForTheAbsentPersonDuringTheAbsenceOnly() {
		LocalDate aujourdhui = LocalDate.now();
		Task demain = prise();
		this.absences.enregistrer("referent37", "charge-administratif", aujourdhui.plusDays(1), aujourdhui.plusDays(9));
		assertThat(this.absences.remplacantDe("referent37", aujourdhui)).isEmpty();
		assertThat(this.absences.remplacantDe("referent37", aujourdhui.plusDays(1))).contains("charge-administratif");
		assertThatExceptionOfType(AuthorizationException.class)
			.isThrownBy(() -> this.cas.comme("charge-administratif", () -> this.tasks.complete(demain.getId())));

		this.absences.enregistrer("referent37", "charge-administratif", aujourdhui, aujourdhui);
		this.cas.comme("charge-administratif", () -> this.tasks.complete(demain.getId()));
		Task reprise = prise();
		assertThatExceptionOfType(AuthorizationException.class)
			.isThrownBy(() -> this.cas.comme("gerance", () -> this.tasks.complete(reprise.getId())));
		assertThatExceptionOfType(AuthorizationException.class).isThrownBy(
				() -> this.cas.comme("charge-administratif", () -> this.tasks.setAssignee(reprise.getId(), null)));
		this.cas.comme("charge-administratif", () -> this.tasks.setAssignee(reprise.getId(), "charge-administratif"));
		this.cas.comme("charge-administratif", () -> this.tasks.complete(reprise.getId()));
	}

	@Test
	void absencesOfOnePersonDoNotOverlap() {
		LocalDate lundi = LocalDate.of(2030, 1, 7);
		this.absences.enregistrer("elu", "gerance", lundi, lundi.plusDays(4));
		for (Runnable impossible : List.<Runnable>of(
				() -> this.absences.enregistrer("elu", "responsable", lundi.plusDays(4), lundi.plusDays(5)),
				() -> this.absences.enregistrer("elu", "elu", lundi.plusDays(10), lundi.plusDays(11)),
				() -> this.absences.enregistrer("elu", "gerance", lundi.plusDays(11), lundi.plusDays(10)))) {
			assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(impossible::run);
		}
	}

	@Test
	void theModelOffersAndGivesTheNextTaskWhoeverCompletedTheOneBefore() {
		this.engine.getRepositoryService()
			.createDeployment()
			.addModelInstance("essai-evenement.bpmn",
					Bpmn.createExecutableProcess(CasEssai.EVENEMENT)
						.camundaHistoryTimeToLiveString("P1D")
						.startEvent()
						.userTask()
						.camundaCandidateGroups("gerance")
						.userTask("userTask_suite")
						.camundaCandidateGroups("comptables")
						.camundaAssignee("referent45")
						.endEvent()
						.done())
			.deploy();
		String instance = this.engine.getRuntimeService()
			.startProcessInstanceByKey(CasEssai.EVENEMENT, Map.of("perimetre", "37"))
			.getId();
		Task task = this.tasks.createTaskQuery().processInstanceId(instance).singleResult();
		this.cas.comme("gerance", () -> this.tasks.complete(task.getId()));
		assertThat(this.tasks.createTaskQuery().processInstanceId(instance).singleResult().getAssignee())
			.isEqualTo("referent45");
	}

	private Task tache(String perimetre, String groupe) {
		return this.cas.tache(this.cas.ouvrir(perimetre), groupe);
	}

	private Task prise() {
		Task task = tache("37", "referents-37");
		this.cas.comme("referent37", () -> this.tasks.claim(task.getId(), "referent37"));
		return task;
	}

	private static Instant milieuDuResteDeLaSemaine() {
		ZonedDateTime maintenant = ZonedDateTime.now();
		ZonedDateTime lundi = maintenant.toLocalDate()
			.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
			.atStartOfDay(maintenant.getZone());
		return maintenant.plus(Duration.between(maintenant, lundi).dividedBy(2)).toInstant();
	}

	private Task echeance(Instant instant) {
		Task task = tache("37", "referents-37");
		this.tasks.setDueDate(task.getId(), Date.from(instant));
		return task;
	}

	/**
	 * Runs a filter as Tasklist does: within a page, under the person's authentication.
	 */
	private boolean listes(String filtre, String login, Task task) {
		String id = this.engine.getFilterService().createFilterQuery().filterName(filtre).singleResult().getId();
		TaskQuery seule = this.tasks.createTaskQuery().taskId(task.getId());
		return this.cas.comme(login, () -> {
			long count = this.engine.getFilterService().count(id, seule);
			assertThat(this.engine.getFilterService().listPage(id, seule, 0, 15)).hasSize((int) count);
			return count == 1;
		});
	}

}
