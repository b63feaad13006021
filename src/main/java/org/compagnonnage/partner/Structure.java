package org.compagnonnage.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** The structure for which a partner asks. */
@Schema(description = "La structure pour laquelle vous faites la demande.",
		additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record Structure(
		@Schema(description = "Nom de la structure.", example = "Chambre de métiers de Dakar",
				maxLength = 100) @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Texte String nom,
		@NotNull(message = CorpsRequete.OBLIGATOIRE) @Valid Contact contact) {
}
