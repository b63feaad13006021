package org.compagnonnage.mission;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.DossierProcess;
import org.compagnonnage.dossier.Dossiers;
import org.compagnonnage.form.Lignes;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The only class that starts a mission or tells others what it proposes. */
@Component
public class MissionProcess {

	private final RuntimeService runtime;

	private final HistoryService history;

	private final ManagementService management;

	private final Dossiers dossiers;

	private final DossierProcess cas;

	MissionProcess(RuntimeService runtime, HistoryService history, ManagementService management, Dossiers dossiers,
			DossierProcess cas) {
		this.runtime = runtime;
		this.history = history;
		this.management = management;
		this.dossiers = dossiers;
		this.cas = cas;
	}

	/** Opens the case of a mission that a partner asks for. */
	@Transactional
	public Dossier ouvrir(NouvelleMission mission) {
		Demande demande = mission.demande();
		VariableMap variables = Variables.createVariables()
			.putValue(MissionModel.PERIMETRE, mission.perimetre())
			.putValue(MissionModel.STRUCTURE_NOM, mission.structureNom())
			.putValue(MissionModel.CONTACT_PRENOM, mission.contactPrenom())
			.putValue(MissionModel.CONTACT_NOM, mission.contactNom())
			.putValue(MissionModel.CONTACT_COURRIEL, mission.contactCourriel())
			.putValue(MissionModel.CONTACT_TELEPHONE, mission.contactTelephone())
			.putValue(MissionModel.PAYS, mission.pays())
			.putValue(MissionModel.OBJET, mission.objet())
			.putValue(MissionModel.MISSION_DEBUT, demande.debut().toString())
			.putValue(MissionModel.MISSION_FIN, demande.fin().toString())
			.putValue(MissionModel.ARTISANS_VOLONTAIRES, demande.artisansVolontaires())
			.putValueTyped(MissionModel.FILIERES, Lignes.json(demande.lignesFilieres()))
			.putValueTyped(MissionModel.GROUPES, Lignes.json(demande.lignesGroupes()))
			.putValueTyped(MissionModel.ENTREPRISES, Lignes.json(demande.lignesEntreprises()))
			.putValue(MissionModel.ORIGINE, "partenaire")
			.putValue(MissionModel.PARTENAIRE, mission.partenaire());
		if (mission.dossierOrigine() != null) {
			variables.putValue(MissionModel.DOSSIER_ORIGINE, mission.dossierOrigine());
		}
		return this.cas.ouvrir(MissionModel.MISSION, variables);
	}

	/**
	 * The mission with a reference, open or closed, if the person who asks may see it.
	 */
	Optional<Dossier> visible(String reference) {
		return this.cas.visible(reference, MissionModel.MISSION);
	}

	/** Whether a new mission can follow this case: a mission that is closed. */
	public static boolean peutEtreReprise(Dossier dossier) {
		return MissionModel.MISSION.equals(dossier.programme()) && dossier.estClos();
	}

	/** Whether the first day of a mission has come. */
	boolean commencee(String reference) {
		return this.history.createHistoricActivityInstanceQuery()
			.processInstanceId(this.runtime.createProcessInstanceQuery()
				.processDefinitionKey(MissionModel.MISSION)
				.processInstanceBusinessKey(reference)
				.singleResult()
				.getId())
			.activityId(MissionModel.COMMENCEMENT)
			.finished()
			.count() > 0;
	}

	/** When a mission takes place; empty when it closes or is not planned yet. */
	Optional<Dates> datesPlanifiees(String reference) {
		boolean ouverte = this.runtime.createExecutionQuery()
			.processInstanceBusinessKey(reference)
			.messageEventSubscriptionName(MissionModel.MISSION_ANNULEE)
			.count() > 0;
		return porteurs(reference).stream()
			.filter((instance) -> ouverte && this.runtime.getVariable(instance, MissionModel.COORDINATEUR) != null)
			.findFirst()
			.map((instance) -> new Dates(date(instance, MissionModel.MISSION_DEBUT),
					date(instance, MissionModel.MISSION_FIN)));
	}

	/**
	 * Changes the dates of a mission, and moves the timers that wait for them.
	 * @return the name of its structure; empty when it is closed, not planned yet, or has
	 * begun on another day than the new first one
	 */
	@Transactional
	Optional<String> reporter(String reference, Dates dates) {
		Optional<Dates> actuelles = datesPlanifiees(reference);
		if (actuelles.isEmpty() || (!actuelles.get().debut().equals(dates.debut()) && commencee(reference))) {
			return Optional.empty();
		}
		List<String> porteurs = porteurs(reference);
		porteurs.forEach((instance) -> this.runtime.setVariables(instance, Map.of(MissionModel.MISSION_DEBUT,
				dates.debut().toString(), MissionModel.MISSION_FIN, dates.fin().toString())));
		porteurs.stream()
			.flatMap((instance) -> MissionModel.DELAIS.stream()
				.flatMap((delai) -> this.management.createJobQuery()
					.processInstanceId(instance)
					.activityId(delai)
					.unlimitedList()
					.stream()))
			.forEach((job) -> this.management.recalculateJobDuedate(job.getId(), false));
		return Optional.of((String) this.runtime.getVariable(porteurs.get(0), MissionModel.STRUCTURE_NOM));
	}

	/** The running processes of a case that know its dates. */
	private List<String> porteurs(String reference) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(reference)
			.processDefinitionKeyNotIn(MissionModel.REPORT)
			.unlimitedList()
			.stream()
			.map(ProcessInstance::getId)
			.filter((instance) -> this.runtime.getVariable(instance, MissionModel.MISSION_FIN) != null)
			.toList();
	}

	private LocalDate date(String instance, String variable) {
		return LocalDate.parse((String) this.runtime.getVariable(instance, variable));
	}

	/**
	 * Asks for a resource centre, which opens in a case of its own; nothing happens when
	 * the mission has one already.
	 */
	void proposerCentre(Map<String, Object> faits) {
		String mission = (String) faits.get(MissionModel.DOSSIER_ORIGINE);
		if (this.dossiers.suite(mission, MissionModel.CENTRE, MissionModel.CENTRE_OUVERT).isEmpty()) {
			this.runtime.createMessageCorrelation(MissionModel.CENTRE_PROPOSE)
				.setVariables(faits)
				.correlateStartMessage();
		}
	}

}
