package org.compagnonnage.partner;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.variable.Variables;

import org.springframework.stereotype.Component;

/**
 * Starts {@code cle-partenaire} for every key that ends soon, in the transaction that
 * picks it up: its letter fails or succeeds by itself. Those that stand still because
 * their partner had no address go on once they can.
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
		this.echeances.relever()
			.forEach((cle) -> runtime.startProcessInstanceByKey(EcheanceModel.PROCESSUS, cle.id(),
					Variables.putValue(EcheanceModel.REFERENCE, cle.id())));
		ManagementService management = execution.getProcessEngineServices().getManagementService();
		management.createJobQuery()
			.processDefinitionKey(EcheanceModel.PROCESSUS)
			.activityId(EcheanceModel.RELIRE)
			.noRetriesLeft()
			.unlimitedList()
			.stream()
			.filter((arrete) -> this.echeances.repart(cle(runtime, arrete)))
			.forEach((arrete) -> management.setJobRetries(arrete.getId(), 1));
	}

	private static String cle(RuntimeService runtime, Job job) {
		return runtime.createProcessInstanceQuery()
			.processInstanceId(job.getProcessInstanceId())
			.singleResult()
			.getBusinessKey();
	}

}
