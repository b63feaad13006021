package org.compagnonnage.partner.epreuve;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.compagnonnage.client.AdmissionsApi;
import org.compagnonnage.client.DossiersApi;
import org.compagnonnage.client.http.ApiClient;
import org.compagnonnage.client.http.ApiException;
import org.compagnonnage.client.model.AccuseOuverture;
import org.compagnonnage.client.model.DemandeAdmission;
import org.compagnonnage.client.model.DemandeRetrait;
import org.compagnonnage.client.model.Erreur;
import org.compagnonnage.client.model.Porteur;
import org.compagnonnage.client.model.Probleme;
import org.compagnonnage.client.model.Projet;
import org.compagnonnage.client.model.SuiviDossier;
import org.compagnonnage.partner.Partenaires;
import org.compagnonnage.support.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * The client that OpenAPI Generator makes of the committed description, as a partner's
 * program uses it.
 */
@ApplicationTest
class ClientGenereTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Partenaires partenaires;

	private ApiClient client;

	private AdmissionsApi admissions;

	private DossiersApi dossiers;

	@BeforeEach
	void connecter() {
		String partenaire = "client-" + UUID.randomUUID();
		this.partenaires.creer(partenaire, "BGE", "api@bge.example");
		String cle = this.partenaires
			.delivrer(partenaire, List.of("admission-cae"), List.of("37"), LocalDate.now().plusMonths(1))
			.cle();
		this.client = new ApiClient();
		this.client.updateBaseUri("http://localhost:" + this.port);
		this.client.setRequestInterceptor((requete) -> requete.header("Authorization", "Bearer " + cle));
		this.admissions = new AdmissionsApi(this.client);
		this.dossiers = new DossiersApi(this.client);
	}

	@Test
	void a_case_is_opened_once_followed_listed_and_withdrawn() throws ApiException {
		String envoi = UUID.randomUUID().toString();
		AccuseOuverture ouvert = this.admissions.ouvrirAdmission(demande("ana.legoff@exemple.fr"), envoi);
		assertThat(this.admissions.ouvrirAdmission(demande("ana.legoff@exemple.fr"), envoi)).isEqualTo(ouvert);
		assertThat(ouvert.getEtat()).isEqualTo("accueil");

		SuiviDossier suivi = this.dossiers.suivreDossier(ouvert.getReference());
		assertThat(suivi.getProgramme()).isEqualTo("admission-cae");
		assertThat(suivi.getEtapes()).singleElement()
			.satisfies((etape) -> assertThat(etape.getDepuis()).isEqualTo(suivi.getOuvertLe()));
		assertThat(
				this.dossiers.listerDossiers("admission-cae", "accueil", LocalDate.now().minusDays(2), 0).getElements())
			.extracting(SuiviDossier::getReference)
			.containsExactly(ouvert.getReference());

		SuiviDossier retire = this.dossiers.retirerDossier(ouvert.getReference(),
				new DemandeRetrait().motif("La personne a trouvé un emploi."), null);
		assertThat(retire.getReference()).isEqualTo(ouvert.getReference());
		assertThat(
				probleme(catchThrowableOfType(ApiException.class, () -> this.dossiers.suivreDossier("ADM-2020-000001")))
					.getStatus())
			.isEqualTo(404);
	}

	@Test
	void a_wrong_field_is_a_typed_problem() {
		Probleme probleme = probleme(
				catchThrowableOfType(ApiException.class, () -> this.admissions.ouvrirAdmission(demande("ana"), null)));
		assertThat(probleme.getType()).hasToString("urn:compagnonnage:probleme:champ-invalide");
		assertThat(probleme.getStatus()).isEqualTo(400);
		assertThat(probleme.getErreurs()).containsExactly(
				new Erreur().champ("porteur.courriel").message("Cette adresse électronique est impossible."));
	}

	private Probleme probleme(ApiException refus) {
		try {
			return this.client.getObjectMapper().readValue(refus.getResponseBody(), Probleme.class);
		}
		catch (IOException ex) {
			throw new IllegalStateException(refus.getResponseBody(), ex);
		}
	}

	private static DemandeAdmission demande(String courriel) {
		return new DemandeAdmission().porteur(new Porteur().prenom("Ana").nom("Le Goff").courriel(courriel))
			.territoire("37")
			.projet(new Projet().resume("Atelier de céramique utilitaire."));
	}

}
