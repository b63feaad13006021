package org.compagnonnage.admission;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.compagnonnage.relance.RelanceProcess;

import org.springframework.stereotype.Component;

/** Tells a case what staff noted: a withdrawal, a sign of life, a return. */
@Component("transmettreEvenement")
class TransmettreEvenementDelegate implements JavaDelegate {

	private final AdmissionProcess admission;

	private final RelanceProcess relance;

	TransmettreEvenementDelegate(AdmissionProcess admission, RelanceProcess relance) {
		this.admission = admission;
		this.relance = relance;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String reference = (String) execution.getVariable("referenceDossier");
		boolean transmis = switch ((String) execution.getVariable("evenement")) {
			case "retrait" ->
				this.admission.signalerRetrait(reference, (String) execution.getVariable(AdmissionModel.RETRAIT_MOTIF));
			case "signe-de-vie" -> this.relance.signeDeVie(reference);
			default -> this.admission.revenir(reference);
		};
		if (!transmis) {
			throw new BpmnError(AdmissionModel.SANS_ATTENTE);
		}
	}

}
