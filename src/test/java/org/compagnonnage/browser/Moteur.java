package org.compagnonnage.browser;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What happens behind the pages: steps that run by themselves, and time that passes. */
class Moteur {

	private final ProcessEngine engine;

	private final JdbcClient jdbc;

	Moteur(ProcessEngine engine, JdbcClient jdbc) {
		this.engine = engine;
		this.jdbc = jdbc;
	}

	/** The open tasks of a case, once nothing in it runs by itself any more. */
	List<Task> taches(String reference) {
		await("the steps of " + reference).atMost(Page.PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
			assertThat(echecs(reference)).as("failed steps of " + reference).isEmpty();
			return enCours(reference) == 0;
		});
		return this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(reference)
			.initializeFormKeys()
			.orderByTaskCreateTime()
			.asc()
			.list();
	}

	/** One statement: a case that moves on has its next step when the former is gone. */
	private long enCours(String reference) {
		return this.jdbc.sql("""
				select count(*) from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
				where e.business_key_ = ? and (j.duedate_ is null or j.duedate_ <= current_timestamp)""")
			.param(reference)
			.query(Long.class)
			.single();
	}

	private List<String> echecs(String reference) {
		return this.jdbc.sql("""
				select i.incident_msg_ from act_ru_incident i join act_ru_execution e on e.id_ = i.proc_inst_id_
				where e.business_key_ = ? and i.job_def_id_ is not null""").param(reference).query(String.class).list();
	}

	/** Lets pass the time until the next timer of a case; false when none waits. */
	boolean attendreEcheance(String reference) {
		Optional<Job> prochaine = this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(reference)
			.list()
			.stream()
			.flatMap((instance) -> this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(instance.getId())
				.timers()
				.list()
				.stream())
			.min(Comparator.comparing(Job::getDuedate));
		prochaine.ifPresent((job) -> this.engine.getManagementService().executeJob(job.getId()));
		return prochaine.isPresent();
	}

	/** The groups to which a task is offered. */
	List<String> groupes(Task tache) {
		return this.engine.getTaskService()
			.getIdentityLinksForTask(tache.getId())
			.stream()
			.map((lien) -> lien.getGroupId())
			.filter((groupe) -> groupe != null)
			.toList();
	}

	/** The end events that a case reached. */
	List<String> fins(String reference) {
		return this.jdbc.sql("""
				select a.act_id_ from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_
				where p.business_key_ = ? and a.act_type_ like '%EndEvent'""")
			.param(reference)
			.query(String.class)
			.list();
	}

}
