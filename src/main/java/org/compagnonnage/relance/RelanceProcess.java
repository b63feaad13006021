package org.compagnonnage.relance;

import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.compagnonnage.engine.SansDroits;

import org.springframework.stereotype.Component;

/** Starts, restarts and ends the reminders of a case, and tells the case of a silence. */
@Component
public class RelanceProcess {

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final Silence silence;

	private final SansDroits moteur;

	RelanceProcess(RuntimeService runtime, TaskService tasks, Silence silence, SansDroits moteur) {
		this.runtime = runtime;
		this.tasks = tasks;
		this.silence = silence;
		this.moteur = moteur;
	}

	/** Starts to wait for a person, from today. */
	void commencer(String reference, Map<String, Object> personne) {
		VariableMap variables = Variables.fromMap(personne)
			.putValue(RelanceModel.DERNIER_SIGNE_DE_VIE, this.silence.aujourdhui());
		this.runtime.createMessageCorrelation(RelanceModel.ATTENTE_COMMENCEE)
			.processInstanceBusinessKey(reference)
			.setVariables(variables)
			.correlateStartMessage();
	}

	/**
	 * Whether we wait for the person of a case, whoever asks: reminders are seen by those
	 * who lead only.
	 */
	public boolean attend(String reference) {
		return this.moteur.sansDroits(() -> this.runtime.createExecutionQuery()
			.processInstanceBusinessKey(reference)
			.messageEventSubscriptionName(RelanceModel.SIGNE_DE_VIE)
			.count() > 0);
	}

	/** The person answered: we wait no longer. */
	void terminer(String reference) {
		this.runtime.createMessageCorrelation(RelanceModel.ATTENTE_TERMINEE)
			.processInstanceBusinessKey(reference)
			.correlateAll();
	}

	/**
	 * The person gave a sign of life: the days count from today.
	 * @return false when nobody was waited for in this case
	 */
	public boolean signeDeVie(String reference) {
		return !this.runtime.createMessageCorrelation(RelanceModel.SIGNE_DE_VIE)
			.processInstanceBusinessKey(reference)
			.setVariable(RelanceModel.DERNIER_SIGNE_DE_VIE, this.silence.aujourdhui())
			.correlateAllWithResult()
			.isEmpty();
	}

	/**
	 * Tells the case that the person stayed silent until the end, and what was waited
	 * for.
	 */
	void signalerSilence(String reference, String attente, String tache) {
		// An answer may have come between the timer and this step: then nobody is silent.
		if (this.tasks.createTaskQuery().taskId(tache).count() == 0) {
			return;
		}
		this.runtime.createMessageCorrelation(RelanceModel.SILENCE_CONSTATE)
			.processInstanceBusinessKey(reference)
			.setVariable(RelanceModel.ATTENTE, attente)
			.correlateAll();
	}

}
