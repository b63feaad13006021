package org.compagnonnage.abonnement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;

/** What became of an event sent to a subscription. */
@Schema(description = "Un événement envoyé à votre adresse, et ses tentatives.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuiviLivraison(
		@Schema(description = "Identifiant de la livraison : l'en-tête « webhook-id », le même à chaque tentative.",
				example = SuiviLivraison.EXEMPLE_ID, requiredMode = Schema.RequiredMode.REQUIRED) String id,
		@Schema(description = "Nature de l'événement.", example = "dossier.clos",
				requiredMode = Schema.RequiredMode.REQUIRED) String evenement,
		@Schema(description = "Référence du dossier ; absente d'un essai de l'abonnement.",
				example = "ADM-2026-000123") String reference,
		@Schema(description = "« en-attente », « livree », ou « echouee » quand les tentatives sont épuisées.",
				example = "livree", allowableValues = {
						"en-attente", "livree", "echouee" },
				requiredMode = Schema.RequiredMode.REQUIRED) String etat,
		@Schema(description = "Date de l'événement (ISO 8601, UTC).", example = "2026-11-21T09:30:00Z",
				requiredMode = Schema.RequiredMode.REQUIRED) Instant creeLe,
		@Schema(description = "Date de la livraison, ou de l'abandon (ISO 8601, UTC).",
				example = "2026-11-21T09:30:01Z") Instant finieLe,
		@Schema(description = "Les tentatives, dans l'ordre.",
				requiredMode = Schema.RequiredMode.REQUIRED) List<Tentative> tentatives){

	static final String EXEMPLE_ID = "msg_3f1c1c0e6a527d1f5a449a0e4d528f0b";

	static SuiviLivraison de(Livraison livraison) {
		boolean essai = livraison.evenement() == TypeEvenement.ESSAI;
		return new SuiviLivraison(livraison.id(), livraison.evenement().code(), essai ? null : livraison.reference(),
				livraison.etat().code(), seconde(livraison.creeLe()), seconde(livraison.finiLe()),
				livraison.tentatives().stream().map(Tentative::de).toList());
	}

	private static Instant seconde(Instant instant) {
		return (instant != null) ? instant.truncatedTo(ChronoUnit.SECONDS) : null;
	}

	/** One try. */
	@Schema(name = "TentativeLivraison", description = "Une tentative.")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Tentative(
			@Schema(description = "Rang de la tentative, à partir de 1.", example = "1",
					requiredMode = Schema.RequiredMode.REQUIRED) int numero,
			@Schema(description = "Date de la tentative (ISO 8601, UTC).", example = "2026-11-21T09:30:01Z",
					requiredMode = Schema.RequiredMode.REQUIRED) Instant le,
			@Schema(description = "Statut HTTP de votre réponse ; absent sans réponse.",
					example = "204") Integer statut,
			@Schema(description = "Durée de la tentative, en millisecondes.", example = "87",
					requiredMode = Schema.RequiredMode.REQUIRED) long dureeMs,
			@Schema(description = "Ce qui n'a pas marché.", example = "connexion refusée") String erreur) {

		static Tentative de(Livraison.Tentative tentative) {
			return new Tentative(tentative.numero(), seconde(tentative.le()), tentative.statut(), tentative.dureeMs(),
					tentative.erreur());
		}

	}

}
