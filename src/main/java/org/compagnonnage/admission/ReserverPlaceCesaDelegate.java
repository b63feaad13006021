package org.compagnonnage.admission;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.compagnonnage.contrat.PlacesCesa;
import org.compagnonnage.contrat.PlacesCesa.Situation;
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
		String territoire = (String) execution.getVariable(AdmissionModel.TERRITOIRE);
		Optional<Integer> annee = this.places.reserver(territoire,
				(String) execution.getVariable(AdmissionModel.REFERENCE));
		execution.setVariable(AdmissionModel.PLACE_ATTRIBUEE, annee.isPresent());
		execution.setVariable(AdmissionModel.PLACE_ANNEE, annee.orElse(null));
		execution.setVariable(AdmissionModel.CONTRAT_TYPE, TypeContrat.CESA.code());
		// What the gérance has to know when there was none.
		Situation situation = this.places.situation(territoire);
		execution.setVariable(AdmissionModel.QUOTA_ANNEE, situation.annee());
		execution.setVariable(AdmissionModel.QUOTA_PLACES, situation.quota());
		execution.setVariable(AdmissionModel.QUOTA_PRISES, situation.prises());
		execution.setVariable(AdmissionModel.QUOTA_DEPASSEMENT, situation.horsQuota());
		execution.setVariable(AdmissionModel.PLACE_REDEMANDEE_LE,
				LocalDate.of(situation.annee() + 1, Month.JANUARY, 1).toString());
		// After January the gérance decides anew.
		execution.setVariable(AdmissionModel.ARBITRAGE_DECISION, null);
		execution.setVariable(AdmissionModel.ARBITRAGE_MOTIF, null);
	}

}
