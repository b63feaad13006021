package org.compagnonnage.centre.web;

import java.util.Optional;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.compagnonnage.centre.NouveauCentre;
import org.compagnonnage.coordonnees.NumeroTelephone;
import org.compagnonnage.partner.CorpsRequete;
import org.compagnonnage.partner.Courriel;
import org.compagnonnage.partner.Partenaire;
import org.compagnonnage.partner.Perimetre;
import org.compagnonnage.partner.Telephone;
import org.compagnonnage.partner.Texte;

/** What a partner sends to ask for a centre. */
@CorpsRequete
@Schema(description = "Un centre de ressources que vous demandez à la suite d'une de vos missions achevées.",
		additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record DemandeCentre(
		@Schema(description = "Référence d'une de vos missions, close et capitalisée.", example = "MIS-2026-000123",
				maxLength = 30) @NotBlank(message = DemandeCentre.OBLIGATOIRE) @Texte(max = 30) String missionOrigine,
		@NotNull(message = DemandeCentre.OBLIGATOIRE) @Valid Structure structure,
		@Schema(description = "Pays du centre.", example = "Sénégal",
				maxLength = 100) @NotBlank(message = DemandeCentre.OBLIGATOIRE) @Texte String pays,
		@Schema(description = "Ce que la structure souhaite : métiers concernés, services attendus.",
				example = "Un centre commun aux menuisiers de Thiès : machines partagées, séchage du bois, formation à la finition.",
				maxLength = 4000) @NotBlank(
						message = DemandeCentre.OBLIGATOIRE) @Texte(max = 4000, lignes = true) String objet,
		@Schema(description = "Code du périmètre de la mission : un territoire ou une organisation.",
				example = "cma-hauts-de-france") @NotBlank(
						message = DemandeCentre.OBLIGATOIRE) @Perimetre String perimetre) {

	static final String OBLIGATOIRE = "Ce champ est obligatoire.";

	NouveauCentre pour(Partenaire partenaire) {
		Contact contact = this.structure.contact();
		return new NouveauCentre(this.missionOrigine, this.structure.nom().strip(), contact.prenom().strip(),
				contact.nom().strip(), contact.courriel(),
				Optional.ofNullable(contact.telephone()).flatMap(NumeroTelephone::lire).orElse(null), this.pays.strip(),
				this.objet.strip(), this.perimetre, partenaire.id());
	}

	/** The structure that asks. */
	@Schema(name = "StructureCentre", description = "La structure qui demande le centre.",
			additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
	record Structure(
			@Schema(description = "Nom de la structure.", example = "Chambre de métiers de Thiès",
					maxLength = 100) @NotBlank(message = OBLIGATOIRE) @Texte String nom,
			@NotNull(message = OBLIGATOIRE) @Valid Contact contact) {
	}

	/** The person to whom the letters go. */
	@Schema(name = "ContactCentre", description = "La personne à qui nous écrivons.",
			additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
	record Contact(
			@Schema(description = "Prénom.", example = "Awa",
					maxLength = 100) @NotBlank(message = OBLIGATOIRE) @Texte String prenom,
			@Schema(description = "Nom.", example = "Diallo",
					maxLength = 100) @NotBlank(message = OBLIGATOIRE) @Texte String nom,
			@Schema(description = "Adresse électronique.", example = "awa.diallo@exemple.sn", format = "email",
					maxLength = 254) @NotBlank(message = OBLIGATOIRE) @Courriel String courriel,
			@Schema(description = "Téléphone.", example = "+221 33 951 00 00",
					maxLength = 30) @Telephone String telephone) {
	}

}
