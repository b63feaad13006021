package org.compagnonnage.relance;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/** Tells the case that the person stayed silent. */
@Component("signalerSilence")
class SignalerSilenceDelegate implements JavaDelegate {

	private final RelanceProcess relance;

	SignalerSilenceDelegate(RelanceProcess relance) {
		this.relance = relance;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.relance.signalerSilence((String) execution.getVariable("reference"),
				(String) execution.getVariable(RelanceModel.ATTENTE),
				(String) execution.getVariable(RelanceModel.TACHE));
	}

}
