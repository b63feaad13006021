package org.compagnonnage.partner;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.compagnonnage.admission.RetraitImpossible;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.DossierModifie;
import org.compagnonnage.dossier.Dossiers;
import org.compagnonnage.dossier.Etape;
import org.compagnonnage.support.PartnerApiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willDoNothing;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

/** Following, listing and withdrawing cases. */
class DossiersResourceTests extends PartnerApiTest {

	private static final String REFERENCE = "ADM-2026-000123";

	/** Of the key of these tests. */
	private static final Dossiers.Portee PORTEE = new Dossiers.Portee(Set.of("admission-cae"), Set.of("37", "45"));

	private static final String CHEMIN = "/api/v1/dossiers/" + REFERENCE;

	@Test
	void a_case_is_told_with_its_steps() {
		given(this.dossiers.trouver(REFERENCE)).willReturn(Optional.of(dossier(REFERENCE, "diagnostic")));
		Instant debut = Instant.parse("2026-11-21T09:30:00Z");
		given(this.dossiers.etapes(REFERENCE)).willReturn(List.of(new Etape("accueil", debut, debut.plusSeconds(60)),
				new Etape("diagnostic", debut.plusSeconds(60), null)));
		HttpResponse<String> reponse = get(CHEMIN);
		assertThat(reponse.statusCode()).isEqualTo(200);
		assertThat(reponse.body()).isEqualTo("{\"reference\":\"ADM-2026-000123\",\"programme\":\"admission-cae\","
				+ "\"etat\":\"diagnostic\",\"ouvertLe\":\"2026-11-21T09:30:00Z\",\"etapes\":["
				+ "{\"etape\":\"accueil\",\"depuis\":\"2026-11-21T09:30:00Z\",\"jusqua\":\"2026-11-21T09:31:00Z\"},"
				+ "{\"etape\":\"diagnostic\",\"depuis\":\"2026-11-21T09:31:00Z\"}],\"url\":\"http://localhost:"
				+ this.port + CHEMIN + "\"}");
		assertThat(reponse.headers().firstValue("Cache-Control")).get().asString().contains("no-store");
	}

	@Test
	void a_closed_case_tells_its_outcome() {
		given(this.dossiers.trouver(REFERENCE)).willReturn(Optional.of(dossier(REFERENCE, "close")));
		JsonNode corps = lire(get(CHEMIN));
		assertThat(corps.path("issue").asText()).isEqualTo("cape-signe");
		assertThat(corps.path("closLe").asText()).isEqualTo("2027-01-15T16:02:11Z");
	}

	@Test
	void the_case_of_another_partner_is_not_found_on_any_call() {
		Dossier autre = new Dossier(REFERENCE, "admission-cae", "37", "accueil", null, "autre", null, Instant.EPOCH,
				null);
		given(this.dossiers.trouver(REFERENCE)).willReturn(Optional.of(autre));
		probleme(get(CHEMIN), 404, "introuvable");
		probleme(post(CHEMIN + "/retrait", "{\"motif\":\"x\"}"), 404, "introuvable");
		then(this.admissions).should(never()).retirer(any(), any());
	}

	@Test
	void the_case_that_staff_opened_is_not_found() {
		given(this.dossiers.trouver(REFERENCE)).willReturn(Optional
			.of(new Dossier(REFERENCE, "admission-cae", "37", "accueil", null, null, null, Instant.EPOCH, null)));
		probleme(get(CHEMIN), 404, "introuvable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ADM-2026-999999", "x", "adm-2026-000123", "%27--", "%C3%A9", "ADM-2026-000123%20" })
	void an_unknown_reference_is_not_found(String reference) {
		probleme(get("/api/v1/dossiers/" + reference), 404, "introuvable");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/api/v1", "/api/v1/", "/api/v1/inconnu", "/api/v1/admissions/", "/api/v1/dossiers/a/b/c" })
	void an_unknown_address_is_not_found(String chemin) {
		probleme(get(chemin), 404, "introuvable");
		probleme(post(chemin, "{}"), 404, "introuvable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/dossiers/%00", "/api/v1/dossiers/%27%3B--", "/api/v1//dossiers",
			"/api/v1/dossiers;a=b", "/api/v1/a%2f..%2fb" })
	void a_twisted_address_is_refused(String chemin) {
		probleme(get(chemin), 400, "parametre-invalide");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "X-Forwarded-Port|a", "X-Forwarded-Port|-5", "X-Forwarded-Port|99999999999",
			"X-Forwarded-Host|a:b", "X-Forwarded-Host|a b", "X-Forwarded-Host|[::", "X-Forwarded-Host|é",
			"X-Forwarded-Proto|a b", "X-Forwarded-Proto|javascript", "X-Forwarded-Prefix|/a b",
			"Forwarded|host=\"a:b\"", "Forwarded|host=\"a b\"", "Forwarded|for=\"a:b\"", "Forwarded|proto=\"a b\"" })
	void a_forwarded_header_that_cannot_be_read_is_refused(String entete, String valeur) {
		given(this.dossiers.trouver(REFERENCE)).willReturn(Optional.of(dossier(REFERENCE, "accueil")));
		assertThat(probleme(envoyer(requete(CHEMIN).header(entete, valeur)), 400, "parametre-invalide").path("detail")
			.asText()).contains("X-Forwarded");
	}

