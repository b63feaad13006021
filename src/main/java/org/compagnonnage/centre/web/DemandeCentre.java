package org.compagnonnage.centre.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.compagnonnage.centre.NouveauCentre;
import org.compagnonnage.partner.Contact;
import org.compagnonnage.partner.CorpsRequete;
import org.compagnonnage.partner.Partenaire;
import org.compagnonnage.partner.Perimetre;
import org.compagnonnage.partner.Structure;
import org.compagnonnage.partner.Texte;

/** What a partner sends to ask for a centre. */
@CorpsRequete
@Schema(description = "Un centre de ressources que vous demandez à la suite d'une de vos missions achevées.",
		additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record DemandeCentre(
		@Schema(description = "Référence d'une de vos missions, close et capitalisée.", example = "MIS-2026-000123",
				maxLength = 30) @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Texte(max = 30) String missionOrigine,
		@NotNull(message = CorpsRequete.OBLIGATOIRE) @Valid Structure structure,
		@Schema(description = "Pays du centre.", example = "Sénégal",
				maxLength = 100) @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Texte String pays,
		@Schema(description = "Ce que la structure souhaite : métiers concernés, services attendus.",
				example = "Un centre commun aux menuisiers de Thiès : machines partagées, séchage du bois, formation à la finition.",
				maxLength = 4000) @NotBlank(
						message = CorpsRequete.OBLIGATOIRE) @Texte(max = 4000, lignes = true) String objet,
		@Schema(description = "Code du périmètre de la mission : un territoire ou une organisation.",
				example = "cma-hauts-de-france") @NotBlank(
						message = CorpsRequete.OBLIGATOIRE) @Perimetre String perimetre) {

	NouveauCentre pour(Partenaire partenaire) {
		Contact contact = this.structure.contact();
		return new NouveauCentre(this.missionOrigine, this.structure.nom().strip(), contact.prenom().strip(),
				contact.nom().strip(), contact.courriel(), contact.numero(), this.pays.strip(), this.objet.strip(),
				this.perimetre, partenaire.id());
	}

}
