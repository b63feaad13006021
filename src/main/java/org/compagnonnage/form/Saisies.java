package org.compagnonnage.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.camunda.bpm.engine.task.Task;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Decides, before the engine does anything, whether what a person sends to a task or a
 * start can be taken.
 */
@Component
class Saisies {

	private static final Set<String> TYPES = Set.of("string", "integer", "short", "long", "double", "boolean", "null",
			"json", "number");

	private static final Set<String> ENTREE = Set.of("variables", "businessKey", "withVariablesInReturn",
			"caseInstanceId");

	private final TaskService tasks;

	private final HistoryService history;

	private final RepositoryService repository;

	private final Formulaires formulaires;

	private final Map<String, Controle> controles;

	private final ObjectMapper json;

	Saisies(TaskService tasks, HistoryService history, RepositoryService repository, Formulaires formulaires,
			List<Controle> controles, ObjectMapper json) {
		this.tasks = tasks;
		this.history = history;
		this.repository = repository;
		this.formulaires = formulaires;
		this.controles = controles.stream().collect(Collectors.toMap(Controle::formulaire, (c) -> c));
		this.json = json;
	}

	/**
	 * Checks a call.
	 * @param user the authenticated person
	 * @throws SaisieRefusee when it cannot be taken; then nothing was changed
	 */
	void verifier(Route route, String user, JsonNode corps) {
		switch (route.action()) {
			case PRENDRE -> prendre(tache(route.id()), user, corps);
			case TERMINER -> terminer(tache(route.id()), corps);
			case SIGNALER -> signaler(tache(route.id()), corps);
			case DEMARRER -> demarrer(route, corps);
		}
	}

	private Task tache(String id) {
		Task task = this.tasks.createTaskQuery().taskId(id).initializeFormKeys().singleResult();
		if (task != null) {
			return task;
		}
		if (this.history.createHistoricTaskInstanceQuery().taskId(id).count() > 0) {
			throw new SaisieRefusee(HttpStatus.CONFLICT, "Cette tâche est déjà terminée : rien n'a été enregistré.");
		}
		throw new SaisieRefusee(HttpStatus.NOT_FOUND,
				"Cette tâche n'existe pas, ou elle ne fait pas partie de vos périmètres.");
	}

	private void prendre(Task task, String user, JsonNode corps) {
		String pour = corps.path("userId").asText("");
		if (!pour.equals(user)) {
			throw new SaisieRefusee(HttpStatus.FORBIDDEN, "On ne prend une tâche qu'en son propre nom.",
					List.of(new Erreur("userId", "Indiquez votre propre identifiant.")));
		}
		if (task.getAssignee() != null && !task.getAssignee().equals(user)) {
			throw new SaisieRefusee(HttpStatus.CONFLICT,
					"Cette tâche est déjà prise par %s.".formatted(task.getAssignee()));
		}
	}

	private void terminer(Task task, JsonNode corps) {
		Map<String, Object> dossier = new HashMap<>();
		this.tasks.getVariablesTyped(task.getId(), false).forEach((nom, valeur) -> dossier.put(nom, valeur));
		verifier(this.formulaires.deLaTache(task), corps, dossier);
	}

	private void signaler(Task task, JsonNode corps) {
		if (!corps.path("variables").isMissingNode() && !corps.path("variables").isEmpty()) {
			verifier(Formulaire.VIDE, corps, Map.of("tache", task.getId()));
		}
	}

	private void demarrer(Route route, JsonNode corps) {
		ProcessDefinitionQuery query = this.repository.createProcessDefinitionQuery();
		ProcessDefinition definition = (route.parCle() ? query.processDefinitionKey(route.id()).latestVersion()
				: query.processDefinitionId(route.id()))
			.singleResult();
		if (definition == null) {
			throw new SaisieRefusee(HttpStatus.NOT_FOUND, "Ce processus n'existe pas, ou il ne vous est pas ouvert.");
		}
		verifier(this.formulaires.duDepart(definition.getId()), corps, Map.of());
	}

	private void verifier(Formulaire formulaire, JsonNode corps, Map<String, Object> dossier) {
		List<Erreur> erreurs = new ArrayList<>();
		corps.fieldNames().forEachRemaining((nom) -> {
			if (!ENTREE.contains(nom)) {
				erreurs.add(new Erreur(nom, "Cette entrée n'est pas acceptée."));
			}
		});
		Map<String, JsonNode> saisie = saisie(corps, erreurs);
		erreurs.addAll(formulaire.verifier(saisie, dossier));
		if (erreurs.isEmpty() && this.controles.containsKey(formulaire.id())) {
			Map<String, Object> valeurs = new LinkedHashMap<>();
			saisie.forEach((nom, valeur) -> valeurs.put(nom, this.json.convertValue(valeur, Object.class)));
			erreurs.addAll(this.controles.get(formulaire.id()).verifier(valeurs, dossier));
		}
		if (!erreurs.isEmpty()) {
			throw new SaisieRefusee(HttpStatus.BAD_REQUEST, resume(formulaire, erreurs), erreurs);
		}
	}

	private static String resume(Formulaire formulaire, List<Erreur> erreurs) {
		return erreurs.stream().map((erreur) -> {
			Champ champ = formulaire.champs().get(erreur.champ());
			return ((champ != null) ? "%s (%s)".formatted(champ.libelle(), erreur.champ()) : erreur.champ()) + " : "
					+ erreur.message();
		}).collect(Collectors.joining(" "));
	}

	private static Map<String, JsonNode> saisie(JsonNode corps, List<Erreur> erreurs) {
		Map<String, JsonNode> saisie = new LinkedHashMap<>();
		JsonNode variables = corps.path("variables");
		if (!variables.isMissingNode() && !variables.isNull() && !variables.isObject()) {
			erreurs.add(new Erreur("variables", "Cette entrée attend un objet."));
			return saisie;
		}
		for (Iterator<Map.Entry<String, JsonNode>> it = variables.fields(); it.hasNext();) {
			Map.Entry<String, JsonNode> variable = it.next();
			JsonNode type = variable.getValue().path("type");
			if (!variable.getValue().isObject()
					|| (type.isTextual() && !TYPES.contains(type.textValue().toLowerCase(java.util.Locale.ROOT)))) {
				erreurs.add(new Erreur(variable.getKey(), "Ce type de valeur n'est pas accepté."));
			}
			else if (variable.getValue().path("local").asBoolean(false)) {
				erreurs.add(new Erreur(variable.getKey(), "Une valeur locale n'est pas acceptée."));
			}
			else {
				saisie.put(variable.getKey(), variable.getValue().path("value"));
			}
		}
		return saisie;
	}

}
