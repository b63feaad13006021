package org.compagnonnage.centre;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.compagnonnage.document.Ecriture;
import org.compagnonnage.engagement.Engagements;
import org.compagnonnage.engine.DemandeImpossible;
import org.compagnonnage.engine.ElementProperties;
import org.compagnonnage.form.Controle;
import org.compagnonnage.form.Lignes;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts into the case of a centre what nobody has to type, and keeps what its forms say
 * for longer than the case: the people engaged, the services wanted.
 */
@Component
class CentreListener {

	private final Prerequis prerequis;

	private final Centres centres;

	private final Engagements engagements;

	private final RepositoryService repository;

	private final Clock clock;

	CentreListener(Prerequis prerequis, Centres centres, Engagements engagements, RepositoryService repository,
			Clock clock) {
		this.prerequis = prerequis;
		this.centres = centres;
		this.engagements = engagements;
		this.repository = repository;
		this.clock = clock;
	}

	/** Runs before the register opens the case, so that it sees the case's mission. */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void onStart(DelegateExecution execution) {
		if (!begins(execution, CentreModel.CENTRE)) {
			return;
		}
		String mission = (String) execution.getVariable(CentreModel.MISSION_ORIGINE);
		if (!Controle.vide(mission)) {
			execution.setVariable(CentreModel.DOSSIER_ORIGINE, mission);
		}
		refuserUnSecond((String) execution.getVariable(CentreModel.DOSSIER_ORIGINE));
		if (Controle.vide(execution.getVariable(CentreModel.ORIGINE))) {
			execution.setVariable(CentreModel.ORIGINE, Controle.vide(mission) ? "mission" : "spontanee");
		}
	}

	/** Whoever starts it, and when two start at the same instant. */
	private void refuserUnSecond(String mission) {
		this.prerequis.suite(mission).ifPresent((centre) -> {
			throw new DemandeImpossible(Prerequis.refus(centre, false));
		});
	}

	/** Runs once the case has its reference. */
	@EventListener
	@Order(Ordered.LOWEST_PRECEDENCE)
	void onOpened(DelegateExecution execution) {
		if (begins(execution, CentreModel.CENTRE)) {
			this.engagements.engagerExterne((String) execution.getVariable(CentreModel.REFERENCE), "contact", "",
					execution.getVariable(CentreModel.CONTACT_PRENOM) + " "
							+ execution.getVariable(CentreModel.CONTACT_NOM),
					(String) execution.getVariable(CentreModel.CONTACT_COURRIEL));
		}
		else if (begins(execution, CentreModel.SERVICE)) {
			FamilleServices famille = FamilleServices.de((String) execution.getVariable(CentreModel.FAMILLE));
			execution.setVariable(CentreModel.SERVICE_NOM, famille.nom());
			execution.setVariable(CentreModel.SERVICE_CONTENU, service(execution, famille).contenu());
		}
	}

	private ServiceCentre service(DelegateExecution execution, FamilleServices famille) {
		return this.centres.services((String) execution.getVariable(CentreModel.REFERENCE))
			.stream()
			.filter((service) -> service.famille() == famille)
			.findFirst()
			.orElseThrow();
	}

	private static boolean begins(DelegateExecution execution, String process) {
		return ExecutionListener.EVENTNAME_START.equals(execution.getEventName())
				&& process.equals(ElementProperties.processKey(execution))
				&& ElementProperties.isProcessItself(execution);
	}

	/**
	 * The notice names the version of the table that gave the answer: that of the case's
	 * own deployment. Read here, in a job, for those who answer may not read tables.
	 */
	@EventListener
	void onNotice(DelegateExecution execution) {
		if (ExecutionListener.EVENTNAME_START.equals(execution.getEventName())
				&& CentreModel.REDIGER_AVIS.equals(execution.getCurrentActivityId())) {
			String deployment = this.repository.getProcessDefinition(execution.getProcessDefinitionId())
				.getDeploymentId();
			execution.setVariable(CentreModel.ELIGIBILITE_VERSION,
					this.repository.createDecisionDefinitionQuery()
						.decisionDefinitionKey(CentreModel.DECISION_ELIGIBILITE)
						.deploymentId(deployment)
						.singleResult()
						.getVersionTag());
		}
	}

