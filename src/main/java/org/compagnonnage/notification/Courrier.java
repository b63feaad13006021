package org.compagnonnage.notification;

import java.time.Instant;

/**
 * A letter as it is recorded; {@code ordinal} counts the letters of one template in one
 * case, from 1, {@code envoyeLe} is null until the mail server took it.
 */
public record Courrier(String messageId, String reference, String modele, int ordinal, String destinataire,
		String objet, Instant inscritLe, Instant envoyeLe) {
}
