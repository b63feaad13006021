package org.compagnonnage.form;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Decides, before the engine does anything, whether what a person sends to a task or a
 * start can be taken.
 */
@Component
class Saisies {

	private static final Set<String> ENTREE = Set.of("variables", "businessKey", "withVariablesInReturn");

	private static final Set<String> SIGNAL = Set.of("errorCode", "errorMessage", "escalationCode", "variables");

	/** What a task keeps, whatever is sent: name, instructions, case. */
	private static final List<String> FIGES = List.of("name", "description", "owner", "delegationState", "parentTaskId",
			"caseInstanceId", "tenantId");

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

	private final TaskService tasks;

	private final IdentityService identity;

	private final HistoryService history;

	private final RepositoryService repository;

	private final Formulaires formulaires;

	private final Map<String, Controle> controles;

	private final ObjectMapper json;

	Saisies(TaskService tasks, IdentityService identity, HistoryService history, RepositoryService repository,
			Formulaires formulaires, List<Controle> controles, ObjectMapper json) {
		this.tasks = tasks;
		this.identity = identity;
		this.history = history;
		this.repository = repository;
		this.formulaires = formulaires;
		this.controles = controles.stream().collect(Collectors.toMap(Controle::formulaire, (c) -> c));
		this.json = json;
	}

