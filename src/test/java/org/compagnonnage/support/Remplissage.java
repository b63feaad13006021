package org.compagnonnage.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/**
 * Fills any form from its schema, as somebody in a hurry would who says yes to
 * everything: what the case knows stays, a question gets its first answer, a list its
 * first row.
 */
public final class Remplissage {

	/** The demo login that does the tasks of each group. */
	private static final Map<String, String> LOGINS = Map.of("referents-37", "referent37", "referents-45", "referent45",
			"experts-cma", "expert-cma", "coordinateurs", "coordinateur", "experts-metier-bois", "expert-metier-bois",
			"partenaires-reference", "partenaire-reference", "experts-specialises", "expert-specialise",
			"animateurs-crp", "animateur-crp");

	private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

	private static final ObjectMapper JSON = new ObjectMapper();

	private final String texte;

	private final LocalDate jour;

	/**
	 * A way to fill forms.
	 * @param texte what every text says, as far as it may be long
	 * @param jour every day
	 */
	public Remplissage(String texte, LocalDate jour) {
		this.texte = texte;
		this.jour = jour;
	}

	/** A demo login that may do the tasks of one of these groups. */
	public static String login(Collection<String> groupes) {
		return groupes.stream()
			.filter(LOGINS::containsKey)
			.map(LOGINS::get)
			.findFirst()
			.orElseThrow(() -> new AssertionError("Nobody of the demo is of " + groupes));
	}

	/**
	 * What a person sends.
	 * @param formulaire the schema of the form
	 * @param variables what the case knows, as the engine's REST interface gives it
	 * @param choix answers of another sort, by key
	 */
	public Map<String, Object> remplir(JsonNode formulaire, JsonNode variables, Map<String, ?> choix) {
		Map<String, Object> connues = new HashMap<>();
		variables.fields().forEachRemaining((variable) -> connues.put(variable.getKey(), valeur(variable.getValue())));
		Map<String, Object> saisie = new LinkedHashMap<>();
		remplir(formulaire, connues, choix, saisie);
		return saisie;
	}

	/** The body in which the engine's REST interface takes the values of a form. */
	public static String corps(Map<String, ?> saisie) {
		Map<String, Object> variables = new LinkedHashMap<>();
		saisie.forEach((nom, valeur) -> variables.put(nom, (valeur instanceof Collection<?>)
				? Map.of("type", "Json", "value", ecrire(valeur)) : Collections.singletonMap("value", valeur)));
		return ecrire(Map.of("variables", variables));
	}

	private void remplir(JsonNode parent, Map<String, Object> connues, Map<String, ?> choix,
			Map<String, Object> saisie) {
		for (JsonNode champ : parent.path("components")) {
			String type = champ.path("type").asText();
			if (masque(champ, connues)) {
				continue;
			}
			if ("group".equals(type)) {
				remplir(champ, connues, choix, saisie);
				continue;
			}
			String cle = champ.path("dynamiclist".equals(type) ? "path" : "key").asText("");
			Object valeur = choix.containsKey(cle) ? choix.get(cle) : repondre(champ, type, connues.get(cle), connues);
			if (!cle.isEmpty() && valeur != null) {
				saisie.put(cle, valeur);
				connues.put(cle, valeur);
			}
		}
	}

	private Object repondre(JsonNode champ, String type, Object connue, Map<String, Object> connues) {
		if (connue != null && !"".equals(connue)) {
			return connue;
		}
		return switch (type) {
			case "textfield", "textarea" -> texte(champ);
			case "number" -> Math.max(champ.path("validate").path("min").asInt(), 12);
			case "datetime" -> this.jour.toString();
			case "checkbox" -> true;
			case "radio", "select" -> premier(champ, connues);
			case "checklist", "taglist" -> List.of(premier(champ, connues));
			case "dynamiclist" -> {
				Map<String, Object> ligne = new LinkedHashMap<>();
				remplir(champ, new HashMap<>(), Map.of(), ligne);
				yield champ.path("allowAddRemove").asBoolean() ? List.of(ligne) : List.of();
			}
			default -> null;
		};
	}

	private String texte(JsonNode champ) {
		if ("email".equals(champ.path("validate").path("validationType").asText())) {
			return "aminata.sarr@exemple.sn";
		}
		if (champ.path("key").asText().endsWith("Telephone")) {
			return "+221 33 821 12 34";
		}
		String ecrit = "textfield".equals(champ.path("type").asText()) ? this.texte.replace('\n', ' ') : this.texte;
		int longueur = champ.path("validate").path("maxLength").asInt(ecrit.length());
		return ecrit.substring(0, Math.min(ecrit.length(), longueur)).strip();
	}

	@SuppressWarnings("unchecked")
	private static Object premier(JsonNode champ, Map<String, Object> connues) {
		if (champ.has("valuesKey")) {
			List<Map<String, Object>> offertes = (List<Map<String, Object>>) connues
				.get(champ.path("valuesKey").asText());
			return offertes.get(0).get("value");
		}
		return JSON.convertValue(champ.path("values").path(0).path("value"), Object.class);
	}

	private static boolean masque(JsonNode champ, Map<String, Object> connues) {
		String condition = champ.path("conditional").path("hide").asText("");
		return !condition.isEmpty()
				&& Boolean.TRUE.equals(FEEL.evaluateExpression(condition.substring(1), connues).result());
	}

	private static Object valeur(JsonNode variable) {
		JsonNode valeur = variable.path("value");
		try {
			return "Json".equals(variable.path("type").asText()) ? JSON.readValue(valeur.asText(), Object.class)
					: JSON.convertValue(valeur, Object.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String ecrire(Object valeur) {
		try {
			return JSON.writeValueAsString(valeur);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
