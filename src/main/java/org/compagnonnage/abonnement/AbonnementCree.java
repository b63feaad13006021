package org.compagnonnage.abonnement;

/** A new subscription, with its secret, which is told this once. */
record AbonnementCree(Abonnement abonnement, String secret) {
}
