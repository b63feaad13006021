package org.compagnonnage.notification;

/** A file attached to a letter. */
public record PieceJointe(String nom, String type, byte[] contenu) {
}
