package org.compagnonnage.abonnement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;

/** A subscription as its partner sees it. */
@Schema(description = "Un abonnement.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuiviAbonnement(
		@Schema(description = "Identifiant de l'abonnement.", example = SuiviAbonnement.EXEMPLE_ID,
				requiredMode = Schema.RequiredMode.REQUIRED) String id,
		@Schema(description = "Adresse à laquelle les événements sont envoyés.",
				example = "https://partenaire.example/compagnonnage",
				requiredMode = Schema.RequiredMode.REQUIRED) String url,
		@ArraySchema(
				arraySchema = @Schema(description = "Événements reçus.", requiredMode = Schema.RequiredMode.REQUIRED),
				schema = @Schema(example = "dossier.clos")) List<String> evenements,
		@ArraySchema(
				arraySchema = @Schema(description = "Programmes suivis.", requiredMode = Schema.RequiredMode.REQUIRED),
				schema = @Schema(example = "admission-cae")) List<String> programmes,
		@ArraySchema(
				arraySchema = @Schema(description = "Périmètres suivis : ceux de la clé qui a servi à s'abonner.",
						requiredMode = Schema.RequiredMode.REQUIRED),
				schema = @Schema(example = "37")) List<String> perimetres,
		@Schema(description = "« actif », ou « suspendu » : les événements attendent alors la reprise.",
				example = "actif", allowableValues = {
						"actif", "suspendu" },
				requiredMode = Schema.RequiredMode.REQUIRED) String etat,
		@Schema(description = "Date de la suspension (ISO 8601, UTC).",
				example = "2026-11-22T09:30:00Z") Instant suspenduLe,
		@Schema(description = "Motif de la suspension.",
				example = "Le point d'accès a répondu 410 : il ne veut plus rien recevoir.") String suspenduMotif,
		@Schema(description = "Date de création (ISO 8601, UTC).", example = "2026-11-21T09:30:00Z",
				requiredMode = Schema.RequiredMode.REQUIRED) Instant creeLe,
		@Schema(description = "Secret qui signe les envois (Standard Webhooks) ; "
				+ "montré à la création et au renouvellement, et plus jamais ensuite.",
				example = SuiviAbonnement.EXEMPLE_SECRET) String secret){

	static final String EXEMPLE_ID = "7d1f5a44-9a0e-4d52-8f0b-3f1c1c0e6a52";

	static final String EXEMPLE_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

	static SuiviAbonnement de(Abonnement abonnement, String secret) {
		return new SuiviAbonnement(abonnement.id(), abonnement.url().toString(),
				abonnement.evenements().stream().map(TypeEvenement::code).toList(),
				List.copyOf(abonnement.programmes()), List.copyOf(abonnement.perimetres()), abonnement.etat().code(),
				seconde(abonnement.suspenduLe()), abonnement.suspenduMotif(), seconde(abonnement.creeLe()), secret);
	}

	private static Instant seconde(Instant instant) {
		return (instant != null) ? instant.truncatedTo(ChronoUnit.SECONDS) : null;
	}

}
