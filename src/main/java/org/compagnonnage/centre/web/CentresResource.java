package org.compagnonnage.centre.web;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.compagnonnage.centre.CentreProcess;
import org.compagnonnage.centre.Prerequis;
import org.compagnonnage.partner.AccuseOuverture;
import org.compagnonnage.partner.DossiersDuPartenaire;
import org.compagnonnage.partner.Erreur;
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

/** Opens the case of a resource centre that a partner asks for after its mission. */
@RestController
@RequestMapping(path = "/api/v1/centres", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Centres", description = "Demander un centre de ressources professionnelles.")
class CentresResource {

	private static final String MISSION_ORIGINE = "missionOrigine";

	private static final String MISSION_INCONNUE = "Aucune de vos missions achevées et capitalisées dans ce périmètre "
			+ "n'a cette référence.";

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

	private final CentreProcess process;

	private final Prerequis prerequis;

	private final DossiersDuPartenaire dossiers;

	CentresResource(CentreProcess process, Prerequis prerequis, DossiersDuPartenaire dossiers) {
		this.process = process;
		this.prerequis = prerequis;
		this.dossiers = dossiers;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "ouvrirCentre", summary = "Demander un centre",
			description = "Ouvre le dossier d'un centre de ressources à la suite d'une de vos missions achevées. "
					+ "Une mission n'a qu'un centre à la fois : la demande est refusée tant qu'un centre qui lui fait suite est à l'étude ou ouvert. "
					+ "Votre clé doit porter le programme « centre-ressources » et le périmètre de la mission.")
	@OuvreDossier(programme = CentrePartenaires.PROGRAMME, exemple = "CRP-2026-000123")
	@Refuse(type = TypeProbleme.CHAMP_INVALIDE, champ = MISSION_ORIGINE, message = MISSION_INCONNUE)
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
		ProblemeException.refuser(this.dossiers.verifierOrigine(partenaire, MISSION_ORIGINE, demande.missionOrigine(),
				(mission) -> mission.perimetre().equals(demande.perimetre()) && Prerequis.remplit(mission),
				MISSION_INCONNUE));
		ProblemeException.refuser(this.prerequis.suite(demande.missionOrigine())
			.map((centre) -> List
				.of(new Erreur(MISSION_ORIGINE, Prerequis.refus(centre, partenaire.id().equals(centre.partenaire())))))
			.orElseGet(List::of));
		return AccuseOuverture.reponse(this.process.ouvrir(demande.pour(partenaire)));
	}

}
