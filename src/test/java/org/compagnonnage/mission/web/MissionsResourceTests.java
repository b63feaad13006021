package org.compagnonnage.mission.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.mission.Demande;
import org.compagnonnage.mission.NouvelleMission;
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

/** Asking for a mission: what is right opens a case, what is wrong changes nothing. */
class MissionsResourceTests extends PartnerApiTest {

	private static final String CHEMIN = "/api/v1/missions";

	private static final String MISSION = """
			{"perimetre":"lille","structure":{"nom":"Chambre de métiers de Dakar",
			"contact":{"prenom":"Aminata","nom":"Sarr","courriel":"aminata@exemple.sn","telephone":"+221 33/821.12.34"}},
			"pays":"Sénégal","objet":"Vendre aux hôtels.","debut":"2026-11-02","fin":"2026-11-29","artisansVolontaires":true,
			"filieres":[{"filiere":"bois","marche":"Mobilier d'hôtel"},{"filiere":"textile","marche":"Export"}],
			"groupes":[{"nom":"Menuisiers","filiere":"bois"},{"nom":"Ébénistes","filiere":"bois"},
			{"nom":"Tisserandes","filiere":"textile"}],
			"entreprises":[{"nom":"Menuiserie Diallo","filiere":"bois","groupe":"Menuisiers","contactNom":"O. Diallo","contactCourriel":"diallo@exemple.sn"},
			{"nom":"Menuiserie Ndiaye","filiere":"bois","groupe":"menuisiers"},
			{"nom":"Ébénisterie Sow","filiere":"bois","groupe":"Ebenistes"},
			{"nom":"Atelier Ba","filiere":"bois","groupe":"Ébénistes"},
			{"nom":"Tissages Faye","filiere":"textile","groupe":"Tisserandes"},
			{"nom":"Tissages Gueye","filiere":"textile","groupe":"Tisserandes"}]}""";

	@BeforeEach
	void aKeyForMissions() {
		cleDe("mission-compagnonnage", "lille");
	}

	@Test
	void a_right_demand_opens_a_case() {
		Dossier ouvert = mission("MIS-2026-000123", "cadrage");
		given(this.missions.ouvrir(any())).willReturn(ouvert);
		assertOuvert(post(CHEMIN, MISSION.replace("\"Aminata\"", "\" Aminata \"")), ouvert);
		ArgumentCaptor<NouvelleMission> demande = ArgumentCaptor.captor();
		then(this.missions).should().ouvrir(demande.capture());
		NouvelleMission mission = demande.getValue();
		assertThat(mission.contactPrenom()).isEqualTo("Aminata");
		assertThat(mission.contactTelephone()).isEqualTo("+221 33 821 12 34");
		assertThat(mission.partenaire()).isEqualTo(this.partenaire);
		assertThat(mission.demande().debut()).isEqualTo(LocalDate.of(2026, 11, 2));
		assertThat(mission.demande().filieres()).containsExactly(new Demande.Filiere("bois", "Mobilier d'hôtel"),
				new Demande.Filiere("textile", "Export"));
		assertThat(mission.demande().groupes()).hasSize(3);
		assertThat(mission.demande().entreprises()).hasSize(6)
			.first()
			.isEqualTo(new Demande.Entreprise("Menuiserie Diallo", "bois", "Menuisiers", "O. Diallo",
					"diallo@exemple.sn"));
	}

	@Test
	void a_market_that_is_not_identified_yet_may_be_missing() {
		given(this.missions.ouvrir(any())).willReturn(mission("MIS-2026-000123", "cadrage"));
		assertThat(post(CHEMIN, MISSION.replace(",\"marche\":\"Export\"", "")).statusCode()).isEqualTo(201);
	}

	@ParameterizedTest(name = "{0} = {1}")
	@MethodSource("org.compagnonnage.support.PartnerApiTest#demandesInvalides")
	void a_wrong_field_of_any_request_is_named_and_opens_nothing(String champ, String valeur) {
		assertRefuse(post(CHEMIN, avec(MISSION, champ, valeur)), champ);
		then(this.missions).should(never()).ouvrir(any());
	}

