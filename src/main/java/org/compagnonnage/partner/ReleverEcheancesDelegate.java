package org.compagnonnage.partner;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;

import org.springframework.stereotype.Component;

/**
 * Starts {@code cle-partenaire} for every key that ends soon, in the transaction that
 * picks it up: its letter fails or succeeds by itself. The one that stands still because
 * its partner had no address goes on.
 */
@Component("releverEcheances")
class ReleverEcheancesDelegate implements JavaDelegate {

	private final EcheancesCles echeances;

	ReleverEcheancesDelegate(EcheancesCles echeances) {
		this.echeances = echeances;
	}

	@Override
	public void execute(DelegateExecution execution) {
		RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
		ManagementService management = execution.getProcessEngineServices().getManagementService();
		this.echeances.relever().forEach((cle) -> {
			ProcessInstance arrete = runtime.createProcessInstanceQuery()
				.processDefinitionKey(EcheanceModel.PROCESSUS)
				.processInstanceBusinessKey(cle.id())
				.singleResult();
			if (arrete == null) {
				runtime.startProcessInstanceByKey(EcheanceModel.PROCESSUS, cle.id(),
						Variables.putValue(EcheanceModel.REFERENCE, cle.id()));
			}
			else {
				management.createJobQuery()
					.processInstanceId(arrete.getId())
					.list()
					.forEach((job) -> management.setJobRetries(job.getId(), 1));
			}
		});
	}

}
