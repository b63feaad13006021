package org.compagnonnage.arret;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.DossierModifie;
import org.compagnonnage.dossier.Dossiers;
import org.compagnonnage.engine.ElementProperties;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops the cases of the programmes whose process names, in its property {@code arret},
 * the message that stops them.
 */
@Component
public class ArretProcess {

	private final RuntimeService runtime;

	private final RepositoryService repository;

	private final IdentityService identity;

	private final AuthorizationService authorization;

	private final Dossiers dossiers;

	private final Clock clock;

	ArretProcess(RuntimeService runtime, RepositoryService repository, IdentityService identity,
			AuthorizationService authorization, Dossiers dossiers, Clock clock) {
		this.runtime = runtime;
		this.repository = repository;
		this.identity = identity;
		this.authorization = authorization;
		this.dossiers = dossiers;
		this.clock = clock;
	}

	/** Whether the cases of a programme can be stopped here. */
	public boolean concerne(String programme) {
		ProcessDefinition definition = this.repository.createProcessDefinitionQuery()
			.processDefinitionKey(programme)
			.latestVersion()
			.singleResult();
		return definition != null && message(definition.getId()).isPresent();
	}

	/** Whether a case can be stopped at this moment: nothing closes it yet. */
	boolean attendUnArret(String reference) {
		return message(reference, programme(reference))
			.filter((message) -> this.runtime.createExecutionQuery()
				.processInstanceBusinessKey(reference)
				.messageEventSubscriptionName(message)
				.count() > 0)
			.isPresent();
	}

	/**
	 * Stops a case.
	 * @param motif why, in words that those who are engaged will read
	 * @return false when the case is closed, or closing, or none that is stopped here
	 * @throws DossierModifie when somebody else changes the case at this moment
	 */
	@Transactional
	public boolean arreter(String reference, String motif) {
		Optional<String> message = message(reference, programme(reference));
		try {
			return message.isPresent() && !this.runtime.createMessageCorrelation(message.get())
				.processInstanceBusinessKey(reference)
				.setVariable(ArretModel.ARRET_MOTIF, motif)
				.setVariable(ArretModel.ARRET_LE, LocalDate.now(this.clock).toString())
				.correlateAllWithResult()
				.isEmpty();
		}
		catch (OptimisticLockingException ex) {
			throw new DossierModifie(reference, ex);
		}
	}

	/**
	 * Whether the person who asks opens cases of a programme: then they may stop them
	 * too, and who only sees them may not.
	 */
	boolean peutArreter(String programme) {
		Authentication personne = this.identity.getCurrentAuthentication();
		return personne == null || this.authorization.isUserAuthorized(personne.getUserId(), personne.getGroupIds(),
				ProcessDefinitionPermissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, programme);
	}

	private String programme(String reference) {
		return this.dossiers.trouver(reference).map(Dossier::programme).orElse("");
	}

	/** The message that the running case waits for, under the version it runs with. */
	private Optional<String> message(String reference, String programme) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(reference)
			.processDefinitionKey(programme)
			.listPage(0, 1)
			.stream()
			.findFirst()
			.map(ProcessInstance::getProcessDefinitionId)
			.flatMap(this::message);
	}

	private Optional<String> message(String definition) {
		return ElementProperties.ofProcess(this.repository.getBpmnModelInstance(definition), ArretModel.ARRET);
	}

}
