package org.compagnonnage.abonnement;

import java.util.Date;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/** Delivers the next event of a case to a subscription, and says what follows. */
@Component("livrerEvenement")
class LivrerEvenementDelegate implements JavaDelegate {

	private final Livraisons livraisons;

	LivrerEvenementDelegate(Livraisons livraisons) {
		this.livraisons = livraisons;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Suite suite = this.livraisons.livrer(execution.getProcessBusinessKey(),
				(String) execution.getVariable(LivraisonModel.DOSSIER));
		execution.setVariable(LivraisonModel.SUITE, suite.code());
		if (suite.tentative() != null) {
			execution.setVariable(LivraisonModel.PROCHAINE_TENTATIVE, Date.from(suite.tentative()));
		}
	}

}
