package org.compagnonnage.mission.web;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.compagnonnage.mission.Demande;
import org.compagnonnage.mission.NouvelleMission;
import org.compagnonnage.partner.Contact;
import org.compagnonnage.partner.CorpsRequete;
import org.compagnonnage.partner.Courriel;
import org.compagnonnage.partner.Jour;
import org.compagnonnage.partner.Partenaire;
import org.compagnonnage.partner.Perimetre;
import org.compagnonnage.partner.Structure;
import org.compagnonnage.partner.Texte;

/** What a partner sends to ask for a mission. */
@CorpsRequete
@Schema(description = "Une mission de compagnonnage que vous demandez pour des artisans.",
		additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record DemandeMission(
		@Schema(description = "Code du territoire ou de l'organisation qui porte la demande.",
				example = "lille") @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Perimetre String perimetre,
		@NotNull(message = CorpsRequete.OBLIGATOIRE) @Valid Structure structure,
		@Schema(description = "Pays où travaillent les artisans.", example = "Sénégal",
				maxLength = 100) @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Texte String pays,
		@Schema(description = "Ce que les artisans veulent améliorer, et ce que la structure attend de la mission.",
				example = "Répondre aux commandes des hôtels et exporter.", maxLength = 4000) @NotBlank(
						message = CorpsRequete.OBLIGATOIRE) @Texte(max = 4000, lignes = true) String objet,
		@Schema(description = "Premier jour souhaité.", example = "2026-11-02",
				format = "date") @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Jour String debut,
		@Schema(description = "Dernier jour souhaité. Une mission dure au moins 28 jours.", example = "2026-11-29",
				format = "date") @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Jour String fin,
		@Schema(description = "Les artisans veulent et peuvent se positionner sur ces marchés.",
				example = "true") @NotNull(message = CorpsRequete.OBLIGATOIRE) Boolean artisansVolontaires,
		@NotEmpty(message = CorpsRequete.OBLIGATOIRE) @Valid List<Filiere> filieres,
		@NotEmpty(message = CorpsRequete.OBLIGATOIRE) @Valid List<Groupe> groupes,
		@NotEmpty(message = CorpsRequete.OBLIGATOIRE) @Valid List<Entreprise> entreprises,
		@Schema(description = "Référence d'une de vos missions closes, quand cette demande lui fait suite.",
				example = "MIS-2026-000012") @Texte(max = 30) String dossierOrigine) {

	/** The request that the rules judge. */
	Demande demande() {
		return new Demande(LocalDate.parse(this.debut), LocalDate.parse(this.fin), this.artisansVolontaires,
				this.filieres.stream()
					.map((filiere) -> new Demande.Filiere(filiere.filiere(), simple(filiere.marche())))
					.toList(),
				this.groupes.stream()
					.map((groupe) -> new Demande.Groupe(groupe.nom().strip(), groupe.filiere()))
					.toList(),
				this.entreprises.stream()
					.map((entreprise) -> new Demande.Entreprise(entreprise.nom().strip(), entreprise.filiere(),
							entreprise.groupe().strip(), simple(entreprise.contactNom()),
							simple(entreprise.contactCourriel())))
					.toList());
	}

	NouvelleMission pour(Partenaire partenaire) {
		Contact contact = this.structure.contact();
		return new NouvelleMission(this.perimetre, this.structure.nom().strip(), contact.prenom().strip(),
				contact.nom().strip(), contact.courriel(), contact.numero(), this.pays.strip(), this.objet.strip(),
				demande(), partenaire.id(), this.dossierOrigine);
	}

	private static String simple(String texte) {
		return (texte == null || texte.isBlank()) ? null : texte.strip();
	}

	/** A filière and its market. */
	@Schema(description = "Une filière, avec le marché porteur identifié ; sans marché, la demande sera à compléter.",
			additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
	record Filiere(
			@Schema(description = "Code de la filière.",
					example = "bois") @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Texte String filiere,
			@Schema(description = "Le marché porteur.", example = "Mobilier des hôtels de la Petite-Côte.",
					maxLength = 4000) @Texte(max = 4000, lignes = true) String marche) {
	}

	/** A group of craftspeople. */
	@Schema(description = "Un groupe d'artisans d'une filière.",
			additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
	record Groupe(
			@Schema(description = "Nom du groupe, unique dans la mission.", example = "Menuisiers de Dakar",
					maxLength = 100) @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Texte String nom,
			@Schema(description = "Code de sa filière.",
					example = "bois") @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Texte String filiere) {
	}

	/** An enterprise of a group. */
	@Schema(description = "Une entreprise d'un groupe.", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
	record Entreprise(
			@Schema(description = "Nom de l'entreprise, unique dans la mission.", example = "Menuiserie Diallo",
					maxLength = 100) @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Texte String nom,
			@Schema(description = "Code de sa filière.",
					example = "bois") @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Texte String filiere,
			@Schema(description = "Nom de son groupe.",
					example = "Menuisiers de Dakar") @NotBlank(message = CorpsRequete.OBLIGATOIRE) @Texte String groupe,
			@Schema(description = "Personne à joindre.", example = "Ousmane Diallo",
					maxLength = 100) @Texte String contactNom,
			@Schema(description = "Son adresse électronique, où l'entreprise reçoit ses préconisations.",
					example = "diallo@exemple.sn", format = "email",
					maxLength = 254) @Courriel String contactCourriel) {
	}

}
