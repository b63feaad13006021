package org.compagnonnage.centre.web;

import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.compagnonnage.centre.CentreProcess;
import org.compagnonnage.centre.Prerequis;
import org.compagnonnage.dossier.Dossiers;
import org.compagnonnage.partner.AccuseOuverture;
import org.compagnonnage.partner.Erreur;
import org.compagnonnage.partner.Partenaire;
import org.compagnonnage.partner.ProblemeException;
import org.compagnonnage.partner.TypeProbleme;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens the case of a resource centre that a partner asks for after its mission. */
@RestController
@RequestMapping(path = "/api/v1/centres", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Centres", description = "Demander un centre de ressources professionnelles.")
class CentresResource {

	private static final String EXEMPLE = """
			{
			  "missionOrigine": "MIS-2026-000123",
			  "structure": {
			    "nom": "Chambre de métiers de Thiès",
			    "contact": {
			      "prenom": "Awa",
			      "nom": "Diallo",
			      "courriel": "awa.diallo@exemple.sn",
			      "telephone": "+221 33 951 00 00"
			    }
			  },
			  "pays": "Sénégal",
			  "objet": "Un centre commun aux menuisiers de Thiès : machines partagées, séchage du bois, formation à la finition.",
			  "perimetre": "cma-hauts-de-france"
			}""";

	private static final String EXEMPLE_REPONSE = """
			{
			  "reference": "CRP-2026-000123",
			  "programme": "centre-ressources",
			  "etat": "eligibilite",
			  "url": "https://cooperative.example/api/v1/dossiers/CRP-2026-000123"
			}""";

	private final CentreProcess process;

	private final Dossiers dossiers;

	CentresResource(CentreProcess process, Dossiers dossiers) {
		this.process = process;
		this.dossiers = dossiers;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "ouvrirCentre", summary = "Demander un centre",
			description = "Ouvre le dossier d'un centre de ressources à la suite d'une de vos missions achevées. "
					+ "Votre clé doit porter le programme « centre-ressources » et le périmètre de la mission.")
	@ApiResponse(responseCode = "201", description = "Le dossier est ouvert.",
			headers = @Header(name = "Location", description = "Adresse où suivre le dossier.",
					schema = @Schema(type = "string", format = "uri")),
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = AccuseOuverture.class), examples = @ExampleObject(name = "ouvert",
							summary = "Dossier ouvert", description = "Dossier ouvert", value = EXEMPLE_REPONSE)))
	ResponseEntity<AccuseOuverture> ouvrir(@AuthenticationPrincipal Partenaire partenaire,
			@io.swagger.v3.oas.annotations.parameters.RequestBody(
					description = "La mission, la structure qui demande le centre, et ce qu'elle souhaite.",
					required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = DemandeCentre.class),
							examples = @ExampleObject(name = "demande",
									summary = "Un centre pour les menuisiers de Thiès",
									description = "Un centre pour les menuisiers de Thiès",
									value = EXEMPLE))) @RequestBody DemandeCentre demande) {
		partenaire.exiger(CentrePartenaires.PROGRAMME, demande.perimetre());
		if (Optional.of(demande.missionOrigine())
			.flatMap(this.dossiers::trouver)
			.filter((mission) -> partenaire.id().equals(mission.partenaire()))
			.filter((mission) -> mission.perimetre().equals(demande.perimetre()))
			.filter(Prerequis::remplit)
			.isEmpty()) {
			throw new ProblemeException(TypeProbleme.CHAMP_INVALIDE, "Un champ est à corriger.",
					List.of(new Erreur("missionOrigine",
							"Aucune de vos missions achevées et capitalisées dans ce périmètre n'a cette référence.")));
		}
		return AccuseOuverture.reponse(this.process.ouvrir(demande.pour(partenaire)));
	}

}
