package org.compagnonnage.partner;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/** Asks the register whether the partner of a key is still to be warned, and where. */
@Component("relireCle")
class RelireCleDelegate implements JavaDelegate {

	private final EcheancesCles echeances;

	RelireCleDelegate(EcheancesCles echeances) {
		this.echeances = echeances;
	}

	@Override
	public void execute(DelegateExecution execution) {
		EcheancesCles.Avis avis = this.echeances.relire((String) execution.getVariable(EcheanceModel.REFERENCE));
		execution.setVariable(EcheanceModel.SUITE, avis.suite().valeur());
		execution.setVariable(EcheanceModel.NOM, avis.nom());
		execution.setVariable(EcheanceModel.COURRIEL, avis.courriel());
		execution.setVariable(EcheanceModel.DERNIER_JOUR, avis.dernierJour().toString());
	}

}
