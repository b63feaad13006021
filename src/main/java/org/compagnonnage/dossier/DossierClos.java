package org.compagnonnage.dossier;

/** A case was closed, with its outcome. Published inside the engine's transaction. */
public record DossierClos(Dossier dossier) {
}
