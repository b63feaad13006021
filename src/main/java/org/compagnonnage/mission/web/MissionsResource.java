package org.compagnonnage.mission.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.compagnonnage.mission.DemandeRules;
import org.compagnonnage.mission.MissionProcess;
import org.compagnonnage.organisation.Organisation;
import org.compagnonnage.partner.AccuseOuverture;
import org.compagnonnage.partner.Courriel;
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

	private final MissionProcess process;

	private final DossiersDuPartenaire dossiers;

	private final DemandeRules rules;

	MissionsResource(MissionProcess process, DossiersDuPartenaire dossiers, Organisation organisation) {
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
	@OuvreDossier(programme = MissionPartenaires.PROGRAMME, exemple = "MIS-2026-000123")
	@Refuse(type = TypeProbleme.CHAMP_INVALIDE, champ = "structure.contact.courriel", message = Courriel.IMPOSSIBLE)
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
		erreurs.addAll(this.dossiers.verifierOrigine(partenaire, "dossierOrigine", demande.dossierOrigine(),
				MissionProcess::peutEtreReprise, "Aucune de vos missions closes n'a cette référence."));
		ProblemeException.refuser(erreurs);
		return AccuseOuverture.reponse(this.process.ouvrir(demande.pour(partenaire)));
	}

}
