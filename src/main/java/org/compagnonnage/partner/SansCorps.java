package org.compagnonnage.partner;

/**
 * The body of a request that needs none: nothing at all, or an empty object; what would
 * be overlooked is refused as everywhere.
 */
@CorpsRequete
public record SansCorps() {
}
