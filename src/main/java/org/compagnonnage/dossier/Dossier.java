package org.compagnonnage.dossier;

import java.time.Instant;

/**
 * A case as the register knows it; {@code issue} and {@code closLe} are null while it is
 * open.
 */
public record Dossier(String reference, String programme, String perimetre, String etat, String issue,
		String partenaire, String dossierOrigine, Instant ouvertLe, Instant closLe) {
}
