package org.compagnonnage.partner;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.compagnonnage.support.PartnerApiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

/** Every call leaves one line in the log, which tells of no person. */
@ExtendWith(OutputCaptureExtension.class)
class AuditTests extends PartnerApiTest {

	@Test
	void each_call_is_one_line_without_personal_data(CapturedOutput journal) {
		given(this.admissions.ouvrir(any())).willReturn(dossier("ADM-2026-000123", "accueil"));
		String cle = UUID.randomUUID().toString();
		assertThat(postUneFois("/api/v1/admissions", DEMANDE, cle).statusCode()).isEqualTo(201);
		assertThat(postUneFois("/api/v1/admissions", DEMANDE, cle).statusCode()).isEqualTo(201);
		HttpResponse<String> refus = post("/api/v1/admissions", DEMANDE.replace("Ana", "Ana\\u0007"));
		assertRefuse(refus, "porteur.prenom");
		probleme(get("/api/v1/dossiers?etat=Kervella"), 400, "parametre-invalide");
		probleme(get("/api/v1/dossiers/Kervella"), 404, "introuvable");
		this.cle = "cmp_inconnue";
		probleme(get("/api/v1/dossiers"), 401, "cle-refusee");

		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> lignes(journal).size() >= 6);
		assertThat(lignes(journal)).hasSize(6)
			.satisfiesExactly(
					(ligne) -> assertThat(ligne).contains("partenaire=" + this.partenaire + " ", "methode=POST",
							"adresse=/api/v1/admissions", "statut=201", "emplacement=ADM-2026-000123", "rejoue=false"),
					(ligne) -> assertThat(ligne).contains("statut=201", "emplacement=ADM-2026-000123", "rejoue=true"),
					(ligne) -> assertThat(ligne).contains("statut=400", "emplacement=-")
						.contains("appel=" + lire(refus).path("instance").asText().replace("urn:uuid:", "")),
					(ligne) -> assertThat(ligne).contains("adresse=/api/v1/dossiers ", "statut=400"),
					(ligne) -> assertThat(ligne).contains("adresse=/api/v1/dossiers/{reference}", "statut=404"),
					(ligne) -> assertThat(ligne).contains("partenaire=- cle=-", "statut=401"));
		assertThat(lignes(journal))
			.allSatisfy((ligne) -> assertThat(ligne).doesNotContain("Ana", "exemple.fr", "Kervella", cle, "cmp_"));
	}

	private static List<String> lignes(CapturedOutput journal) {
		return journal.getAll().lines().filter((ligne) -> ligne.contains(" methode=")).toList();
	}

}
