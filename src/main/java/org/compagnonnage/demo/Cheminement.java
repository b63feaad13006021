package org.compagnonnage.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.Dossiers;
import org.compagnonnage.form.Lignes;
import org.compagnonnage.people.Personne;
import org.compagnonnage.people.Personnes;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Goes through cases as people do: completes each task in the name of a person to whom it
 * is given, under that person's rights, and runs what the engine has to do in between.
 */
@Component
@Profile("demo")
class Cheminement {

	private static final String RESPONSABLE = "responsable";

	/** More would mean that the case goes round in circles. */
	private static final int PAS_MAX = 500;

	private static final LocalTime SOIR = LocalTime.of(18, 0);

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final ManagementService management;

	private final IdentityService identity;

	private final Personnes personnes;

	private final Dossiers dossiers;

	private final Clock clock;

	Cheminement(RuntimeService runtime, TaskService tasks, ManagementService management, IdentityService identity,
			Personnes personnes, Dossiers dossiers, Clock clock) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.management = management;
		this.identity = identity;
		this.personnes = personnes;
		this.dossiers = dossiers;
		this.clock = clock;
	}

	// What people do

	/** A person notes from Tasklist what becomes of a case, which is told at once. */
	void noter(String login, String processus, Map<String, ?> nouvelle) {
		String note = auNomDe(login,
				() -> this.runtime.startProcessInstanceByKey(processus, variables(nouvelle)).getId());
		this.management.createJobQuery()
			.processInstanceId(note)
			.list()
			.forEach((job) -> this.management.executeJob(job.getId()));
	}

	/** Completes the open task of a case, one of them when there are several alike. */
	void terminer(String reference, String tache, Map<String, ?> saisie) {
		terminer(taches(reference).taskDefinitionKey(tache).listPage(0, 1).get(0), saisie);
	}

	/** A responsable cancels a case in Cockpit. */
	void annuler(String reference, String motif) {
		String dossier = this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(reference)
			.processDefinitionKey(dossier(reference).programme())
			.singleResult()
			.getId();
		auNomDe(RESPONSABLE, () -> {
			this.runtime.deleteProcessInstance(dossier, motif, false, true);
			return dossier;
		});
	}

	/** A responsable brings forward what is expected: it was due days ago. */
	void retarder(String reference, int jours) {
		Date echeance = Date
			.from(LocalDate.now(this.clock).minusDays(jours).atTime(SOIR).atZone(this.clock.getZone()).toInstant());
		for (Task task : taches(reference).list()) {
			task.setDueDate(echeance);
			auNomDe(RESPONSABLE, () -> {
				this.tasks.saveTask(task);
				return task;
			});
		}
	}

	// How far a case goes

	/** Goes on until the case is in a state. */
	void jusquALEtat(String reference, String etat, Reponses reponses) {
		avancer(reference, () -> etat.equals(dossier(reference).etat()), reponses);
	}

	/** Goes on until a task is open. */
	void jusquALaTache(String reference, String tache, Reponses reponses) {
		avancer(reference, () -> taches(reference).taskDefinitionKey(tache).count() > 0, reponses);
	}

	/** Goes on to the end of the case. */
	void jusquALaFin(String reference, Reponses reponses) {
		jusquALEtat(reference, Dossier.CLOSE, reponses);
	}

	/** Goes on by some tasks. */
	void avancer(String reference, int combien, Reponses reponses) {
		for (int pas = 0; pas < combien; pas++) {
			avancer(reference, reponses);
		}
		travaux(reference);
	}

	private void avancer(String reference, BooleanSupplier arrive, Reponses reponses) {
		for (int pas = 0; pas < PAS_MAX; pas++) {
			travaux(reference);
			if (arrive.getAsBoolean()) {
				return;
			}
			avancer(reference, reponses);
		}
		throw new IllegalStateException(reference + " does not get there");
	}

	/** The oldest open task, or when there is none the next thing to come. */
	private void avancer(String reference, Reponses reponses) {
		travaux(reference);
		Optional<Task> tache = taches(reference).orderByTaskCreateTime().asc().listPage(0, 1).stream().findFirst();
		if (tache.isPresent()) {
			terminer(tache.get(),
					reponses.a(tache.get().getTaskDefinitionKey(), this.tasks.getVariables(tache.get().getId())));
		}
		else {
			this.management.executeJob(prochain(reference, this.management.createJobQuery().timers())
				.orElseThrow(() -> new IllegalStateException(reference + " waits for nothing"))
				.getId());
		}
	}

	// What time and the engine do

	/** Runs what is due in a case, as the job executor would in a moment. */
	void travaux(String reference) {
		for (Optional<Job> job = du(reference); job.isPresent(); job = du(reference)) {
			this.management.executeJob(job.get().getId());
		}
	}

	private Optional<Job> du(String reference) {
		return prochain(reference, this.management.createJobQuery().messages().withRetriesLeft());
	}

	/** Fires the timer that waits at each of these elements, and runs what follows. */
	void attendre(String reference, String... timers) {
		for (String timer : timers) {
			this.management.executeJob(travail(reference, timer).getId());
			travaux(reference);
		}
	}

	/** The job that waits at an element. */
	Job travail(String reference, String element) {
		return prochain(reference, this.management.createJobQuery().activityId(element)).orElseThrow();
	}

	private Optional<Job> prochain(String reference, JobQuery query) {
		Set<String> instances = this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(reference)
			.list()
			.stream()
			.map((instance) -> instance.getId())
			.collect(Collectors.toSet());
		return query.orderByJobDuedate()
			.asc()
			.unlimitedList()
			.stream()
			.filter((job) -> instances.contains(job.getProcessInstanceId()))
			.findFirst();
	}

	// Who does it

	private void terminer(Task task, Map<String, ?> saisie) {
		VariableMap variables = variables(saisie);
		Optional<String> personne = personne(task);
		if (personne.isEmpty()) {
			// Nobody works in this territory in the demo.
			this.tasks.complete(task.getId(), variables);
			return;
		}
		auNomDe(personne.get(), () -> {
			if (task.getAssignee() == null) {
				this.tasks.claim(task.getId(), personne.get());
			}
			this.tasks.complete(task.getId(), variables);
			return task;
		});
	}

	/** The assignee, or a member of a candidate group who belongs to the périmètre. */
	private Optional<String> personne(Task task) {
		return (task.getAssignee() != null) ? Optional.of(task.getAssignee())
				: this.tasks.getIdentityLinksForTask(task.getId())
					.stream()
					.map(IdentityLink::getGroupId)
					.filter((groupe) -> groupe != null)
					.flatMap((groupe) -> this.personnes.membres(groupe, task.getTenantId()).stream())
					.map(Personne::login)
					.findFirst();
	}

	private <T> T auNomDe(String login, Supplier<T> geste) {
		this.identity.setAuthentication(login,
				this.identity.createGroupQuery()
					.groupMember(login)
					.list()
					.stream()
					.map((groupe) -> groupe.getId())
					.toList(),
				this.identity.createTenantQuery()
					.userMember(login)
					.list()
					.stream()
					.map((perimetre) -> perimetre.getId())
					.toList());
		try {
			return geste.get();
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

	private TaskQuery taches(String reference) {
		return this.tasks.createTaskQuery().processInstanceBusinessKey(reference);
	}

	private Dossier dossier(String reference) {
		return this.dossiers.trouver(reference).orElseThrow();
	}

	/** A list goes as Tasklist sends it. */
	@SuppressWarnings("unchecked")
	private static VariableMap variables(Map<String, ?> saisie) {
		VariableMap variables = Variables.createVariables();
		saisie.forEach((nom, valeur) -> variables.put(nom,
				(valeur instanceof List<?> lignes) ? Lignes.json((List<Map<String, Object>>) lignes) : valeur));
		return variables;
	}

}
