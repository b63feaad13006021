package org.compagnonnage.consulaire;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/** Tells a programme what staff decided: one more axis, or one that stops. */
@Component("transmettreDecisionAxe")
class TransmettreDecisionAxeDelegate implements JavaDelegate {

	private final ConsulaireProcess process;

	TransmettreDecisionAxeDelegate(ConsulaireProcess process) {
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String reference = (String) execution.getVariable(ConsulaireModel.REFERENCE_DOSSIER);
		String motif = (String) execution.getVariable(ConsulaireModel.MOTIF);
		boolean transmise = ConsulaireModel.AJOUTER.equals(execution.getVariable(ConsulaireModel.EVENEMENT))
				? this.process.ajouterAxe(reference, NouvelAxe.de(execution.getVariables()), motif)
				: this.process.arreterAxe(reference,
						((Number) execution.getVariable(ConsulaireModel.AXE_NUMERO)).intValue(), motif);
		if (!transmise) {
			throw new BpmnError(ConsulaireModel.SANS_ATTENTE);
		}
	}

}
