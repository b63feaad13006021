package org.compagnonnage.admission;

/**
 * The case is closed, or closing, or its contract is signed: there is nothing left to
 * withdraw.
 */
public class RetraitImpossible extends RuntimeException {

	RetraitImpossible(String reference) {
		super("Nothing to withdraw in " + reference);
	}

}
