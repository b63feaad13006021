package org.compagnonnage.arret;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.compagnonnage.relance.RelanceProcess;

import org.springframework.stereotype.Component;

/** Tells a case what staff noted: that it stops, or a sign of life. */
@Component("transmettreArret")
class TransmettreArretDelegate implements JavaDelegate {

	private final ArretProcess arret;

	private final RelanceProcess relance;

	TransmettreArretDelegate(ArretProcess arret, RelanceProcess relance) {
		this.arret = arret;
		this.relance = relance;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String reference = (String) execution.getVariable(ArretModel.REFERENCE_DOSSIER);
		boolean transmis = ArretModel.EVENEMENT_ARRET.equals(execution.getVariable(ArretModel.EVENEMENT))
				? this.arret.arreter(reference, (String) execution.getVariable(ArretModel.MOTIF))
				: this.relance.signeDeVie(reference);
		if (!transmis) {
			throw new BpmnError(ArretModel.SANS_ATTENTE);
		}
	}

}
