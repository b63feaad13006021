package org.compagnonnage.document;

import java.time.Instant;

/**
 * A document of a case, without its content.
 *
 * @param modele the template it was made from, or null when it was attached
 * @param version the version of that template, or null
 * @param taille bytes
 * @param deposant who attached it, or null when it was made here
 */
public record Document(String id, String reference, String nom, String type, String modele, String version,
		Instant creeLe, long taille, Deposant deposant) {
}
