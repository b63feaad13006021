package org.compagnonnage.partner;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/** A page of a partner's cases. */
@Schema(description = "Une page de vos dossiers, les plus récents d'abord.")
record PageDossiers(@Schema(description = "Les dossiers de cette page.") List<SuiviDossier> elements,
		@Schema(description = "Numéro de cette page, à partir de 0.", example = "0") int page,
		@Schema(description = "Nombre de dossiers par page.", example = "50") int taille,
		@Schema(description = "Nombre de dossiers en tout.", example = "1") long total) {
}
