package org.compagnonnage.routing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.compagnonnage.calendar.BusinessCalendar;

import org.springframework.stereotype.Component;

/**
 * Offers the tasks that are late beyond the limit to the {@code responsables} too, in
 * every périmètre, and marks them by a higher priority so that each is offered once.
 */
@Component("confierRetards")
class ConfierRetardsDelegate implements JavaDelegate {

	static final String RESPONSABLES = "responsables";

	/** The engine gives every other task 50. */
	static final int PRIORITE_RETARD = 100;

	/** The rest is for the next hour: a transaction stays short. */
	private static final int A_LA_FOIS = 500;

	private final TaskService tasks;

	private final BusinessCalendar calendar;

	private final RoutingSettings settings;

	private final Clock clock;

	ConfierRetardsDelegate(TaskService tasks, BusinessCalendar calendar, RoutingSettings settings, Clock clock) {
		this.tasks = tasks;
		this.calendar = calendar;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		for (Task task : tropEnRetard()) {
			this.tasks.addCandidateGroup(task.getId(), RESPONSABLES);
			this.tasks.setPriority(task.getId(), PRIORITE_RETARD);
		}
	}

	private List<Task> tropEnRetard() {
		LocalDate limite = this.calendar.minusBusinessDays(LocalDate.now(this.clock), this.settings.retardLimite());
		return this.tasks.createTaskQuery()
			.dueBefore(Date.from(limite.atStartOfDay(this.clock.getZone()).toInstant()))
			.taskMaxPriority(PRIORITE_RETARD - 1)
			.orderByDueDate()
			.asc()
			.listPage(0, A_LA_FOIS);
	}

}
