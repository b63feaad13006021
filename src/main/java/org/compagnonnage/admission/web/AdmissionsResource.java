package org.compagnonnage.admission.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.compagnonnage.admission.AdmissionProcess;
import org.compagnonnage.partner.AccuseOuverture;
import org.compagnonnage.partner.Courriel;
import org.compagnonnage.partner.DossiersDuPartenaire;
import org.compagnonnage.partner.OuvreDossier;
import org.compagnonnage.partner.Partenaire;
import org.compagnonnage.partner.ProblemeException;
import org.compagnonnage.partner.Refuse;
import org.compagnonnage.partner.TypeProbleme;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens the admission of a person whom a prescriber refers. */
@RestController
@RequestMapping(path = "/api/v1/admissions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Admissions", description = "Orienter une personne vers la coopérative.")
class AdmissionsResource {

	private static final String EXEMPLE = """
			{
			  "porteur": {
			    "prenom": "Ana",
			    "nom": "Le Goff",
			    "courriel": "ana.legoff@exemple.fr",
			    "telephone": "06 12 34 56 78"
			  },
			  "territoire": "37",
			  "projet": {
			    "resume": "Atelier de céramique utilitaire, vente en ligne et sur les marchés de potiers."
			  }
			}""";

	private final AdmissionProcess process;

	private final DossiersDuPartenaire dossiers;

	AdmissionsResource(AdmissionProcess process, DossiersDuPartenaire dossiers) {
		this.process = process;
		this.dossiers = dossiers;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "ouvrirAdmission", summary = "Orienter une personne",
			description = "Ouvre un dossier d'admission : le référent du territoire reçoit la personne. "
					+ "Votre clé doit porter le programme « admission-cae » et le territoire demandé.")
	@OuvreDossier(programme = AdmissionPartenaires.PROGRAMME, exemple = "ADM-2026-000123")
	@Refuse(type = TypeProbleme.CHAMP_INVALIDE, champ = "porteur.courriel", message = Courriel.IMPOSSIBLE)
	ResponseEntity<AccuseOuverture> ouvrir(@AuthenticationPrincipal Partenaire partenaire,
			@io.swagger.v3.oas.annotations.parameters.RequestBody(
					description = "La personne, son territoire, son projet.", required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = DemandeAdmission.class),
							examples = @ExampleObject(name = "demande", summary = "Une potière à Tours",
									description = "Une potière à Tours",
									value = EXEMPLE))) @RequestBody DemandeAdmission demande) {
		partenaire.exiger(AdmissionPartenaires.PROGRAMME, demande.territoire());
		ProblemeException.refuser(this.dossiers.verifierOrigine(partenaire, "dossierOrigine", demande.dossierOrigine(),
				AdmissionProcess::peutEtreReprise, "Aucune de vos admissions closes n'a cette référence."));
		return AccuseOuverture.reponse(this.process.ouvrir(demande.pour(partenaire)));
	}

}
