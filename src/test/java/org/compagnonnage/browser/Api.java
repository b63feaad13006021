package org.compagnonnage.browser;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import static org.awaitility.Awaitility.await;

/**
 * What happens outside the browser: the partner's calls, and colleagues who move a case
 * on through the engine's REST interface.
 */
class Api {

	private final RestClient partenaire;

	private final RestClient moteur;

	Api(String adresse) {
		this.partenaire = RestClient.builder()
			.baseUrl(adresse + "/api/v1")
			.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + BrowserConfiguration.CLE)
			.build();
		this.moteur = RestClient.builder().baseUrl(adresse + "/engine-rest").build();
	}

	/** The partner opens a case and gets its reference. */
	String demander(Map<String, ?> porteur, String territoire, String resume) {
		return this.partenaire.post()
			.uri("/admissions")
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("porteur", porteur, "territoire", territoire, "projet", Map.of("resume", resume)))
			.retrieve()
			.body(JsonNode.class)
			.get("reference")
			.asText();
	}

	JsonNode dossier(String reference) {
		return this.partenaire.get().uri("/dossiers/{reference}", reference).retrieve().body(JsonNode.class);
	}

	/** Waits until the partner reads this state, and outcome when closed. */
	JsonNode attendreEtat(String reference, String etat) {
		return await(reference + " in " + etat).atMost(Page.PATIENCE)
			.pollInterval(Duration.ofMillis(200))
			.until(() -> dossier(reference), (dossier) -> etat.equals(dossier.get("etat").asText()));
	}

	/** A colleague completes a task as soon as it is there. */
	void terminer(String personne, String reference, String tache, Map<String, ?> valeurs) {
		String id = attendreTache(personne, reference, tache);
		Map<String, Object> variables = new LinkedHashMap<>();
		valeurs.forEach((nom, valeur) -> variables.put(nom, Map.of("value", valeur)));
		this.moteur.post()
			.uri("/task/{id}/complete", id)
			.headers((entetes) -> entetes.setBasicAuth(personne, "demo", StandardCharsets.UTF_8))
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("variables", variables))
			.retrieve()
			.toBodilessEntity();
	}

	String attendreTache(String personne, String reference, String tache) {
		return await(tache + " of " + reference).atMost(Page.PATIENCE)
			.pollInterval(Duration.ofMillis(200))
			.until(() -> taches(personne, reference, tache), (taches) -> !taches.isEmpty())
			.get(0);
	}

	private List<String> taches(String personne, String reference, String tache) {
		return this.moteur.get()
			.uri("/task?processInstanceBusinessKey={reference}&taskDefinitionKey={tache}&maxResults=5", reference,
					tache)
			.headers((entetes) -> entetes.setBasicAuth(personne, "demo", StandardCharsets.UTF_8))
			.retrieve()
			.body(JsonNode.class)
			.findValuesAsText("id");
	}

}
