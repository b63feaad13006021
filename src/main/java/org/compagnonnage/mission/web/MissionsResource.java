package org.compagnonnage.mission.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.compagnonnage.dossier.Dossiers;
import org.compagnonnage.mission.DemandeRules;
import org.compagnonnage.mission.MissionProcess;
import org.compagnonnage.organisation.Organisation;
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

/** Opens the mission that a partner structure asks for. */
@RestController
@RequestMapping(path = "/api/v1/missions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Missions", description = "Demander une mission de compagnonnage artisanal.")
class MissionsResource {

	/** What the forms of the staff call otherwise. */
	private static final Map<String, String> CHAMPS = Map.of("missionDebut", "debut", "missionFin", "fin");

	private static final String EXEMPLE = """
			{
			  "perimetre": "lille",
			  "structure": {
			    "nom": "Chambre de métiers de Dakar",
			    "contact": { "prenom": "Aminata", "nom": "Sarr", "courriel": "aminata.sarr@exemple.sn" }
			  },
			  "pays": "Sénégal",
			  "objet": "Répondre aux commandes des hôtels et exporter.",
			  "debut": "2026-11-02",
			  "fin": "2026-11-29",
			  "artisansVolontaires": true,
			  "filieres": [ { "filiere": "bois", "marche": "Mobilier des hôtels de la Petite-Côte." } ],
			  "groupes": [ { "nom": "Menuisiers de Dakar", "filiere": "bois" } ],
			  "entreprises": [
			    { "nom": "Menuiserie Diallo", "filiere": "bois", "groupe": "Menuisiers de Dakar",
			      "contactNom": "Ousmane Diallo", "contactCourriel": "diallo@exemple.sn" }
			  ]
			}""";

	private static final String EXEMPLE_REPONSE = """
			{
			  "reference": "MIS-2026-000123",
			  "programme": "mission-compagnonnage",
			  "etat": "cadrage",
			  "url": "https://cooperative.example/api/v1/dossiers/MIS-2026-000123"
			}""";

	private final MissionProcess process;

	private final Dossiers dossiers;

	private final DemandeRules rules;

	MissionsResource(MissionProcess process, Dossiers dossiers, Organisation organisation) {
		this.process = process;
		this.dossiers = dossiers;
		this.rules = new DemandeRules(organisation.filieres());
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "ouvrirMission", summary = "Demander une mission",
			description = "Ouvre un dossier de mission : un expert CMA instruit la demande. "
					+ "Votre clé doit porter le programme « mission-compagnonnage » et le périmètre demandé. "
					+ "Une filière sans marché porteur est acceptée, et sera à compléter ; "
					+ "une demande qui se contredit est refusée.")
	@ApiResponse(responseCode = "201", description = "Le dossier est ouvert.",
			headers = @Header(name = "Location", description = "Adresse où suivre le dossier.",
					schema = @Schema(type = "string", format = "uri")),
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = AccuseOuverture.class), examples = @ExampleObject(name = "ouvert",
							summary = "Dossier ouvert", description = "Dossier ouvert", value = EXEMPLE_REPONSE)))
	ResponseEntity<AccuseOuverture> ouvrir(@AuthenticationPrincipal Partenaire partenaire,
			@io.swagger.v3.oas.annotations.parameters.RequestBody(
					description = "La structure, les filières, les groupes et les entreprises.", required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = DemandeMission.class),
							examples = @ExampleObject(name = "demande", summary = "Des menuisiers à Dakar",
									description = "Des menuisiers à Dakar",
									value = EXEMPLE))) @RequestBody DemandeMission demande) {
		partenaire.exiger(MissionPartenaires.PROGRAMME, demande.perimetre());
		List<Erreur> erreurs = new ArrayList<>(this.rules.contradictions(demande.demande())
			.stream()
			.map((erreur) -> new Erreur(CHAMPS.getOrDefault(erreur.champ(), erreur.champ()), erreur.message()))
			.toList());
		if (demande.dossierOrigine() != null && Optional.of(demande.dossierOrigine())
			.flatMap(this.dossiers::trouver)
			.filter((origine) -> partenaire.id().equals(origine.partenaire()))
			.filter(MissionProcess::peutEtreReprise)
			.isEmpty()) {
			erreurs.add(new Erreur("dossierOrigine", "Aucune de vos missions closes n'a cette référence."));
		}
		if (!erreurs.isEmpty()) {
			throw new ProblemeException(TypeProbleme.CHAMP_INVALIDE,
					(erreurs.size() == 1) ? "Un champ est à corriger." : erreurs.size() + " champs sont à corriger.",
					erreurs);
		}
		return AccuseOuverture.reponse(this.process.ouvrir(demande.pour(partenaire)));
	}

}
