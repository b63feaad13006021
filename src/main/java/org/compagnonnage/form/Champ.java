package org.compagnonnage.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.compagnonnage.coordonnees.AdresseElectronique;
import org.compagnonnage.coordonnees.NumeroTelephone;
import org.compagnonnage.document.Imprimable;

/**
 * A field of a Camunda Form, with what its schema allows (form-js 1.8).
 *
 * @param valeurs the answers of a choice, when the schema gives them
 * @param valeursDe name of the variable that holds the answers, when the case gives them;
 * a choice with neither is checked by the feature's {@link Controle}
 * @param format {@code date} of a datetime, {@code telephone} of a text
 * @param lecture whether a person reads it without changing it
 * @param lignes what a row of a list offers, null for any other field
 * @param figee whether the rows of a list are those that the case has
 */
record Champ(String cle, String type, String libelle, JsonNode validation, JsonNode valeurs, String valeursDe,
		List<String> masqueSi, String format, int decimales, boolean lecture, Formulaire lignes, boolean figee) {

	static final String LISTE = "dynamiclist";

	private static final Pattern CONTROLE = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]|\\p{Cs}");

	static final int LONGUEUR_PAR_DEFAUT = 4000;

	/** Far beyond any amount or count, and exact in every type of the engine. */
	private static final double NOMBRE_MAX = 1e12;

	boolean obligatoire() {
		return this.validation.path("required").asBoolean(false);
	}

	/**
	 * The types under which the engine's REST interface may name a value of this field.
	 */
	Set<String> typesAcceptes(JsonNode valeur) {
		if (valeur.isNull() || valeur.isMissingNode()) {
			return Set.of("null", "string", "boolean", "integer", "short", "long", "double", "json");
		}
		if (estUneListe()) {
			return Set.of("json", "null");
		}
		if (valeur.isBoolean()) {
			return Set.of("boolean");
		}
		if (valeur.isIntegralNumber()) {
			return Set.of("integer", "short", "long", "double");
		}
		return Set.of(valeur.isNumber() ? "double" : "string");
	}

	/** Whether the answer has several parts: rows, or choices among many. */
	boolean estUneListe() {
		return this.type.equals("checklist") || this.type.equals("taglist") || this.lignes != null;
	}

	/**
	 * What is wrong with the value of a field that is not a list, as the end of a French
	 * sentence, or empty.
	 * @param choix the answers possible, null when neither the schema nor the case gives
	 * them
	 */
	Optional<String> erreur(JsonNode valeur, JsonNode choix) {
		if (absente(valeur)) {
			return obligatoire() ? Optional.of("Ce champ est obligatoire.") : Optional.empty();
		}
		return switch (this.type) {
			case "textfield", "textarea" -> texte(valeur);
			case "number" -> nombre(valeur);
			case "checkbox" ->
				valeur.isBoolean() ? Optional.empty() : Optional.of("Cette case attend vrai ou faux, rien d'autre.");
			case "radio", "select" -> choix.isArray() ? parmi(choix, valeur) : texte(valeur);
			case "checklist", "taglist" -> plusieurs(choix, valeur);
			case "datetime" -> date(valeur);
			default -> Optional.of("Ce champ ne reçoit pas de valeur.");
		};
	}

	static boolean absente(JsonNode valeur) {
		return valeur.isNull() || valeur.isMissingNode() || (valeur.isTextual() && valeur.textValue().isBlank());
	}

	private Optional<String> texte(JsonNode valeur) {
		if (!valeur.isTextual()) {
			return Optional.of("Ce champ attend un texte.");
		}
		String texte = valeur.textValue();
		int max = this.validation.path("maxLength").asInt(LONGUEUR_PAR_DEFAUT);
		int min = this.validation.path("minLength").asInt(0);
		if (texte.length() > max) {
			return Optional.of("Ce texte dépasse %d caractères.".formatted(max));
		}
		if (texte.length() < min) {
			return Optional.of("Ce texte doit compter au moins %d caractères.".formatted(min));
		}
		if (CONTROLE.matcher(texte).find() || (this.type.equals("textfield") && texte.matches("(?s).*[\\r\\n].*"))) {
			return Optional.of("Ce texte contient des caractères qui ne peuvent pas être enregistrés.");
		}
		Optional<String> impossible = Imprimable.refus(texte);
		if (impossible.isPresent()) {
			return impossible;
		}
		String motif = this.validation.path("pattern").asText("");
		if (!motif.isEmpty() && !texte.matches(motif)) {
			return Optional.of(this.validation.path("patternMessage").asText("Ce texte n'a pas la forme attendue."));
		}
		if ("email".equals(this.validation.path("validationType").asText())
				&& !AdresseElectronique.estPossible(texte)) {
			return Optional.of("Cette adresse électronique n'est pas possible.");
		}
		return ("telephone".equals(this.format) && NumeroTelephone.lire(texte).isEmpty())
				? Optional.of("Ce numéro de téléphone n'est pas possible.") : Optional.empty();
	}

	private Optional<String> nombre(JsonNode valeur) {
		if (!valeur.isNumber() || !Double.isFinite(valeur.doubleValue())) {
			return Optional.of("Ce champ attend un nombre.");
		}
		if (Math.abs(valeur.doubleValue()) > NOMBRE_MAX) {
			return Optional.of("Ce nombre est trop grand.");
		}
		if (this.decimales >= 0 && valeur.decimalValue().stripTrailingZeros().scale() > this.decimales) {
			return Optional.of((this.decimales == 0) ? "Ce nombre doit être entier."
					: "Ce nombre compte au plus %d chiffres après la virgule.".formatted(this.decimales));
		}
		if (this.validation.has("min") && valeur.doubleValue() < this.validation.get("min").asDouble()) {
			return Optional.of("Ce nombre doit être au moins %s.".formatted(this.validation.get("min").asText()));
		}
		if (this.validation.has("max") && valeur.doubleValue() > this.validation.get("max").asDouble()) {
			return Optional.of("Ce nombre doit être au plus %s.".formatted(this.validation.get("max").asText()));
		}
		return Optional.empty();
	}

	private static Optional<String> parmi(JsonNode choix, JsonNode valeur) {
		for (JsonNode possible : choix) {
			if (possible.path("value").equals(valeur)) {
				return Optional.empty();
			}
		}
		return Optional.of("Cette réponse ne fait pas partie des choix proposés.");
	}

	private static Optional<String> plusieurs(JsonNode choix, JsonNode valeur) {
		if (!valeur.isArray()) {
			return Optional.of("Ce champ attend une liste de choix.");
		}
		for (JsonNode element : valeur) {
			Optional<String> erreur = parmi(choix, element);
			if (erreur.isPresent()) {
				return erreur;
			}
		}
		return Optional.empty();
	}

	private Optional<String> date(JsonNode valeur) {
		if (!"date".equals(this.format)) {
			return valeur.isTextual() ? Optional.empty() : Optional.of("Ce champ attend une date.");
		}
		try {
			LocalDate date = LocalDate.parse(valeur.isTextual() ? valeur.textValue() : "");
			return (date.getYear() >= 1900 && date.getYear() <= 2200) ? Optional.empty()
					: Optional.of("Cette date n'est pas possible.");
		}
		catch (DateTimeParseException ex) {
			return Optional.of("Ce champ attend une date, par exemple 2026-11-21.");
		}
	}

	static List<String> types() {
		return List.of("textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "taglist",
				"datetime", LISTE);
	}

}
