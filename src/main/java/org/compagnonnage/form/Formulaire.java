package org.compagnonnage.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/**
 * A Camunda Form read from its schema: which fields it offers and what each of them
 * accepts.
 */
record Formulaire(String id, Map<String, Champ> champs) {

	private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

	private static final ObjectMapper JSON = new ObjectMapper();

	/** Twice the largest mission that the application is measured with. */
	private static final int LIGNES_MAX = 1000;

	private static final Pattern LIGNE = Pattern.compile("(\\w+)\\[(\\d{1,6})](?:\\.(\\w+))?");

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
			String type = component.path("type").asText();
			String cle = component.path(Champ.LISTE.equals(type) ? "path" : "key").asText("");
			if (Champ.types().contains(type) && !cle.isEmpty() && !component.path("disabled").asBoolean(false)) {
				champs.put(cle,
						new Champ(cle, type, libelle(component, cle), component.path("validate"),
								component.path("values"), component.path("valuesKey").asText(""), masqueSi,
								component.path("subtype")
									.asText(component.path("properties").path("format").asText("")),
								component.path("decimalDigits").asInt(-1), component.path("readonly").asBoolean(false),
								Champ.LISTE.equals(type) ? lire(component) : null,
								!component.path("allowAddRemove").asBoolean(true)));
			}
			if (!Champ.LISTE.equals(type)) {
				collecter(component, masqueSi, champs);
			}
		}
	}

	private static String libelle(JsonNode component, String cle) {
		JsonNode label = component.path("label").isMissingNode() ? component.path("dateLabel")
				: component.path("label");
		return label.asText(cle);
	}

	/**
	 * Checks values against the schema.
	 * @param saisie values entered, as JSON, by variable name
	 * @param connues variables of the case before the entry
	 * @return what is wrong, empty when the form could have sent these values
	 */
	List<Erreur> verifier(Map<String, JsonNode> saisie, Map<String, Object> connues) {
		return verifier("", saisie, connues, connues);
	}

	/**
	 * Checks the form or a row of a list.
	 * @param prefixe how an error names the row, empty for the form itself
	 * @param contexte what the conditions see besides what was entered here
	 */
	private List<Erreur> verifier(String prefixe, Map<String, JsonNode> saisie, Map<String, Object> connues,
			Map<String, Object> contexte) {
		List<Erreur> erreurs = new ArrayList<>();
		for (String nom : saisie.keySet()) {
			if (!this.champs.containsKey(nom)) {
				erreurs.add(new Erreur(prefixe + nom, "Le formulaire ne propose pas ce champ."));
			}
		}
		Map<String, Object> visibles = new HashMap<>(contexte);
		saisie.forEach((nom, valeur) -> visibles.put(nom, JSON.convertValue(valeur, Object.class)));
		this.champs.keySet().forEach((nom) -> visibles.putIfAbsent(nom, null));
		for (Champ champ : this.champs.values()) {
			JsonNode valeur = saisie.getOrDefault(champ.cle(), MissingNode.getInstance());
			if (champ.lignes() != null) {
				erreurs.addAll(lignes(prefixe, champ, valeur, connues, visibles));
				continue;
			}
			if (Champ.absente(valeur) && champ.obligatoire() && masque(champ, visibles)) {
				continue;
			}
			champ.erreur(valeur, choix(champ, connues))
				.ifPresent((message) -> erreurs.add(new Erreur(prefixe + champ.cle(), message)));
		}
		return erreurs;
	}

	private static JsonNode choix(Champ champ, Map<String, Object> connues) {
		return champ.valeursDe().isEmpty() ? champ.valeurs() : JSON.valueToTree(connues.get(champ.valeursDe()));
	}

	private static List<Erreur> lignes(String prefixe, Champ liste, JsonNode valeur, Map<String, Object> connues,
			Map<String, Object> contexte) {
		String cle = prefixe + liste.cle();
		if (!Champ.absente(valeur) && !valeur.isArray()) {
			return Erreur.de(cle, "Ce champ attend une liste.");
		}
		if (valeur.size() > LIGNES_MAX) {
			return Erreur.de(cle, "Cette liste dépasse %d lignes.".formatted(LIGNES_MAX));
		}
		JsonNode actuelles = JSON.valueToTree(connues.get(liste.cle()));
		if (liste.figee() && valeur.size() != actuelles.size()) {
			return Erreur.de(cle, "Les lignes de cette liste ne peuvent être ni ajoutées ni retirées.");
		}
		List<Erreur> erreurs = new ArrayList<>();
		for (int rang = 0; rang < valeur.size(); rang++) {
			String ligne = "%s[%d].".formatted(cle, rang);
			if (!valeur.get(rang).isObject()) {
				erreurs.add(new Erreur("%s[%d]".formatted(cle, rang), "Cette ligne n'a pas la forme attendue."));
				continue;
			}
			Map<String, JsonNode> champs = new LinkedHashMap<>();
			valeur.get(rang).fields().forEachRemaining((champ) -> champs.put(champ.getKey(), champ.getValue()));
			if (liste.figee()) {
				erreurs.addAll(modifiees(ligne, liste.lignes(), champs, actuelles.get(rang)));
			}
			erreurs.addAll(liste.lignes().verifier(ligne, champs, connues, contexte));
		}
		return erreurs;
	}

	/** What a row only shows comes back as the case has it: it says which row it is. */
	private static List<Erreur> modifiees(String ligne, Formulaire formulaire, Map<String, JsonNode> champs,
			JsonNode actuelle) {
		return formulaire.champs()
			.values()
			.stream()
			.filter(Champ::lecture)
			.map(Champ::cle)
			.filter((cle) -> !champs.getOrDefault(cle, MissingNode.getInstance())
				.asText("")
				.equals(actuelle.path(cle).asText("")))
			.map((cle) -> new Erreur(ligne + cle, "Cette information ne se modifie pas."))
			.toList();
	}

	/**
	 * What is kept of a value: an empty answer is none, and the rows that a person left
	 * empty at the end of a list are no rows.
	 */
	JsonNode retenir(String nom, JsonNode valeur) {
		Champ champ = this.champs.get(nom);
		if (champ == null || champ.lignes() == null || !valeur.isArray()) {
			return Champ.absente(valeur) ? NullNode.getInstance() : valeur;
		}
		ArrayNode lignes = JSON.createArrayNode();
		valeur.forEach((ligne) -> lignes.add(ligne.isObject() ? champ.lignes().retenir(ligne) : ligne));
		for (int derniere = lignes.size() - 1; derniere >= 0 && vide(lignes.get(derniere)); derniere--) {
			lignes.remove(derniere);
		}
		return lignes;
	}

	private JsonNode retenir(JsonNode ligne) {
		ObjectNode retenue = JSON.createObjectNode();
		ligne.fields()
			.forEachRemaining((champ) -> retenue.set(champ.getKey(), retenir(champ.getKey(), champ.getValue())));
		return retenue;
	}

	private static boolean vide(JsonNode ligne) {
		return ligne.isObject() && StreamSupport.stream(ligne.spliterator(), false).allMatch(JsonNode::isNull);
	}

	/**
	 * How a person finds the field of an error: its label, and the number of its row when
	 * it stands in a list.
	 */
	String designation(String champ) {
		Matcher ligne = LIGNE.matcher(champ);
		if (ligne.matches() && this.champs.containsKey(ligne.group(1))) {
			Champ liste = this.champs.get(ligne.group(1));
			String rang = "%s, ligne %d".formatted(liste.libelle(), Integer.parseInt(ligne.group(2)) + 1);
			Champ enfant = (liste.lignes() != null) ? liste.lignes().champs().get(ligne.group(3)) : null;
			return "%s (%s)".formatted((enfant != null) ? rang + ", " + enfant.libelle() : rang, champ);
		}
		return this.champs.containsKey(champ) ? "%s (%s)".formatted(this.champs.get(champ).libelle(), champ) : champ;
	}

	private static boolean masque(Champ champ, Map<String, Object> contexte) {
		return champ.masqueSi()
			.stream()
			.map((expression) -> FEEL.evaluateExpression(expression, contexte))
			.anyMatch((result) -> result.isSuccess() && Boolean.TRUE.equals(result.result()));
	}

}
