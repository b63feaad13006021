package org.compagnonnage.abonnement;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ValidationMessage;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.partner.epreuve.DescriptionLue;
import org.compagnonnage.support.PartnerApiTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** What is told of webhooks is what a receiver gets. */
class WebhooksDescriptionTests extends PartnerApiTest {

	@Autowired
	private Abonnements abonnements;

	@Autowired
	private Livraisons distribution;

	@Autowired
	private JournalLivraisons journal;

	@Autowired
	private EnvoiHttp envoi;

	private DescriptionLue description;

	private Recepteur recepteur;

	private Abonnement abonnement;

	@BeforeEach
	void subscribe() {
		this.description = DescriptionLue.de(this.port);
		this.recepteur = new Recepteur();
		this.abonnement = this.abonnements
			.creer(this.partenaire, List.of("37"),
					new DemandeAbonnement(this.recepteur.url(), TypeEvenement.codesProposes(),
							List.of("admission-cae")))
			.abonnement();
	}

	@AfterEach
	void theReceiverStops() {
		this.recepteur.close();
	}

	@Test
	void each_type_of_event_is_told() {
		assertThat(this.description.a("/webhooks").fieldNames()).toIterable()
			.containsExactlyElementsOf(Arrays.stream(TypeEvenement.values()).map(TypeEvenement::code).toList());
	}

	@ParameterizedTest
	@EnumSource(TypeEvenement.class)
	void what_is_sent_is_the_example_under_the_headers_that_are_told(TypeEvenement type) throws Exception {
		JsonNode webhook = webhook(type);
		JsonNode exemple = webhook.at("/requestBody/content/application~1json/examples/evenement/value");
		Recepteur.Recu recu = envoyer(type, exemple);
		JsonNode attendu = exemple;
		if (type == TypeEvenement.ESSAI) {
			attendu = exemple.deepCopy();
			((ObjectNode) attendu).set("timestamp", recu.json().path("timestamp"));
			((ObjectNode) attendu.path("data")).put("abonnement", this.abonnement.id());
		}
		assertThat(recu.corps()).isEqualTo(attendu.toString());
		webhook.path("parameters").forEach((entete) -> {
			assertThat(entete.path("in").asText()).isEqualTo("header");
			assertThat(fautes(entete.path("schema"), entete(recu, entete.path("name").asText(), entete.path("schema"))))
				.isEmpty();
		});
		JsonNode schema = webhook.at("/requestBody/content/application~1json/schema");
		assertThat(fautes(schema, recu.json())).isEmpty();
		ObjectNode autre = recu.json().deepCopy();
		autre.put("type", "dossier.supprime");
		assertThat(fautes(schema, autre)).isNotEmpty();
	}

	@ParameterizedTest
	@EnumSource(TypeEvenement.class)
	void its_example_is_signed_with_the_secret_that_is_told(TypeEvenement type) {
		JsonNode webhook = webhook(type);
		Map<String, List<String>> entetes = new HashMap<>();
		webhook.path("parameters")
			.forEach((entete) -> entetes.put(entete.path("name").asText(), List.of(entete.path("example").asText())));
		String secret = this.description.a("/components/schemas/SuiviAbonnement/properties/secret/example").asText();
		Recepteur.Recu exemple = new Recepteur.Recu(entetes,
				webhook.at("/requestBody/content/application~1json/examples/evenement/value").toString());
		assertThat(exemple.estSigne(secret)).isTrue();
		assertThat(webhook.path("parameters").toString()).contains(secret);
	}

	@Test
	void it_needs_no_key_and_tells_what_to_answer() {
		for (TypeEvenement type : TypeEvenement.values()) {
			JsonNode webhook = webhook(type);
			assertThat(webhook.path("security").isArray()).isTrue();
			assertThat(webhook.path("security")).isEmpty();
			assertThat(webhook.path("summary").asText()).isNotBlank();
			assertThat(webhook.path("description").asText()).isNotBlank();
			assertThat(webhook.path("responses").fieldNames()).toIterable().containsExactly("2XX", "410", "default");
			assertThat(webhook.at("/responses/default/description").asText()).contains("15\u00a0secondes");
		}
	}

	@Test
	void times_and_limits_are_those_of_the_settings() {
		assertThat(this.description.a("/info/description").asText()).contains("en moins de 15\u00a0secondes",
				"pendant environ 24\u00a0heures", "30\u00a0jours après sa fin");
		assertThat(this.description.a("/paths/~1api~1v1~1abonnements~1{id}~1secret/post/description").asText())
			.contains("encore pendant 24\u00a0heures");
		String demande = "{\"url\":\"" + this.recepteur.url()
				+ "\",\"evenements\":[\"dossier.clos\"],\"programmes\":[\"admission-cae\"]}";
		HttpResponse<String> reponse = post("/api/v1/abonnements", demande);
		while (reponse.statusCode() == 201) {
			reponse = post("/api/v1/abonnements", demande);
		}
		assertThat(probleme(reponse, 409, "trop-d-abonnements").path("detail")).isEqualTo(this.description
			.a("/paths/~1api~1v1~1abonnements/post/responses/409/content/application~1problem+json/examples/trop-d-abonnements/value/detail"));
	}

	private JsonNode webhook(TypeEvenement type) {
		return this.description.a("/webhooks/" + type.code() + "/post");
	}

	/** Has an event with the facts of an example sent. */
	private Recepteur.Recu envoyer(TypeEvenement type, JsonNode exemple) {
		if (type == TypeEvenement.ESSAI) {
			this.distribution.essayer(this.abonnement);
		}
		else {
			JsonNode faits = exemple.path("data");
			Dossier dossier = dossier(faits.path("reference").asText(), faits.path("programme").asText(), "37",
					faits.path("etat").asText(), faits.path("issue").textValue(), this.partenaire);
			this.distribution.inscrire(type, dossier,
					Instant.parse(exemple.path("timestamp").asText()).plusMillis(123));
		}
		Livraison livraison = this.journal.lister(this.abonnement.id(), null, PageRequest.of(0, 1)).getContent().get(0);
		assertThat(this.envoi.envoyer(this.abonnement, livraison.id(), Instant.now(), livraison.corps()).reussi())
			.isTrue();
		return this.recepteur.recus().get(0);
	}

	private JsonNode entete(Recepteur.Recu recu, String nom, JsonNode schema) {
		String valeur = recu.entetes()
			.entrySet()
			.stream()
			.filter((entete) -> entete.getKey().equalsIgnoreCase(nom))
			.map((entete) -> String.join(" ", entete.getValue()))
			.findFirst()
			.orElseThrow();
		return "integer".equals(schema.path("type").asText())
				? this.json.getNodeFactory().numberNode(Long.parseLong(valeur))
				: this.json.getNodeFactory().textNode(valeur);
	}

	private List<String> fautes(JsonNode schema, JsonNode valeur) {
		return this.description.compile(schema).validate(valeur).stream().map(ValidationMessage::getMessage).toList();
	}

}
