package org.compagnonnage.browser;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The responsable sees where the cases stand, and helps one on that failed. */
class CockpitTests extends BrowserTest {

	@Test
	void theResponsableRetriesALetterThatCouldNotLeaveAndTheCaseGoesOn() {
		String reference = this.api.demander(Map.of("prenom", "Inès", "nom", "Roy", "courriel", "ines.roy@exemple.fr"),
				"37", "Céramique utilitaire");
		this.lettres.refuserUneFois(reference, "admission/ajournement");
		this.api.terminer("referent37", reference, "userTask_accueillirPersonne", Map.of());
		this.api.terminer("referent37", reference, "userTask_realiserDiagnostic",
				Map.of("souhait", "rejoindre", "economieCreative", true, "cadreLegalAdapte", true, "stadeProjet",
						"test", "offreDefinie", true, "clientsPrets", false, "heuresMensuelles", 4, "caMensuelHT", 100,
						"salarieTempsPlein", true));
		this.api.terminer("referent37", reference, "userTask_validerOrientation",
				Map.of("orientationRetenue", "ajournement"));

		this.cockpit.ouvrir("responsable");
		this.captures.prendre("cockpit-01-accueil");
		this.accessibilite.verifier("Cockpit, tableau de bord");
		this.cockpit.ouvrirListeDesProcessus();
		this.captures.prendre("cockpit-02-processus");
		this.accessibilite.verifier("Cockpit, processus");
		this.cockpit.ouvrirProcessus("Admission en coopérative");
		this.captures.prendre("cockpit-03-admissions");
		this.accessibilite.verifier("Cockpit, admissions en cours");

		assertThat(this.cockpit.appelsRefuses()).isEmpty();

		this.cockpit.ouvrirDossier(reference);
		assertThat(this.cockpit.ouvrirIncidents()).contains("Le serveur de courrier ne répond pas.",
				"Annoncer l'ajournement", "Échec");
		this.captures.prendre("cockpit-04-incident");
		this.accessibilite.verifier("Cockpit, incident");
		assertThat(this.lettres.duDossier(reference, "admission/ajournement")).isEmpty();

		assertThat(this.cockpit.appelsRefuses()).isEmpty();

		this.cockpit.relancer();
		this.captures.prendre("cockpit-05-relancer");
		this.accessibilite.verifier("Cockpit, relance");
		this.cockpit.confirmerLaRelance();

		JsonNode dossier = this.api.attendreEtat(reference, "close");
		assertThat(dossier.get("issue").asText()).isEqualTo("admission-ajournee");
		assertThat(this.lettres.duDossier(reference, "admission/ajournement")).singleElement()
			.satisfies((lettre) -> assertThat(lettre.courrier().destinataire()).isEqualTo("ines.roy@exemple.fr"));
		this.captures.prendre("cockpit-06-relancee");
	}

}
