package org.compagnonnage.people;

import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.context.Context;

/** The person on whose behalf the engine works at this moment. */
record Acteur(String id, List<String> groupes, List<String> perimetres) {

	/**
	 * The person who gave the current command; nobody when the engine or the
	 * application's own code (delegates, listeners, jobs) acts.
	 */
	static Optional<Acteur> courant(IdentityService identity) {
		var authentication = identity.getCurrentAuthentication();
		if (authentication == null || authentication.getUserId() == null || codeDeLApplication()) {
			return Optional.empty();
		}
		return Optional.of(new Acteur(authentication.getUserId(), listOf(authentication.getGroupIds()),
				listOf(authentication.getTenantIds())));
	}

	boolean estResponsable() {
		return this.groupes.contains(PlanOrganisation.RESPONSABLES);
	}

	// The engine switches its own checks off while it runs a delegate or a listener, and
	// only its command context says so.
	private static boolean codeDeLApplication() {
		var command = Context.getCommandContext();
		return command != null && !command.isAuthorizationCheckEnabled();
	}

	private static List<String> listOf(List<String> values) {
		return (values != null) ? values : List.of();
	}

}
