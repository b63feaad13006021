package org.compagnonnage.routing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.variable.Variables;
import org.compagnonnage.calendar.BusinessCalendar;
import org.compagnonnage.engine.ElementProperties;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives every user task, when it is created, the candidate group and the due date that
 * the decision {@code affectation} names; a task without a line there is an error of the
 * model and fails.
 */
@Component
class RoutingListener {

	/** End of the working day, when a task becomes late. */
	private static final LocalTime SOIR = LocalTime.of(18, 0);

	private final DecisionService decisions;

	private final BusinessCalendar calendar;

	private final Clock clock;

	RoutingListener(DecisionService decisions, BusinessCalendar calendar, Clock clock) {
		this.decisions = decisions;
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
		task.addCandidateGroup(affectation.groupe(task.getTenantId(), (String) task.getVariable("filiere")));
		LocalDate due = this.calendar.plusBusinessDays(LocalDate.now(this.clock), affectation.delaiJours());
		task.setDueDate(Date.from(due.atTime(SOIR).atZone(this.clock.getZone()).toInstant()));
	}

}
