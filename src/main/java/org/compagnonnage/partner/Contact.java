package org.compagnonnage.partner;

import java.util.Optional;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import org.compagnonnage.coordonnees.NumeroTelephone;

/** Whom to write to in a {@link Structure}. */
@Schema(description = "La personne qui suit la demande pour la structure.",
		additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record Contact(
		@Schema(description = "Prénom.", example = "Aminata",
				maxLength = 100) @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Texte String prenom,
		@Schema(description = "Nom.", example = "Sarr",
				maxLength = 100) @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Texte String nom,
		@Schema(description = "Adresse électronique, où elle reçoit nos lettres.", example = "aminata.sarr@exemple.sn",
				format = "email",
				maxLength = 254) @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Courriel String courriel,
		@Schema(description = "Téléphone.", example = "+221 33 821 12 34") @Telephone String telephone) {

	/** The telephone as the staff's forms take it, or null when none is given. */
	public String numero() {
		return Optional.ofNullable(this.telephone).flatMap(NumeroTelephone::lire).orElse(null);
	}

}
