package org.compagnonnage.engine;

import org.camunda.bpm.engine.AuthorizationException;

/** A refusal (403) whose French message is for the person who was refused. */
public class Interdit extends AuthorizationException {

	/** Tells this exception apart in the answers of the engine's REST interface. */
	static final int CODE = 24030;

	public Interdit(String message) {
		super(message);
		setCode(CODE);
	}

}
