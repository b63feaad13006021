package org.compagnonnage.engine;

import org.camunda.bpm.engine.AuthorizationException;

/** A refusal (403) whose French message is for the person who was refused. */
public class Interdit extends AuthorizationException {

	/** Tells this exception apart in the answers of the engine's REST interface. */
	static final int CODE = 24030;

	/** The same for a task that somebody else holds. */
	static final int CODE_TACHE_PRISE = 24031;

	public Interdit(String message) {
		this(message, CODE);
	}

	private Interdit(String message, int code) {
		super(message);
		setCode(code);
	}

	/** Somebody else holds the task; to claim it is then a conflict (409). */
	public static Interdit tachePrise() {
		return new Interdit("Cette tâche est déjà prise par une autre personne.", CODE_TACHE_PRISE);
	}

}
