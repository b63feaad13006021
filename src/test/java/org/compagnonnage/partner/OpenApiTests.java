package org.compagnonnage.partner;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import org.compagnonnage.support.PartnerApiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

/** The description of the API: valid, complete, French, and true. */
class OpenApiTests extends PartnerApiTest {

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
				"/api/v1/dossiers/{reference}/retrait");
	}

	@Test
	void every_operation_has_a_french_summary_examples_and_problems() {
		this.description.path("paths").forEach((adresse) -> adresse.properties().forEach((methode) -> {
			JsonNode operation = methode.getValue();
			String nom = operation.path("operationId").asText();
			assertThat(operation.path("summary").asText()).as(nom).isNotBlank();
			assertThat(operation.path("description").asText()).as(nom).isNotBlank();
			boolean post = methode.getKey().equals("post");
			List<String> statuts = post ? List.of("400", "401", "403", "406", "409", "413", "415", "422", "429", "500")
					: List.of("401", "406", "429", "500");
			for (String statut : statuts) {
				JsonNode probleme = operation.at("/responses/" + statut + "/content/application~1problem+json");
				assertThat(probleme.path("examples")).as(nom + " " + statut).isNotEmpty();
			}
			if (post) {
				assertThat(operation.at("/requestBody/content/application~1json/examples")).as(nom).isNotEmpty();
				assertThat(operation.path("parameters").toString()).contains("Idempotency-Key");
			}
			operation.path("parameters")
				.forEach((parametre) -> assertThat(parametre.path("description").asText()).as(nom).isNotBlank());
			String succes = nom.startsWith("ouvrir") ? "201" : "200";
			assertThat(operation.at("/responses/" + succes + "/content/application~1json/examples"))
				.as(nom + operation.at("/responses/" + succes))
				.isNotEmpty();
		}));
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
	void its_example_is_accepted() {
		given(this.admissions.ouvrir(any())).willReturn(dossier("ADM-2026-000123", "accueil"));
		JsonNode exemple = this.description
			.at("/paths/~1api~1v1~1admissions/post/requestBody/content/application~1json/examples/demande/value");
		assertThat(post("/api/v1/admissions", exemple.toString()).statusCode()).isEqualTo(201);
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
