package org.compagnonnage.support;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import static org.assertj.core.api.Assertions.assertThat;

/** Fires the jobs and timers of a case by element id, and says where the case stands. */
public class Engine {

	private final ProcessEngine engine;

	private final MutableClock clock;

	Engine(ProcessEngine engine, MutableClock clock) {
		this.engine = engine;
		this.clock = clock;
	}

	/** Executes the job that waits at each of these elements, one after the other. */
	public void executer(String reference, String... elements) {
		for (String element : elements) {
			Job job = job(reference, element);
			assertThat(job.getDuedate() == null || !job.getDuedate().toInstant().isAfter(this.clock.instant()))
				.as("%s is due at %s, and it is %s", element, job.getDuedate(), this.clock.instant())
				.isTrue();
			this.engine.getManagementService().executeJob(job.getId());
		}
	}

	/**
	 * Executes the jobs that wait at each of these elements, one after the other: those
	 * of a loop, however many there are, and at least one.
	 */
	public void executerTous(String reference, String... elements) {
		for (String element : elements) {
			assertThat(jobs(reference, element)).as("jobs at %s, the case is at %s", element, positions(reference))
				.isNotEmpty();
			for (Optional<Job> job = prochain(reference, element); job
				.isPresent(); job = prochain(reference, element)) {
				this.engine.getManagementService().executeJob(job.get().getId());
			}
		}
	}

	private Optional<Job> prochain(String reference, String element) {
		return jobs(reference, element)
			.filter((job) -> job.getDuedate() == null || !job.getDuedate().toInstant().isAfter(this.clock.instant()))
			.findFirst();
	}

	/** Sets the clock to the instant of a timer, which fires. */
	public void attendre(String reference, String... timers) {
		for (String timer : timers) {
			Instant due = job(reference, timer).getDuedate().toInstant();
			assertThat(due).as(timer).isAfterOrEqualTo(this.clock.instant());
			this.clock.set(due);
			executer(reference, timer);
		}
	}

	/** Sets the clock to the instant of the timers of a loop, which all fire. */
	public void attendreTous(String reference, String timer) {
		Instant due = jobs(reference, timer).map((job) -> job.getDuedate().toInstant())
			.max(Comparator.naturalOrder())
			.orElseThrow(() -> new AssertionError("No job at " + timer + ", the case is at " + positions(reference)));
		assertThat(due).as(timer).isAfterOrEqualTo(this.clock.instant());
		this.clock.set(due);
		executerTous(reference, timer);
	}

	/** When a timer is due, in Paris. */
	public LocalDateTime echeance(String reference, String timer) {
		return job(reference, timer).getDuedate().toInstant().atZone(this.clock.getZone()).toLocalDateTime();
	}

	/** The job that waits at an element. */
	public Job job(String reference, String element) {
		List<Job> found = jobs(reference, element).toList();
		assertThat(found).as("jobs at %s, the case is at %s", element, positions(reference)).hasSize(1);
		return found.get(0);
	}

	private Stream<Job> jobs(String reference, String element) {
		return instances(reference).flatMap((instance) -> Stream.of(element, element + "#multiInstanceBody")
			.flatMap((activity) -> this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(instance.getId())
				.activityId(activity)
				.unlimitedList()
				.stream()));
	}

	/**
	 * Where the case waits: ids of tasks, timers and jobs, those of the reminders too.
	 */
	public Set<String> positions(String reference) {
		return instances(reference)
			.flatMap((instance) -> this.engine.getRuntimeService().getActiveActivityIds(instance.getId()).stream())
			.collect(Collectors.toSet());
	}

	/** A variable of one process of the case, as its history keeps it. */
	public Object variable(String reference, String process, String name) {
		String instance = this.engine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(reference)
			.processDefinitionKey(process)
			.singleResult()
			.getId();
		HistoricVariableInstance variable = this.engine.getHistoryService()
			.createHistoricVariableInstanceQuery()
			.processInstanceId(instance)
			.variableName(name)
			.singleResult();
		return (variable != null) ? variable.getValue() : null;
	}

