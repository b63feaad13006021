package org.compagnonnage.routing;

import java.util.Map;

/**
 * Who gets a task and by when, as the decision {@code affectation} says.
 *
 * @param groupe the group of staff
 * @param portee {@code territoire}, {@code filiere} or {@code aucune}: whether the group
 * is that of the case's territory or trade
 * @param delaiJours business days until the task is due
 * @param engage name of the variable that holds the login of the person who is engaged in
 * the case for this task and comes before the group; empty when nobody is
 */
record Affectation(String groupe, String portee, int delaiJours, String engage) {

	static Affectation of(Map<String, Object> result) {
		return new Affectation((String) result.get("groupe"), (String) result.get("portee"),
				((Number) result.get("delaiJours")).intValue(), (String) result.get("engage"));
	}

	String groupe(String territoire, String filiere) {
		return switch (this.portee) {
			case "territoire" -> this.groupe + '-' + territoire;
			case "filiere" -> this.groupe + '-' + filiere;
			default -> this.groupe;
		};
	}

}
