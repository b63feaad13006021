package org.compagnonnage.admission.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.compagnonnage.admission.NouvelleDemande;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.support.PartnerApiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

/** Opening an admission: what is right opens a case, what is wrong changes nothing. */
class AdmissionsResourceTests extends PartnerApiTest {

	private static final String CHEMIN = "/api/v1/admissions";

	@Test
	void a_right_demand_opens_a_case() {
		Dossier ouvert = dossier("ADM-2026-000123", "accueil");
		given(this.admissions.ouvrir(any())).willReturn(ouvert);
		assertOuvert(post(CHEMIN, DEMANDE.replace("\"Ana\"", "\" Ana \"")), ouvert);
		ArgumentCaptor<NouvelleDemande> demande = ArgumentCaptor.captor();
		then(this.admissions).should().ouvrir(demande.capture());
		assertThat(demande.getValue()).isEqualTo(new NouvelleDemande("Ana", "Le Goff", "ana@exemple.fr",
				"06 12 34 56 78", "37", "Céramique utilitaire", this.partenaire, "BGE", null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"telephone\":null}", "{\"nom\":\"Žižek-Ó'Brien\"}",
			"{\"telephone\":\"+33 (0)6.12.34.56.78\"}",
			"{\"prenom\":\"1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890\"}" })
	void unusual_but_possible_values_are_taken(String porteur) throws Exception {
		given(this.admissions.ouvrir(any())).willReturn(dossier("ADM-2026-000123", "accueil"));
		JsonNode demande = this.json.readTree(DEMANDE);
		this.json.readerForUpdating(demande.path("porteur")).readValue(porteur);
		assertThat(post(CHEMIN, demande.toString()).statusCode()).isEqualTo(201);
	}

	@ParameterizedTest
	@MethodSource("org.compagnonnage.support.TextesImprimables#europeens")
	void the_letters_of_europe_are_taken(String nom) throws Exception {
		given(this.admissions.ouvrir(any())).willReturn(dossier("ADM-2026-000123", "accueil"));
		ObjectNode demande = (ObjectNode) this.json.readTree(DEMANDE);
		((ObjectNode) demande.path("porteur")).put("nom", nom);
		assertThat(post(CHEMIN, demande.toString()).statusCode()).isEqualTo(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "porteur.prenom", "porteur.nom", "projet.resume" })
	void what_a_contract_cannot_print_is_named_and_opens_nothing(String champ) {
		JsonNode erreurs = assertRefuse(post(CHEMIN, avec(DEMANDE, champ, "\"Zoé 👩‍🎨\"")), champ);
		assertThat(erreurs.path(0).path("message").asText())
			.isEqualTo("Ce texte contient « 👩 », un caractère qui ne peut pas être imprimé dans un document.");
		then(this.admissions).should(never()).ouvrir(any());
	}

	@ParameterizedTest
	@MethodSource("org.compagnonnage.support.Adresses#possibles")
	void every_possible_address_is_taken(String courriel) throws Exception {
		given(this.admissions.ouvrir(any())).willReturn(dossier("ADM-2026-000123", "accueil"));
		ObjectNode demande = (ObjectNode) this.json.readTree(DEMANDE);
		((ObjectNode) demande.path("porteur")).put("courriel", courriel);
		assertThat(post(CHEMIN, demande.toString()).statusCode()).isEqualTo(201);
	}

	@ParameterizedTest
	@MethodSource("org.compagnonnage.support.Adresses#impossibles")
	void an_impossible_address_is_named_and_opens_nothing(String courriel) throws Exception {
		ObjectNode demande = (ObjectNode) this.json.readTree(DEMANDE);
		((ObjectNode) demande.path("porteur")).put("courriel", courriel);
		JsonNode probleme = probleme(post(CHEMIN, demande.toString()), 400, "champ-invalide");
		assertThat(probleme.path("erreurs")).isEqualTo(this.json.createArrayNode()
			.add(this.json.createObjectNode()
				.put("champ", "porteur.courriel")
				.put("message", "Cette adresse électronique est impossible.")));
		then(this.admissions).should(never()).ouvrir(any());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "02/47/05/12/34|02 47 05 12 34", "+33 (0) 2 47 05 12 34|+33 2 47 05 12 34",
			"02\u00a047\u202f05.12.34|02 47 05 12 34" })
	void a_phone_number_is_kept_as_the_forms_of_the_staff_take_it(String ecrit, String garde) throws Exception {
		given(this.admissions.ouvrir(any())).willReturn(dossier("ADM-2026-000123", "accueil"));
		ObjectNode demande = (ObjectNode) this.json.readTree(DEMANDE);
		((ObjectNode) demande.path("porteur")).put("telephone", ecrit);
		assertThat(post(CHEMIN, demande.toString()).statusCode()).isEqualTo(201);
		ArgumentCaptor<NouvelleDemande> ouverte = ArgumentCaptor.captor();
		then(this.admissions).should().ouvrir(ouverte.capture());
		assertThat(ouverte.getValue().porteurTelephone()).isEqualTo(garde);
	}

