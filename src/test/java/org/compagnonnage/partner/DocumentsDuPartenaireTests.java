package org.compagnonnage.partner;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.ProcessEngine;
import org.compagnonnage.document.FichiersExemples;
import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.FormulaireEssai;
import org.compagnonnage.support.MoteurRest;
import org.compagnonnage.support.MoteurRest.Adresse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** A partner's file, from the partner's program to the staff's Tasklist. */
@ApplicationTest
class DocumentsDuPartenaireTests {

	private static final byte[] PDF = FichiersExemples.pdf();

	@Autowired
	private Partenaires partenaires;

	@Autowired
	private ProcessEngine engine;

	@LocalServerPort
	private int port;

	private final HttpClient http = HttpClient.newHttpClient();

	private final ObjectMapper json = new ObjectMapper();

	private String cle;

	private String reference;

	@BeforeEach
	void ouvrir() throws Exception {
		String partenaire = "mission-locale-" + UUID.randomUUID().toString().substring(0, 8);
		this.partenaires.creer(partenaire, "Mission locale de Tours", "api@mission-locale.example");
		this.cle = this.partenaires
			.delivrer(partenaire, List.of("admission-cae"), List.of("37"), LocalDate.now().plusMonths(1))
			.cle();
		this.reference = this.json
			.readTree(envoyer("/api/v1/admissions", "application/json", """
					{"porteur":{"prenom":"Ana","nom":"Le Goff","courriel":"ana@exemple.fr"},
					"territoire":"37","projet":{"resume":"Céramique utilitaire"}}""".getBytes(StandardCharsets.UTF_8))
				.body())
			.path("reference")
			.asText();
	}

	@Test
	void theStaffReadsThePartnersFileAndWhoBroughtItAndThePartnerNothingOfTheirs() throws Exception {
		MoteurRest rest = new MoteurRest(this.port);
		rest.envoyerFichier("referent37", "/camunda/api/dossiers/" + this.reference + "/documents?nom=interne.pdf",
				BodyPublishers.ofByteArray(PDF));
		HttpResponse<String> joint = joindre("Devis du four.pdf");
		assertThat(joint.statusCode()).as(joint.body()).isEqualTo(201);

		JsonNode lignes = rest
			.ailleurs(Adresse.TASKLIST, "referent37", "GET", "/camunda/api/dossiers/" + this.reference + "/documents",
					null)
			.json()
			.path("documents");
		assertThat(lignes.findValuesAsText("nom")).containsExactly("interne.pdf", "Devis du four.pdf");
		assertThat(lignes.findValuesAsText("deposePar")).containsExactly("Référent·e Indre-et-Loire",
				"Mission locale de Tours (partenaire)");
		assertThat(rest.ouvrirFichier("referent37", "/camunda/api/documents/" + lignes.at("/1/id").asText()).body())
			.isEqualTo(PDF);

		JsonNode siens = this.json
			.readTree(appeler(requete("/api/v1/dossiers/" + this.reference + "/documents")).body());
		assertThat(siens.path("elements").findValuesAsText("nom")).containsExactly("Devis du four.pdf");
	}

	@Test
	void aClosedCaseTakesNoFile() throws Exception {
		this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(this.reference)
			.processDefinitionKey("admission-cae")
			.list()
			.forEach((instance) -> this.engine.getRuntimeService().deleteProcessInstance(instance.getId(), "essai"));
		HttpResponse<String> refus = joindre("apres.pdf");
		assertThat(refus.statusCode()).as(refus.body()).isEqualTo(409);
		assertThat(refus.body()).contains("dossier-clos", "Ce dossier est clos");
	}

	private HttpResponse<String> joindre(String nom) throws IOException, InterruptedException {
		FormulaireEssai formulaire = FormulaireEssai.fichier(nom, PDF);
		return envoyer("/api/v1/dossiers/" + this.reference + "/documents", formulaire.type(), formulaire.octets());
	}

	private HttpResponse<String> envoyer(String chemin, String type, byte[] corps)
			throws IOException, InterruptedException {
		return appeler(requete(chemin).header("Content-Type", type).POST(BodyPublishers.ofByteArray(corps)));
	}

	private HttpRequest.Builder requete(String chemin) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + chemin))
			.header("Authorization", "Bearer " + this.cle);
	}

	private HttpResponse<String> appeler(HttpRequest.Builder requete) throws IOException, InterruptedException {
		return this.http.send(requete.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
	}

}
