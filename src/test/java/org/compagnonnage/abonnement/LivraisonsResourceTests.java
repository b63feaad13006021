package org.compagnonnage.abonnement;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.compagnonnage.support.PartnerApiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

/** The log of a subscription, its test and its replays, as a partner calls them. */
class LivraisonsResourceTests extends PartnerApiTest {

	private static final String CORPS = "{\"type\":\"dossier.clos\"}";

	@Autowired
	private Abonnements abonnements;

	@Autowired
	private JournalLivraisons journal;

	@Autowired
	private JdbcClient jdbc;

	private Abonnement abonnement;

	private String chemin;

	@BeforeEach
	void anAbonnement() {
		this.abonnement = this.abonnements
			.creer(this.partenaire, List.of("37", "45"),
					new DemandeAbonnement("https://partenaire.example/", List.of("dossier.clos"),
							List.of("admission-cae")))
			.abonnement();
		this.chemin = "/api/v1/abonnements/" + this.abonnement.id();
	}

	@Test
	void a_test_event_is_accepted_and_stands_in_the_log() {
		HttpResponse<String> reponse = post(this.chemin + "/essai", "");
		assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(202);
		JsonNode livraison = lire(reponse);
		assertThat(livraison.path("evenement").asText()).isEqualTo("abonnement.essai");
		assertThat(livraison.path("etat").asText()).isEqualTo("en-attente");
		assertThat(livraison.has("reference")).isFalse();
		assertThat(livraison.path("tentatives")).isEmpty();
		assertThat(lire(get(this.chemin + "/livraisons")).path("elements").path(0)).isEqualTo(livraison);
		then(this.livraisons).should().demarrer(any(), anyString());
	}

	@Test
	void the_same_test_asked_for_twice_leaves_once() {
		HttpResponse<String> premiere = postUneFois(this.chemin + "/essai", "", "essai-1");
		HttpResponse<String> seconde = postUneFois(this.chemin + "/essai", "", "essai-1");
		assertThat(seconde.body()).isEqualTo(premiere.body());
		assertThat(lire(get(this.chemin + "/livraisons")).path("total").asInt()).isEqualTo(1);
	}

	@Test
	void a_suspended_subscription_is_not_tried_out() {
		this.abonnements.suspendre(this.abonnement.id(), "Essai.");
		probleme(post(this.chemin + "/essai", ""), 409, "abonnement-suspendu");
		assertThat(lire(get(this.chemin + "/livraisons")).path("total").asInt()).isZero();
		then(this.livraisons).should(never()).demarrer(any(), anyString());
	}

	@Test
	void the_log_tells_every_try_the_latest_delivery_first() {
		Livraison livree = inscrire("ADM-2026-000001");
		this.journal.noter(livree, Instant.parse("2026-11-21T09:30:01.5Z"),
				new Resultat(null, Duration.ofMillis(3), "connexion refusée"));
		this.journal.noter(livree, Instant.parse("2026-11-21T09:30:06Z"),
				new Resultat(204, Duration.ofMillis(87), null));
		inscrire("ADM-2026-000002");
		JsonNode page = lire(get(this.chemin + "/livraisons"));
		assertThat(page.path("elements").findValuesAsText("reference")).containsExactly("ADM-2026-000002",
				"ADM-2026-000001");
		JsonNode element = page.path("elements").path(1);
		assertThat(element.path("id").asText()).isEqualTo(livree.id());
		assertThat(element.path("etat").asText()).isEqualTo("livree");
		assertThat(element.has("finieLe")).isTrue();
		JsonNode essais = element.path("tentatives");
		assertThat(essais).hasSize(2);
		assertThat(essais.path(0).toString())
			.isEqualTo("{\"numero\":1,\"le\":\"2026-11-21T09:30:01Z\",\"dureeMs\":3,\"erreur\":\"connexion refusée\"}");
		assertThat(essais.path(1).toString())
			.isEqualTo("{\"numero\":2,\"le\":\"2026-11-21T09:30:06Z\",\"statut\":204,\"dureeMs\":87}");
		assertThat(
				lire(get(this.chemin + "/livraisons?etat=en-attente")).path("elements").findValuesAsText("reference"))
			.containsExactly("ADM-2026-000002");
		assertThat(lire(get(this.chemin + "/livraisons?etat=echouee")).path("total").asInt()).isZero();
	}

