package org.compagnonnage.partner;

import java.net.URI;

import io.swagger.v3.oas.annotations.media.Schema;
import org.compagnonnage.dossier.Dossier;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The answer to a call that opened a case. */
@Schema(description = "Le dossier qui vient d'être ouvert.")
public record AccuseOuverture(
		@Schema(description = "Référence unique du dossier.", example = "ADM-2026-000123") String reference,
		@Schema(description = "Programme du dossier.", example = "admission-cae") String programme,
		@Schema(description = "État du dossier.", example = "accueil") String etat,
		@Schema(description = "Adresse où suivre le dossier.",
				example = "https://cooperative.example/api/v1/dossiers/ADM-2026-000123") String url) {

	/** 201, with the address of the case in {@code Location}. */
	public static ResponseEntity<AccuseOuverture> reponse(Dossier dossier) {
		String url = adresse(dossier.reference());
		return ResponseEntity.created(URI.create(url))
			.contentType(MediaType.APPLICATION_JSON)
			.body(new AccuseOuverture(dossier.reference(), dossier.programme(), dossier.etat(), url));
	}

	/** Where this application, as the caller reached it, shows a case. */
	static String adresse(String reference) {
		return ServletUriComponentsBuilder.fromCurrentContextPath()
			.path("/api/v1/dossiers/{reference}")
			.buildAndExpand(reference)
			.toUriString();
	}

}
