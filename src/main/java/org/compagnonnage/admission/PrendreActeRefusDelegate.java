package org.compagnonnage.admission;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/** Records that the person refused the contract. */
@Component("prendreActeRefus")
class PrendreActeRefusDelegate implements JavaDelegate {

	@Override
	public void execute(DelegateExecution execution) {
		execution.setVariable(AdmissionModel.CONTRAT_ISSUE, "refuse");
	}

}
