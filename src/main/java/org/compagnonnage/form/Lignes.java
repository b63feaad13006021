package org.compagnonnage.form;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;

/** The rows of a list that a form edits, between the engine's variables and Java. */
public final class Lignes {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final TypeReference<List<Map<String, Object>>> TYPE = new TypeReference<>() {
	};

	private Lignes() {
	}

	/**
	 * Reads a list.
	 * @param variable the value of a variable, in each shape that the engine gives it;
	 * null for no list
	 * @return its rows, each with its fields by name
	 */
	@SuppressWarnings("unchecked")
	public static List<Map<String, Object>> de(Object variable) {
		if (variable == null) {
			return List.of();
		}
		if (variable instanceof List<?> lignes) {
			return (List<Map<String, Object>>) lignes;
		}
		String texte = (variable instanceof JsonValue json) ? json.getValueSerialized()
				: (variable instanceof Spin<?> spin) ? spin.toString() : (String) variable;
		try {
			return JSON.readValue(texte, TYPE);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException("Not a list of rows", ex);
		}
	}

	/** A list as the engine keeps it and as Tasklist shows it. */
	public static JsonValue json(List<? extends Map<String, ?>> lignes) {
		try {
			return SpinValues.jsonValue(JSON.writeValueAsString(lignes)).create();
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException("Rows that JSON cannot say", ex);
		}
	}

}
