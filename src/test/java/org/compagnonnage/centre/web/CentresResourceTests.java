package org.compagnonnage.centre.web;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.compagnonnage.centre.NouveauCentre;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.support.PartnerApiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentCaptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

/** Asking for a centre: what is right opens a case, what is wrong changes nothing. */
class CentresResourceTests extends PartnerApiTest {

	private static final String CHEMIN = "/api/v1/centres";

	private static final String PERIMETRE = "cma-hauts-de-france";

	private static final String MISSION = "MIS-2026-000012";

	private static final String CENTRE = """
			{"missionOrigine":"MIS-2026-000012","structure":{"nom":"Chambre de métiers de Thiès","contact":
			{"prenom":"Awa","nom":"Diallo","courriel":"awa@exemple.sn","telephone":"+221 33 951 00 00"}},
			"pays":"Sénégal","objet":"Un atelier commun","perimetre":"cma-hauts-de-france"}""";

	@BeforeEach
	void thePartnerHasAFinishedMission() {
		this.cle = this.partenaires
			.delivrer(this.partenaire, List.of("centre-ressources"), List.of(PERIMETRE, "lille"),
					LocalDate.now().plusMonths(1))
			.cle();
		given(this.dossiers.trouver(MISSION)).willReturn(Optional
			.of(mission("mission-compagnonnage", PERIMETRE, "close", "mission-capitalisee", this.partenaire)));
	}

	@Test
	void a_right_demand_opens_a_case() {
		given(this.centres.ouvrir(any())).willReturn(centre());
		HttpResponse<String> reponse = post(CHEMIN, CENTRE.replace("\"Awa\"", "\" Awa \""));
		assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(201);
		String url = "http://localhost:" + this.port + "/api/v1/dossiers/CRP-2026-000003";
		assertThat(reponse.headers().firstValue("Location")).hasValue(url);
		assertThat(lire(reponse)).isEqualTo(this.json.createObjectNode()
			.put("reference", "CRP-2026-000003")
			.put("programme", "centre-ressources")
			.put("etat", "eligibilite")
			.put("url", url));
		ArgumentCaptor<NouveauCentre> demande = ArgumentCaptor.captor();
		then(this.centres).should().ouvrir(demande.capture());
		assertThat(demande.getValue())
			.isEqualTo(new NouveauCentre(MISSION, "Chambre de métiers de Thiès", "Awa", "Diallo", "awa@exemple.sn",
					"+221 33 951 00 00", "Sénégal", "Un atelier commun", PERIMETRE, this.partenaire));
	}

	@Test
	void a_contact_may_have_no_telephone() {
		given(this.centres.ouvrir(any())).willReturn(centre());
		assertThat(post(CHEMIN, CENTRE.replace(",\"telephone\":\"+221 33 951 00 00\"", "")).statusCode())
			.isEqualTo(201);
	}

	@ParameterizedTest
	@CsvSource({ "mission-compagnonnage, cma-hauts-de-france, close, mission-capitalisee, autre",
			"mission-compagnonnage, cma-hauts-de-france, close, mission-capitalisee,",
			"mission-compagnonnage, lille, close, mission-capitalisee, soi",
			"mission-compagnonnage, cma-hauts-de-france, close, mission-annulee, soi",
			"mission-compagnonnage, cma-hauts-de-france, capitalisation,, soi",
			"programme-consulaire, cma-hauts-de-france, close, programme-acheve, soi" })
	void only_a_finished_mission_of_ones_own_will_do(String programme, String perimetre, String etat, String issue,
			String partenaire) {
		given(this.dossiers.trouver(MISSION)).willReturn(Optional
			.of(mission(programme, perimetre, etat, issue, "soi".equals(partenaire) ? this.partenaire : partenaire)));
		assertMissionRefusee(CENTRE);
	}

	@Test
	void a_mission_that_nobody_knows_will_not_do() {
		assertMissionRefusee(CENTRE.replace(MISSION, "MIS-2026-000013"));
	}

	private void assertMissionRefusee(String corps) {
		JsonNode probleme = probleme(post(CHEMIN, corps), 400, "champ-invalide");
		assertThat(probleme.path("erreurs")).isEqualTo(this.json.createArrayNode()
			.add(this.json.createObjectNode()
				.put("champ", "missionOrigine")
				.put("message",
						"Aucune de vos missions achevées et capitalisées dans ce périmètre n'a cette référence.")));
		then(this.centres).should(never()).ouvrir(any());
	}