	@Test
	void the_address_that_a_proxy_tells_of_is_the_one_to_follow_a_case_at() {
		given(this.dossiers.trouver(REFERENCE)).willReturn(Optional.of(dossier(REFERENCE, "accueil")));
		assertThat(lire(envoyer(requete(CHEMIN).header("X-Forwarded-Proto", "https")
			.header("X-Forwarded-Host", "api.example")
			.header("X-Forwarded-Prefix", "/cae"))).path("url").asText()).isEqualTo("https://api.example/cae" + CHEMIN);
	}

	@Test
	void an_invented_verb_is_refused() {
		probleme(envoyer(requete(CHEMIN).method("INVENTE", HttpRequest.BodyPublishers.noBody())), 405,
				"methode-refusee");
	}

	@Test
	void the_list_is_paged_with_links_to_its_neighbours() {
		given(this.dossiers.duPartenaire(this.partenaire, PORTEE, "accueil", LocalDate.of(2026, 1, 1), 1, 50))
			.willReturn(new PageImpl<>(List.of(dossier(REFERENCE, "accueil")), PageRequest.of(1, 50), 101));
		HttpResponse<String> reponse = get(
				"/api/v1/dossiers?programme=admission-cae&etat=accueil&depuis=2026-01-01&page=1");
		assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(200);
		JsonNode corps = lire(reponse);
		assertThat(corps.path("page").asInt()).isEqualTo(1);
		assertThat(corps.path("taille").asInt()).isEqualTo(50);
		assertThat(corps.path("total").asInt()).isEqualTo(101);
		assertThat(corps.path("elements")).hasSize(1);
		assertThat(corps.path("elements").path(0).has("etapes")).isFalse();
		String base = "<http://localhost:" + this.port
				+ "/api/v1/dossiers?programme=admission-cae&etat=accueil&depuis=2026-01-01&page=";
		assertThat(reponse.headers().allValues("Link")).containsExactly(base + "2>; rel=\"next\"",
				base + "0>; rel=\"prev\"");
	}

	@Test
	void empty_filters_do_not_filter() {
		given(this.dossiers.duPartenaire(this.partenaire, PORTEE, null, null, 0, 50)).willReturn(Page.empty());
		HttpResponse<String> reponse = get("/api/v1/dossiers?programme=&etat=&depuis=&page=");
		assertThat(reponse.statusCode()).isEqualTo(200);
		assertThat(reponse.headers().allValues("Link")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "programme=inconnu, programme", "etat=ouvert, etat", "depuis=01/02/2026, depuis",
			"depuis=2026-02-30, depuis", "depuis=%2B99999-01-01, depuis", "page=-1, page", "page=1.5, page",
			"page=99999999999, page", "page=1&page=2, page", "taille=10, taille", "etat=%00, etat",
			"programme=%ED%A0%80, programme" })
	void a_wrong_filter_is_named(String parametres, String champ) {
		JsonNode probleme = probleme(get("/api/v1/dossiers?" + parametres), 400, "parametre-invalide");
		assertThat(probleme.path("erreurs").path(0).path("champ").asText()).isEqualTo(champ);
		then(this.dossiers).should(never()).duPartenaire(any(), any(), any(), any(), anyInt(), anyInt());
	}

	@Test
	void an_open_case_is_withdrawn_with_its_reason() {
		given(this.dossiers.trouver(REFERENCE)).willReturn(Optional.of(dossier(REFERENCE, "accueil")));
		HttpResponse<String> reponse = post(CHEMIN + "/retrait", "{\"motif\":\" Emploi trouvé \"}");
		assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(200);
		assertThat(lire(reponse).path("reference").asText()).isEqualTo(REFERENCE);
		then(this.admissions).should().retirer(REFERENCE, "Emploi trouvé");
	}

