package org.compagnonnage.engine;

import org.camunda.bpm.engine.BadUserRequestException;

/** An impossible request (400) whose French message is for the person who made it. */
public class DemandeImpossible extends BadUserRequestException {

	public DemandeImpossible(String message) {
		super(message);
	}

}
