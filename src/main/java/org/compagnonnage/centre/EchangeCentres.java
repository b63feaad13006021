package org.compagnonnage.centre;

import java.time.LocalDate;

/**
 * An exchange of a centre with others, as it was held.
 *
 * @param type {@code atelier}, {@code action-collective} or {@code compagnonnage-sud-sud}
 * @param centres the other centres, as they were entered
 * @param enseignements what was learned
 * @param suites what the centre will change, or null
 */
record EchangeCentres(String type, LocalDate tenuLe, String centres, String enseignements, String suites) {
}