	static Stream<Arguments> champsInvalides() {
		return Stream.of(remplace("\"prenom\":\"Ana\",", "", "porteur.prenom"),
				remplace("\"Ana\"", "\"\"", "porteur.prenom"), remplace("\"Ana\"", "\" \\u00a0 \"", "porteur.prenom"),
				remplace("\"Ana\"", "null", "porteur.prenom"), remplace("\"Ana\"", "12", "porteur.prenom"),
				remplace("\"Ana\"", "true", "porteur.prenom"), remplace("\"Ana\"", "[\"Ana\"]", "porteur.prenom"),
				remplace("\"Ana\"", "{}", "porteur.prenom"),
				remplace("\"Ana\"", "\"" + "é".repeat(101) + "\"", "porteur.prenom"),
				remplace("\"Ana\"", "\"A\\u0000na\"", "porteur.prenom"),
				remplace("\"Ana\"", "\"A\\nna\"", "porteur.prenom"),
				remplace("\"Ana\"", "\"A\\ud800\"", "porteur.prenom"),
				remplace("\"Ana\"", "\"\\udc00A\"", "porteur.prenom"),
				remplace("\"Ana\"", "\"A\\u202ena\"", "porteur.prenom"),
				remplace("\"Ana\"", "\"\\u200b\\u200b\"", "porteur.prenom"),
				remplace("\"Ana\"", "\"A\\uffff\"", "porteur.prenom"),
				remplace("ana@exemple.fr", "ana", "porteur.courriel"),
				remplace("ana@exemple.fr", "ana@exemple", "porteur.courriel"),
				remplace("06 12 34 56 78", "zéro six", "porteur.telephone"),
				remplace("06 12 34 56 78", "", "porteur.telephone"),
				remplace("06 12 34 56 78", "3949", "porteur.telephone"),
				remplace("06 12 34 56 78", "0612345678901234567", "porteur.telephone"),
				remplace("\"06 12 34 56 78\"", "612345678", "porteur.telephone"),
				remplace("\"37\"", "\"75\"", "territoire"), remplace("\"37\"", "37", "territoire"),
				remplace("\"37\"", "\"37\\u0000\"", "territoire"), remplace("\"37\"", "\"\"", "territoire"),
				remplace("\"territoire\":\"37\",", "", "territoire"),
				remplace("{\"resume\":\"Céramique utilitaire\"}", "{}", "projet.resume"),
				remplace("{\"resume\":\"Céramique utilitaire\"}", "\"Céramique\"", "projet"),
				remplace("{\"resume\":\"Céramique utilitaire\"}", "[]", "projet"),
				remplace("{\"resume\":\"Céramique utilitaire\"}", "null", "projet"),
				remplace("Céramique utilitaire", "é".repeat(4001), "projet.resume"),
				remplace("Céramique utilitaire", "a\\u0007b", "projet.resume"),
				remplace("\"territoire\":", "\"age\":30,\"territoire\":", "age"),
				remplace("\"prenom\":", "\"reference\":\"ADM-1\",\"prenom\":", "porteur.reference"),
				remplace("\"territoire\":", "\"dossierOrigine\":12,\"territoire\":", "dossierOrigine"),
				remplace("\"territoire\":", "\"dossierOrigine\":\"ADM-2025-000009\",\"territoire\":", "dossierOrigine"),
				remplace("\"territoire\":", "\"dossierOrigine\":\"\\u0000\",\"territoire\":", "dossierOrigine"));
	}

	private static Arguments remplace(String avant, String apres, String champ) {
		assertThat(DEMANDE).contains(avant);
		return arguments(DEMANDE.replace(avant, apres), champ);
	}

	@ParameterizedTest
	@MethodSource("champsInvalides")
	void a_wrong_field_is_named_and_opens_nothing(String corps, String champ) {
		assertRefuse(post(CHEMIN, corps), champ);
		then(this.admissions).should(never()).ouvrir(any());
	}

	@Test
	void a_case_of_another_partner_cannot_be_the_origin() {
		given(this.dossiers.trouver("ADM-2025-000009"))
			.willReturn(Optional.of(dossier("ADM-2025-000009", "admission-cae", "37", "close", "cape-signe", "autre")));
		probleme(
				post(CHEMIN,
						DEMANDE.replace("\"territoire\":", "\"dossierOrigine\":\"ADM-2025-000009\",\"territoire\":")),
				400, "champ-invalide");
		then(this.admissions).should(never()).ouvrir(any());
	}

	@Test
	void an_own_case_may_be_the_origin() {
		given(this.dossiers.trouver("ADM-2025-000009")).willReturn(Optional.of(dossier("ADM-2025-000009", "close")));
		given(this.admissions.ouvrir(any())).willReturn(dossier("ADM-2026-000123", "accueil"));
		assertThat(post(CHEMIN,
				DEMANDE.replace("\"territoire\":", "\"dossierOrigine\":\"ADM-2025-000009\",\"territoire\":"))
			.statusCode()).isEqualTo(201);
	}