	@Test
	void a_closed_case_cannot_be_withdrawn() {
		given(this.dossiers.trouver(REFERENCE)).willReturn(Optional.of(dossier(REFERENCE, "close")));
		probleme(post(CHEMIN + "/retrait", "{\"motif\":\"x\"}"), 409, "dossier-clos");
		then(this.admissions).should(never()).retirer(any(), any());
	}

	@Test
	void a_case_that_can_no_longer_be_withdrawn_says_why() {
		given(this.dossiers.trouver(REFERENCE)).willReturn(Optional.of(dossier(REFERENCE, "accueil")));
		RetraitImpossible impossible = mock(RetraitImpossible.class);
		given(impossible.getMessage()).willReturn("Le contrat est signé.");
		willThrow(impossible).given(this.admissions).retirer(eq(REFERENCE), anyString());
		assertThat(
				probleme(post(CHEMIN + "/retrait", "{\"motif\":\"x\"}"), 409, "dossier-clos").path("detail").asText())
			.isEqualTo("Le contrat est signé.");
		then(this.admissions).should().retirer(any(), any());
	}

	@Test
	void a_withdrawal_that_collides_with_another_change_is_tried_again() {
		given(this.dossiers.trouver(REFERENCE)).willReturn(Optional.of(dossier(REFERENCE, "accueil")));
		DossierModifie modifie = new DossierModifie(REFERENCE, null);
		willThrow(modifie).willThrow(modifie).willDoNothing().given(this.admissions).retirer(REFERENCE, "x");
		HttpResponse<String> reponse = postUneFois(CHEMIN + "/retrait", "{\"motif\":\"x\"}", "cle-1");
		assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(200);
		assertThat(postUneFois(CHEMIN + "/retrait", "{\"motif\":\"x\"}", "cle-1").body()).isEqualTo(reponse.body());
		then(this.admissions).should(times(3)).retirer(REFERENCE, "x");
	}

	@Test
	void a_withdrawal_that_keeps_colliding_is_a_conflict_and_not_a_closed_case() {
		given(this.dossiers.trouver(REFERENCE)).willReturn(Optional.of(dossier(REFERENCE, "accueil")));
		DossierModifie modifie = new DossierModifie(REFERENCE, null);
		willThrow(modifie).given(this.admissions).retirer(REFERENCE, "x");
		HttpResponse<String> reponse = postUneFois(CHEMIN + "/retrait", "{\"motif\":\"x\"}", "cle-2");
		JsonNode probleme = probleme(reponse, 409, "conflit");
		assertThat(probleme.path("detail").asText())
			.isEqualTo("Ce dossier est modifié au même moment, rien n'a été enregistré : recommencez.");
		assertThat(reponse.headers().firstValue("Retry-After")).hasValue("1");
		then(this.admissions).should(times(4)).retirer(REFERENCE, "x");
		willDoNothing().given(this.admissions).retirer(REFERENCE, "x");
		assertThat(postUneFois(CHEMIN + "/retrait", "{\"motif\":\"x\"}", "cle-2").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{}|motif", "{\"motif\":\"\"}|motif", "{\"motif\":1}|motif",
			"{\"motif\":\"x\",\"autre\":1}|autre", "{\"motif\":\"\\u0000\"}|motif" })
	void a_withdrawal_needs_its_reason(String corps, String champ) {
		given(this.dossiers.trouver(REFERENCE)).willReturn(Optional.of(dossier(REFERENCE, "accueil")));
		JsonNode probleme = probleme(post(CHEMIN + "/retrait", corps), 400, "champ-invalide");
		assertThat(probleme.path("erreurs").path(0).path("champ").asText()).isEqualTo(champ);
		then(this.admissions).should(never()).retirer(any(), any());
	}

	@Test
	void a_programme_that_the_key_is_not_for_has_no_cases() {
		given(this.dossiers.duPartenaire(this.partenaire, new Dossiers.Portee(Set.of(), Set.of("37", "45")), null, null,
				0, 50))
			.willReturn(Page.empty());
		assertThat(get("/api/v1/dossiers?programme=centre-ressources").statusCode()).isEqualTo(200);
	}

	@Test
	void a_key_without_the_territory_or_the_programme_of_a_case_does_not_find_it() {
		Dossier ailleurs = dossier(REFERENCE, "admission-cae", "44", "accueil", null, this.partenaire);
		Dossier autre = dossier(REFERENCE, "mission-compagnonnage", "37", "cadrage", null, this.partenaire);
		for (Dossier dossier : List.of(ailleurs, autre)) {
			given(this.dossiers.trouver(REFERENCE)).willReturn(Optional.of(dossier));
			probleme(get(CHEMIN), 404, "introuvable");
			probleme(post(CHEMIN + "/retrait", "{\"motif\":\"x\"}"), 404, "introuvable");
		}
	}

}
