package org.compagnonnage.admission;

import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.compagnonnage.contrat.PlacesCesa;
import org.compagnonnage.contrat.TypeContrat;

import org.springframework.stereotype.Component;

/** Takes a CESA place of the territory for this year, when one is left. */
@Component("reserverPlaceCesa")
class ReserverPlaceCesaDelegate implements JavaDelegate {

	private final PlacesCesa places;

	ReserverPlaceCesaDelegate(PlacesCesa places) {
		this.places = places;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Optional<Integer> annee = this.places.reserver((String) execution.getVariable(AdmissionModel.TERRITOIRE),
				(String) execution.getVariable(AdmissionModel.REFERENCE));
		execution.setVariable(AdmissionModel.PLACE_ATTRIBUEE, annee.isPresent());
		execution.setVariable(AdmissionModel.PLACE_ANNEE, annee.orElse(null));
		execution.setVariable(AdmissionModel.CONTRAT_TYPE, TypeContrat.CESA.code());
		// After January the gérance decides anew.
		execution.setVariable(AdmissionModel.ARBITRAGE_DECISION, null);
		execution.setVariable(AdmissionModel.ARBITRAGE_MOTIF, null);
	}

}
