package org.compagnonnage.consulaire.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.compagnonnage.consulaire.ConsulaireProcess;
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

/** Opens the programme of a structure for which a partner asks. */
@RestController
@RequestMapping(path = "/api/v1/programmes-consulaires", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Programmes consulaires", description = "Demander un appui pour une chambre ou une organisation.")
class ProgrammesConsulairesResource {

	private static final String EXEMPLE = """
			{
			  "perimetre": "cma-hauts-de-france",
			  "structure": {
			    "nom": "Chambre de métiers de Dakar",
			    "contact": {
			      "prenom": "Awa",
			      "nom": "Ndiaye",
			      "courriel": "awa.ndiaye@exemple.sn",
			      "telephone": "+221 33 823 00 00"
			    }
			  },
			  "pays": "Sénégal",
			  "objet": "Former ses nouveaux élus et tenir un répertoire des métiers à jour."
			}""";

	private final ConsulaireProcess process;

	private final DossiersDuPartenaire dossiers;

	ProgrammesConsulairesResource(ConsulaireProcess process, DossiersDuPartenaire dossiers) {
		this.process = process;
		this.dossiers = dossiers;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "ouvrirProgrammeConsulaire", summary = "Demander un programme consulaire",
			description = "Ouvre un dossier : un expert du réseau des CMA examine la demande. "
					+ "Votre clé doit porter le programme « programme-consulaire » et le périmètre demandé.")
	@OuvreDossier(programme = ConsulairePartenaires.PROGRAMME, exemple = "CON-2026-000123")
	@Refuse(type = TypeProbleme.CHAMP_INVALIDE, champ = "structure.contact.courriel", message = Courriel.IMPOSSIBLE)
	ResponseEntity<AccuseOuverture> ouvrir(@AuthenticationPrincipal Partenaire partenaire,
			@io.swagger.v3.oas.annotations.parameters.RequestBody(
					description = "La structure, son contact, ce qu'elle attend.", required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = DemandeProgramme.class),
							examples = @ExampleObject(name = "demande", summary = "Une chambre de métiers",
									description = "Une chambre de métiers",
									value = EXEMPLE))) @RequestBody DemandeProgramme demande) {
		partenaire.exiger(ConsulairePartenaires.PROGRAMME, demande.perimetre());
		ProblemeException.refuser(this.dossiers.verifierOrigine(partenaire, "dossierOrigine", demande.dossierOrigine(),
				(origine) -> true, "Aucun de vos dossiers n'a cette référence."));
		return AccuseOuverture.reponse(this.process.ouvrir(demande.pour(partenaire)));
	}

}
