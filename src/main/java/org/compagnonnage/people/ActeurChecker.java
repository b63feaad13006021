package org.compagnonnage.people;

import java.time.Clock;
import java.time.LocalDate;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.compagnonnage.engine.Interdit;

/**
 * To act on a task a right on its process is not enough: one must be its assignee, a
 * candidate for it while it is free, or the stand-in of its absent assignee. A candidate
 * group costs one indexed look-up of the task's identity links; the groups come from the
 * current authentication.
 */
class ActeurChecker extends AuthorizationCommandChecker {

	private final ProcessEngineConfigurationImpl engine;

	private final Absences absences;

	private final Clock clock;

	ActeurChecker(ProcessEngineConfigurationImpl engine, Absences absences, Clock clock) {
		this.engine = engine;
		this.absences = absences;
		this.clock = clock;
	}

	/** Claim, complete, submit, raise a BPMN error or escalation, resolve. */
	@Override
	public void checkTaskWork(TaskEntity task) {
		super.checkTaskWork(task);
		Acteur.courant(this.engine.getIdentityService())
			.filter((acteur) -> !peutAgir(acteur, task))
			.ifPresent((acteur) -> {
				throw (task.getAssignee() != null) ? Interdit.tachePrise() : new Interdit(
						"Cette tâche ne vous est pas proposée : vous pouvez la voir, mais pas agir dessus.");
			});
	}

	/** Assign, unclaim, delegate, change candidates, dates or priority. */
	@Override
	public void checkTaskAssign(TaskEntity task) {
		super.checkTaskAssign(task);
		Acteur.courant(this.engine.getIdentityService())
			.filter((acteur) -> !acteur.estResponsable() && !peutAgir(acteur, task))
			.ifPresent((acteur) -> {
				throw new Interdit(
						"Seuls les responsables peuvent changer l’attribution de la tâche d’une autre personne.");
			});
	}

	private boolean peutAgir(Acteur acteur, TaskEntity task) {
		String assignee = task.getAssignee();
		if (assignee == null) {
			return task.getCandidates()
				.stream()
				.anyMatch((lien) -> acteur.id().equals(lien.getUserId())
						|| (lien.getGroupId() != null && acteur.groupes().contains(lien.getGroupId())));
		}
		return assignee.equals(acteur.id()) || remplace(acteur, assignee);
	}

	private boolean remplace(Acteur acteur, String absent) {
		return this.absences.remplacantDe(absent, LocalDate.now(this.clock)).filter(acteur.id()::equals).isPresent();
	}

}
