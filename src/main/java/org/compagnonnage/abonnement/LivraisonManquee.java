package org.compagnonnage.abonnement;

/**
 * An event was not accepted, and is sent again later. What went wrong lies with the
 * partner: a stack trace would tell nothing.
 */
class LivraisonManquee extends RuntimeException {

	LivraisonManquee(String message) {
		super(message, null, false, false);
	}

}
