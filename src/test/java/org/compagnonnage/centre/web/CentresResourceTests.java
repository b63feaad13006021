package org.compagnonnage.centre.web;

import java.net.http.HttpResponse;
import java.util.Optional;

import org.compagnonnage.centre.NouveauCentre;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.support.PartnerApiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

import static org.assertj.core.api.Assertions.assertThat;
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
		cleDe("centre-ressources", PERIMETRE, "lille");
		given(this.dossiers.trouver(MISSION)).willReturn(Optional
			.of(mission("mission-compagnonnage", PERIMETRE, "close", "mission-capitalisee", this.partenaire)));
	}

	@Test
	void a_right_demand_opens_a_case() {
		given(this.centres.ouvrir(any())).willReturn(centre());
		assertOuvert(post(CHEMIN, CENTRE.replace("\"Awa\"", "\" Awa \"")), centre());
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
		assertThat(assertRefuse(post(CHEMIN, corps), "missionOrigine").path(0).path("message").asText())
			.isEqualTo("Aucune de vos missions achevées et capitalisées dans ce périmètre n'a cette référence.");
		then(this.centres).should(never()).ouvrir(any());
	}

	/** One of the same partner is named, another's is not. */
	@ParameterizedTest
	@CsvSource({ "soi, Un centre de ressources fait déjà suite à cette mission : CRP-2026-000003.",
			"autre, Un centre de ressources fait déjà suite à cette mission.",
			", Un centre de ressources fait déjà suite à cette mission." })
	void a_mission_has_one_centre(String partenaire, String refus) {
		given(this.prerequis.suite(MISSION)).willReturn(Optional.of(dossier("CRP-2026-000003", "centre-ressources",
				PERIMETRE, "eligibilite", null, "soi".equals(partenaire) ? this.partenaire : partenaire)));
		assertThat(assertRefuse(post(CHEMIN, CENTRE), "missionOrigine").path(0).path("message").asText())
			.isEqualTo(refus);
		then(this.centres).should(never()).ouvrir(any());
	}

	@ParameterizedTest(name = "{0} = {1}")
	@MethodSource("org.compagnonnage.support.PartnerApiTest#demandesInvalides")
	void a_wrong_field_of_any_request_is_named_and_opens_nothing(String champ, String valeur) {
		assertRefuse(post(CHEMIN, avec(CENTRE, champ, valeur)), champ);
		then(this.centres).should(never()).ouvrir(any());
	}

	@ParameterizedTest
	@ValueSource(strings = { "\" \"", "12", "null", "\"MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM\"" })
	void what_is_no_reference_is_named_and_opens_nothing(String mission) {
		assertRefuse(post(CHEMIN, avec(CENTRE, "missionOrigine", mission)), "missionOrigine");
		then(this.centres).should(never()).ouvrir(any());
	}

	@Test
	void all_errors_come_at_once() {
		assertRefuse(post(CHEMIN, """
				{"structure":{"contact":{"prenom":1,"courriel":"x"}},"perimetre":"99","autre":true}"""),
				"missionOrigine", "structure.nom", "structure.contact.prenom", "structure.contact.nom",
				"structure.contact.courriel", "pays", "objet", "perimetre", "autre");
	}

	@Test
	void another_perimetre_or_programme_than_the_keys_is_forbidden() {
		HttpResponse<String> reponse = post(CHEMIN, CENTRE.replace("cma-hauts-de-france", "oise"));
		probleme(reponse, 403, "portee-insuffisante");
		assertThat(reponse.headers().firstValue("WWW-Authenticate")).get().asString().contains("insufficient_scope");
		cleDe("admission-cae", PERIMETRE);
		probleme(post(CHEMIN, CENTRE), 403, "portee-insuffisante");
		then(this.centres).should(never()).ouvrir(any());
	}

	private Dossier centre() {
		return dossier("CRP-2026-000003", "centre-ressources", PERIMETRE, "eligibilite", null, this.partenaire);
	}

	private static Dossier mission(String programme, String perimetre, String etat, String issue, String partenaire) {
		return dossier(MISSION, programme, perimetre, etat, issue, partenaire);
	}

}
