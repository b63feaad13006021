package org.compagnonnage.people;

import java.time.LocalDate;

/** Somebody away, who stands in, and from when until when, both days included. */
public record Absence(String id, String absent, String remplacant, LocalDate du, LocalDate au) {
}
