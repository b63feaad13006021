package org.compagnonnage.dossier;

import java.time.Instant;

/** A step of a case's timeline; {@code jusqua} is null while it lasts. */
public record Etape(String etape, Instant depuis, Instant jusqua) {
}
