package org.compagnonnage.consulaire.web;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.compagnonnage.consulaire.NouveauProgramme;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.support.PartnerApiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentCaptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

/** Asking for a programme: what is right opens a case, what is wrong changes nothing. */
class ProgrammesConsulairesResourceTests extends PartnerApiTest {

	private static final String CHEMIN = "/api/v1/programmes-consulaires";

	private static final String PROGRAMME_DEMANDE = """
			{"perimetre":"cma-hauts-de-france","structure":{"nom":"Chambre de Dakar","contact":
			{"prenom":"Awa","nom":"Ndiaye","courriel":"awa@exemple.sn","telephone":"+221 33 823 00 00"}},
			"pays":"Sénégal","objet":"Former les élus"}""";

	@BeforeEach
	void aKeyForTheProgramme() {
		this.cle = this.partenaires
			.delivrer(this.partenaire, List.of("programme-consulaire"), List.of("cma-hauts-de-france", "37"),
					LocalDate.now().plusMonths(1))
			.cle();
	}

	@Test
	void a_right_demand_opens_a_case() {
		given(this.programmes.ouvrir(any())).willReturn(programme("CON-2026-000123", "cadrage", this.partenaire));
		HttpResponse<String> reponse = post(CHEMIN, PROGRAMME_DEMANDE.replace("\"Awa\"", "\" Awa \""));
		assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(201);
		String url = "http://localhost:" + this.port + "/api/v1/dossiers/CON-2026-000123";
		assertThat(reponse.headers().firstValue("Location")).hasValue(url);
		assertThat(lire(reponse)).isEqualTo(this.json.createObjectNode()
			.put("reference", "CON-2026-000123")
			.put("programme", "programme-consulaire")
			.put("etat", "cadrage")
			.put("url", url));
		assertThat(ouverte()).isEqualTo(new NouveauProgramme("cma-hauts-de-france", "Chambre de Dakar", "Awa", "Ndiaye",
				"awa@exemple.sn", "+221 33 823 00 00", "Sénégal", "Former les élus", this.partenaire, null));
	}

	@Test
	void what_is_optional_may_be_left_out() {
		given(this.programmes.ouvrir(any())).willReturn(programme("CON-2026-000123", "cadrage", this.partenaire));
		assertThat(post(CHEMIN, PROGRAMME_DEMANDE.replace(",\"telephone\":\"+221 33 823 00 00\"", "")).statusCode())
			.isEqualTo(201);
		assertThat(ouverte().contactTelephone()).isNull();
	}

	@Test
	void an_own_case_may_be_the_origin_and_another_partners_may_not() {
		given(this.programmes.ouvrir(any())).willReturn(programme("CON-2026-000123", "cadrage", this.partenaire));
		String corps = PROGRAMME_DEMANDE.replace("\"pays\":", "\"dossierOrigine\":\"CON-2025-000009\",\"pays\":");
		given(this.dossiers.trouver("CON-2025-000009"))
			.willReturn(Optional.of(programme("CON-2025-000009", "close", "un-autre")));
		JsonNode probleme = probleme(post(CHEMIN, corps), 400, "champ-invalide");
		assertThat(probleme.path("erreurs").path(0).path("champ").asText()).isEqualTo("dossierOrigine");
		then(this.programmes).should(never()).ouvrir(any());

		given(this.dossiers.trouver("CON-2025-000009"))
			.willReturn(Optional.of(programme("CON-2025-000009", "close", this.partenaire)));
		assertThat(post(CHEMIN, corps).statusCode()).isEqualTo(201);
		assertThat(ouverte().dossierOrigine()).isEqualTo("CON-2025-000009");
	}

	@ParameterizedTest
	@MethodSource("champsInvalides")
	void a_wrong_field_is_named_and_opens_nothing(String corps, String champ) {
		JsonNode probleme = probleme(post(CHEMIN, corps), 400, "champ-invalide");
		assertThat(probleme.path("erreurs")).hasSize(1);
		assertThat(probleme.path("erreurs").path(0).path("champ").asText()).isEqualTo(champ);
		assertThat(probleme.path("erreurs").path(0).path("message").asText()).matches("(Ce|Cette|Aucun) .+[.)]");
		then(this.programmes).should(never()).ouvrir(any());
	}

