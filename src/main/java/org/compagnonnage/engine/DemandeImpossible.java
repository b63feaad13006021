package org.compagnonnage.engine;

import org.camunda.bpm.engine.BadUserRequestException;

/** An impossible request (400) whose French message is for the person who made it. */
public class DemandeImpossible extends BadUserRequestException {

	/** Tells this exception apart in the answers of the engine's REST interface. */
	static final int CODE = 24000;

	public DemandeImpossible(String message) {
		super(message);
		setCode(CODE);
	}

}
