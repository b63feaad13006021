package org.compagnonnage.support;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens admissions at the step that a test needs, and tells whether anything changed. */
public final class DossiersEssai {

	/** Everything that the form of a diagnostic asks for. */
	public static final Map<String, Object> DIAGNOSTIC = Map.of("souhait", "rejoindre", "economieCreative", true,
			"cadreLegalAdapte", true, "stadeProjet", "activite", "offreDefinie", true, "clientsPrets", true,
			"heuresMensuelles", 40, "caMensuelHT", 1800.5, "salarieTempsPlein", false);

	private static final Map<String, String> COMPTES = Map.of("dossiers", "act_hi_procinst", "modèles",
			"act_re_deployment", "filtres", "act_ru_filter", "droits", "act_ru_authorization", "comptes", "act_id_user",
			"groupes", "act_id_group", "lots", "act_ru_batch");

	private final ProcessEngine engine;

	private final JdbcClient jdbc;

	public DossiersEssai(ProcessEngine engine) {
		this.engine = engine;
		this.jdbc = JdbcClient.create(engine.getProcessEngineConfiguration().getDataSource());
	}

	/** A case that waits for its first appointment. */
	public ProcessInstance ouvrir(String territoire) {
		return this.engine.getRuntimeService().startProcessInstanceByKey("admission-cae", personne(territoire));
	}

	/** A process of the admission that stands before one of its elements. */
	public ProcessInstance devant(String processus, String element, String territoire, Map<String, Object> variables) {
		String reference = "ESSAI-" + System.nanoTime();
		return this.engine.getRuntimeService()
			.createProcessInstanceByKey(processus)
			.businessKey(reference)
			.setVariables(personne(territoire))
			.setVariables(Map.of("reference", reference, "perimetre", territoire))
			.setVariables(variables)
			.startBeforeActivity(element)
			.execute();
	}

	public Task tache(ProcessInstance instance) {
		return this.engine.getTaskService().createTaskQuery().processInstanceId(instance.getId()).singleResult();
	}

	/** All that a call could change in a case, to be compared before and after. */
	public Map<String, Object> etat(String instance) {
		Map<String, Object> etat = new TreeMap<>();
		this.engine.getHistoryService()
			.createHistoricVariableInstanceQuery()
			.processInstanceId(instance)
			.list()
			.forEach((variable) -> etat.put("variable " + variable.getName() + ' ' + variable.getId(),
					variable.getTypeName() + '=' + variable.getValue()));
		this.engine.getTaskService().createTaskQuery().processInstanceId(instance).list().forEach((task) -> {
			etat.put("tâche " + task.getId(),
					List.of(task.getName(), String.valueOf(task.getAssignee()), String.valueOf(task.getOwner()),
							String.valueOf(task.getDescription()), String.valueOf(task.getDueDate()),
							String.valueOf(task.getDelegationState()), task.getPriority()));
			etat.put("candidats " + task.getId(),
					this.engine.getTaskService()
						.getIdentityLinksForTask(task.getId())
						.stream()
						.map((lien) -> lien.getType() + ':' + lien.getGroupId() + ':' + lien.getUserId())
						.sorted()
						.toList());
			etat.put("commentaires " + task.getId(),
					this.engine.getTaskService()
						.getTaskComments(task.getId())
						.stream()
						.map((commentaire) -> commentaire.getId() + ':' + commentaire.getFullMessage())
						.sorted()
						.toList());
			etat.put("fichiers " + task.getId(), this.engine.getTaskService().getTaskAttachments(task.getId()).size());
		});
		this.engine.getManagementService()
			.createJobQuery()
			.processInstanceId(instance)
			.list()
			.forEach((job) -> etat.put("travail " + job.getId(), job.getRetries() + " " + job.isSuspended()));
		this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceId(instance)
			.list()
			.forEach((ouverte) -> etat.put("dossier", ouverte.isSuspended()));
		return etat;
	}

	/**
	 * What no refused call may add to: cases, models, filters, rights, accounts. Counted
	 * in the tables, for the engine's own count of cases reads each of them.
	 */
	public Map<String, Long> compte() {
		return COMPTES.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(compte) -> this.jdbc.sql("select count(*) from " + compte.getValue()).query(Long.class).single()));
	}

	private static Map<String, Object> personne(String territoire) {
		return Map.of("porteurPrenom", "Léa", "porteurNom", "Martin", "porteurCourriel", "lea@example.org",
				"territoire", territoire, "projetResume", "Atelier de graphisme", "origine", "spontanee");
	}

}