	/**
	 * Checks a call.
	 * @param user the authenticated person
	 * @param groupes the groups of that person
	 * @return what the engine gets: what was checked and nothing else
	 * @throws SaisieRefusee when it cannot be taken; then nothing was changed
	 */
	JsonNode verifier(Route route, String user, List<String> groupes, JsonNode corps) {
		return switch (route.action()) {
			case PRENDRE -> prendre(tache(route.id()), user, corps);
			case TERMINER -> terminer(tache(route.id()), corps);
			case SIGNALER -> signaler(tache(route.id()), corps);
			case MODIFIER -> modifier(tache(route.id()), groupes.contains("responsables"), corps);
			case COMMENTER -> commenter(tache(route.id()), corps);
			case DEMARRER -> demarrer(route, corps);
			case INTERDIRE ->
				throw new SaisieRefusee(HttpStatus.FORBIDDEN, "Cette opération n'est ouverte à personne.");
		};
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

	private JsonNode prendre(Task task, String user, JsonNode corps) {
		if (!corps.path("userId").asText("").equals(user)) {
			throw new SaisieRefusee(HttpStatus.FORBIDDEN, "On ne prend une tâche qu'en son propre nom.",
					List.of(new Erreur("userId", "Indiquez votre propre identifiant.")));
		}
		if (task.getAssignee() != null && !task.getAssignee().equals(user)) {
			throw new SaisieRefusee(HttpStatus.CONFLICT,
					"Cette tâche est déjà prise par %s.".formatted(nom(task.getAssignee())));
		}
		return this.json.createObjectNode().put("userId", user);
	}

	/** As Tasklist shows the person, who knows no logins. */
	private String nom(String login) {
		User personne = this.identity.createUserQuery().userId(login).singleResult();
		String nom = (personne != null) ? Stream.of(personne.getFirstName(), personne.getLastName())
			.filter((partie) -> partie != null && !partie.isBlank())
			.collect(Collectors.joining(" ")) : "";
		return nom.isEmpty() ? "une autre personne" : nom;
	}

	private JsonNode terminer(Task task, JsonNode corps) {
		return verifier(this.formulaires.deLaTache(task), corps,
				valeurs(this.tasks.getVariablesTyped(task.getId(), false)));
	}

	/** The values of a case; what Java alone can read is not for forms. */
	private Map<String, Object> valeurs(VariableMap variables) {
		Map<String, Object> valeurs = new HashMap<>();
		for (String nom : variables.keySet()) {
			TypedValue valeur = variables.getValueTyped(nom);
			if (valeur instanceof JsonValue liste) {
				valeurs.put(nom, lire(liste.getValueSerialized()));
			}
			else if (!(valeur instanceof SerializableValue)) {
				valeurs.put(nom, valeur.getValue());
			}
		}
		return valeurs;
	}

	private Object lire(String texte) {
		try {
			return this.json.readValue(texte, Object.class);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A list of the case cannot be read", ex);
		}
	}

	private JsonNode signaler(Task task, JsonNode corps) {
		List<Erreur> erreurs = new ArrayList<>();
		refuserInconnues(corps, SIGNAL, erreurs);
		JsonNode variables = corps.path("variables");
		if (!variables.isMissingNode() && !variables.isNull() && !variables.isObject()) {
			erreurs.add(new Erreur("variables", "Cette entrée attend un objet."));
		}
		variables.fieldNames()
			.forEachRemaining((nom) -> erreurs.add(new Erreur(nom, "Le formulaire ne propose pas ce champ.")));
		for (String nom : List.of("errorCode", "errorMessage", "escalationCode")) {
			if (corps.hasNonNull(nom) && (!corps.get(nom).isTextual() || corps.get(nom).textValue().length() > 255)) {
				erreurs.add(new Erreur(nom, "Cette entrée attend un texte de 255 caractères au plus."));
			}
		}
		refuser(Formulaire.VIDE, erreurs);
		return ((ObjectNode) corps.deepCopy()).without("variables");
	}

	/**
	 * Only dates, priority and assignee of a task change, and the engine takes what is
	 * not sent for an empty value: what is missing is filled in from the task.
	 */
	private JsonNode modifier(Task task, boolean responsable, JsonNode corps) {
		ObjectNode actuelle = this.json.createObjectNode()
			.put("name", task.getName())
			.put("description", task.getDescription())
			.put("owner", task.getOwner())
			.put("delegationState", (task.getDelegationState() != null) ? task.getDelegationState().name() : null)
			.put("parentTaskId", task.getParentTaskId())
			.put("caseInstanceId", task.getCaseInstanceId())
			.put("tenantId", task.getTenantId())
			.put("assignee", task.getAssignee())
			.put("priority", task.getPriority())
			.put("due", date(task.getDueDate()))
			.put("followUp", date(task.getFollowUpDate()));
		List<Erreur> erreurs = new ArrayList<>();
		for (String nom : FIGES) {
			if (corps.hasNonNull(nom) && !corps.get(nom).asText().equals(actuelle.get(nom).asText(""))) {
				erreurs.add(new Erreur(nom, "Cette information de la tâche ne se modifie pas."));
			}
		}
		if (corps.hasNonNull("priority") && !corps.get("priority").isInt()) {
			erreurs.add(new Erreur("priority", "Cette entrée attend un nombre entier."));
		}
		for (String nom : List.of("due", "followUp")) {
			if (corps.hasNonNull(nom) && !estUneDate(corps.get(nom))) {
				erreurs.add(new Erreur(nom, "Cette entrée attend une date, par exemple 2026-11-21T09:00:00.000+0100."));
			}
		}
		refuser(Formulaire.VIDE, erreurs);
		if (!responsable && (change(corps, actuelle, "priority") || echeanceChangee(corps, task))) {
			throw new SaisieRefusee(HttpStatus.FORBIDDEN,
					"Seuls les responsables changent l'échéance ou la priorité d'une tâche.");
		}
		for (String nom : List.of("due", "priority", "assignee")) {
			if (corps.hasNonNull(nom)) {
				actuelle.set(nom, corps.get(nom));
			}
		}
		if (corps.has("followUp")) {
			actuelle.set("followUp", corps.get("followUp"));
		}
		return actuelle;
	}

	private static boolean change(JsonNode corps, JsonNode actuelle, String nom) {
		return corps.hasNonNull(nom) && !corps.get(nom).equals(actuelle.get(nom));
	}

	private static boolean echeanceChangee(JsonNode corps, Task task) {
		return corps.hasNonNull("due")
				&& (task.getDueDate() == null || !DATE.parse(corps.get("due").asText(), Instant::from)
					.truncatedTo(ChronoUnit.SECONDS)
					.equals(task.getDueDate().toInstant().truncatedTo(ChronoUnit.SECONDS)));
	}

	private static boolean estUneDate(JsonNode valeur) {
		try {
			DATE.parse(valeur.isTextual() ? valeur.textValue() : "", Instant::from);
			return true;
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

	private static String date(Date date) {
		return (date != null) ? DATE.format(date.toInstant().atZone(ZoneOffset.UTC)) : null;
	}

	private JsonNode commenter(Task task, JsonNode corps) {
		JsonNode message = corps.path("message");
		if (Champ.absente(message) || !message.isTextual()
				|| message.textValue().length() > Champ.LONGUEUR_PAR_DEFAUT) {
			throw new SaisieRefusee(HttpStatus.BAD_REQUEST,
					"Le commentaire attend un texte de %d caractères au plus.".formatted(Champ.LONGUEUR_PAR_DEFAUT),
					List.of(new Erreur("message", "Écrivez un texte de 4 000 caractères au plus.")));
		}
		return this.json.createObjectNode().put("message", message.textValue());
	}

	private JsonNode demarrer(Route route, JsonNode corps) {
		ProcessDefinitionQuery query = this.repository.createProcessDefinitionQuery();
		ProcessDefinition definition = (route.parCle() ? query.processDefinitionKey(route.id()).latestVersion()
				: query.processDefinitionId(route.id()))
			.singleResult();
		if (definition == null) {
			throw new SaisieRefusee(HttpStatus.NOT_FOUND, "Ce processus n'existe pas, ou il ne vous est pas ouvert.");
		}
		return verifier(this.formulaires.duDepart(definition.getId()), corps, Map.of());
	}

	private JsonNode verifier(Formulaire formulaire, JsonNode corps, Map<String, Object> dossier) {
		List<Erreur> erreurs = new ArrayList<>();
		refuserInconnues(corps, ENTREE, erreurs);
		Map<String, JsonNode> saisie = saisie(formulaire, corps, erreurs);
		erreurs.addAll(formulaire.verifier(saisie, dossier));
		if (erreurs.isEmpty() && this.controles.containsKey(formulaire.id())) {
			Map<String, Object> valeurs = new LinkedHashMap<>();
			saisie.forEach((nom, valeur) -> valeurs.put(nom, this.json.convertValue(valeur, Object.class)));
			erreurs.addAll(this.controles.get(formulaire.id()).verifier(valeurs, dossier));
		}
		refuser(formulaire, erreurs);
		ObjectNode verifie = this.json.createObjectNode();
		ObjectNode variables = verifie.putObject("variables");
		saisie.forEach((nom, valeur) -> {
			if (valeur.isContainerNode()) {
				variables.putObject(nom).put("type", "Json").put("value", valeur.toString());
			}
			else {
				variables.putObject(nom).set("value", valeur);
			}
		});
		return verifie.put("withVariablesInReturn", corps.path("withVariablesInReturn").asBoolean(false));
	}

	private static void refuserInconnues(JsonNode corps, Set<String> connues, List<Erreur> erreurs) {
		corps.fieldNames().forEachRemaining((nom) -> {
			if (!connues.contains(nom)) {
				erreurs.add(new Erreur(nom, "Cette entrée n'est pas acceptée."));
			}
		});
	}

	private static void refuser(Formulaire formulaire, List<Erreur> erreurs) {
		if (!erreurs.isEmpty()) {
			throw new SaisieRefusee(HttpStatus.BAD_REQUEST, resume(formulaire, erreurs), erreurs);
		}
	}

	private static String resume(Formulaire formulaire, List<Erreur> erreurs) {
		return erreurs.stream()
			.map((erreur) -> formulaire.designation(erreur.champ()) + " : " + erreur.message())
			.collect(Collectors.joining(" "));
	}

	private Map<String, JsonNode> saisie(Formulaire formulaire, JsonNode corps, List<Erreur> erreurs) {
		Map<String, JsonNode> saisie = new LinkedHashMap<>();
		JsonNode variables = corps.path("variables");
		if (!variables.isMissingNode() && !variables.isNull() && !variables.isObject()) {
			erreurs.add(new Erreur("variables", "Cette entrée attend un objet."));
			return saisie;
		}
		for (Iterator<Map.Entry<String, JsonNode>> it = variables.fields(); it.hasNext();) {
			Map.Entry<String, JsonNode> variable = it.next();
			Champ champ = formulaire.champs().get(variable.getKey());
			JsonNode valeur = valeur(champ, variable.getValue());
			if (!variable.getValue().isObject()
					|| (champ != null && !typeAccepte(champ, variable.getValue(), valeur))) {
				erreurs.add(new Erreur(variable.getKey(), "Ce type de valeur n'est pas accepté."));
			}
			else if (variable.getValue().path("local").asBoolean(false)) {
				erreurs.add(new Erreur(variable.getKey(), "Une valeur locale n'est pas acceptée."));
			}
			else {
				// An empty text is no answer; the engine and the form's conditions see
				// that too.
				saisie.put(variable.getKey(), formulaire.retenir(variable.getKey(), valeur));
			}
		}
		return saisie;
	}

	/**
	 * Tasklist sends a list as JSON inside a text, with the type that the variable had
	 * when the form was shown: a list that is filled for the first time comes as a Null.
	 */
	private JsonNode valeur(Champ champ, JsonNode variable) {
		JsonNode valeur = variable.path("value");
		String type = variable.path("type").asText("").toLowerCase(Locale.ROOT);
		if (valeur.isTextual()
				&& (type.equals("json") || (type.equals("null") && champ != null && champ.estUneListe()))) {
			try {
				return this.json.readTree(valeur.textValue());
			}
			catch (JsonProcessingException ex) {
				return valeur;
			}
		}
		return valeur;
	}

	// A declared type that does not suit the value would store another value than the
	// one that was checked; so would a transient one, which the engine forgets.
	private static boolean typeAccepte(Champ champ, JsonNode variable, JsonNode valeur) {
		JsonNode type = variable.path("type");
		boolean sansType = type.isMissingNode() || type.isNull();
		JsonNode info = variable.path("valueInfo");
		return (info.isMissingNode() || info.isNull() || (info.isObject() && info.isEmpty()))
				&& (sansType || (type.isTextual()
						&& champ.typesAcceptes(valeur).contains(type.textValue().toLowerCase(Locale.ROOT))));
	}

}
