package org.compagnonnage.abonnement;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/** A page of the log of a subscription. */
@Schema(description = "Une page du journal des livraisons, les plus récentes d'abord.")
record PageLivraisons(@Schema(description = "Les livraisons de cette page.") List<SuiviLivraison> elements,
		@Schema(description = "Numéro de cette page, à partir de 0.", example = "0") int page,
		@Schema(description = "Nombre de livraisons par page.", example = "50") int taille,
		@Schema(description = "Nombre de livraisons en tout.", example = "1") long total) {
}
