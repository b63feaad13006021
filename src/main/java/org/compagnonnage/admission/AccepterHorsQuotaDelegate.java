package org.compagnonnage.admission;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.compagnonnage.contrat.PlacesCesa;
import org.compagnonnage.contrat.TypeContrat;

import org.springframework.stereotype.Component;

/** Takes a CESA place above the quota, as the gérance decided. */
@Component("accepterHorsQuota")
class AccepterHorsQuotaDelegate implements JavaDelegate {

	private final PlacesCesa places;

	AccepterHorsQuotaDelegate(PlacesCesa places) {
		this.places = places;
	}

	@Override
	public void execute(DelegateExecution execution) {
		int annee = this.places.accepterHorsQuota((String) execution.getVariable(AdmissionModel.TERRITOIRE),
				(String) execution.getVariable(AdmissionModel.REFERENCE));
		execution.setVariable(AdmissionModel.PLACE_ATTRIBUEE, true);
		execution.setVariable(AdmissionModel.PLACE_ANNEE, annee);
		execution.setVariable(AdmissionModel.CONTRAT_TYPE, TypeContrat.CESA.code());
	}

}
