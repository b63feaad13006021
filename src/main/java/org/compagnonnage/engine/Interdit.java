package org.compagnonnage.engine;

import org.camunda.bpm.engine.AuthorizationException;

/** A refusal (403) whose French message is for the person who was refused. */
public class Interdit extends AuthorizationException {

	public Interdit(String message) {
		super(message);
	}

}
