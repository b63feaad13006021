package org.compagnonnage.abonnement;

import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.variable.Variables;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts, hurries and ends the processes that deliver events and show suspensions. Their
 * business key is the subscription and not the case, of which they are no part; they have
 * no périmètre, because a subscription that fails concerns the cases of all.
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
		this.runtime.startProcessInstanceByKey(LivraisonModel.LIVRAISON, abonnement.id(),
				Variables.putValue(LivraisonModel.PARTENAIRE, abonnement.partenaire())
					.putValue(LivraisonModel.DOSSIER, reference));
	}

	/** Tells the partner of a suspension, and shows it until it is over. */
	void suspendre(Livraisons.Suspension suspension) {
		Abonnement abonnement = suspension.abonnement();
		this.runtime.startProcessInstanceByKey(LivraisonModel.SUSPENSIONS, abonnement.id(),
				Variables.putValue(LivraisonModel.PARTENAIRE, abonnement.partenaire())
					.putValue(LivraisonModel.REFERENCE, abonnement.id())
					.putValue(LivraisonModel.SUSPENSION, abonnement.suspenduLe().toString())
					.putValue(LivraisonModel.JOIGNABLE, suspension.courriel() != null)
					.putValue(LivraisonModel.PARTENAIRE_NOM, suspension.nom())
					.putValue(LivraisonModel.PARTENAIRE_COURRIEL, suspension.courriel())
					.putValue(LivraisonModel.ABONNEMENT_HOTE, abonnement.url().getHost())
					.putValue(LivraisonModel.SUSPENDU_LE, suspension.jour().toString())
					.putValue(LivraisonModel.SUSPENDU_MOTIF, abonnement.suspenduMotif()));
	}

	/** Whether the suspension of a subscription is to be seen in Cockpit. */
	boolean montre(String abonnement) {
		return instances(LivraisonModel.SUSPENSIONS, abonnement).count() > 0;
	}

	/** The subscriptions whose suspension is to be seen in Cockpit. */
	Set<String> suspensions() {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(LivraisonModel.SUSPENSIONS)
			.unlimitedList()
			.stream()
			.map(ProcessInstance::getBusinessKey)
			.collect(Collectors.toSet());
	}

	/** Tries at once what waits for its next try in a thread. */
	void hater(String abonnement, String reference) {
		hater(instances(LivraisonModel.LIVRAISON, abonnement).variableValueEquals(LivraisonModel.DOSSIER, reference));
	}

	/**
	 * Tries at once what waits for its next try, and ends the wait for the resumption.
	 */
	void relancer(String abonnement) {
		hater(instances(LivraisonModel.LIVRAISON, abonnement));
		finirAttente(abonnement);
	}

	/** Ends the wait for a resumption, and its incident. */
	void finirAttente(String abonnement) {
		jobs(instances(LivraisonModel.SUSPENSIONS, abonnement), LivraisonModel.ATTENDRE)
			.filter((job) -> job.getRetries() == 0)
			.forEach((job) -> essayer(
					() -> this.management.setJobRetries(1).jobId(job.getId()).dueDate(maintenant()).execute()));
	}

	private void hater(ProcessInstanceQuery instances) {
		// What is due already is perhaps being executed.
		jobs(instances, LivraisonModel.TENTATIVE).filter((job) -> job.getDuedate().after(maintenant()))
			.forEach((job) -> essayer(() -> this.management.setJobDuedate(job.getId(), maintenant())));
	}

	/**
	 * The jobs of a step: the engine's query for jobs of several instances cannot name a
	 * step too.
	 */
	private Stream<Job> jobs(ProcessInstanceQuery instances, String etape) {
		Set<String> ids = instances.unlimitedList().stream().map(ProcessInstance::getId).collect(Collectors.toSet());
		if (ids.isEmpty()) {
			return Stream.empty();
		}
		Set<String> definitions = this.management.createJobDefinitionQuery()
			.activityIdIn(etape)
			.unlimitedList()
			.stream()
			.map(JobDefinition::getId)
			.collect(Collectors.toSet());
		return this.management.createJobQuery()
			.processInstanceIds(ids)
			.unlimitedList()
			.stream()
			.filter((job) -> definitions.contains(job.getJobDefinitionId()));
	}

	/** Ends the processes of a subscription that is no more. */
	void abandonner(String abonnement) {
		Stream.of(LivraisonModel.LIVRAISON, LivraisonModel.SUSPENSIONS)
			.flatMap((processus) -> instances(processus, abonnement).unlimitedList().stream())
			.forEach((instance) -> essayer(() -> this.runtime.deleteProcessInstanceIfExists(instance.getId(),
					"Abonnement supprimé", false, true, false, false)));
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

	private ProcessInstanceQuery instances(String processus, String abonnement) {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(processus)
			.processInstanceBusinessKey(abonnement);
	}

	private Date maintenant() {
		return Date.from(this.clock.instant());
	}

}