	/**
	 * Removes a variable of a running process of the case, as somebody does in Cockpit.
	 */
	public void effacerVariable(String reference, String process, String name) {
		String instance = this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(reference)
			.processDefinitionKey(process)
			.singleResult()
			.getId();
		assertThat(this.engine.getRuntimeService().getVariable(instance, name)).as(name).isNotNull();
		this.engine.getRuntimeService().removeVariable(instance, name);
	}

	/** The end events that the processes of the case reached, those of reminders too. */
	public Set<String> fins(String reference) {
		return this.engine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(reference)
			.finished()
			.unlimitedList()
			.stream()
			.flatMap((instance) -> this.engine.getHistoryService()
				.createHistoricActivityInstanceQuery()
				.processInstanceId(instance.getId())
				.unlimitedList()
				.stream())
			.filter((activity) -> activity.getActivityId().startsWith("endEvent_"))
			.map((activity) -> activity.getActivityId())
			.collect(Collectors.toSet());
	}

	/**
	 * Asserts that every process under these resources ran to an end: one that no
	 * scenario touches would not lower the coverage.
	 */
	public void assertModelesParcourus(String... ressources) {
		for (String ressource : ressources) {
			List<String> processus = this.engine.getRepositoryService()
				.createProcessDefinitionQuery()
				.processDefinitionResourceNameLike(ressource + '%')
				.latestVersion()
				.unlimitedList()
				.stream()
				.map((definition) -> definition.getKey())
				.toList();
			assertThat(processus).as(ressource).isNotEmpty();
			assertThat(processus.stream()
				.filter((key) -> this.engine.getHistoryService()
					.createHistoricProcessInstanceQuery()
					.processDefinitionKey(key)
					.finished()
					.count() == 0))
				.as("models that never ran")
				.isEmpty();
		}
	}

	/** Asserts that nothing of the case is left in the engine. */
	public void assertNothingLeft(String reference) {
		assertThat(instances(reference)).as("instances of " + reference).isEmpty();
		assertThat(this.engine.getTaskService().createTaskQuery().processInstanceBusinessKey(reference).unlimitedList())
			.as("tasks of " + reference)
			.isEmpty();
		List<String> ended = this.engine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(reference)
			.unlimitedList()
			.stream()
			.map((instance) -> instance.getId())
			.toList();
		assertThat(this.engine.getManagementService()
			.createJobQuery()
			.unlimitedList()
			.stream()
			.filter((job) -> ended.contains(job.getProcessInstanceId()))).as("jobs of " + reference).isEmpty();
	}

	/**
	 * Executes the only job of an instance without a reference and returns its end event.
	 */
	public String finir(String instance) {
		Job job = this.engine.getManagementService().createJobQuery().processInstanceId(instance).singleResult();
		this.engine.getManagementService().executeJob(job.getId());
		return this.engine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processInstanceId(instance)
			.finished()
			.singleResult()
			.getEndActivityId();
	}

	/** Fires a timer that starts a process by itself, then the jobs of that process. */
	public void declencher(String depart, String... elements) {
		for (String element : Stream.concat(Stream.of(depart), Stream.of(elements)).toList()) {
			this.engine.getManagementService()
				.executeJob(
						this.engine.getManagementService().createJobQuery().activityId(element).singleResult().getId());
		}
	}

	/** The groups that may take a task of the case. */
	public List<String> groupes(String reference, String tache) {
		String id = this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(reference)
			.taskDefinitionKey(tache)
			.singleResult()
			.getId();
		return this.engine.getTaskService()
			.getIdentityLinksForTask(id)
			.stream()
			.map((link) -> link.getGroupId())
			.filter((group) -> group != null)
			.sorted()
			.toList();
	}

	private Stream<ProcessInstance> instances(String reference) {
		return this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(reference)
			.unlimitedList()
			.stream();
	}

}