	static Stream<Arguments> champsInvalides() {
		return Stream.of(remplace("\"missionOrigine\":\"MIS-2026-000012\",", "", "missionOrigine"),
				remplace("\"MIS-2026-000012\"", "\" \"", "missionOrigine"),
				remplace("\"MIS-2026-000012\"", "12", "missionOrigine"),
				remplace("\"MIS-2026-000012\"", "\"" + "M".repeat(31) + "\"", "missionOrigine"),
				remplace("\"nom\":\"Chambre de métiers de Thiès\",", "", "structure.nom"),
				remplace("Chambre de métiers de Thiès", "é".repeat(101), "structure.nom"),
				remplace("\"Awa\"", "\"\"", "structure.contact.prenom"),
				remplace("\"Diallo\"", "true", "structure.contact.nom"),
				remplace("awa@exemple.sn", "awa", "structure.contact.courriel"),
				remplace("+221 33 951 00 00", "zéro", "structure.contact.telephone"),
				remplace("\"prenom\":\"Awa\",", "\"prenom\":\"Awa\",\"age\":3,", "structure.contact.age"),
				remplace("\"Sénégal\"", "null", "pays"), remplace("Sénégal", "é".repeat(101), "pays"),
				remplace("Un atelier commun", "é".repeat(4001), "objet"),
				remplace("Un atelier commun", "a\\u0007b", "objet"), remplace("Un atelier commun", "👩", "objet"),
				remplace("\"cma-hauts-de-france\"", "\"ailleurs\"", "perimetre"),
				remplace("\"cma-hauts-de-france\"", "59", "perimetre"),
				remplace(",\"perimetre\":\"cma-hauts-de-france\"", "", "perimetre"),
				remplace("\"pays\":", "\"reference\":\"CRP-1\",\"pays\":", "reference"));
	}

	private static Arguments remplace(String avant, String apres, String champ) {
		assertThat(CENTRE).contains(avant);
		return arguments(CENTRE.replace(avant, apres), champ);
	}

	@ParameterizedTest
	@MethodSource("champsInvalides")
	void a_wrong_field_is_named_and_opens_nothing(String corps, String champ) {
		JsonNode probleme = probleme(post(CHEMIN, corps), 400, "champ-invalide");
		assertThat(probleme.path("erreurs")).hasSize(1);
		assertThat(probleme.path("erreurs").path(0).path("champ").asText()).isEqualTo(champ);
		assertThat(probleme.path("erreurs").path(0).path("message").asText()).matches("(Ce|Cette) .+[.)]");
		then(this.centres).should(never()).ouvrir(any());
	}

	@Test
	void all_errors_come_at_once() {
		JsonNode probleme = probleme(post(CHEMIN, """
				{"structure":{"contact":{"prenom":1,"courriel":"x"}},"perimetre":"99","autre":true}"""), 400,
				"champ-invalide");
		List<String> champs = new ArrayList<>();
		probleme.path("erreurs").forEach((erreur) -> champs.add(erreur.path("champ").asText()));
		assertThat(champs).containsExactlyInAnyOrder("missionOrigine", "structure.nom", "structure.contact.prenom",
				"structure.contact.nom", "structure.contact.courriel", "pays", "objet", "perimetre", "autre");
	}

	@Test
	void another_perimetre_or_programme_than_the_keys_is_forbidden() {
		HttpResponse<String> reponse = post(CHEMIN, CENTRE.replace("cma-hauts-de-france", "oise"));
		probleme(reponse, 403, "portee-insuffisante");
		assertThat(reponse.headers().firstValue("WWW-Authenticate")).get().asString().contains("insufficient_scope");
		this.cle = this.partenaires
			.delivrer(this.partenaire, List.of("admission-cae"), List.of(PERIMETRE), LocalDate.now().plusMonths(1))
			.cle();
		probleme(post(CHEMIN, CENTRE), 403, "portee-insuffisante");
		then(this.centres).should(never()).ouvrir(any());
	}

	private Dossier centre() {
		return new Dossier("CRP-2026-000003", "centre-ressources", PERIMETRE, "eligibilite", null, this.partenaire,
				MISSION, Instant.parse("2026-11-21T09:30:00Z"), null);
	}

	private static Dossier mission(String programme, String perimetre, String etat, String issue, String partenaire) {
		return new Dossier(MISSION, programme, perimetre, etat, issue, partenaire, null,
				Instant.parse("2026-03-02T09:30:00Z"), (issue != null) ? Instant.parse("2026-11-02T16:00:00Z") : null);
	}

}
