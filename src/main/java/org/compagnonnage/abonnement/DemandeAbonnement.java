package org.compagnonnage.abonnement;

import java.util.List;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.compagnonnage.partner.CorpsRequete;

/** What a partner wants to be told, and where. */
@CorpsRequete
@Schema(description = "Ce que vous voulez apprendre, et où.",
		additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record DemandeAbonnement(
		@Schema(description = "Adresse en https, joignable depuis Internet, à laquelle les événements sont envoyés.",
				example = "https://partenaire.example/compagnonnage",
				maxLength = Cibles.LONGUEUR_MAXIMALE) @NotBlank(message = CorpsRequete.OBLIGATOIRE) String url,
		@ArraySchema(
				arraySchema = @Schema(description = "Événements à recevoir, chacun une fois.",
						requiredMode = Schema.RequiredMode.REQUIRED),
				schema = @Schema(allowableValues = {
						"dossier.cree", "dossier.etat-change", "dossier.clos" }, example = "dossier.clos"),
				minItems = 1, maxItems = DemandeAbonnement.ELEMENTS, uniqueItems = true) @NotEmpty(
						message = CorpsRequete.OBLIGATOIRE) @Size(max = DemandeAbonnement.ELEMENTS,
								message = DemandeAbonnement.TROP_D_ELEMENTS) List<String> evenements,
		@ArraySchema(
				arraySchema = @Schema(description = "Programmes suivis, chacun une fois, parmi ceux de votre clé.",
						requiredMode = Schema.RequiredMode.REQUIRED),
				schema = @Schema(example = "admission-cae"), minItems = 1, maxItems = DemandeAbonnement.ELEMENTS,
				uniqueItems = true) @NotEmpty(message = CorpsRequete.OBLIGATOIRE) @Size(
						max = DemandeAbonnement.ELEMENTS,
						message = DemandeAbonnement.TROP_D_ELEMENTS) List<String> programmes){

	static final int ELEMENTS = 20;

	static final String TROP_D_ELEMENTS = "Cette liste ne doit pas dépasser " + ELEMENTS + " éléments.";

}
