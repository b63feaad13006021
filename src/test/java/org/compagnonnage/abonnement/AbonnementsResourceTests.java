package org.compagnonnage.abonnement;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
import org.compagnonnage.support.MutableClock;
import org.compagnonnage.support.PartnerApiTest;
import org.junit.jupiter.api.AfterEach;
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
import static org.mockito.ArgumentMatchers.any;
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

	@Autowired
	MutableClock clock;

	@BeforeEach
	void noms() throws Exception {
		given(this.resolution.resoudre(any())).willAnswer((invocation) -> switch (invocation.<String>getArgument(0)) {
			case "partenaire.example" -> new InetAddress[] { InetAddress.getByName("93.184.216.34") };
			case "interne.example" -> new InetAddress[] { InetAddress.getByName("10.1.2.3") };
			default -> throw new UnknownHostException();
		});
	}

	@AfterEach
	void heure() {
		this.clock.reset();
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
			.containsExactly("id", "url", "evenements", "programmes", "perimetres", "etat", "creeLe");
		assertThat(cree.path("url").asText()).isEqualTo("https://partenaire.example/crochet");
		assertThat(cree.path("evenements").toString()).isEqualTo("[\"dossier.cree\",\"dossier.clos\"]");
		assertThat(cree.path("programmes").toString()).isEqualTo("[\"admission-cae\"]");
		assertThat(cree.path("perimetres").toString()).isEqualTo("[\"37\",\"45\"]");
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
		this.clock.set(LocalDateTime.of(2026, 11, 22, 10, 0));
		HttpResponse<String> reponse = postSansCorps(CHEMIN + '/' + id + "/secret");
		assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(200);
		String ancien = cree.path("secret").asText();
		String nouveau = lire(reponse).path("secret").asText();
		assertThat(nouveau).startsWith("whsec_").isNotEqualTo(ancien);
		assertThat(this.abonnements.secrets(id)).containsExactly(nouveau, ancien);
		avancer(Duration.ofHours(24).minusSeconds(1));
		assertThat(this.abonnements.secrets(id)).containsExactly(nouveau, ancien);
		avancer(Duration.ofSeconds(1));
		assertThat(this.abonnements.secrets(id)).containsExactly(nouveau);
		assertThat(lire(get(CHEMIN + '/' + id)).has("secret")).isFalse();
	}

	@Test
	void a_secret_renewed_twice_within_a_day_leaves_each_old_one_its_day() {
		JsonNode cree = lire(post(CHEMIN, DEMANDE));
		String id = cree.path("id").asText();
		String premier = cree.path("secret").asText();
		this.clock.set(LocalDateTime.of(2026, 11, 22, 10, 0));
		String deuxieme = renouveler(id);
		avancer(Duration.ofHours(1));
		String troisieme = renouveler(id);
		assertThat(this.abonnements.secrets(id)).containsExactly(troisieme, deuxieme, premier);
		avancer(Duration.ofHours(23));
		assertThat(this.abonnements.secrets(id)).containsExactly(troisieme, deuxieme);
		avancer(Duration.ofHours(1));
		assertThat(this.abonnements.secrets(id)).containsExactly(troisieme);
	}

	@Test
	void five_secrets_sign_at_most_and_who_wants_a_sixth_learns_when() {
		String id = lire(post(CHEMIN, DEMANDE)).path("id").asText();
		this.clock.set(LocalDateTime.of(2026, 11, 22, 10, 0));
		for (int i = 1; i < 5; i++) {
			renouveler(id);
			avancer(Duration.ofHours(1));
		}
		List<String> cinq = this.abonnements.secrets(id);
		assertThat(cinq).hasSize(5);
		HttpResponse<String> refus = postSansCorps(CHEMIN + '/' + id + "/secret");
		assertThat(probleme(refus, 409, "trop-de-secrets").path("detail").asText()).isEqualTo(
				"5 secrets signent déjà les envois de cet abonnement, le plus qu'il puisse y en avoir : le prochain"
						+ " renouvellement sera possible le 23/11/2026 à 10:01.");
		long attente = refus.headers().firstValueAsLong("Retry-After").orElseThrow();
		assertThat(this.abonnements.secrets(id)).isEqualTo(cinq);
		avancer(Duration.ofSeconds(attente));
		String sixieme = renouveler(id);
		assertThat(this.abonnements.secrets(id)).hasSize(5).startsWith(sixieme).doesNotContain(cinq.get(4));
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
		assertThat(this.abonnements.interesses(dossier("ADM-2026-000001", "accueil"), TypeEvenement.DOSSIER_CLOS))
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
		cleDe("centre-ressources", "37", "18");
		cleDe("admission-cae", "18");
		assertThat(apprend(this.partenaire, "admission-cae", "37", TypeEvenement.DOSSIER_CREE)).isTrue();
		assertThat(apprend(this.partenaire, "admission-cae", "45", TypeEvenement.DOSSIER_CREE)).isTrue();
		assertThat(apprend(this.partenaire, "admission-cae", "37", TypeEvenement.DOSSIER_ETAT_CHANGE)).isFalse();
		assertThat(apprend(this.partenaire, "centre-ressources", "37", TypeEvenement.DOSSIER_CREE)).isFalse();
		assertThat(apprend(this.partenaire, "admission-cae", "18", TypeEvenement.DOSSIER_CREE)).isFalse();
		assertThat(apprend("autre", "admission-cae", "37", TypeEvenement.DOSSIER_CREE)).isFalse();
	}

	@Test
	void a_subscription_is_told_what_a_key_of_its_partner_shows_at_that_moment() {
		lire(post(CHEMIN, DEMANDE));
		this.clock.set(LocalDateTime.now().plusMonths(2));
		assertThat(apprend(this.partenaire, "admission-cae", "37", TypeEvenement.DOSSIER_CREE)).as("it ended")
			.isFalse();
		String etroite = this.partenaires
			.delivrer(this.partenaire, List.of("admission-cae"), List.of("37"), this.clock.today().plusMonths(1))
			.id();
		assertThat(apprend(this.partenaire, "admission-cae", "37", TypeEvenement.DOSSIER_CREE)).isTrue();
		assertThat(apprend(this.partenaire, "admission-cae", "45", TypeEvenement.DOSSIER_CREE)).isFalse();
		this.partenaires.activer(this.partenaire, false);
		assertThat(apprend(this.partenaire, "admission-cae", "37", TypeEvenement.DOSSIER_CREE)).isFalse();
		this.partenaires.activer(this.partenaire, true);
		this.partenaires.revoquer(etroite);
		assertThat(apprend(this.partenaire, "admission-cae", "37", TypeEvenement.DOSSIER_CREE)).isFalse();
	}

	private boolean apprend(String partenaire, String programme, String perimetre, TypeEvenement evenement) {
		return !this.abonnements
			.interesses(dossier("ADM-2026-000001", programme, perimetre, "accueil", null, partenaire), evenement)
			.isEmpty();
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
	@CsvSource({ "x", "7d1f5a44-9a0e-4d52-8f0b-3f1c1c0e6a52", "7D1F5A44-9A0E-4D52-8F0B-3F1C1C0E6A52", "%27--",
			"%C3%A9" })
	void an_unknown_id_is_not_found(String id) {
		probleme(get(CHEMIN + '/' + id), 404, "introuvable");
		probleme(postSansCorps(CHEMIN + '/' + id + "/secret"), 404, "introuvable");
		probleme(envoyer(requete(CHEMIN + '/' + id).DELETE()), 404, "introuvable");
	}

	@Test
	void a_key_without_the_programme_neither_subscribes_nor_changes() {
		String adresse = CHEMIN + '/' + lire(post(CHEMIN, DEMANDE)).path("id").asText();
		cleDe("centre-ressources", "37", "45");
		probleme(post(CHEMIN, DEMANDE), 403, "portee-insuffisante");
		assertNeChangeRien(adresse, "Cette clé n'est pas valable pour le programme « admission-cae ».");
		assertThat(lire(get(CHEMIN)).path("elements")).hasSize(1);
	}

	@Test
	void a_key_without_one_of_the_perimetres_subscribes_to_its_own_and_changes_no_other() {
		String adresse = CHEMIN + '/' + lire(post(CHEMIN, DEMANDE)).path("id").asText();
		cleDe("admission-cae", "37");
		assertNeChangeRien(adresse, "Cette clé n'est pas valable pour le périmètre « 45 ».");
		JsonNode sien = lire(post(CHEMIN, DEMANDE));
		assertThat(sien.path("perimetres").toString()).isEqualTo("[\"37\"]");
		assertThat(lire(get(CHEMIN)).path("elements")).hasSize(2);
		assertThat(this.abonnements.interesses(
				dossier("ADM-2026-000001", "admission-cae", "45", "accueil", null, this.partenaire),
				TypeEvenement.DOSSIER_CREE))
			.extracting(Abonnement::id)
			.isNotEmpty()
			.doesNotContain(sien.path("id").asText());
	}

	/**
	 * Two keys share what one had: whoever made it, a subscription can always be ended.
	 */
	@Test
	void a_subscription_that_no_key_covers_any_more_can_be_ended() {
		String adresse = CHEMIN + '/' + lire(post(CHEMIN, DEMANDE)).path("id").asText();
		this.jdbc.sql("update cle_partenaire set revoquee_le = cree_le where partenaire = ?")
			.param(this.partenaire)
			.update();
		cleDe("admission-cae", "37");
		assertThat(postSansCorps(adresse + "/secret").statusCode()).as("no key shows the other périmètre")
			.isEqualTo(200);
		cleDe("admission-cae", "45");
		assertNeChangeRien(adresse, "Cette clé n'est pas valable pour le périmètre « 37 ».");
		assertThat(envoyer(requete(adresse).DELETE()).statusCode()).isEqualTo(204);
	}

	private void assertNeChangeRien(String adresse, String motif) {
		for (HttpResponse<String> reponse : List.of(postSansCorps(adresse + "/secret"),
				postSansCorps(adresse + "/reprise"))) {
			assertThat(probleme(reponse, 403, "portee-insuffisante").path("detail").asText().replace('\u00a0', ' '))
				.isEqualTo(motif);
		}
		assertThat(lire(get(adresse)).path("etat").asText()).isEqualTo("actif");
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

	private String renouveler(String id) {
		HttpResponse<String> reponse = postSansCorps(CHEMIN + '/' + id + "/secret");
		assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(200);
		return lire(reponse).path("secret").asText();
	}

	private void avancer(Duration duree) {
		this.clock.set(this.clock.instant().plus(duree));
	}

	private HttpResponse<String> postSansCorps(String chemin) {
		return envoyer(requete(chemin).POST(BodyPublishers.noBody()));
	}

}
