package org.compagnonnage.abonnement;

import java.time.Instant;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/**
 * Waits, as an incident, until a suspended subscription is resumed: by its partner, or by
 * whoever tries this job again in Cockpit.
 */
@Component("attendreReprise")
class AttendreRepriseDelegate implements JavaDelegate {

	private final Livraisons livraisons;

	AttendreRepriseDelegate(Livraisons livraisons) {
		this.livraisons = livraisons;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String abonnement = execution.getProcessBusinessKey();
		Instant suspension = Instant.parse((String) execution.getVariable(LivraisonModel.SUSPENSION));
		// A suspension that lasts is tried again by a person only.
		if (AbonnementSuspendu.dit(LivraisonProcess.job(execution).getExceptionMessage())) {
			this.livraisons.reprendre(abonnement, suspension);
		}
		this.livraisons.exigerReprise(abonnement, suspension);
	}

}
