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
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.compagnonnage.abonnement.LivraisonProcess;
import org.compagnonnage.admission.AdmissionProcess;
import org.compagnonnage.arret.ArretProcess;
import org.compagnonnage.centre.CentreProcess;
import org.compagnonnage.centre.Prerequis;
import org.compagnonnage.consulaire.ConsulaireProcess;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.Dossiers;
import org.compagnonnage.mission.MissionProcess;
import org.compagnonnage.partner.Partenaires;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.provider.Arguments;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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

	private static final ObjectReader LECTEUR = new ObjectMapper().reader();

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
	protected Prerequis prerequis;

	@MockitoBean
	protected ArretProcess arrets;

	@MockitoBean
	protected Dossiers dossiers;

	@MockitoBean
	protected LivraisonProcess livraisons;

	/** The partner of this test, new for each. */
	protected String partenaire;

	protected String cle;

	@BeforeEach
	void nouveauPartenaire() {
		this.partenaire = "partenaire-" + PARTENAIRES.incrementAndGet();
		this.partenaires.creer(this.partenaire, "BGE", "api@bge.example");
		cleDe("admission-cae", "37", "45");
	}

	/** From now on the partner calls with a key for this programme. */
	protected void cleDe(String programme, String... perimetres) {
		this.cle = this.partenaires
			.delivrer(this.partenaire, List.of(programme), List.of(perimetres), LocalDate.now().plusMonths(1))
			.cle();
	}

	protected Dossier dossier(String reference, String etat) {
		return dossier(reference, "admission-cae", "37", etat, "close".equals(etat) ? "cape-signe" : null,
				this.partenaire);
	}

	/** A case of the register, closed when it has an outcome. */
	protected static Dossier dossier(String reference, String programme, String perimetre, String etat, String issue,
			String partenaire) {
		return new Dossier(reference, programme, perimetre, etat, issue, partenaire, null,
				Instant.parse("2026-11-21T09:30:00.123456Z"),
				(issue != null) ? Instant.parse("2027-01-15T16:02:11Z") : null);
	}

	/**
	 * What may be wrong in the request of a structure, whatever the programme: a field
	 * and its value as JSON, null when it is left out.
	 */
	protected static Stream<Arguments> demandesInvalides() {
		return Stream.of(arguments("perimetre", null), arguments("perimetre", "\"mars\""), arguments("perimetre", "59"),
				arguments("structure", null), arguments("structure", "\"Chambre de Dakar\""),
				arguments("structure.nom", null), arguments("structure.nom", "\" \""), arguments("structure.nom", "12"),
				arguments("structure.nom", texte(101)), arguments("structure.nom", "\"Zoé 👩‍🎨\""),
				arguments("structure.contact", null), arguments("structure.contact", "[]"),
				arguments("structure.contact.prenom", null), arguments("structure.contact.prenom", "\"\""),
				arguments("structure.contact.nom", "null"), arguments("structure.contact.nom", "true"),
				arguments("structure.contact.courriel", null), arguments("structure.contact.courriel", "\"awa\""),
				arguments("structure.contact.telephone", "\"demain\""),
				arguments("structure.contact.telephone", "338211234"), arguments("structure.contact.login", "\"x\""),
				arguments("pays", "null"), arguments("pays", "\"\""), arguments("pays", texte(101)),
				arguments("pays", "\"a\\nb\""), arguments("pays", "\"\\u2003\""), arguments("perimetre", "\"\\u2003\""),
				arguments("structure.contact.courriel", "\"\\u3000\""), arguments("objet", null),
				arguments("objet", "[]"), arguments("objet", texte(4001)), arguments("objet", "\"a\\u0007b\""),
				arguments("objet", "\"👩\""), arguments("reference", "\"MIS-2026-000001\""));
	}

	private static String texte(int longueur) {
		return '"' + "é".repeat(longueur) + '"';
	}

	/** A request whose field has another value, as JSON, or is left out. */
	protected String avec(String demande, String champ, String valeur) {
		try {
			ObjectNode racine = (ObjectNode) this.json.readTree(demande);
			JsonPointer lieu = JsonPointer.compile('/' + champ.replace('.', '/'));
			ObjectNode parent = (ObjectNode) racine.at(lieu.head());
			String nom = lieu.last().getMatchingProperty();
			if (valeur == null) {
				parent.remove(nom);
			}
			else {
				parent.set(nom, this.json.readTree(valeur));
			}
			return racine.toString();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
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

	/** Attaches what a form has to a case. */
	protected HttpResponse<String> joindre(String reference, FormulaireEssai formulaire) {
		return envoyer(requete("/api/v1/dossiers/" + reference + "/documents").header("Content-Type", formulaire.type())
			.POST(BodyPublishers.ofByteArray(formulaire.octets())));
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

	protected static JsonNode lire(HttpResponse<String> reponse) {
		try {
			return LECTEUR.readTree(reponse.body());
		}
		catch (IOException ex) {
			throw new IllegalStateException(reponse.body(), ex);
		}
	}

	/** Asserts that a case was opened, and that the answer says where to follow it. */
	protected void assertOuvert(HttpResponse<String> reponse, Dossier ouvert) {
		assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(201);
		String url = "http://localhost:" + this.port + "/api/v1/dossiers/" + ouvert.reference();
		assertThat(reponse.headers().firstValue("Location")).hasValue(url);
		assertThat(lire(reponse)).isEqualTo(this.json.createObjectNode()
			.put("reference", ouvert.reference())
			.put("programme", ouvert.programme())
			.put("etat", ouvert.etat())
			.put("url", url));
	}

	/**
	 * Asserts that a request is refused for these fields, each with a French sentence.
	 */
	protected JsonNode assertRefuse(HttpResponse<String> reponse, String... champs) {
		JsonNode erreurs = probleme(reponse, 400, "champ-invalide").path("erreurs");
		assertThat(erreurs.findValuesAsText("champ")).containsExactlyInAnyOrder(champs);
		assertThat(erreurs.findValuesAsText("message"))
			.allSatisfy((message) -> assertThat(message).matches("\\p{Lu}.+[.)]"));
		return erreurs;
	}

	/** Asserts a problem as RFC 9457 and this API define it, and returns it. */
	public static JsonNode probleme(HttpResponse<String> reponse, int statut, String type) {
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