	@Test
	void all_errors_come_at_once() {
		assertRefuse(post(CHEMIN, """
				{"porteur":{"prenom":1,"courriel":"x","age":3},"territoire":"99","autre":true}"""), "porteur.prenom",
				"porteur.nom", "porteur.courriel", "porteur.age", "territoire", "projet", "autre");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "[]", "null", "12", "\"x\"", "{\"a\":1,}", "{'a':1}", "{} {}", "{}x",
			"{\"territoire\":\"37\",\"territoire\":\"45\"}", "{\"porteur\":{\"nom\":\"a\",\"nom\":\"b\"}}",
			"{\"a\":NaN}", "{\"a\":01}", "\ufeff{}", "// x\n{}" })
	void what_is_not_one_json_object_is_unreadable(String corps) {
		probleme(post(CHEMIN, corps), 400, "corps-illisible");
	}

	@Test
	void deep_json_huge_numbers_and_other_encodings_are_unreadable() {
		probleme(post(CHEMIN, "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}"), 400, "corps-illisible");
		probleme(post(CHEMIN, "{\"a\":" + "9".repeat(5000) + "}"), 400, "corps-illisible");
		probleme(post(CHEMIN, DEMANDE.getBytes(StandardCharsets.UTF_16)), 400, "corps-illisible");
		probleme(post(CHEMIN, DEMANDE.getBytes(StandardCharsets.ISO_8859_1)), 400, "corps-illisible");
	}

	@Test
	void the_duplicate_field_is_named() {
		assertThat(probleme(post(CHEMIN, "{\"territoire\":\"37\",\"territoire\":\"45\"}"), 400, "corps-illisible")
			.path("detail")
			.asText()).contains("territoire");
	}

	@Test
	void a_body_over_64_kib_is_refused_announced_or_not() {
		byte[] trop = (DEMANDE + " ".repeat(262_145 - DEMANDE.getBytes(StandardCharsets.UTF_8).length))
			.getBytes(StandardCharsets.UTF_8);
		byte[] juste = Arrays.copyOf(trop, 262_144);
		probleme(post(CHEMIN, trop), 413, "corps-trop-volumineux");
		probleme(postEnMorceaux(CHEMIN, trop), 413, "corps-trop-volumineux");
		then(this.admissions).should(never()).ouvrir(any());
		given(this.admissions.ouvrir(any())).willReturn(dossier("ADM-2026-000123", "accueil"));
		assertThat(post(CHEMIN, juste).statusCode()).isEqualTo(201);
		assertThat(postEnMorceaux(CHEMIN, juste).statusCode()).isEqualTo(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/xml", "application/x-www-form-urlencoded",
			"application/vnd.api+json", "multipart/form-data; boundary=x", "n'importe quoi", "" })
	void another_media_type_is_refused(String type) {
		var requete = requete(CHEMIN).POST(BodyPublishers.ofString(DEMANDE));
		probleme(envoyer(type.isEmpty() ? requete : requete.header("Content-Type", type)), 415,
				"format-non-pris-en-charge");
	}

	@Test
	void an_answer_that_the_caller_cannot_read_opens_nothing() {
		probleme(envoyer(requete(CHEMIN).header("Content-Type", "application/json")
			.header("Accept", "text/html")
			.POST(BodyPublishers.ofString(DEMANDE))), 406, "format-non-accepte");
		then(this.admissions).should(never()).ouvrir(any());
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "PUT", "PATCH", "DELETE" })
	void another_verb_is_refused_with_those_allowed(String verbe) {
		HttpResponse<String> reponse = envoyer(requete(CHEMIN).header("Content-Type", "application/json")
			.method(verbe, BodyPublishers.ofString("{}")));
		probleme(reponse, 405, "methode-refusee");
		assertThat(reponse.headers().firstValue("Allow")).hasValue("POST");
	}

	@Test
	void another_territory_than_the_keys_is_forbidden() {
		HttpResponse<String> reponse = post(CHEMIN, DEMANDE.replace("\"37\"", "\"44\""));
		probleme(reponse, 403, "portee-insuffisante");
		assertThat(reponse.headers().firstValue("WWW-Authenticate")).get().asString().contains("insufficient_scope");
		then(this.admissions).should(never()).ouvrir(any());
	}

	@Test
	void a_failure_of_ours_tells_nothing_of_its_inside() {
		given(this.admissions.ouvrir(any())).willThrow(new IllegalStateException("secret"));
		HttpResponse<String> reponse = post(CHEMIN, DEMANDE);
		probleme(reponse, 500, "erreur-interne");
		assertThat(reponse.body()).doesNotContain("secret");
	}

}
