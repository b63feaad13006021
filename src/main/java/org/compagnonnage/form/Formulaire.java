package org.compagnonnage.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/**
 * A Camunda Form read from its schema: which fields it offers and what each of them
 * accepts.
 */
record Formulaire(String id, Map<String, Champ> champs) {

	private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

	private static final ObjectMapper JSON = new ObjectMapper();

	/** The form that offers nothing, for tasks and starts without a form. */
	static final Formulaire VIDE = new Formulaire("", Map.of());

	static Formulaire lire(JsonNode schema) {
		Map<String, Champ> champs = new LinkedHashMap<>();
		collecter(schema, List.of(), champs);
		return new Formulaire(schema.path("id").asText(), champs);
	}

	private static void collecter(JsonNode parent, List<String> masques, Map<String, Champ> champs) {
		for (JsonNode component : parent.path("components")) {
			List<String> masqueSi = new ArrayList<>(masques);
			String hide = component.path("conditional").path("hide").asText("");
			if (!hide.isBlank()) {
				masqueSi.add(hide.startsWith("=") ? hide.substring(1) : hide);
			}
			if (Champ.types().contains(component.path("type").asText()) && component.has("key")
					&& !component.path("disabled").asBoolean(false)) {
				String cle = component.get("key").asText();
				champs.put(cle,
						new Champ(cle, component.get("type").asText(), libelle(component), component.path("validate"),
								component.path("values"), masqueSi, component.path("subtype").asText(""),
								component.path("decimalDigits").asInt(-1)));
			}
			collecter(component, masqueSi, champs);
		}
	}

	private static String libelle(JsonNode component) {
		JsonNode label = component.path("label").isMissingNode() ? component.path("dateLabel")
				: component.path("label");
		return label.asText(component.get("key").asText());
	}

	/**
	 * Checks values against the schema.
	 * @param saisie values entered, as JSON, by variable name
	 * @param connues variables of the case before the entry
	 * @return what is wrong, empty when the form could have sent these values
	 */
	List<Erreur> verifier(Map<String, JsonNode> saisie, Map<String, Object> connues) {
		List<Erreur> erreurs = new ArrayList<>();
		for (String nom : saisie.keySet()) {
			if (!this.champs.containsKey(nom)) {
				erreurs.add(new Erreur(nom, "Le formulaire ne propose pas ce champ."));
			}
		}
		Map<String, Object> contexte = new HashMap<>(connues);
		saisie.forEach((nom, valeur) -> contexte.put(nom, JSON.convertValue(valeur, Object.class)));
		this.champs.keySet().forEach((nom) -> contexte.putIfAbsent(nom, null));
		for (Champ champ : this.champs.values()) {
			JsonNode valeur = saisie.getOrDefault(champ.cle(), MissingNode.getInstance());
			if (Champ.absente(valeur) && champ.obligatoire() && masque(champ, contexte)) {
				continue;
			}
			champ.erreur(valeur).ifPresent((message) -> erreurs.add(new Erreur(champ.cle(), message)));
		}
		return erreurs;
	}

	private static boolean masque(Champ champ, Map<String, Object> contexte) {
		return champ.masqueSi()
			.stream()
			.map((expression) -> FEEL.evaluateExpression(expression, contexte))
			.anyMatch((result) -> result.isSuccess() && Boolean.TRUE.equals(result.result()));
	}

}
