package org.compagnonnage.form;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call of the engine's REST interface through which a person changes a case. */
record Route(Action action, String id, boolean parCle) {

	private static final Pattern TASK = Pattern.compile(
			"/task/([^/]+)/(claim|complete|submit-form|resolve|bpmnError|bpmnEscalation|comment/create)/*",
			Pattern.DOTALL);

	private static final Pattern MODIFICATION = Pattern.compile("/task/([^/]+)/*", Pattern.DOTALL);

	private static final Pattern START = Pattern
		.compile("/process-definition/(key/)?([^/]+)(?:/tenant-id/[^/]+)?/(?:start|submit-form)/*", Pattern.DOTALL);

	// Calls that the engine does not guard well enough: it never asks who attaches a
	// file, and who may read a closed case and start another may restart it anywhere.
	private static final Pattern FERMEE = Pattern.compile(
			"/task/([^/]+)/attachment(?:/.*)?|/process-definition/(?:key/)?([^/]+)/restart(?:-async)?/*",
			Pattern.DOTALL);

	// What somebody wrote stays as it was written: the engine lets whoever sees a case
	// rewrite and delete everybody's comments.
	private static final Pattern COMMENTAIRES = Pattern.compile("/(?:task|process-instance)/([^/]+)/comment(?:/.*)?",
			Pattern.DOTALL);

	/**
	 * Recognises a call.
	 * @param path path below the address of the engine's REST interface, the engine's
	 * name removed
	 */
	static Optional<Route> of(String method, String path) {
		if ("GET".equals(method) || "HEAD".equals(method) || "OPTIONS".equals(method)) {
			return Optional.empty();
		}
		Matcher fermee = FERMEE.matcher(path);
		if (fermee.matches()) {
			return Optional
				.of(new Route(Action.INTERDIRE, (fermee.group(1) != null) ? fermee.group(1) : fermee.group(2), false));
		}
		Matcher commentaires = COMMENTAIRES.matcher(path);
		if (!"POST".equals(method) && commentaires.matches()) {
			return Optional.of(new Route(Action.INTERDIRE, commentaires.group(1), false));
		}
		return switch (method) {
			case "POST" -> post(path);
			case "PUT" -> {
				Matcher modification = MODIFICATION.matcher(path);
				yield modification.matches() ? Optional.of(new Route(Action.MODIFIER, modification.group(1), false))
						: Optional.empty();
			}
			default -> Optional.empty();
		};
	}

	private static Optional<Route> post(String path) {
		Matcher task = TASK.matcher(path);
		if (task.matches()) {
			Action action = switch (task.group(2)) {
				case "claim" -> Action.PRENDRE;
				case "complete", "submit-form" -> Action.TERMINER;
				case "comment/create" -> Action.COMMENTER;
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

		/** Changes the dates of a task. */
		MODIFIER,

		/** Writes a comment on a task. */
		COMMENTER,

		/** Starts a case with its form. */
		DEMARRER,

		/** Does what is open to nobody. */
		INTERDIRE

	}

}
