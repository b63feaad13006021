package org.compagnonnage.admission;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.compagnonnage.partner.Partenaires;
import org.compagnonnage.support.AdmissionScenario;
import org.compagnonnage.support.AdmissionScenarios;
import org.compagnonnage.support.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every example through the whole running application: a prescriber's call, the tasks
 * over the engine's REST interface under HTTP Basic, the decision, the end.
 */
@ApplicationTest
class OrientationApplicationTests {

	private static final String PARTENAIRE = "prescripteur-essai";

	private static String cle;

	private final HttpClient http = HttpClient.newHttpClient();

	private final ObjectMapper json = new ObjectMapper();

	@LocalServerPort
	private int port;

	@Autowired
	private Partenaires partenaires;

	@Autowired
	private AdmissionScenarios admissions;

	@BeforeEach
	void aPrescriberHasAKey() {
		if (!this.partenaires.existe(PARTENAIRE)) {
			this.partenaires.creer(PARTENAIRE, "BGE", "api@bge.example");
			cle = this.partenaires
				.delivrer(PARTENAIRE, List.of("admission-cae"), List.of("37"), LocalDate.now().plusMonths(1))
				.cle();
		}
	}

	@ParameterizedTest(name = "{0}")
	@CsvFileSource(resources = "/examples/admission-cases.csv", numLinesToSkip = 1)
	void everyExampleGivesItsOrientationInTheRunningApplication(String cas, String souhait, boolean economieCreative,
			boolean cadreLegalAdapte, String motifCadreLegal, String stadeProjet, boolean offreDefinie,
			boolean clientsPrets, double heuresMensuelles, double caMensuelHT, boolean salarieTempsPlein,
			String orientation) {
		Map<String, Object> diagnostic = new LinkedHashMap<>();
		diagnostic.put("souhait", souhait);
		diagnostic.put("economieCreative", economieCreative);
		diagnostic.put("cadreLegalAdapte", cadreLegalAdapte);
		if (motifCadreLegal != null) {
			diagnostic.put("motifCadreLegal", motifCadreLegal);
		}
		diagnostic.put("stadeProjet", stadeProjet);
		diagnostic.put("offreDefinie", offreDefinie);
		diagnostic.put("clientsPrets", clientsPrets);
		diagnostic.put("heuresMensuelles", heuresMensuelles);
		diagnostic.put("caMensuelHT", caMensuelHT);
		diagnostic.put("salarieTempsPlein", salarieTempsPlein);

		String reference = ouvrir(cas);
		AdmissionScenario dossier = this.admissions.suivre(reference);
		terminer("referent37", reference, "userTask_accueillirPersonne", Map.of());
		terminer("referent37", reference, "userTask_realiserDiagnostic", diagnostic);
		dossier.executer("serviceTask_expliquerOrientation");
		assertThat(dossier.variable("orientation")).isEqualTo(orientation);
		assertThat((String) dossier.variable("orientationExplication"))
			.startsWith((String) dossier.variable("orientationMotif"))
			.contains("Règle " + dossier.variable("orientationRegle") + ", version 1.0.0 de la table :");
		terminer("referent37", reference, "userTask_validerOrientation", Map.of("orientationRetenue", orientation));
		assertThat(finir(dossier, orientation)).isEqualTo(suivi(reference).path("issue").asText());
		assertThat(suivi(reference).path("etat").asText()).isEqualTo("close");
		assertThat(dossier.dossier().partenaire()).isEqualTo(PARTENAIRE);
	}

	/** DOMAIN's own example: 8 hours and 120 euros, for thresholds of 10 and 160. */
	@Test
	void whatIsMissingStandsInTheCaseOnTheFormAndInTheLetter() {
		String reference = ouvrir("presque prêt");
		AdmissionScenario dossier = this.admissions.suivre(reference);
		terminer("referent37", reference, "userTask_accueillirPersonne", Map.of());
		terminer("referent37", reference, "userTask_realiserDiagnostic", AdmissionScenarios.diagnosticPour("cape"));
		dossier.executer("serviceTask_expliquerOrientation");
		String manque = "Il manque 2 h par mois et 40 € HT pour un CESA.";
		JsonNode formulaire = appeler("referent37", "GET",
				"/task/" + tache("referent37", reference, "userTask_validerOrientation") + "/form-variables", null,
				200);
		assertThat(formulaire.path("orientationManque").path("value").asText()).isEqualTo(manque);
		assertThat(formulaire.path("orientationExplication").path("value").asText()).contains(
				"Règle R7-cape, version 1.0.0 de la table", "- Heures par mois : 8 h",
				"- Chiffre d'affaires mensuel HT : 120 €", "- Seuil d'heures pour un CESA : 10 h",
				"- Seuil de chiffre d'affaires pour un CESA : 160 €");
		terminer("referent37", reference, "userTask_validerOrientation", Map.of("orientationRetenue", "cape"));
		dossier.preparer("cape");
		dossier.assertLettre("admission/contrat", "Et pour la suite ? " + manque);
	}