	static Stream<Arguments> champsInvalides() {
		return Stream.of(remplace("2026-11-02", "02/11/2026", "debut"), remplace("2026-11-02", "\u2003", "debut"),
				remplace("2026-11-29", "2026-02-31", "fin"), remplace("2026-11-29", "2026-11-02", "fin"),
				remplace("2026-11-29", "2026-10-02", "fin"), remplace("2026-11-29", "12026-11-29", "fin"),
				remplace("\"artisansVolontaires\":true", "\"artisansVolontaires\":\"oui\"", "artisansVolontaires"),
				remplace("\"artisansVolontaires\":true,", "", "artisansVolontaires"),
				remplace("{\"filiere\":\"textile\",\"marche\"", "{\"filiere\":\"bois\",\"marche\"",
						"filieres[1].filiere", "groupes[2].filiere", "entreprises[4].filiere",
						"entreprises[5].filiere"),
				remplace("\"Export\"}", "\"Export\"},{\"filiere\":\"verre\"}", "filieres[2].filiere",
						"filieres[2].filiere"),
				remplace("\"Export\"}", "\"Export\",\"prix\":2}", "filieres[1].prix"),
				remplace("\"Export\"}", "12}", "filieres[1].marche"),
				remplace("\"Export\"}", "\"Export\"},\"cuir\"", "filieres[2]"),
				remplace("\"Export\"}", "\"Export\"},null", "filieres[2]"),
				remplace("\"nom\":\"Ébénistes\"", "\"nom\":\"MENUISIERS\"", "groupes[1].nom", "entreprises[2].groupe",
						"entreprises[3].groupe"),
				remplace("{\"nom\":\"Tisserandes\",\"filiere\":\"textile\"}",
						"{\"nom\":\"Tisserandes\",\"filiere\":\"textile\"},{\"nom\":\"Vide\",\"filiere\":\"bois\"}",
						"groupes[3].nom"),
				remplace("\"Atelier Ba\"", "\"Ebenisterie sow\"", "entreprises[3].nom"),
				remplace("\"groupe\":\"Ebenistes\"", "\"groupe\":\"Charpentiers\"", "entreprises[2].groupe"),
				remplace("\"groupe\":\"Ebenistes\"", "\"groupe\":\"Tisserandes\"", "entreprises[2].groupe"),
				remplace("\"groupe\":\"Ebenistes\"", "\"groupe\":[]", "entreprises[2].groupe"),
				remplace("diallo@exemple.sn", "diallo", "entreprises[0].contactCourriel"),
				remplace("\"pays\":", "\"dossierOrigine\":\"MIS-2025-000009\",\"pays\":", "dossierOrigine"));
	}

	private static Arguments remplace(String avant, String apres, String... champs) {
		assertThat(MISSION).contains(avant);
		return arguments(MISSION.replace(avant, apres), List.of(champs));
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource("champsInvalides")
	void a_wrong_field_is_named_and_opens_nothing(String corps, List<String> attendus) {
		assertRefuse(post(CHEMIN, corps), attendus.toArray(String[]::new));
		then(this.missions).should(never()).ouvrir(any());
	}

	@Test
	void lists_that_are_empty_or_no_lists_are_named() {
		JsonNode erreurs = assertRefuse(
				post(CHEMIN,
						MISSION.replaceAll("(?s)\"filieres\":\\[.*",
								"\"filieres\":[],\"groupes\":{},\"entreprises\":\"aucune\"}")),
				"filieres", "groupes", "entreprises");
		assertThat(erreurs.path(0).path("message").asText())
			.isEqualTo("Ce champ doit être une liste, et non un objet.");
	}

	@Test
	void an_own_closed_mission_may_be_the_origin() {
		given(this.dossiers.trouver("MIS-2025-000009")).willReturn(Optional.of(mission("MIS-2025-000009", "close")));
		given(this.missions.ouvrir(any())).willReturn(mission("MIS-2026-000123", "cadrage"));
		assertThat(post(CHEMIN, MISSION.replace("\"pays\":", "\"dossierOrigine\":\"MIS-2025-000009\",\"pays\":"))
			.statusCode()).isEqualTo(201);
	}

	@Test
	void an_open_mission_cannot_be_the_origin() {
		given(this.dossiers.trouver("MIS-2025-000009")).willReturn(Optional.of(mission("MIS-2025-000009", "cadrage")));
		probleme(post(CHEMIN, MISSION.replace("\"pays\":", "\"dossierOrigine\":\"MIS-2025-000009\",\"pays\":")), 400,
				"champ-invalide");
		then(this.missions).should(never()).ouvrir(any());
	}

	@Test
	void another_perimetre_than_the_keys_is_forbidden() {
		probleme(post(CHEMIN, MISSION.replace("\"lille\"", "\"oise\"")), 403, "portee-insuffisante");
		then(this.missions).should(never()).ouvrir(any());
	}

	@Test
	void another_programme_than_the_keys_is_forbidden() {
		cleDe("admission-cae", "lille");
		probleme(post(CHEMIN, MISSION), 403, "portee-insuffisante");
		then(this.missions).should(never()).ouvrir(any());
	}

	private Dossier mission(String reference, String etat) {
		return dossier(reference, "mission-compagnonnage", "lille", etat,
				"close".equals(etat) ? "mission-capitalisee" : null, this.partenaire);
	}

}
