package org.compagnonnage.abonnement;

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
		// Nobody but a person tries again what stopped for this reason.
		if (AbonnementSuspendu.dit(LivraisonProcess.job(execution).getExceptionMessage())) {
			this.livraisons.reprendre(abonnement);
		}
		this.livraisons.exigerReprise(abonnement);
	}

}
