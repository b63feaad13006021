package org.compagnonnage.document;

import java.time.Instant;

/**
 * A document of a case, without its content; {@code modele} and {@code version} name the
 * template it was made from.
 */
public record Document(String id, String reference, String nom, String type, String modele, String version,
		Instant creeLe) {
}
