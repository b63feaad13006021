package org.compagnonnage.admission;

/** Nothing waits for a withdrawal: the case is closed, or its withdrawal is under way. */
public class RetraitImpossible extends RuntimeException {

	RetraitImpossible(String reference, Throwable cause) {
		super(reference, cause);
	}

}
