package org.compagnonnage.centre;

import java.time.LocalDate;

/** A centre that receives craftspeople, where and since when. */
record CentreOuvert(String reference, String perimetre, String nom, String pays, String lieu, LocalDate ouvertLe) {
}
