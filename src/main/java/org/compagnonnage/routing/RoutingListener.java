package org.compagnonnage.routing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.Optional;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.variable.Variables;
import org.compagnonnage.calendar.BusinessCalendar;
import org.compagnonnage.engine.ElementProperties;
import org.compagnonnage.organisation.Organisation;
import org.compagnonnage.people.Absences;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Gives every user task, when it is created, the candidate groups, the due date and the
 * engaged person that the decision {@code affectation} names; a task without a line there
 * is an error of the model and fails. One of several like tasks is told from the others
 * by its name, which ends with the variable that the property {@code precision} names.
 */
@Component
class RoutingListener {

	/** End of the working day, when a task becomes late. */
	private static final LocalTime SOIR = LocalTime.of(18, 0);

	private static final int NOM_MAXIMAL = 255;

	private final DecisionService decisions;

	private final Organisation organisation;

	private final ElementProperties properties;

	private final Absences absences;

	private final BusinessCalendar calendar;

	private final Clock clock;

	RoutingListener(DecisionService decisions, Organisation organisation, ElementProperties properties,
			Absences absences, BusinessCalendar calendar, Clock clock) {
		this.decisions = decisions;
		this.organisation = organisation;
		this.properties = properties;
		this.absences = absences;
		this.calendar = calendar;
		this.clock = clock;
	}

	@EventListener
	void on(DelegateTask task) {
		if (!TaskListener.EVENTNAME_CREATE.equals(task.getEventName())) {
			return;
		}
		String processus = ElementProperties.processKey(task);
		DmnDecisionResult result = this.decisions.evaluateDecisionByKey("affectation")
			.variables(Variables.putValue("processus", processus).putValue("tache", task.getTaskDefinitionKey()))
			.evaluate();
		if (result.isEmpty()) {
			throw new IllegalStateException("The decision affectation has no line for the task "
					+ task.getTaskDefinitionKey() + " of " + processus);
		}
		Affectation affectation = Affectation.of(result.getSingleResult());
		affectation.groupes(this.organisation, task.getTenantId(), (String) task.getVariable("filiere"))
			.forEach(task::addCandidateGroup);
		LocalDate aujourdhui = LocalDate.now(this.clock);
		LocalDate due = this.calendar.plusBusinessDays(aujourdhui, affectation.delaiJours());
		task.setDueDate(Date.from(due.atTime(SOIR).atZone(this.clock.getZone()).toInstant()));
		engage(task, affectation).map((personne) -> this.absences.remplacantDe(personne, aujourdhui).orElse(personne))
			.ifPresent(task::setAssignee);
	}

	private static Optional<String> engage(DelegateTask task, Affectation affectation) {
		return affectation.engage().isEmpty() ? Optional.empty()
				: Optional.ofNullable((String) task.getVariable(affectation.engage()));
	}

	/** After the features' listeners, which know what the task is about. */
	@EventListener
	@Order(Ordered.LOWEST_PRECEDENCE)
	void preciser(DelegateTask task) {
		if (TaskListener.EVENTNAME_CREATE.equals(task.getEventName())) {
			this.properties.ofElement(task, "precision")
				.map(task::getVariable)
				.ifPresent((precision) -> task.setName(nom(task.getName() + " – " + precision)));
		}
	}

	/** No longer than the engine keeps. */
	private static String nom(String nom) {
		return nom.substring(0, Math.min(nom.length(), NOM_MAXIMAL));
	}

}
