package org.compagnonnage.admission;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.compagnonnage.contrat.PlacesCesa;

import org.springframework.stereotype.Component;

/** Records that the person refused the contract, and gives its place back. */
@Component("prendreActeRefus")
class PrendreActeRefusDelegate implements JavaDelegate {

	private final PlacesCesa places;

	PrendreActeRefusDelegate(PlacesCesa places) {
		this.places = places;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.places.rendre((String) execution.getVariable(AdmissionModel.REFERENCE));
		execution.setVariable(AdmissionModel.CONTRAT_ISSUE, "refuse");
	}

}
