package org.compagnonnage.mission;

import java.time.LocalDate;

/**
 * When a mission takes place.
 *
 * @param debut its first day
 * @param fin its last day
 */
record Dates(LocalDate debut, LocalDate fin) {
}
