package org.compagnonnage.form;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call of the engine's REST interface through which a person changes a case. */
record Route(Action action, String id, boolean parCle) {

	private static final Pattern TASK = Pattern
		.compile("/task/([^/]+)/(claim|complete|submit-form|resolve|bpmnError|bpmnEscalation)/?");

	private static final Pattern START = Pattern
		.compile("/process-definition/(key/)?([^/]+)(?:/tenant-id/[^/]+)?/(?:start|submit-form)/?");

	/**
	 * Recognises a call.
	 * @param path path below the address of the engine's REST interface, the engine's
	 * name removed
	 */
	static Optional<Route> of(String method, String path) {
		if (!"POST".equals(method)) {
			return Optional.empty();
		}
		Matcher task = TASK.matcher(path);
		if (task.matches()) {
			Action action = switch (task.group(2)) {
				case "claim" -> Action.PRENDRE;
				case "complete", "submit-form" -> Action.TERMINER;
				default -> Action.SIGNALER;
			};
			return Optional.of(new Route(action, task.group(1), false));
		}
		Matcher start = START.matcher(path);
		return start.matches() ? Optional.of(new Route(Action.DEMARRER, start.group(2), start.group(1) != null))
				: Optional.empty();
	}

	/** What the person does. */
	enum Action {

		/** Claims a task. */
		PRENDRE,

		/** Completes a task with its form. */
		TERMINER,

		/**
		 * Reports an error, an escalation or a resolution, for which no form offers a
		 * value.
		 */
		SIGNALER,

		/** Starts a case with its form. */
		DEMARRER

	}

}
