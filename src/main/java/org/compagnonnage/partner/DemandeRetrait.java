package org.compagnonnage.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;

/** Why a case is withdrawn. */
@CorpsRequete
@Schema(description = "Pourquoi le dossier est retiré.", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record DemandeRetrait(@Schema(
		description = "Motif du retrait, lu par l'équipe. Nos lettres le reprennent tel quel : à la personne pour une admission, à toutes les personnes engagées dans le dossier pour les autres programmes.",
		example = "La personne a trouvé un emploi salarié.", maxLength = 1000) @NotBlank(
				message = CorpsRequete.OBLIGATOIRE) @Texte(max = 1000, lignes = true) String motif) {
}
