package org.compagnonnage.dossier;

/** A case was opened. Published inside the engine's transaction. */
public record DossierOuvert(Dossier dossier) {
}
