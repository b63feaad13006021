package org.compagnonnage.browser;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.compagnonnage.support.Remplissage;

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
		soumettre(personne, attendreTache(personne, reference, tache), valeurs);
	}

	/** A colleague sends the form of a task. */
	void soumettre(String personne, String tache, Map<String, ?> valeurs) {
		envoyer(personne, "/task/" + tache + "/submit-form", valeurs);
	}

	/** A colleague starts a case and gets its reference. */
	String demarrer(String personne, String processus, Map<String, ?> demande) {
		String id = envoyer(personne, "/process-definition/key/" + processus + "/submit-form", demande).get("id")
			.asText();
		return lire(personne, "/process-instance/" + id).get("businessKey").asText();
	}

	/** The schema of the form of a task. */
	JsonNode formulaire(String personne, String tache) {
		return lire(personne, "/task/" + tache + "/deployed-form");
	}

	/** What the form of a task gets to show. */
	JsonNode variables(String personne, String tache) {
		return lire(personne, "/task/" + tache + "/form-variables?deserializeValues=false");
	}

	private JsonNode lire(String personne, String chemin) {
		return this.moteur.get()
			.uri(chemin)
			.headers((entetes) -> entetes.setBasicAuth(personne, "demo", StandardCharsets.UTF_8))
			.retrieve()
			.body(JsonNode.class);
	}

	private JsonNode envoyer(String personne, String chemin, Map<String, ?> valeurs) {
		return this.moteur.post()
			.uri(chemin)
			.headers((entetes) -> entetes.setBasicAuth(personne, "demo", StandardCharsets.UTF_8))
			.contentType(MediaType.APPLICATION_JSON)
			.body(Remplissage.corps(valeurs))
			.retrieve()
			.body(JsonNode.class);
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