	/** Goes on to the end of each orientation and returns the outcome of that end. */
	private String finir(AdmissionScenario dossier, String orientation) {
		String reference = dossier.reference();
		switch (orientation) {
			case "cape", "cesa" -> {
				if ("cesa".equals(orientation)) {
					dossier.executer("serviceTask_reserverPlace");
				}
				String type = "cape".equals(orientation) ? "Cape" : "Cesa";
				terminer("charge-administratif", reference, "userTask_preparer" + type,
						AdmissionScenarios.contrat(orientation, LocalDate.now().plusDays(30).toString()));
				dossier.executer("serviceTask_redigerContrat", "serviceTask_envoyerContrat");
				terminer("charge-administratif", reference, "userTask_enregistrerReponse", Map.of("contratReponse",
						"signe", "contratSigneLe", LocalDate.now(ZoneId.of("Europe/Paris")).toString()));
				dossier.executer("serviceTask_constaterSignature", "serviceTask_feliciterPersonne");
				return orientation + "-signe";
			}
			case "ajournement" -> {
				dossier.executer("serviceTask_annoncerAjournement");
				return "admission-ajournee";
			}
			case "information-statuts" -> {
				dossier.executer("serviceTask_envoyerInformation").attendre("event_delaiInformation");
				terminer("referent37", reference, "userTask_reprendreContact", Map.of("personneRevient", false));
				return "personne-informee";
			}
			default -> {
				dossier.executer("serviceTask_chercherStructure");
				terminer("referent37", reference, "userTask_choisirStructure",
						Map.of("structureRetenue", "cma", "accordTransmission", false));
				dossier.executer("serviceTask_informerPersonne");
				return "personne-redirigee";
			}
		}
	}

	private String ouvrir(String resume) {
		JsonNode ouvert = envoyer(HttpRequest.newBuilder(adresse("/api/v1/admissions"))
			.header("Authorization", "Bearer " + cle)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("""
					{"porteur":{"prenom":"Ana","nom":"Le Goff","courriel":"ana@exemple.fr"},
					"territoire":"37","projet":{"resume":"%s"}}""".formatted(resume))), 201);
		assertThat(ouvert.path("etat").asText()).isEqualTo("accueil");
		return ouvert.path("reference").asText();
	}

	private JsonNode suivi(String reference) {
		return envoyer(HttpRequest.newBuilder(adresse("/api/v1/dossiers/" + reference))
			.header("Authorization", "Bearer " + cle), 200);
	}

	private String tache(String login, String reference, String element) {
		JsonNode taches = appeler(login, "GET", "/task?maxResults=10&processInstanceBusinessKey=" + reference, null,
				200);
		assertThat(taches).hasSize(1);
		assertThat(taches.path(0).path("taskDefinitionKey").asText()).isEqualTo(element);
		return taches.path(0).path("id").asText();
	}

	private void terminer(String login, String reference, String element, Map<String, ?> saisie) {
		Map<String, Object> variables = new LinkedHashMap<>();
		saisie.forEach((nom, valeur) -> variables.put(nom, Collections.singletonMap("value", valeur)));
		appeler(login, "POST", "/task/" + tache(login, reference, element) + "/complete",
				Map.of("variables", variables), 204);
	}

	private JsonNode appeler(String login, String methode, String chemin, Object corps, int statut) {
		try {
			return envoyer(HttpRequest.newBuilder(adresse("/engine-rest" + chemin))
				.header("Authorization",
						"Basic " + Base64.getEncoder()
							.encodeToString((login + ":demo").getBytes(StandardCharsets.UTF_8)))
				.header("Content-Type", "application/json")
				.method(methode, (corps != null) ? BodyPublishers.ofString(this.json.writeValueAsString(corps))
						: BodyPublishers.noBody()),
					statut);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private URI adresse(String chemin) {
		return URI.create("http://localhost:" + this.port + chemin);
	}

	private JsonNode envoyer(HttpRequest.Builder requete, int statut) {
		try {
			HttpResponse<String> reponse = this.http.send(requete.build(),
					BodyHandlers.ofString(StandardCharsets.UTF_8));
			assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(statut);
			return reponse.body().isEmpty() ? this.json.missingNode() : this.json.readTree(reponse.body());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
