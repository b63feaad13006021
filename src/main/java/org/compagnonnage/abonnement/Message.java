package org.compagnonnage.abonnement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.compagnonnage.dossier.Dossier;

/**
 * What a partner receives, after the Standard Webhooks specification: the type, when it
 * happened, and the facts, which never hold personal data.
 */
@JsonPropertyOrder({ "type", "timestamp", "data" })
record Message(String type, String timestamp, Object data) {

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
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@JsonPropertyOrder({ "reference", "programme", "etat", "issue" })
	record EtatDossier(String reference, String programme, String etat, String issue) {
	}

	/** The subscription that is tried out. */
	record Essai(String abonnement) {
	}

}
