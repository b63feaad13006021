package org.compagnonnage.consulaire.web;

import java.util.Optional;

import org.compagnonnage.consulaire.NouveauProgramme;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.support.PartnerApiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

import static org.assertj.core.api.Assertions.assertThat;
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
		cleDe("programme-consulaire", "cma-hauts-de-france", "37");
	}

	@Test
	void a_right_demand_opens_a_case() {
		Dossier ouvert = programme("CON-2026-000123", "cadrage", this.partenaire);
		given(this.programmes.ouvrir(any())).willReturn(ouvert);
		assertOuvert(post(CHEMIN, PROGRAMME_DEMANDE.replace("\"Awa\"", "\" Awa \"")), ouvert);
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
		assertRefuse(post(CHEMIN, corps), "dossierOrigine");
		then(this.programmes).should(never()).ouvrir(any());

		given(this.dossiers.trouver("CON-2025-000009"))
			.willReturn(Optional.of(programme("CON-2025-000009", "close", this.partenaire)));
		assertThat(post(CHEMIN, corps).statusCode()).isEqualTo(201);
		assertThat(ouverte().dossierOrigine()).isEqualTo("CON-2025-000009");
	}

	@ParameterizedTest(name = "{0} = {1}")
	@MethodSource("org.compagnonnage.support.PartnerApiTest#demandesInvalides")
	void a_wrong_field_of_any_request_is_named_and_opens_nothing(String champ, String valeur) {
		assertRefuse(post(CHEMIN, avec(PROGRAMME_DEMANDE, champ, valeur)), champ);
		then(this.programmes).should(never()).ouvrir(any());
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"CON-2025-000009\"", "12", "\"\\u0000\"" })
	void an_origin_that_is_no_case_is_named_and_opens_nothing(String origine) {
		assertRefuse(post(CHEMIN, avec(PROGRAMME_DEMANDE, "dossierOrigine", origine)), "dossierOrigine");
		then(this.programmes).should(never()).ouvrir(any());
	}

	@Test
	void all_errors_come_at_once() {
		assertRefuse(post(CHEMIN, "{\"perimetre\":\"mars\",\"structure\":{},\"autre\":true}"), "perimetre",
				"structure.nom", "structure.contact", "pays", "objet", "autre");
	}

	@Test
	void another_perimetre_or_programme_than_the_keys_is_forbidden() {
		probleme(post(CHEMIN, PROGRAMME_DEMANDE.replace("cma-hauts-de-france", "lille")), 403, "portee-insuffisante");
		cleDe("admission-cae", "37");
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
		return dossier(reference, "programme-consulaire", "cma-hauts-de-france", etat, null, partenaire);
	}

}
