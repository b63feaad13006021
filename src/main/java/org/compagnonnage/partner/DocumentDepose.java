package org.compagnonnage.partner;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.swagger.v3.oas.annotations.media.Schema;
import org.compagnonnage.document.Document;

/** A file that a partner attached to its case, as it is kept. */
@Schema(description = "Un fichier que vous avez joint au dossier, tel qu'il est gardé.")
record DocumentDepose(
		@Schema(description = "Identifiant du fichier.", example = "5b3f0f0e-8a0e-4a53-9a57-1d0f5a3c2b11",
				requiredMode = Schema.RequiredMode.REQUIRED) String id,
		@Schema(description = "Nom sous lequel l'équipe le trouve ; il peut différer du vôtre là où un caractère "
				+ "ne convient pas à un nom de fichier.", example = "Devis du four.pdf",
				requiredMode = Schema.RequiredMode.REQUIRED) String nom,
		@Schema(description = "Type trouvé dans son contenu.", example = "application/pdf",
				requiredMode = Schema.RequiredMode.REQUIRED) String type,
		@Schema(description = "Taille en octets.", example = "48213",
				requiredMode = Schema.RequiredMode.REQUIRED) long taille,
		@Schema(description = "Date du dépôt (ISO 8601, UTC).", example = "2026-11-23T10:12:45Z",
				requiredMode = Schema.RequiredMode.REQUIRED) Instant deposeLe) {

	static DocumentDepose de(Document document) {
		return new DocumentDepose(document.id(), document.nom(), document.type(), document.taille(),
				document.creeLe().truncatedTo(ChronoUnit.SECONDS));
	}

}
