package org.compagnonnage.partner;

import io.swagger.v3.oas.annotations.media.Schema;

/** One refused field of a request: where, and why, in French. */
public record Erreur(
		@Schema(description = "Chemin du champ, du paramètre ou de l'en-tête.",
				example = "porteur.courriel") String champ,
		@Schema(description = "Ce qui ne va pas.",
				example = "Cette adresse électronique est impossible.") String message) {
}
