package org.compagnonnage.abonnement;

import java.net.InetAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.compagnonnage.support.PartnerApiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.BDDMockito.given;

/** Subscribing, and what a partner may do with its subscriptions; on H2. */
class AbonnementsResourceTests extends PartnerApiTest {

	private static final String CHEMIN = "/api/v1/abonnements";

	private static final String DEMANDE = """
			{"url":"https://partenaire.example/crochet","evenements":["dossier.cree","dossier.clos"],\
			"programmes":["admission-cae"]}""";

	@MockitoBean
	Resolution resolution;

	@Autowired
	Abonnements abonnements;

	@Autowired
	JdbcClient jdbc;

	@BeforeEach
	void noms() throws Exception {
		given(this.resolution.resoudre("partenaire.example"))
			.willReturn(new InetAddress[] { InetAddress.getByName("93.184.216.34") });
		given(this.resolution.resoudre("interne.example"))
			.willReturn(new InetAddress[] { InetAddress.getByName("10.1.2.3") });
	}

	@Test
	void a_subscription_is_answered_with_its_secret_this_once() {
		HttpResponse<String> reponse = post(CHEMIN, DEMANDE);
		assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(201);
		ObjectNode cree = (ObjectNode) lire(reponse);
		String adresse = CHEMIN + '/' + cree.path("id").asText();
		assertThat(reponse.headers().firstValue("Location")).hasValue("http://localhost:" + this.port + adresse);
		assertThat(reponse.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
		String secret = cree.remove("secret").asText();
		assertThat(secret).startsWith("whsec_");
		assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
		assertThat(cree.fieldNames()).toIterable()
			.containsExactly("id", "url", "evenements", "programmes", "etat", "creeLe");
		assertThat(cree.path("url").asText()).isEqualTo("https://partenaire.example/crochet");
		assertThat(cree.path("evenements").toString()).isEqualTo("[\"dossier.cree\",\"dossier.clos\"]");
		assertThat(cree.path("programmes").toString()).isEqualTo("[\"admission-cae\"]");
		assertThat(cree.path("etat").asText()).isEqualTo("actif");
		assertThat(lire(get(adresse))).isEqualTo(cree);
		JsonNode liste = lire(get(CHEMIN)).path("elements");
		assertThat(liste).hasSize(1).first().isEqualTo(cree);
		assertThat(this.abonnements.secrets(cree.path("id").asText())).containsExactly(secret);
	}

	@Test
	void a_secret_is_nowhere_in_clear() {
		String secret = lire(postUneFois(CHEMIN, DEMANDE, "k1")).path("secret").asText();
		String nu = secret.substring("whsec_".length());
		assertThat(this.jdbc.sql("select * from abonnement").query().listOfRows().toString()).doesNotContain(nu);
		assertThat(this.jdbc.sql("select * from idempotence where corps is not null").query().listOfRows()).isEmpty();
		assertThat(this.jdbc.sql("select corps_scelle from idempotence where partenaire = ?")
			.param(this.partenaire)
			.query((row, number) -> row.getBytes(1))
			.list()).hasSize(1)
			.allSatisfy(
					(scelle) -> assertThat(new String(scelle, StandardCharsets.ISO_8859_1)).doesNotContain(nu, "url"));
	}

	@Test
	void the_same_request_gets_the_same_secret() {
		HttpResponse<String> premiere = postUneFois(CHEMIN, DEMANDE, "k1");
		HttpResponse<String> seconde = postUneFois(CHEMIN, DEMANDE, "k1");
		assertThat(seconde.statusCode()).isEqualTo(201);
		assertThat(seconde.body()).isEqualTo(premiere.body()).contains("whsec_");
		assertThat(seconde.headers().firstValue("Location")).isEqualTo(premiere.headers().firstValue("Location"));
		assertThat(lire(get(CHEMIN)).path("elements")).hasSize(1);
		String secret = CHEMIN + '/' + lire(premiere).path("id").asText() + "/secret";
		String renouvele = postUneFois(secret, "{}", "k2").body();
		assertThat(postUneFois(secret, "{}", "k2").body()).isEqualTo(renouvele);
		assertThat(this.abonnements.secrets(lire(premiere).path("id").asText()))
			.contains(lire(premiere).path("secret").asText());
	}

	@Test
	void a_renewed_secret_signs_beside_the_old_one_for_a_while() {
		JsonNode cree = lire(post(CHEMIN, DEMANDE));
		String id = cree.path("id").asText();
		HttpResponse<String> reponse = postSansCorps(CHEMIN + '/' + id + "/secret");
		assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(200);
		String ancien = cree.path("secret").asText();
		String nouveau = lire(reponse).path("secret").asText();
		assertThat(nouveau).startsWith("whsec_").isNotEqualTo(ancien);
		assertThat(this.abonnements.secrets(id)).containsExactly(nouveau, ancien);
		OffsetDateTime jusqua = this.jdbc.sql("select ancien_secret_jusqua from abonnement where id = ?")
			.param(id)
			.query(OffsetDateTime.class)
			.single();
		assertThat(jusqua).isBetween(OffsetDateTime.now().plusHours(23), OffsetDateTime.now().plusHours(24));
		this.jdbc.sql("update abonnement set ancien_secret_jusqua = ? where id = ?")
			.params(OffsetDateTime.now().minusSeconds(1), id)
			.update();
		assertThat(this.abonnements.secrets(id)).containsExactly(nouveau);
		assertThat(lire(get(CHEMIN + '/' + id)).has("secret")).isFalse();
	}

	@Test
	void a_suspended_subscription_tells_why_and_is_resumed() {
		String id = lire(post(CHEMIN, DEMANDE)).path("id").asText();
		assertThat(this.abonnements.suspendre(id, "L'adresse ne répond plus.")).isTrue();
		assertThat(this.abonnements.suspendre(id, "Encore.")).isFalse();
		JsonNode suspendu = lire(get(CHEMIN + '/' + id));
		assertThat(suspendu.path("etat").asText()).isEqualTo("suspendu");
		assertThat(suspendu.path("suspenduMotif").asText()).isEqualTo("L'adresse ne répond plus.");
		assertThat(suspendu.path("suspenduLe").asText()).endsWith("Z");
		assertThat(this.abonnements.interesses(this.partenaire, "admission-cae", TypeEvenement.DOSSIER_CLOS))
			.extracting(Abonnement::estActif)
			.containsExactly(false);
		HttpResponse<String> reponse = postSansCorps(CHEMIN + '/' + id + "/reprise");
		assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(200);
		assertThat(lire(reponse).path("etat").asText()).isEqualTo("actif");
		assertThat(lire(reponse).has("suspenduMotif")).isFalse();
		assertThat(postSansCorps(CHEMIN + '/' + id + "/reprise").statusCode()).isEqualTo(200);
		assertThat(this.abonnements.reprendre(id)).isFalse();
	}

	@Test
	void a_subscription_is_told_what_it_asked_for() {
		lire(post(CHEMIN, DEMANDE));
		assertThat(this.abonnements.interesses(this.partenaire, "admission-cae", TypeEvenement.DOSSIER_CREE))
			.hasSize(1);
		assertThat(this.abonnements.interesses(this.partenaire, "admission-cae", TypeEvenement.DOSSIER_ETAT_CHANGE))
			.isEmpty();
		assertThat(this.abonnements.interesses(this.partenaire, "centre-ressources", TypeEvenement.DOSSIER_CREE))
			.isEmpty();
		assertThat(this.abonnements.interesses("autre", "admission-cae", TypeEvenement.DOSSIER_CREE)).isEmpty();
	}

	@Test
	void a_deleted_subscription_is_gone_with_its_deliveries() {
		String id = lire(post(CHEMIN, DEMANDE)).path("id").asText();
		this.jdbc.sql("insert into livraison (id, abonnement, reference, rang, evenement, corps, cree_le, etat)"
				+ " values (?, ?, 'ADM-2026-000123', nextval('livraison_rang'), 'dossier.clos', '{}', ?, 'en-attente')")
			.params("l-" + id.substring(2), id, OffsetDateTime.now())
			.update();
		this.jdbc.sql("insert into livraison_tentative (livraison, numero, le, duree_ms) values (?, 1, ?, 12)")
			.params("l-" + id.substring(2), OffsetDateTime.now())
			.update();
		this.jdbc.sql("insert into livraison_fil (abonnement, reference, actif) values (?, 'ADM-2026-000123', true)")
			.param(id)
			.update();
		HttpResponse<String> reponse = envoyer(requete(CHEMIN + '/' + id).DELETE());
		assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(204);
		assertThat(reponse.body()).isEmpty();
		probleme(get(CHEMIN + '/' + id), 404, "introuvable");
		probleme(envoyer(requete(CHEMIN + '/' + id).DELETE()), 404, "introuvable");
		assertThat(lire(get(CHEMIN)).path("elements")).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from livraison where abonnement = ?")
			.param(id)
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void the_subscription_of_another_partner_is_not_found_on_any_call() {
		JsonNode cree = lire(post(CHEMIN, DEMANDE));
		String adresse = CHEMIN + '/' + cree.path("id").asText();
		this.partenaires.creer(this.partenaire + "-bis", "CMA", "api@cma.example");
		this.cle = this.partenaires
			.delivrer(this.partenaire + "-bis", List.of("admission-cae"), List.of("37"), LocalDate.now().plusDays(1))
			.cle();
		probleme(get(adresse), 404, "introuvable");
		probleme(envoyer(requete(adresse).DELETE()), 404, "introuvable");
		probleme(postSansCorps(adresse + "/secret"), 404, "introuvable");
		probleme(postSansCorps(adresse + "/reprise"), 404, "introuvable");
		assertThat(lire(get(CHEMIN)).path("elements")).isEmpty();
		assertThat(this.abonnements.secrets(cree.path("id").asText())).containsExactly(cree.path("secret").asText());
	}

	@ParameterizedTest
	@CsvSource({ "x", "7d1f5a44-9a0e-4d52-8f0b-3f1c1c0e6a52", "7D1F5A44-9A0E-4D52-8F0B-3F1C1C0E6A52", "%27--", "%C3%A9",
			"%ED%A0%80" })
	void an_unknown_id_is_not_found(String id) {
		probleme(get(CHEMIN + '/' + id), 404, "introuvable");
		probleme(postSansCorps(CHEMIN + '/' + id + "/secret"), 404, "introuvable");
		probleme(envoyer(requete(CHEMIN + '/' + id).DELETE()), 404, "introuvable");
	}

	@Test
	void a_key_without_the_programme_neither_subscribes_nor_changes() {
		String adresse = CHEMIN + '/' + lire(post(CHEMIN, DEMANDE)).path("id").asText();
		cleDe("centre-ressources", "37");
		probleme(post(CHEMIN, DEMANDE), 403, "portee-insuffisante");
		probleme(postSansCorps(adresse + "/secret"), 403, "portee-insuffisante");
		probleme(postSansCorps(adresse + "/reprise"), 403, "portee-insuffisante");
		probleme(envoyer(requete(adresse).DELETE()), 403, "portee-insuffisante");
		assertThat(lire(get(adresse)).path("etat").asText()).isEqualTo("actif");
		assertThat(lire(get(CHEMIN)).path("elements")).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("demandesFausses")
	void a_wrong_field_is_named(String champ, String valeur, String signale) {
		assertRefuse(post(CHEMIN, avec(DEMANDE, champ, valeur)), signale);
		assertThat(lire(get(CHEMIN)).path("elements")).isEmpty();
	}

	static Stream<Arguments> demandesFausses() {
		return Stream.of(arguments("url", null, "url"), arguments("url", "\"\"", "url"), arguments("url", "1", "url"),
				arguments("url", "null", "url"), arguments("url", "\"http://partenaire.example/\"", "url"),
				arguments("url", "\"https://interne.example/\"", "url"),
				arguments("url", "\"https://inconnu.example/\"", "url"),
				arguments("url", "\"https://partenaire.example/\\u0000\"", "url"),
				arguments("url", "\"https://partenaire.example/" + "a".repeat(2000) + '"', "url"),
				arguments("url", "[\"https://partenaire.example/\"]", "url"),
				arguments("evenements", null, "evenements"), arguments("evenements", "[]", "evenements"),
				arguments("evenements", "\"dossier.cree\"", "evenements"), arguments("evenements", "{}", "evenements"),
				arguments("evenements", "[1]", "evenements[0]"), arguments("evenements", "[null]", "evenements[0]"),
				arguments("evenements", "[{}]", "evenements[0]"), arguments("evenements", "[[]]", "evenements[0]"),
				arguments("evenements", "[\"dossier.inconnu\"]", "evenements[0]"),
				arguments("evenements", "[\"abonnement.essai\"]", "evenements[0]"),
				arguments("evenements", "[\"dossier.cree\",\"dossier.cree\"]", "evenements[1]"),
				arguments("evenements", "[" + "\"dossier.cree\",".repeat(20) + "\"dossier.cree\"]", "evenements"),
				arguments("programmes", null, "programmes"), arguments("programmes", "[]", "programmes"),
				arguments("programmes", "[\"inconnu\"]", "programmes[0]"),
				arguments("programmes", "[\"admission-cae\",\"\"]", "programmes[1]"),
				arguments("programmes", "[\"admission-cae\",\"admission-cae\"]", "programmes[1]"),
				arguments("secret", "\"whsec_x\"", "secret"), arguments("id", "\"x\"", "id"));
	}

	@Test
	void all_wrong_fields_are_named_at_once() {
		assertRefuse(post(CHEMIN, """
				{"url":"http://x","evenements":["a","dossier.clos"],"programmes":["b"]}"""), "url", "evenements[0]",
				"programmes[0]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"secret\":\"whsec_x\"}|400|champ-invalide", "[]|400|corps-illisible",
			"x|400|corps-illisible" })
	void a_call_without_a_body_overlooks_none(String corps, int statut, String type) {
		JsonNode cree = lire(post(CHEMIN, DEMANDE));
		String id = cree.path("id").asText();
		probleme(post(CHEMIN + '/' + id + "/secret", corps), statut, type);
		probleme(envoyer(requete(CHEMIN + '/' + id + "/secret").header("Content-Type", "text/plain")
			.POST(BodyPublishers.ofString(corps))), 415, "format-non-pris-en-charge");
		assertThat(this.abonnements.secrets(id)).containsExactly(cree.path("secret").asText());
	}

	@Test
	void ten_subscriptions_are_the_most_also_when_they_are_asked_for_at_once() throws Exception {
		int appels = 16;
		ExecutorService ensemble = Executors.newFixedThreadPool(appels);
		List<Integer> statuts = new ArrayList<>();
		try {
			CountDownLatch depart = new CountDownLatch(1);
			List<Future<Integer>> reponses = new ArrayList<>();
			for (int i = 0; i < appels; i++) {
				reponses.add(ensemble.submit(() -> {
					depart.await();
					return post(CHEMIN, DEMANDE).statusCode();
				}));
			}
			depart.countDown();
			for (Future<Integer> reponse : reponses) {
				statuts.add(reponse.get());
			}
		}
		finally {
			ensemble.shutdownNow();
		}
		assertThat(statuts).containsOnly(201, 409);
		assertThat(statuts.stream().filter((statut) -> statut == 201)).hasSize(10);
		JsonNode liste = lire(get(CHEMIN)).path("elements");
		assertThat(liste).hasSize(10);
		JsonNode probleme = probleme(post(CHEMIN, DEMANDE), 409, "trop-d-abonnements");
		assertThat(probleme.path("detail").asText()).contains("10");
		envoyer(requete(CHEMIN + '/' + liste.path(3).path("id").asText()).DELETE());
		assertThat(post(CHEMIN, DEMANDE).statusCode()).isEqualTo(201);
	}

	@Test
	void the_example_of_the_description_is_answered_as_it_says() {
		JsonNode operation = lire(get("/v3/api-docs")).at("/paths/~1api~1v1~1abonnements/post");
		HttpResponse<String> reponse = post(CHEMIN,
				operation.at("/requestBody/content/application~1json/examples/demande/value").toString());
		assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(201);
		ObjectNode annonce = operation.at("/responses/201/content/application~1json/examples/cree/value").deepCopy();
		ObjectNode obtenu = (ObjectNode) lire(reponse);
		assertThat(obtenu.fieldNames()).toIterable().containsExactlyElementsOf(annonce::fieldNames);
		List<String> propres = List.of("id", "creeLe", "secret");
		assertThat(obtenu.remove(propres)).isEqualTo(annonce.remove(propres));
		assertThat(operation.at("/responses/409/content/application~1problem+json/examples").toString())
			.contains("trop-d-abonnements");
	}

	private HttpResponse<String> postSansCorps(String chemin) {
		return envoyer(requete(chemin).POST(BodyPublishers.noBody()));
	}

}