	@EventListener
	void onTask(DelegateTask task) {
		if (!ElementProperties.processKey(task).startsWith("centre-")) {
			return;
		}
		if (TaskListener.EVENTNAME_CREATE.equals(task.getEventName())) {
			onCreated(task);
		}
		else if (TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName())) {
			onCompleted(task);
		}
	}

	/** What is decided again is not decided beforehand by the former answer. */
	private void onCreated(DelegateTask task) {
		switch (task.getTaskDefinitionKey()) {
			case CentreModel.FIXER_EXAMEN -> effacer(task, CentreModel.ELIGIBILITE_SUITE, CentreModel.REEXAMEN_LE);
			case CentreModel.OUVRIR_CENTRE -> task.setVariable(CentreModel.SERVICES_OUVERTS, servicesOuverts(task));
			case CentreModel.PREPARER_ECHANGE -> effacer(task, CentreModel.ECHANGE_DECISION, CentreModel.ECHANGE_MOTIF,
					CentreModel.ECHANGE_TYPE, CentreModel.ECHANGE_LE, CentreModel.ECHANGE_PROGRAMME);
			default -> {
				// The other tasks show what the case knows.
			}
		}
	}

	private static void effacer(DelegateTask task, String... variables) {
		for (String variable : variables) {
			task.setVariable(variable, null);
		}
	}

	private String servicesOuverts(DelegateTask task) {
		return this.centres.services(reference(task))
			.stream()
			.map((service) -> "- %s, depuis le %s (%s)".formatted(service.famille().nom(),
					Ecriture.jour(service.ouvertLe()), service.responsable()))
			.collect(Collectors.joining("\n"));
	}

	private void onCompleted(DelegateTask task) {
		switch (task.getTaskDefinitionKey()) {
			case CentreModel.REUNIR_ELEMENTS -> {
				task.setVariable(CentreModel.MISSION_TERMINEE,
						this.prerequis.estRempli((String) task.getVariable(CentreModel.DOSSIER_ORIGINE)));
				this.engagements.engager(reference(task), "animateur du centre", "",
						(String) task.getVariable(CentreModel.ANIMATEUR));
				this.engagements.engager(reference(task), "expert du réseau des CMA", "",
						(String) task.getVariable(CentreModel.EXPERT_CMA));
			}
			case CentreModel.DEFINIR_PERIMETRE -> this.centres.prevoir(reference(task), servicesPrevus(task));
			case CentreModel.FORMER_EQUIPE -> engagerEquipe(task);
			case CentreModel.PREPARER_SERVICE,
					CentreModel.OUVRIR_SERVICE ->
				this.engagements.engagerExterne(reference(task), "responsable de service",
						(String) task.getVariable(CentreModel.FAMILLE),
						(String) task.getVariable(CentreModel.SERVICE_RESPONSABLE),
						(String) task.getVariable(CentreModel.SERVICE_RESPONSABLE_COURRIEL));
			case CentreModel.PREPARER_ECHANGE -> {
				if (!CentreModel.ORGANISER.equals(task.getVariable(CentreModel.ECHANGE_DECISION))) {
					task.setVariable(CentreModel.ECHANGES_DEPUIS, LocalDate.now(this.clock).toString());
				}
			}
			default -> {
				// The other tasks say all there is to say.
			}
		}
	}

	private static List<ServiceCentre> servicesPrevus(DelegateTask task) {
		return Lignes.de(task.getVariable(CentreModel.SERVICES))
			.stream()
			.map((ligne) -> ServiceCentre.prevu(FamilleServices.de((String) ligne.get(CentreModel.FAMILLE)),
					(String) ligne.get(CentreModel.CONTENU)))
			.toList();
	}

	private void engagerEquipe(DelegateTask task) {
		int rang = 0;
		for (Map<String, Object> membre : Lignes.de(task.getVariable(CentreModel.EQUIPE))) {
			rang++;
			this.engagements.engagerExterne(reference(task), "membre de l'équipe d'animation", String.valueOf(rang),
					(String) membre.get("nom"), (String) membre.get("courriel"));
		}
	}

	private static String reference(DelegateTask task) {
		return (String) task.getVariable(CentreModel.REFERENCE);
	}

}
