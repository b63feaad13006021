package org.compagnonnage.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.compagnonnage.admission.AdmissionProcess;
import org.compagnonnage.arret.ArretProcess;
import org.compagnonnage.centre.CentreProcess;
import org.compagnonnage.consulaire.ConsulaireProcess;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.Dossiers;
import org.compagnonnage.mission.MissionProcess;
import org.compagnonnage.partner.Partenaires;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls the partner API over HTTP, as a partner does. */
@ActiveProfiles("test")
@SpringBootTest(classes = PartnerApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:partner;DB_CLOSE_DELAY=-1",
				"compagnonnage.partner.rafale=100000", "compagnonnage.partner.appels-par-minute=100000" })
public abstract class PartnerApiTest {

	private static final AtomicInteger PARTENAIRES = new AtomicInteger();

	protected static final String DEMANDE = """
			{"porteur":{"prenom":"Ana","nom":"Le Goff","courriel":"ana@exemple.fr","telephone":"06 12 34 56 78"},
			"territoire":"37","projet":{"resume":"Céramique utilitaire"}}""";

	protected final ObjectMapper json = new ObjectMapper();

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	protected int port;

	@Autowired
	protected Partenaires partenaires;

	@MockitoBean
	protected AdmissionProcess admissions;

	@MockitoBean
	protected MissionProcess missions;

	@MockitoBean
	protected ConsulaireProcess programmes;

	@MockitoBean
	protected CentreProcess centres;

	@MockitoBean
	protected ArretProcess arrets;

	@MockitoBean
	protected Dossiers dossiers;

	/** The partner of this test, new for each. */
	protected String partenaire;

	protected String cle;

	@BeforeEach
	void nouveauPartenaire() {
		this.partenaire = "partenaire-" + PARTENAIRES.incrementAndGet();
		this.partenaires.creer(this.partenaire, "BGE");
		this.cle = this.partenaires
			.delivrer(this.partenaire, List.of("admission-cae"), List.of("37", "45"), LocalDate.now().plusMonths(1))
			.cle();
	}

	protected Dossier dossier(String reference, String etat) {
		return new Dossier(reference, "admission-cae", "37", etat, "close".equals(etat) ? "cape-signe" : null,
				this.partenaire, null, Instant.parse("2026-11-21T09:30:00.123456Z"),
				"close".equals(etat) ? Instant.parse("2027-01-15T16:02:11Z") : null);
	}

	protected HttpRequest.Builder requete(String chemin) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + chemin))
			.header("Authorization", "Bearer " + this.cle);
	}

	protected HttpResponse<String> get(String chemin) {
		return envoyer(requete(chemin));
	}

	protected HttpResponse<String> post(String chemin, String corps) {
		return post(chemin, corps.getBytes(StandardCharsets.UTF_8));
	}

	protected HttpResponse<String> post(String chemin, byte[] corps) {
		return envoyer(
				requete(chemin).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(corps)));
	}

	/** A POST whose body has no announced length. */
	protected HttpResponse<String> postEnMorceaux(String chemin, byte[] corps) {
		return envoyer(requete(chemin).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(corps))));
	}

	protected HttpResponse<String> postUneFois(String chemin, String corps, String cleIdempotence) {
		return envoyer(requete(chemin).header("Content-Type", "application/json")
			.header("Idempotency-Key", cleIdempotence)
			.POST(BodyPublishers.ofString(corps)));
	}

	protected HttpResponse<String> envoyer(HttpRequest.Builder requete) {
		try {
			return this.http.send(requete.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	protected JsonNode lire(HttpResponse<String> reponse) {
		try {
			return this.json.readTree(reponse.body());
		}
		catch (IOException ex) {
			throw new IllegalStateException(reponse.body(), ex);
		}
	}

	/** Asserts a problem as RFC 9457 and this API define it, and returns it. */
	protected JsonNode probleme(HttpResponse<String> reponse, int statut, String type) {
		assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(statut);
		assertThat(reponse.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		JsonNode probleme = lire(reponse);
		assertThat(probleme.path("type").asText()).isEqualTo("urn:compagnonnage:probleme:" + type);
		assertThat(probleme.path("status").asInt()).isEqualTo(statut);
		assertThat(probleme.path("title").asText()).isNotBlank();
		assertThat(probleme.path("detail").asText()).isNotBlank();
		assertThat(UUID.fromString(probleme.path("instance").asText().replace("urn:uuid:", ""))).isNotNull();
		assertThat(reponse.body()).doesNotContain("Exception", "org.springframework", "java.");
		return probleme;
	}

}
