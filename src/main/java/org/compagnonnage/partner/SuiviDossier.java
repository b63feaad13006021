package org.compagnonnage.partner;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.Etape;

/** Where a case stands, in the partner's words. */
@Schema(description = "Où en est un dossier.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SuiviDossier(
		@Schema(description = "Référence unique du dossier.", example = "ADM-2026-000123",
				requiredMode = Schema.RequiredMode.REQUIRED) String reference,
		@Schema(description = "Programme du dossier.", example = "admission-cae",
				requiredMode = Schema.RequiredMode.REQUIRED) String programme,
		@Schema(description = "État du dossier ; « close » quand il est fini.", example = "diagnostic",
				requiredMode = Schema.RequiredMode.REQUIRED) String etat,
		@Schema(description = "Issue du dossier, une fois clos.", example = "cape-signe") String issue,
		@Schema(description = "Date d'ouverture (ISO 8601, UTC).", example = "2026-11-21T09:30:00Z",
				requiredMode = Schema.RequiredMode.REQUIRED) Instant ouvertLe,
		@Schema(description = "Date de clôture (ISO 8601, UTC).", example = "2027-01-15T16:02:11Z") Instant closLe,
		@Schema(description = "Étapes passées et en cours, dans l'ordre ; absent de la liste des dossiers.") List<EtapeSuivie> etapes,
		@Schema(description = "Adresse où suivre le dossier.",
				example = "https://cooperative.example/api/v1/dossiers/ADM-2026-000123") String url) {

	static SuiviDossier de(Dossier dossier, List<Etape> etapes) {
		return new SuiviDossier(dossier.reference(), dossier.programme(), dossier.etat(), dossier.issue(),
				seconde(dossier.ouvertLe()), seconde(dossier.closLe()),
				(etapes == null) ? null : etapes.stream()
					.map((etape) -> new EtapeSuivie(etape.etape(), seconde(etape.depuis()), seconde(etape.jusqua())))
					.toList(),
				AccuseOuverture.adresse(dossier.reference()));
	}

	private static Instant seconde(Instant instant) {
		return (instant != null) ? instant.truncatedTo(ChronoUnit.SECONDS) : null;
	}

	/** A step of a case. */
	@Schema(description = "Une étape du dossier.")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record EtapeSuivie(
			@Schema(description = "État du dossier pendant cette étape.", example = "accueil",
					requiredMode = Schema.RequiredMode.REQUIRED) String etape,
			@Schema(description = "Début (ISO 8601, UTC).", example = "2026-11-21T09:30:00Z",
					requiredMode = Schema.RequiredMode.REQUIRED) Instant depuis,
			@Schema(description = "Fin (ISO 8601, UTC) ; absente de l'étape en cours.",
					example = "2026-11-24T14:10:00Z") Instant jusqua) {
	}

}
