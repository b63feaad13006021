package org.compagnonnage.admission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.compagnonnage.contrat.PlacesCesa;
import org.compagnonnage.contrat.TypeContrat;
import org.compagnonnage.engine.DemandeImpossible;
import org.compagnonnage.engine.ElementProperties;
import org.compagnonnage.organisation.Organisation;
import org.compagnonnage.organisation.Organisation.Structure;
import org.compagnonnage.organisation.Organisation.Territoire;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts into an admission what nobody has to type: the settings, what the former case
 * knew, the words of a choice.
 */
@Component
class AdmissionListener {

	/** What a person who comes back is not asked again. */
	private static final List<String> REPRIS = List.of(AdmissionModel.PORTEUR_PRENOM, AdmissionModel.PORTEUR_NOM,
			AdmissionModel.PORTEUR_COURRIEL, AdmissionModel.PORTEUR_TELEPHONE, AdmissionModel.PROJET_RESUME,
			AdmissionModel.SOUHAIT, AdmissionModel.ECONOMIE_CREATIVE, AdmissionModel.CADRE_LEGAL_ADAPTE,
			AdmissionModel.MOTIF_CADRE_LEGAL, AdmissionModel.STADE_PROJET, AdmissionModel.OFFRE_DEFINIE,
			AdmissionModel.CLIENTS_PRETS, AdmissionModel.HEURES_MENSUELLES, AdmissionModel.CA_MENSUEL_HT,
			AdmissionModel.SALARIE_TEMPS_PLEIN, "swotForces", "swotFaiblesses", "swotOpportunites", "swotMenaces");

	private static final Set<String> DEPARTS = Set.of(AdmissionModel.DEPART_RETRAIT, AdmissionModel.DEPART_SILENCE);

	private final AdmissionSettings settings;

	private final HistoryService history;

	private final Organisation organisation;

	private final PlacesCesa places;

	private final Clock clock;

	AdmissionListener(AdmissionSettings settings, HistoryService history, Organisation organisation, PlacesCesa places,
			Clock clock) {
		this.settings = settings;
		this.history = history;
		this.organisation = organisation;
		this.places = places;
		this.clock = clock;
	}

	/** Runs before the register opens the case, so that it sees the case's territory. */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void onStart(DelegateExecution execution) {
		if (ExecutionListener.EVENTNAME_START.equals(execution.getEventName())
				&& AdmissionModel.ADMISSION.equals(ElementProperties.processKey(execution))
				&& ElementProperties.isProcessItself(execution)) {
			String origine = (String) execution.getVariable(AdmissionModel.DOSSIER_ORIGINE);
			if (origine != null && !origine.isBlank()) {
				reprendre(execution, origine);
			}
			Territoire territoire = this.organisation.territoire(execution.getTenantId())
				.orElseThrow(() -> new DemandeImpossible(
						"Une admission s’ouvre dans un territoire de la coopérative, pas dans « "
								+ execution.getTenantId() + " »."));
			execution.setVariable(AdmissionModel.TERRITOIRE, territoire.code());
			execution.setVariable(AdmissionModel.TERRITOIRE_NOM, territoire.nom() + " (" + territoire.code() + ")");
		}
	}

	/**
	 * The person left on this day and their place is free from this moment, whenever the
	 * letter can leave.
	 */
	@EventListener
	void onDeparture(DelegateExecution execution) {
		if (ExecutionListener.EVENTNAME_START.equals(execution.getEventName())
				&& AdmissionModel.ADMISSION.equals(ElementProperties.processKey(execution))
				&& DEPARTS.contains(execution.getCurrentActivityId())) {
			execution.setVariable(AdmissionModel.DEPART_RETRAIT.equals(execution.getCurrentActivityId())
					? AdmissionModel.RETRAIT_LE : AdmissionModel.CLASSE_LE, LocalDate.now(this.clock).toString());
			this.places.rendre(execution.getProcessBusinessKey());
		}
	}

