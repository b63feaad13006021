package org.compagnonnage.abonnement;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts, hurries and ends the processes that deliver events. Their business key is the
 * subscription and not the case, of which they are no part; they have no périmètre,
 * because a subscription that fails concerns the cases of all.
 */
@Component
public class LivraisonProcess {

	private final RuntimeService runtime;

	private final ManagementService management;

	private final TransactionTemplate aPart;

	private final Clock clock;

	LivraisonProcess(RuntimeService runtime, ManagementService management, PlatformTransactionManager transactions,
			Clock clock) {
		this.runtime = runtime;
		this.management = management;
		this.clock = clock;
		this.aPart = new TransactionTemplate(transactions);
		this.aPart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
	}

	/** The job that executes a step at this moment. */
	static Job job(DelegateExecution execution) {
		return execution.getProcessEngineServices()
			.getManagementService()
			.createJobQuery()
			.executionId(execution.getId())
			.activityId(execution.getCurrentActivityId())
			.singleResult();
	}

	/** Starts to deliver the events of a thread. */
	void demarrer(Abonnement abonnement, String reference) {
		this.runtime.startProcessInstanceByKey(LivraisonModel.PROCESSUS, abonnement.id(),
				Variables.putValue(LivraisonModel.PARTENAIRE, abonnement.partenaire())
					.putValue(LivraisonModel.DOSSIER, reference));
	}

	/**
	 * Tries at once what waits for its next try, and resolves the incident of the
	 * suspension.
	 * @param essais tries that a delivery has from now on
	 */
	void relancer(String abonnement, int essais) {
		Set<String> instances = instances(abonnement).stream().map(ProcessInstance::getId).collect(Collectors.toSet());
		if (instances.isEmpty()) {
			return;
		}
		Map<String, String> etapes = etapes();
		for (Job job : this.management.createJobQuery().processInstanceIds(instances).unlimitedList()) {
			String etape = etapes.get(job.getJobDefinitionId());
			if (LivraisonModel.ATTENDRE.equals(etape) && job.getRetries() == 0) {
				relancer(job, 1);
			}
			// What is due already is perhaps being executed.
			else if (LivraisonModel.LIVRER.equals(etape) && job.getDuedate() != null
					&& job.getDuedate().after(maintenant())) {
				relancer(job, essais);
			}
		}
	}

	/**
	 * The step of each kind of job: the engine's query for jobs of several instances
	 * cannot name a step too.
	 */
	private Map<String, String> etapes() {
		return this.management.createJobDefinitionQuery()
			.processDefinitionKey(LivraisonModel.PROCESSUS)
			.unlimitedList()
			.stream()
			.collect(Collectors.toMap(JobDefinition::getId, JobDefinition::getActivityId));
	}

	private void relancer(Job job, int essais) {
		essayer(() -> this.management.setJobRetries(essais).jobId(job.getId()).dueDate(maintenant()).execute());
	}

	/** Ends the processes of a subscription that is no more. */
	void abandonner(String abonnement) {
		instances(abonnement).forEach((instance) -> essayer(() -> this.runtime
			.deleteProcessInstanceIfExists(instance.getId(), "Abonnement supprimé", false, true, false, false)));
	}

	/**
	 * Does what another node may have forestalled: then that one goes on, and finds for
	 * itself what became of the subscription.
	 */
	private void essayer(Runnable action) {
		try {
			this.aPart.executeWithoutResult((transaction) -> action.run());
		}
		catch (ProcessEngineException ex) {
			// The job was executed at this moment.
		}
	}

	private List<ProcessInstance> instances(String abonnement) {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(LivraisonModel.PROCESSUS)
			.processInstanceBusinessKey(abonnement)
			.unlimitedList();
	}

	private Date maintenant() {
		return Date.from(this.clock.instant());
	}

}