	static Stream<Arguments> champsInvalides() {
		return Stream.of(remplace("cma-hauts-de-france", "mars", "perimetre"),
				remplace("\"cma-hauts-de-france\"", "37", "perimetre"),
				remplace("\"perimetre\":\"cma-hauts-de-france\",", "", "perimetre"),
				remplace("\"Chambre de Dakar\"", "\" \"", "structure.nom"),
				remplace("\"Chambre de Dakar\"", "12", "structure.nom"),
				remplace("Chambre de Dakar", "é".repeat(101), "structure.nom"),
				remplace("Chambre de Dakar", "Zoé 👩‍🎨", "structure.nom"),
				remplace("\"prenom\":\"Awa\",", "", "structure.contact.prenom"),
				remplace("\"Ndiaye\"", "null", "structure.contact.nom"),
				remplace("awa@exemple.sn", "awa", "structure.contact.courriel"),
				remplace("+221 33 823 00 00", "demain", "structure.contact.telephone"),
				remplace("\"Sénégal\"", "\"\"", "pays"), remplace("Sénégal", "a\\nb", "pays"),
				remplace("Former les élus", "é".repeat(4001), "objet"), remplace("\"Former les élus\"", "[]", "objet"),
				remplace("\"pays\":", "\"age\":30,\"pays\":", "age"),
				remplace("\"prenom\":", "\"login\":\"x\",\"prenom\":", "structure.contact.login"),
				remplace("\"pays\":", "\"dossierOrigine\":\"CON-2025-000009\",\"pays\":", "dossierOrigine"));
	}

	private static Arguments remplace(String avant, String apres, String champ) {
		assertThat(PROGRAMME_DEMANDE).contains(avant);
		return arguments(PROGRAMME_DEMANDE.replace(avant, apres), champ);
	}

	@Test
	void all_errors_come_at_once() {
		JsonNode probleme = probleme(post(CHEMIN, "{\"perimetre\":\"mars\",\"structure\":{},\"autre\":true}"), 400,
				"champ-invalide");
		List<String> champs = new ArrayList<>();
		probleme.path("erreurs").forEach((erreur) -> champs.add(erreur.path("champ").asText()));
		assertThat(champs).containsExactlyInAnyOrder("perimetre", "structure.nom", "structure.contact", "pays", "objet",
				"autre");
	}

	@Test
	void another_perimetre_or_programme_than_the_keys_is_forbidden() {
		probleme(post(CHEMIN, PROGRAMME_DEMANDE.replace("cma-hauts-de-france", "lille")), 403, "portee-insuffisante");
		this.cle = this.partenaires
			.delivrer(this.partenaire, List.of("admission-cae"), List.of("37"), LocalDate.now().plusMonths(1))
			.cle();
		probleme(post(CHEMIN, PROGRAMME_DEMANDE.replace("cma-hauts-de-france", "37")), 403, "portee-insuffisante");
		then(this.programmes).should(never()).ouvrir(any());
	}

	@Test
	void the_states_and_outcomes_are_those_of_the_model() {
		assertThat(new ConsulairePartenaires().programmeConsulaireSuivi()).satisfies((suivi) -> {
			assertThat(suivi.programme()).isEqualTo("programme-consulaire");
			assertThat(suivi.etats()).containsOnlyKeys("cadrage", "termes-de-reference", "diagnostic", "accompagnement",
					"bilan");
			assertThat(suivi.issues()).containsOnlyKeys("programme-acheve", "programme-interrompu",
					"demande-non-recevable", "dossier-annule");
		});
	}

	private NouveauProgramme ouverte() {
		ArgumentCaptor<NouveauProgramme> demande = ArgumentCaptor.captor();
		then(this.programmes).should().ouvrir(demande.capture());
		return demande.getValue();
	}

	private static Dossier programme(String reference, String etat, String partenaire) {
		return new Dossier(reference, "programme-consulaire", "cma-hauts-de-france", etat, null, partenaire, null,
				Instant.parse("2026-11-21T09:30:00Z"), null);
	}

}
