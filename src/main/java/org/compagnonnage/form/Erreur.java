package org.compagnonnage.form;

/** What is wrong with one field, in French, for the person who filled it in. */
public record Erreur(String champ, String message) {
}