	@Test
	void the_log_is_paged_with_links_to_its_neighbours() {
		IntStream.rangeClosed(1, 101).forEach((numero) -> inscrire("ADM-2026-%06d".formatted(numero)));
		HttpResponse<String> reponse = get(this.chemin + "/livraisons?etat=en-attente&page=1");
		JsonNode page = lire(reponse);
		assertThat(page.path("elements")).hasSize(50);
		assertThat(page.path("elements").path(0).path("reference").asText()).isEqualTo("ADM-2026-000051");
		assertThat(page.path("page").asInt()).isEqualTo(1);
		assertThat(page.path("taille").asInt()).isEqualTo(50);
		assertThat(page.path("total").asInt()).isEqualTo(101);
		String base = "<http://localhost:" + this.port + this.chemin + "/livraisons?etat=en-attente&page=";
		assertThat(reponse.headers().allValues("Link")).containsExactly(base + "2>; rel=\"next\"",
				base + "0>; rel=\"prev\"");
		assertThat(lire(get(this.chemin + "/livraisons?page=3")).path("elements")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "etat=finie, etat", "page=-1, page", "page=1&page=2, page", "programme=admission-cae, programme" })
	void a_wrong_filter_of_the_log_is_named(String parametres, String champ) {
		JsonNode probleme = probleme(get(this.chemin + "/livraisons?" + parametres), 400, "parametre-invalide");
		assertThat(probleme.path("erreurs").path(0).path("champ").asText()).isEqualTo(champ);
	}

	@Test
	void a_delivery_that_is_over_is_replayed_under_its_id_and_one_that_waits_is_not() {
		Livraison livree = inscrire("ADM-2026-000001");
		probleme(post(rejeu(livree), ""), 409, "livraison-en-attente");
		this.journal.noter(livree, Instant.now(), new Resultat(200, Duration.ZERO, null));
		this.journal.reposer(this.abonnement.id(), livree.reference());
		HttpResponse<String> reponse = post(rejeu(livree), "");
		assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(202);
		assertThat(lire(reponse).path("id").asText()).isEqualTo(livree.id());
		assertThat(lire(reponse).path("etat").asText()).isEqualTo("en-attente");
		assertThat(lire(reponse).has("finieLe")).isFalse();
		then(this.livraisons).should().demarrer(this.abonnement, livree.reference());
		probleme(post(rejeu(livree), ""), 409, "livraison-en-attente");
	}

	@ParameterizedTest
	@ValueSource(strings = { "msg_00000000000000000000000000000000", "inconnue", "%20", "msg_é" })
	void a_delivery_that_is_not_there_is_not_found(String id) {
		probleme(post(this.chemin + "/livraisons/" + id.replace("é", "%C3%A9") + "/rejeu", ""), 404, "introuvable");
	}

	@Test
	void a_body_that_would_be_overlooked_is_refused() {
		assertThat(post(this.chemin + "/essai", "{}").statusCode()).isEqualTo(202);
		assertRefuse(post(this.chemin + "/essai", "{\"url\":\"https://ailleurs.example\"}"), "url");
	}

	@Test
	void another_partner_learns_nothing() {
		Livraison livraison = inscrire("ADM-2026-000001");
		this.partenaire = "autre-" + this.partenaire;
		this.jdbc.sql("insert into partenaire (id, nom, actif, cree_le) values (?, 'Autre', true, ?)")
			.params(this.partenaire, OffsetDateTime.now())
			.update();
		cleDe("admission-cae", "37");
		probleme(post(this.chemin + "/essai", ""), 404, "introuvable");
		probleme(get(this.chemin + "/livraisons"), 404, "introuvable");
		probleme(post(rejeu(livraison), ""), 404, "introuvable");
		then(this.livraisons).should(never()).demarrer(any(), anyString());
	}

	@Test
	void a_key_that_lacks_a_programme_or_a_perimetre_neither_reads_the_log_nor_sends() {
		Livraison livraison = inscrire("ADM-2026-000001");
		Map<String, String[]> portees = Map.of("mission-compagnonnage", new String[] { "37", "45" }, "admission-cae",
				new String[] { "37" });
		portees.forEach((programme, perimetres) -> {
			cleDe(programme, perimetres);
			probleme(post(this.chemin + "/essai", ""), 403, "portee-insuffisante");
			probleme(post(rejeu(livraison), ""), 403, "portee-insuffisante");
			probleme(get(this.chemin + "/livraisons"), 403, "portee-insuffisante");
		});
		assertThat(lire(get(this.chemin)).path("perimetres").toString()).isEqualTo("[\"37\",\"45\"]");
		cleDe("admission-cae", "45", "37", "18");
		assertThat(lire(get(this.chemin + "/livraisons")).path("elements")).hasSize(1);
		then(this.livraisons).should(never()).demarrer(any(), anyString());
	}

	private String rejeu(Livraison livraison) {
		return this.chemin + "/livraisons/" + livraison.id() + "/rejeu";
	}

	private Livraison inscrire(String reference) {
		String id = JournalLivraisons.nouvelId();
		this.journal.inscrire(id, this.abonnement.id(), reference, TypeEvenement.DOSSIER_CLOS, CORPS);
		return this.journal.trouver(this.abonnement.id(), id).orElseThrow();
	}

}
