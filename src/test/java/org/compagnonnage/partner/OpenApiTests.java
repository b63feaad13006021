package org.compagnonnage.partner;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import org.compagnonnage.support.PartnerApiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ResolvableType;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;

/** The description of the API: valid, complete, French, and true. */
class OpenApiTests extends PartnerApiTest {

	@Autowired
	private RequestMappingHandlerMapping adresses;

	private HttpResponse<String> reponse;

	private JsonNode description;

	@BeforeEach
	void describe() {
		this.reponse = envoyer(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/v3/api-docs")));
		this.description = lire(this.reponse);
	}

	@Test
	void it_is_valid_openapi_3_1_and_open_to_all() {
		assertThat(this.reponse.statusCode()).isEqualTo(200);
		assertThat(this.description.path("openapi").asText()).startsWith("3.1");
		ParseOptions options = new ParseOptions();
		options.setResolve(true);
		options.setValidateInternalRefs(true);
		SwaggerParseResult result = new OpenAPIV3Parser().readContents(this.reponse.body(), null, options);
		assertThat(result.getMessages()).isEmpty();
		OpenAPI api = result.getOpenAPI();
		assertThat(api.getPaths()).containsOnlyKeys("/api/v1/admissions", "/api/v1/missions",
				"/api/v1/programmes-consulaires", "/api/v1/centres", "/api/v1/dossiers", "/api/v1/dossiers/{reference}",
				"/api/v1/dossiers/{reference}/retrait", "/api/v1/dossiers/{reference}/documents", "/api/v1/abonnements",
				"/api/v1/abonnements/{id}", "/api/v1/abonnements/{id}/secret", "/api/v1/abonnements/{id}/reprise",
				"/api/v1/abonnements/{id}/essai", "/api/v1/abonnements/{id}/livraisons",
				"/api/v1/abonnements/{id}/livraisons/{livraison}/rejeu");
	}

	@Test
	void every_operation_has_a_french_summary_examples_and_problems() {
		this.description.path("paths")
			.properties()
			.forEach((adresse) -> adresse.getValue().properties().forEach((methode) -> {
				JsonNode operation = methode.getValue();
				String nom = operation.path("operationId").asText();
				assertThat(operation.path("summary").asText()).as(nom).isNotBlank();
				assertThat(operation.path("description").asText()).as(nom).isNotBlank();
				boolean post = methode.getKey().equals("post");
				List<String> statuts = post
						? List.of("400", "401", "403", "406", "409", "413", "415", "422", "429", "500")
						: List.of("401", "406", "429", "500");
				for (String statut : statuts) {
					// A case out of the scope of a key is not there for it.
					if ("403".equals(statut) && adresse.getKey().contains("{reference}")) {
						continue;
					}
					JsonNode probleme = operation.at("/responses/" + statut + "/content/application~1problem+json");
					assertThat(probleme.path("examples")).as(nom + " " + statut).isNotEmpty();
				}
				if (operation.has("requestBody")) {
					operation.at("/requestBody/content")
						.forEach((corps) -> assertThat(corps.path("examples")).as(nom).isNotEmpty());
					assertThat(operation.at("/requestBody/content")).as(nom).hasSize(1);
				}
				if (post) {
					assertThat(operation.path("parameters").toString()).contains("Idempotency-Key");
				}
				operation.path("parameters")
					.forEach((parametre) -> assertThat(parametre.path("description").asText()).as(nom).isNotBlank());
				if (adresse.getKey().contains("{")) {
					assertThat(operation.path("responses").has("404")).as(nom).isTrue();
				}
				List<Map.Entry<String, JsonNode>> succes = operation.path("responses")
					.properties()
					.stream()
					.filter((reponse) -> reponse.getKey().startsWith("2"))
					.toList();
				assertThat(succes).as(nom).hasSize(1);
				assertThat(succes.get(0).getKey()).as(nom).isEqualTo(statut(methode.getKey(), nom));
				assertThat(succes.get(0).getValue().path("description").asText()).as(nom).isNotBlank();
				if (!"204".equals(succes.get(0).getKey())) {
					assertThat(succes.get(0).getValue().at("/content/application~1json/examples")).as(nom).isNotEmpty();
				}
			}));
	}

	private static String statut(String methode, String operation) {
		if (methode.equals("delete")) {
			return "204";
		}
		if (Stream.of("ouvrir", "joindre", "creer").anyMatch(operation::startsWith)) {
			return "201";
		}
		return Stream.of("essayer", "rejouer").anyMatch(operation::startsWith) ? "202" : "200";
	}

	@Test
	void it_tells_how_a_file_is_attached() {
		JsonNode joindre = this.description.at("/paths/~1api~1v1~1dossiers~1{reference}~1documents/post");
		JsonNode formulaire = joindre.at("/requestBody/content/multipart~1form-data/schema");
		assertThat(formulaire.path("required").toString()).isEqualTo("[\"fichier\"]");
		assertThat(formulaire.path("properties").properties()).extracting(Map.Entry::getKey).containsExactly("fichier");
		assertThat(formulaire.at("/properties/fichier/format").asText()).isEqualTo("binary");
		assertThat(joindre.at("/responses/409/content/application~1problem+json/examples").toString())
			.contains("dossier-clos", "conflit");
		assertThat(joindre.at("/responses/413/content/application~1problem+json/examples").toString())
			.contains("20\u00a0Mio");
		assertThat(joindre.at("/responses/400/content/application~1problem+json/examples").toString())
			.contains("\"fichier\"")
			.doesNotContain("porteur");
		assertThat(this.description.at("/info/description").asText()).contains("256\u00a0Kio", "20\u00a0Mio",
				"30\u00a0jours");
		assertThat(this.description.at("/paths/~1api~1v1~1admissions/post/responses/413").toString())
			.contains("256\u00a0Kio");
	}

	@Test
	void an_operation_shows_only_refusals_that_it_may_give() {
		this.description.path("paths")
			.properties()
			.forEach((adresse) -> adresse.getValue()
				.forEach((operation) -> operation.path("responses")
					.forEach((reponse) -> reponse.at("/content/application~1problem+json/examples")
						.forEach((exemple) -> exemple.at("/value/erreurs")
							.forEach((erreur) -> assertThat(champs(operation)).as(adresse.getKey())
								.contains(erreur.path("champ").asText().replaceAll("\\[.*", "")))))));
	}

	/** The names of all that may be sent to an operation, and of one that may not. */
	private Set<String> champs(JsonNode operation) {
		Set<String> noms = new HashSet<>(Set.of("priorite"));
		noms.addAll(operation.path("parameters").findValuesAsText("name"));
		operation.at("/requestBody/content").forEach((corps) -> champs("", corps.path("schema"), noms));
		return noms;
	}

	private void champs(String prefixe, JsonNode schema, Set<String> noms) {
		JsonNode lu = schema.has("$ref") ? this.description.at(schema.path("$ref").asText().substring(1)) : schema;
		lu.path("properties").properties().forEach((champ) -> {
			noms.add(prefixe + champ.getKey());
			champs(prefixe + champ.getKey() + ".", champ.getValue(), noms);
		});
	}

	@Test
	void an_answer_has_the_headers_that_are_told() {
		JsonNode lister = this.description.at("/paths/~1api~1v1~1dossiers/get/responses");
		given(this.dossiers.duPartenaire(any(), any(), any(), any(), anyInt(), anyInt()))
			.willReturn(Page.empty(PageRequest.of(0, 50)));
		assertEntetes(lister.path("200"), get("/api/v1/dossiers"));
		assertEntetes(lister.path("400"), get("/api/v1/dossiers?page=x"));
		assertEntetes(this.description.at("/paths/~1api~1v1~1admissions/post/responses/403"),
				post("/api/v1/admissions", DEMANDE.replace("\"37\"", "\"44\"")));
		this.cle = "inconnue";
		assertEntetes(lister.path("401"), get("/api/v1/dossiers"));
		assertThat(lister.at("/401/headers").properties()).extracting(Map.Entry::getKey)
			.containsExactly("WWW-Authenticate");
		assertThat(lister.at("/429/headers").properties()).extracting(Map.Entry::getKey)
			.containsExactlyInAnyOrder("Retry-After", "RateLimit", "RateLimit-Policy");
		assertThat(lister.at("/429/headers/Retry-After/schema/type").asText()).isEqualTo("integer");
	}

	private void assertEntetes(JsonNode decrite, HttpResponse<String> reponse) {
		assertThat(decrite.path("headers")).isNotEmpty();
		decrite.path("headers").properties().forEach((entete) -> {
			if (!"Link".equals(entete.getKey())) {
				assertThat(reponse.headers().firstValue(entete.getKey())).as(entete.getKey()).isPresent();
			}
			String adresse = entete.getValue().path("$ref").asText();
			if (!adresse.isEmpty()) {
				assertThat(this.description.at(adresse.substring(1)).path("description").asText()).isNotBlank();
			}
		});
	}

	@Test
	void it_tells_states_outcomes_and_problem_types() {
		String presentation = this.description.at("/info/description").asText();
		for (TypeProbleme type : TypeProbleme.values()) {
			assertThat(presentation).contains("`" + type.uri() + "`");
		}
		assertThat(presentation).contains("`accueil`", "`diagnostic`", "`orientation`", "`contractualisation`",
				"`close`", "`cesa-signe`", "`cape-signe`", "`contrat-refuse`", "`personne-redirigee`",
				"`personne-informee`", "`admission-ajournee`", "`demande-retiree`", "`demande-abandonnee`");
	}

	@Test
	void its_examples_are_accepted() {
		given(this.admissions.ouvrir(any())).willReturn(dossier("ADM-2026-000123", "accueil"));
		assertExempleAccepte("admissions", "admission-cae", "37");
		given(this.missions.ouvrir(any()))
			.willReturn(dossier("MIS-2026-000123", "mission-compagnonnage", "lille", "cadrage", null, this.partenaire));
		assertExempleAccepte("missions", "mission-compagnonnage", "lille");
		given(this.programmes.ouvrir(any())).willReturn(dossier("CON-2026-000123", "programme-consulaire",
				"cma-hauts-de-france", "cadrage", null, this.partenaire));
		assertExempleAccepte("programmes-consulaires", "programme-consulaire", "cma-hauts-de-france");
		given(this.dossiers.trouver("MIS-2026-000123")).willReturn(Optional.of(dossier("MIS-2026-000123",
				"mission-compagnonnage", "cma-hauts-de-france", "close", "mission-capitalisee", this.partenaire)));
		given(this.centres.ouvrir(any())).willReturn(dossier("CRP-2026-000123", "centre-ressources",
				"cma-hauts-de-france", "eligibilite", null, this.partenaire));
		assertExempleAccepte("centres", "centre-ressources", "cma-hauts-de-france");
	}

	/** What is sent as in the example is answered as in the example. */
	private void assertExempleAccepte(String ressource, String programme, String perimetre) {
		cleDe(programme, perimetre);
		JsonNode operation = this.description.at("/paths/~1api~1v1~1" + ressource + "/post");
		HttpResponse<String> reponse = post("/api/v1/" + ressource,
				operation.at("/requestBody/content/application~1json/examples/demande/value").toString());
		assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(201);
		ObjectNode annonce = operation.at("/responses/201/content/application~1json/examples/ouvert/value").deepCopy();
		annonce.put("url", annonce.path("url").asText().replace("https://cooperative.example", adresse()));
		assertThat(lire(reponse)).isEqualTo(annonce);
		assertThat(operation.at("/responses/201/headers/Location/description").asText()).isNotBlank();
		assertThat(operation.at("/responses/200").isMissingNode()).isTrue();
	}

	@Test
	void a_post_without_a_body_is_told_as_one() {
		for (String action : List.of("secret", "reprise")) {
			JsonNode operation = this.description.at("/paths/~1api~1v1~1abonnements~1{id}~1" + action + "/post");
			assertThat(operation.path("operationId").asText()).isNotBlank();
			assertThat(operation.has("requestBody")).as(action).isFalse();
		}
	}

	private String adresse() {
		return "http://localhost:" + this.port;
	}

	@Test
	void each_of_its_schemas_describes_one_java_type() {
		Map<String, Class<?>> decrits = new HashMap<>();
		this.adresses.getHandlerMethods().values().forEach((methode) -> {
			if (methode.getBeanType().getName().startsWith("org.compagnonnage.")) {
				decrire(ResolvableType.forMethodReturnType(methode.getMethod()), decrits);
				Arrays.stream(methode.getMethodParameters())
					.filter((parametre) -> parametre.hasParameterAnnotation(RequestBody.class)
							&& parametre.getParameterType() != SansCorps.class)
					.forEach((parametre) -> decrire(ResolvableType.forMethodParameter(parametre), decrits));
			}
		});
		decrits.put("Erreur", Erreur.class);
		List<String> schemas = new ArrayList<>();
		this.description.at("/components/schemas").fieldNames().forEachRemaining(schemas::add);
		schemas.remove("Probleme");
		// What webhooks send: another test compares it.
		schemas.removeAll(schemas(this.description.path("webhooks")));
		assertThat(decrits.keySet()).as("types found, and those described")
			.containsExactlyInAnyOrderElementsOf(schemas);
	}

	/** The schemas to which this refers, and those to which they do. */
	private Set<String> schemas(JsonNode description) {
		Set<String> noms = new HashSet<>();
		description.findValuesAsText("$ref").forEach((adresse) -> {
			noms.add(adresse.substring(adresse.lastIndexOf('/') + 1));
			noms.addAll(schemas(this.description.at(adresse.substring(1))));
		});
		return noms;
	}

	/** Goes through a type and those of its components, and refuses a name met twice. */
	private static void decrire(ResolvableType type, Map<String, Class<?>> decrits) {
		Arrays.stream(type.getGenerics()).forEach((generique) -> decrire(generique, decrits));
		Class<?> classe = type.toClass();
		if (!classe.isRecord()) {
			return;
		}
		Schema schema = classe.getAnnotation(Schema.class);
		String nom = (schema != null && !schema.name().isEmpty()) ? schema.name() : classe.getSimpleName();
		Class<?> autre = decrits.put(nom, classe);
		assertThat(autre).as("what else the schema " + nom + " describes").isIn(null, classe);
		if (autre == null) {
			Arrays.stream(classe.getRecordComponents())
				.forEach((champ) -> decrire(ResolvableType.forType(champ.getGenericType()), decrits));
		}
	}

	@Test
	void it_tells_whoever_withdraws_a_case_who_reads_the_reason() {
		JsonNode retrait = this.description.at("/paths/~1api~1v1~1dossiers~1{reference}~1retrait/post");
		assertThat(retrait.path("description").asText()).contains("votre motif",
				"toutes les personnes engagées dans le dossier");
		assertThat(this.description.at("/components/schemas/DemandeRetrait/properties/motif/description").asText())
			.contains("toutes les personnes engagées dans le dossier");
		assertThat(retrait.at("/responses/409/content/application~1problem+json/examples").toString())
			.contains("dossier-clos", "conflit");
	}

	@Test
	void it_has_a_page_to_read() {
		HttpResponse<String> page = envoyer(
				HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/api")));
		assertThat(page.statusCode()).isEqualTo(302);
		assertThat(page.headers().firstValue("Location")).get().asString().contains("/swagger-ui/index.html");
		assertThat(
				envoyer(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/swagger-ui/index.html")))
					.body())
			.contains("swagger-ui");
	}

}
