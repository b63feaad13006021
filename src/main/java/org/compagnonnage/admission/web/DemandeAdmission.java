package org.compagnonnage.admission.web;

import java.util.Optional;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.compagnonnage.admission.NouvelleDemande;
import org.compagnonnage.coordonnees.NumeroTelephone;
import org.compagnonnage.partner.CorpsRequete;
import org.compagnonnage.partner.Courriel;
import org.compagnonnage.partner.Partenaire;
import org.compagnonnage.partner.Telephone;
import org.compagnonnage.partner.Territoire;
import org.compagnonnage.partner.Texte;

/** What a prescriber sends to refer a person. */
@CorpsRequete
@Schema(description = "Une personne que vous orientez vers la coopérative.",
		additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record DemandeAdmission(@NotNull(message = CorpsRequete.OBLIGATOIRE) @Valid Porteur porteur,
		@Schema(description = "Code du territoire où la personne est reçue.",
				example = "37") @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Territoire String territoire,
		@NotNull(message = CorpsRequete.OBLIGATOIRE) @Valid Projet projet,
		@Schema(description = "Référence d'une de vos admissions closes, quand cette demande lui fait suite.",
				example = "ADM-2026-000123") @Texte(max = 30) String dossierOrigine) {

	NouvelleDemande pour(Partenaire partenaire) {
		return new NouvelleDemande(this.porteur.prenom().strip(), this.porteur.nom().strip(), this.porteur.courriel(),
				telephone(), this.territoire, this.projet.resume().strip(), partenaire.id(), partenaire.nom(),
				this.dossierOrigine);
	}

	/**
	 * As the staff's forms take it, or the number would stop the first meeting's form.
	 */
	private String telephone() {
		return Optional.ofNullable(this.porteur.telephone()).flatMap(NumeroTelephone::lire).orElse(null);
	}

	/** The person. */
	@Schema(description = "La personne qui porte le projet.",
			additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
	record Porteur(
			@Schema(description = "Prénom.", example = "Ana",
					maxLength = 100) @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Texte String prenom,
			@Schema(description = "Nom.", example = "Le Goff",
					maxLength = 100) @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Texte String nom,
			@Schema(description = "Adresse électronique, où la personne reçoit ses lettres.",
					example = "ana.legoff@exemple.fr", format = "email",
					maxLength = 254) @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Courriel String courriel,
			@Schema(description = "Téléphone.", example = "06 12 34 56 78") @Telephone String telephone) {
	}

	/** Their project. */
	@Schema(description = "Le projet de la personne.", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
	record Projet(@Schema(description = "Le projet en quelques phrases.",
			example = "Atelier de céramique utilitaire, vente en ligne et sur les marchés de potiers.",
			maxLength = 4000) @NotBlank(
					message = CorpsRequete.OBLIGATOIRE) @Texte(max = 4000, lignes = true) String resume) {
	}

}
