package org.compagnonnage.partner.epreuve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi31;

import org.springframework.web.client.RestClient;

/** The description that the running application gives of its operations. */
public final class DescriptionLue {

	/** Reads JSON as RFC 8259 defines it, and no field twice. */
	static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	static {
		JSON.getFactory().setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20_000).build());
	}

	private final JsonNode racine;

	private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012,
			(factory) -> factory.metaSchema(OpenApi31.getInstance())
				.defaultMetaSchemaIri(OpenApi31.getInstance().getIri()));

	private final SchemaValidatorsConfig assertions = SchemaValidatorsConfig.builder()
		.formatAssertionsEnabled(true)
		.failFast(true)
		.build();

	private DescriptionLue(JsonNode racine) {
		this.racine = racine;
	}

	public static DescriptionLue de(int port) {
		return new DescriptionLue(lire(
				RestClient.create("http://localhost:" + port).get().uri("/v3/api-docs").retrieve().body(String.class)));
	}

	static JsonNode lire(String texte) {
		try {
			return JSON.readTree(texte);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(texte, ex);
		}
	}

	List<Operation> operations() {
		List<Operation> operations = new ArrayList<>();
		this.racine.path("paths").properties().forEach((adresse) -> adresse.getValue().properties().forEach((verbe) -> {
			JsonNode operation = verbe.getValue();
			List<Parametre> parametres = StreamSupport.stream(operation.path("parameters").spliterator(), false)
				.map((parametre) -> new Parametre(parametre.path("name").asText(), parametre.path("in").asText(),
						schema(parametre.path("schema")), parametre.path("allowEmptyValue").asBoolean()))
				.toList();
			Map<String, JsonNode> corps = new LinkedHashMap<>();
			operation.at("/requestBody/content")
				.properties()
				.forEach((contenu) -> corps.put(contenu.getKey(), contenu.getValue()));
			operations
				.add(new Operation(operation.path("operationId").asText(), verbe.getKey().toUpperCase(Locale.ROOT),
						adresse.getKey(), parametres, corps, operation.path("responses")));
		}));
		return operations;
	}

	/** The verbs that a path has. */
	List<String> verbes(String chemin) {
		return this.racine.path("paths")
			.path(chemin)
			.properties()
			.stream()
			.map((verbe) -> verbe.getKey().toUpperCase(Locale.ROOT))
			.toList();
	}

	/** A schema, or the one that it refers to. */
	JsonNode schema(JsonNode schema) {
		return schema.has("$ref") ? schema(this.racine.at(schema.path("$ref").asText().substring(1))) : schema;
	}

	/** What is said at a place, a JSON pointer. */
	public JsonNode a(String lieu) {
		return this.racine.at(lieu);
	}

	/** A schema that can be asked many times. */
	public JsonSchema compile(JsonNode schema) {
		ObjectNode entier = ((ObjectNode) schema).deepCopy();
		entier.set("components", this.racine.path("components"));
		return this.schemas.getSchema(entier, this.assertions);
	}

	/**
	 * An operation of the API.
	 *
	 * @param corps by media type, the schema and the examples of its body
	 * @param reponses by status, what it answers
	 */
	record Operation(String id, String methode, String chemin, List<Parametre> parametres, Map<String, JsonNode> corps,
			JsonNode reponses) {

		/** Whether it only reads. */
		boolean lit() {
			return "GET".equals(this.methode);
		}

		/** The names in braces of its path. */
		List<String> variables() {
			return this.parametres.stream()
				.filter((parametre) -> "path".equals(parametre.lieu()))
				.map(Parametre::nom)
				.toList();
		}

		List<Parametre> parametres(String lieu) {
			return this.parametres.stream().filter((parametre) -> parametre.lieu().equals(lieu)).toList();
		}

		@Override
		public String toString() {
			return this.methode + ' ' + this.chemin;
		}

	}

	/**
	 * A parameter in the path, the query or a header.
	 *
	 * @param vide whether it may be empty
	 */
	record Parametre(String nom, String lieu, JsonNode schema, boolean vide) {
	}

}
