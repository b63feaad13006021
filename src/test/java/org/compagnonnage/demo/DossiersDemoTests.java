package org.compagnonnage.demo;

import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.partner.ProgrammeSuivi;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The demo shows every programme in each of its states and with each of its outcomes.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
				"compagnonnage.courrier.dossier=target/demo-courriels", "camunda.bpm.job-execution.enabled=false" })
@ActiveProfiles(profiles = "demo", inheritProfiles = false)
class DossiersDemoTests {

	@Autowired
	private List<ProgrammeSuivi> programmes;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private JdbcClient jdbc;

	/** A new programme without a case in the demo turns this red. */
	@Test
	void everyStateOfEveryProgrammeHasACase() {
		assertThat(this.programmes).hasSizeGreaterThanOrEqualTo(4);
		for (ProgrammeSuivi programme : this.programmes) {
			assertThat(cas(programme, "etat")).as(programme.programme())
				.containsExactlyInAnyOrderElementsOf(
						Stream.concat(programme.etats().keySet().stream(), Stream.of(Dossier.CLOSE)).toList());
		}
	}

	@Test
	void everyOutcomeOfEveryProgrammeHasACase() {
		for (ProgrammeSuivi programme : this.programmes) {
			assertThat(cas(programme, "issue")).as(programme.programme())
				.containsExactlyInAnyOrderElementsOf(programme.issues().keySet());
		}
	}

	private List<String> cas(ProgrammeSuivi programme, String colonne) {
		return this.jdbc
			.sql("select distinct " + colonne + " from dossier where programme = ? and " + colonne + " is not null")
			.param(programme.programme())
			.query(String.class)
			.list();
	}

	/** What is late belongs to each programme, and a responsable finds one incident. */
	@Test
	void everyProgrammeHasLateTasksAndOneCaseAnIncident() {
		for (ProgrammeSuivi programme : this.programmes) {
			assertThat(ouverts(programme).stream()
				.mapToLong((reference) -> this.engine.getTaskService()
					.createTaskQuery()
					.processInstanceBusinessKey(reference)
					.dueBefore(new Date())
					.count())
				.sum()).as("late tasks of " + programme.programme()).isPositive();
		}
		assertThat(this.engine.getRuntimeService().createIncidentQuery().list()).hasSize(1);
	}

	/** Nothing is left to the engine that could fail later, but the incident. */
	@Test
	void everyOpenCaseWaitsForAPersonOrADate() {
		for (ProgrammeSuivi programme : this.programmes) {
			for (String reference : ouverts(programme)) {
				List<String> instances = this.engine.getRuntimeService()
					.createProcessInstanceQuery()
					.processInstanceBusinessKey(reference)
					.list()
					.stream()
					.map(ProcessInstance::getId)
					.toList();
				assertThat(this.engine.getTaskService().createTaskQuery().processInstanceBusinessKey(reference).count()
						+ this.engine.getManagementService()
							.createJobQuery()
							.list()
							.stream()
							.filter((job) -> instances.contains(job.getProcessInstanceId()))
							.count())
					.as(reference)
					.isPositive();
			}
		}
		assertThat(this.engine.getManagementService().createJobQuery().messages().withRetriesLeft().list()).isEmpty();
	}

	/** Who completed a task is on record, and had the right to. */
	@Test
	void tasksWereCompletedByThePeopleWhoseTheyAre() {
		assertThat(this.engine.getHistoryService()
			.createHistoricTaskInstanceQuery()
			.taskDefinitionKey("userTask_diagnostiquerEntreprise")
			.finished()
			.list()).extracting("assignee")
			.contains("expert-metier-bois", "expert-metier-textile")
			.doesNotContainNull();
	}

	private List<String> ouverts(ProgrammeSuivi programme) {
		return this.jdbc.sql("select reference from dossier where programme = ? and clos_le is null")
			.param(programme.programme())
			.query(String.class)
			.list();
	}

}
