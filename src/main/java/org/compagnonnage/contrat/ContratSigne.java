package org.compagnonnage.contrat;

/** A contract was signed and recorded. Published in the transaction that records it. */
public record ContratSigne(Contrat contrat) {
}
