package org.compagnonnage.consulaire.web;

import java.util.Optional;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.compagnonnage.consulaire.NouveauProgramme;
import org.compagnonnage.coordonnees.NumeroTelephone;
import org.compagnonnage.partner.CorpsRequete;
import org.compagnonnage.partner.Courriel;
import org.compagnonnage.partner.Partenaire;
import org.compagnonnage.partner.Perimetre;
import org.compagnonnage.partner.Telephone;
import org.compagnonnage.partner.Texte;

/** What a partner sends to ask for a consular programme. */
@CorpsRequete
@Schema(description = "Une chambre ou une organisation professionnelle qui demande un appui.",
		additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record DemandeProgramme(@Schema(description = "Code du territoire ou de l'organisation à qui la demande s'adresse.",
		example = "cma-hauts-de-france") @NotBlank(message = DemandeProgramme.OBLIGATOIRE) @Perimetre String perimetre,
		@NotNull(message = DemandeProgramme.OBLIGATOIRE) @Valid Structure structure,
		@Schema(description = "Pays de la structure.", example = "Sénégal",
				maxLength = 100) @NotBlank(message = DemandeProgramme.OBLIGATOIRE) @Texte String pays,
		@Schema(description = "Ce que la structure attend.",
				example = "Former ses nouveaux élus et tenir un répertoire des métiers à jour.",
				maxLength = 4000) @NotBlank(
						message = DemandeProgramme.OBLIGATOIRE) @Texte(max = 4000, lignes = true) String objet,
		@Schema(description = "Référence d'un de vos dossiers, quand cette demande lui fait suite.",
				example = "CON-2026-000123") @Texte(max = 30) String dossierOrigine) {

	static final String OBLIGATOIRE = "Ce champ est obligatoire.";

	NouveauProgramme pour(Partenaire partenaire) {
		Contact contact = this.structure.contact();
		return new NouveauProgramme(this.perimetre, this.structure.nom().strip(), contact.prenom().strip(),
				contact.nom().strip(), contact.courriel(), telephone(contact), this.pays.strip(), this.objet.strip(),
				partenaire.id(), this.dossierOrigine);
	}

	/** As the staff's forms take it. */
	private static String telephone(Contact contact) {
		return Optional.ofNullable(contact.telephone()).flatMap(NumeroTelephone::lire).orElse(null);
	}

	/** The structure that asks. */
	@Schema(description = "La structure qui demande un appui.",
			additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
	record Structure(
			@Schema(description = "Nom de la structure.", example = "Chambre de métiers de Dakar",
					maxLength = 100) @NotBlank(message = OBLIGATOIRE) @Texte String nom,
			@NotNull(message = OBLIGATOIRE) @Valid Contact contact) {
	}

	/** Who answers for the structure. */
	@Schema(description = "La personne qui répond pour la structure.",
			additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
	record Contact(
			@Schema(description = "Prénom.", example = "Awa",
					maxLength = 100) @NotBlank(message = OBLIGATOIRE) @Texte String prenom,
			@Schema(description = "Nom.", example = "Ndiaye",
					maxLength = 100) @NotBlank(message = OBLIGATOIRE) @Texte String nom,
			@Schema(description = "Adresse électronique, où la structure reçoit nos lettres.",
					example = "awa.ndiaye@exemple.sn", format = "email",
					maxLength = 254) @NotBlank(message = OBLIGATOIRE) @Courriel String courriel,
			@Schema(description = "Téléphone.", example = "+221 33 823 00 00",
					maxLength = 30) @Telephone String telephone) {
	}

}
