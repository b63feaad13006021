package org.compagnonnage.dossier;

import java.time.Instant;

/** A state through which a case went; {@code jusqua} is null for the present one. */
public record Etape(String etape, Instant depuis, Instant jusqua) {
}
