package org.compagnonnage.abonnement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import org.compagnonnage.dossier.Dossier;

/**
 * What a partner receives, after the Standard Webhooks specification: the type, when it
 * happened, and the facts, which never hold personal data.
 */
@Schema(description = "Un événement, selon la spécification Standard Webhooks.")
@JsonPropertyOrder({ "type", "timestamp", "data" })
record Message(
		@Schema(description = "Nature de l'événement ; ignorez celles que vous ne connaissez pas.",
				requiredMode = Schema.RequiredMode.REQUIRED) String type,
		@Schema(description = "Date de l'événement (ISO 8601, UTC), et non de l'envoi.", format = "date-time",
				example = "2026-11-21T09:30:00Z", requiredMode = Schema.RequiredMode.REQUIRED) String timestamp,
		@Schema(requiredMode = Schema.RequiredMode.REQUIRED) Object data) {

	static Message de(TypeEvenement type, Instant le, Dossier dossier) {
		return de(type, le, new EtatDossier(dossier.reference(), dossier.programme(), dossier.etat(), dossier.issue()));
	}

	/** A message that only shows that messages arrive. */
	static Message essai(Instant le, Abonnement abonnement) {
		return de(TypeEvenement.ESSAI, le, new Essai(abonnement.id()));
	}

	private static Message de(TypeEvenement type, Instant le, Object data) {
		return new Message(type.code(), le.truncatedTo(ChronoUnit.SECONDS).toString(), data);
	}

	/** Where a case stands, in the partner's words. */
	@Schema(description = "Le dossier et son état juste après l'événement, sans donnée personnelle : "
			+ "GET /api/v1/dossiers/{reference} dit le reste.")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@JsonPropertyOrder({ "reference", "programme", "etat", "issue" })
	record EtatDossier(
			@Schema(description = "Référence du dossier.", example = "ADM-2026-000123",
					requiredMode = Schema.RequiredMode.REQUIRED) String reference,
			@Schema(description = "Programme du dossier.", example = "admission-cae",
					requiredMode = Schema.RequiredMode.REQUIRED) String programme,
			@Schema(description = "État du dossier ; « close » quand il est fini.", example = "close",
					requiredMode = Schema.RequiredMode.REQUIRED) String etat,
			@Schema(description = "Issue du dossier, une fois clos.", example = "cape-signe") String issue) {
	}

	/** The subscription that is tried out. */
	@Schema(description = "L'abonnement que vous essayez.")
	record Essai(@Schema(description = "Identifiant de l'abonnement.", example = "7d1f5a44-9a0e-4d52-8f0b-3f1c1c0e6a52",
			requiredMode = Schema.RequiredMode.REQUIRED) String abonnement) {
	}

}
