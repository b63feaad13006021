package org.compagnonnage.partner;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;

/** The files that a partner attached to one of its cases. */
@Schema(description = "Les fichiers que vous avez joints à un dossier, les plus anciens d'abord.")
record DocumentsDeposes(@Schema(description = "Ces fichiers.") List<DocumentDepose> elements) {
}
