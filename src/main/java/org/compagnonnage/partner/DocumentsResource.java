package org.compagnonnage.partner;

import java.io.IOException;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.compagnonnage.document.Deposant;
import org.compagnonnage.document.Depot;
import org.compagnonnage.document.Documents;
import org.compagnonnage.document.Reception;
import org.compagnonnage.dossier.Dossier;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets a partner attach files to the cases that it opened. */
@RestController
@RequestMapping(path = DocumentsResource.ADRESSE, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Dossiers")
class DocumentsResource {

	static final String ADRESSE = "/api/v1/dossiers/{reference}/documents";

	private static final String EXEMPLE_ENVOI = """
			{
			  "fichier": "(le contenu de « Devis du four.pdf »)"
			}""";

	private static final String EXEMPLE = """
			{
			  "id": "5b3f0f0e-8a0e-4a53-9a57-1d0f5a3c2b11",
			  "nom": "Devis du four.pdf",
			  "type": "application/pdf",
			  "taille": 48213,
			  "deposeLe": "2026-11-23T10:12:45Z"
			}""";

	private static final String EXEMPLE_LISTE = """
			{
			  "elements": [
			    {
			      "id": "5b3f0f0e-8a0e-4a53-9a57-1d0f5a3c2b11",
			      "nom": "Devis du four.pdf",
			      "type": "application/pdf",
			      "taille": 48213,
			      "deposeLe": "2026-11-23T10:12:45Z"
			    }
			  ]
			}""";

	private final DossiersDuPartenaire dossiers;

	private final Documents documents;

	private final Depot depot;

	DocumentsResource(DossiersDuPartenaire dossiers, Documents documents, Depot depot) {
		this.dossiers = dossiers;
		this.documents = documents;
		this.depot = depot;
	}

	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(operationId = "joindreDocument", summary = "Joindre un fichier à un dossier",
			description = "Envoie un fichier à l'équipe qui suit le dossier, dans un formulaire "
					+ "« multipart/form-data » à une seule partie : "
					+ "`curl -F 'fichier=@Devis du four.pdf' …/api/v1/dossiers/ADM-2026-000123/documents`. "
					+ "Son type est cherché dans son contenu et doit être celui que dit son nom ; "
					+ "les types refusés répondent 415 et disent lesquels sont acceptés. "
					+ "Un dossier clos, ou qui contient déjà le nombre maximal de fichiers, répond 409. "
					+ "Un dossier pour lequel votre clé ne vaut pas répond 404.",
			requestBody = @RequestBody(description = "Le fichier, avec son nom.", required = true,
					content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
							schema = @Schema(type = "object", requiredProperties = FormulaireRecu.FICHIER),
							schemaProperties = @SchemaProperty(name = FormulaireRecu.FICHIER,
									schema = @Schema(type = "string", format = "binary",
											description = "Le fichier. Son nom n'a ni chemin ni caractère invisible.")),
							examples = @ExampleObject(name = "fichier", summary = "Un devis", description = "Un devis",
									value = EXEMPLE_ENVOI))))
	@ApiResponse(responseCode = "201", description = "Le fichier est joint au dossier.", content = @Content(
			mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = DocumentDepose.class),
			examples = @ExampleObject(name = "joint", summary = "Un devis", description = "Un devis", value = EXEMPLE)))
	DocumentDepose joindre(@AuthenticationPrincipal Partenaire partenaire,
			@ReferenceDossier @PathVariable(name = "reference") String reference, HttpServletRequest request)
			throws IOException {
		FormulaireRecu formulaire = FormulaireRecu.de(request);
		Reception fichier = formulaire.fichier();
		Dossier dossier = this.dossiers.exiger(partenaire, reference);
		return DocumentDepose
			.de(this.depot.deposer(dossier, formulaire.nom(), fichier, Deposant.partenaire(partenaire.id())));
	}

	@GetMapping
	@Operation(operationId = "listerDocuments", summary = "Lister vos fichiers d'un dossier",
			description = "Les fichiers que vous avez joints au dossier, les plus anciens d'abord. "
					+ "Ceux de l'équipe et les documents que nous rédigeons n'y sont pas.")
	@ApiResponse(responseCode = "200", description = "Vos fichiers.",
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
					schema = @Schema(implementation = DocumentsDeposes.class),
					examples = @ExampleObject(name = "fichiers", summary = "Un devis", description = "Un devis",
							value = EXEMPLE_LISTE)))
	DocumentsDeposes lister(@AuthenticationPrincipal Partenaire partenaire,
			@ReferenceDossier @PathVariable(name = "reference") String reference) {
		Dossier dossier = this.dossiers.exiger(partenaire, reference);
		Deposant lui = Deposant.partenaire(partenaire.id());
		return new DocumentsDeposes(this.documents.duDossier(dossier.reference())
			.stream()
			.filter((document) -> lui.equals(document.deposant()))
			.map(DocumentDepose::de)
			.toList());
	}

}
