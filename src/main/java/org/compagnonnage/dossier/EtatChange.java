package org.compagnonnage.dossier;

/** A case entered another state. Published inside the engine's transaction. */
public record EtatChange(Dossier dossier) {
}
