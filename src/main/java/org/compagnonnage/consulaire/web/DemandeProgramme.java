package org.compagnonnage.consulaire.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.compagnonnage.consulaire.NouveauProgramme;
import org.compagnonnage.partner.Contact;
import org.compagnonnage.partner.CorpsRequete;
import org.compagnonnage.partner.Partenaire;
import org.compagnonnage.partner.Perimetre;
import org.compagnonnage.partner.Structure;
import org.compagnonnage.partner.Texte;

/** What a partner sends to ask for a consular programme. */
@CorpsRequete
@Schema(description = "Une chambre ou une organisation professionnelle qui demande un appui.",
		additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record DemandeProgramme(@Schema(description = "Code du territoire ou de l'organisation à qui la demande s'adresse.",
		example = "cma-hauts-de-france") @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Perimetre String perimetre,
		@NotNull(message = CorpsRequete.OBLIGATOIRE) @Valid Structure structure,
		@Schema(description = "Pays de la structure.", example = "Sénégal",
				maxLength = 100) @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Texte String pays,
		@Schema(description = "Ce que la structure attend.",
				example = "Former ses nouveaux élus et tenir un répertoire des métiers à jour.",
				maxLength = 4000) @NotBlank(
						message = CorpsRequete.OBLIGATOIRE) @Texte(max = 4000, lignes = true) String objet,
		@Schema(description = "Référence d'un de vos dossiers, quand cette demande lui fait suite.",
				example = "CON-2026-000123") @Texte(max = 30) String dossierOrigine) {

	NouveauProgramme pour(Partenaire partenaire) {
		Contact contact = this.structure.contact();
		return new NouveauProgramme(this.perimetre, this.structure.nom().strip(), contact.prenom().strip(),
				contact.nom().strip(), contact.courriel(), contact.numero(), this.pays.strip(), this.objet.strip(),
				partenaire.id(), this.dossierOrigine);
	}

}