	/**
	 * The register outlives the history of a case, of which nothing is left to resume.
	 */
	private void reprendre(DelegateExecution execution, String origine) {
		HistoricProcessInstance ancien = this.history.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(origine)
			.processDefinitionKey(AdmissionModel.ADMISSION)
			.singleResult();
		if (ancien == null) {
			return;
		}
		this.history.createHistoricVariableInstanceQuery()
			.processInstanceIdIn(ancien.getId())
			.disableCustomObjectDeserialization()
			.list()
			.stream()
			.filter((variable) -> REPRIS.contains(variable.getName()))
			.filter((variable) -> execution.getVariable(variable.getName()) == null)
			.forEach((variable) -> execution.setVariable(variable.getName(), variable.getValue()));
	}

	/** A contract that leaves waits for an answer of its own, not for the former one. */
	@EventListener
	void onContractSent(DelegateTask task) {
		if (TaskListener.EVENTNAME_CREATE.equals(task.getEventName())
				&& AdmissionModel.CONTRAT.equals(ElementProperties.processKey(task))
				&& AdmissionModel.ENREGISTRER_REPONSE.equals(task.getTaskDefinitionKey())) {
			task.setVariable(AdmissionModel.CONTRAT_REPONSE, null);
			task.setVariable(AdmissionModel.CONTRAT_REPRISE_MOTIF, null);
		}
	}

	@EventListener
	void onTask(DelegateTask task) {
		if (!TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName())
				|| !ElementProperties.processKey(task).startsWith("admission-")) {
			return;
		}
		switch (task.getTaskDefinitionKey()) {
			case AdmissionModel.REALISER_DIAGNOSTIC -> {
				if (Boolean.TRUE.equals(task.getVariable(AdmissionModel.CADRE_LEGAL_ADAPTE))) {
					task.setVariable(AdmissionModel.MOTIF_CADRE_LEGAL, null);
				}
				task.setVariable(AdmissionModel.SEUIL_HEURES, this.settings.seuilHeures().doubleValue());
				task.setVariable(AdmissionModel.SEUIL_CA_HT, this.settings.seuilCaHt().doubleValue());
			}
			case AdmissionModel.VALIDER_ORIENTATION -> retenir(task);
			case AdmissionModel.PREPARER_CAPE, AdmissionModel.PREPARER_CESA -> corriger(task);
			case AdmissionModel.ARBITRER_QUOTA -> {
				if (TypeContrat.CAPE.code().equals(task.getVariable(AdmissionModel.ARBITRAGE_DECISION))) {
					task.setVariable(AdmissionModel.CONTRAT_TYPE, TypeContrat.CAPE.code());
				}
			}
			case AdmissionModel.CHOISIR_STRUCTURE ->
				decrire(task, this.organisation.structure((String) task.getVariable(AdmissionModel.STRUCTURE_RETENUE))
					.orElseThrow());
			default -> {
				// The other tasks say all there is to say.
			}
		}
	}

	/** Puts a structure's facts into the case, for the form and the letters. */
	static void decrire(VariableScope scope, Structure structure) {
		scope.setVariable("structureNom", structure.nom());
		scope.setVariable("structureCourriel", structure.courriel());
		scope.setVariable("structureTelephone", structure.telephone());
		scope.setVariable("structureSite", structure.site());
		scope.setVariable("structureServices", structure.services());
	}

	/**
	 * What is corrected in the contract's process is corrected in the whole case at once:
	 * a withdrawal or a silence would end that process before its outputs reach the case,
	 * whose letters and successor need them.
	 */
	private static void corriger(DelegateTask task) {
		DelegateExecution dossier = task.getExecution().getProcessInstance().getSuperExecution();
		if (dossier != null) {
			AdmissionModel.PERSONNE.forEach((champ) -> dossier.setVariable(champ, task.getVariable(champ)));
		}
	}

	/** A reason that explains another choice falls with that choice. */
	private static void retenir(DelegateTask task) {
		String retenue = (String) task.getVariable(AdmissionModel.ORIENTATION_RETENUE);
		if (Orientation.estUnContrat(retenue)) {
			task.setVariable(AdmissionModel.CONTRAT_TYPE, retenue);
		}
		if (task.getVariable(AdmissionModel.ORIENTATION).equals(task.getVariable(AdmissionModel.ORIENTATION_RETENUE))) {
			task.setVariable(AdmissionModel.DEROGATION_MOTIF, null);
		}
	}

}
