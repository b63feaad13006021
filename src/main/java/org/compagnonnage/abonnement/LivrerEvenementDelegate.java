package org.compagnonnage.abonnement;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;

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
		String abonnement = execution.getProcessBusinessKey();
		Job job = LivraisonProcess.job(execution);
		Suite suite = this.livraisons.livrer(abonnement, (String) execution.getVariable(LivraisonModel.DOSSIER),
				job.getRetries() <= 1, job.getCreateTime().toInstant());
		execution.setVariable(LivraisonModel.SUITE, suite.code());
		if (suite == Suite.SUSPENDU) {
			annoncer(execution, this.livraisons.suspension(abonnement));
		}
	}

	private static void annoncer(DelegateExecution execution, Livraisons.Suspension suspension) {
		execution.setVariable(LivraisonModel.JOIGNABLE, suspension.courriel() != null);
		execution.setVariable(LivraisonModel.REFERENCE, suspension.abonnement().id());
		execution.setVariable(LivraisonModel.PARTENAIRE_NOM, suspension.nom());
		execution.setVariable(LivraisonModel.PARTENAIRE_COURRIEL, suspension.courriel());
		execution.setVariable(LivraisonModel.ABONNEMENT_HOTE, suspension.abonnement().url().getHost());
		execution.setVariable(LivraisonModel.SUSPENDU_LE, suspension.jour().toString());
		execution.setVariable(LivraisonModel.SUSPENDU_MOTIF, suspension.abonnement().suspenduMotif());
	}

}
