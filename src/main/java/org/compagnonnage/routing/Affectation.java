package org.compagnonnage.routing;

import java.util.Map;

/**
 * Who gets a task and by when, as the decision {@code affectation} says.
 *
 * @param groupe the group of staff
 * @param portee {@code territoire}, {@code filiere} or {@code aucune}: whether the group
 * is that of the case's territory or trade
 * @param delaiJours business days until the task is due
 */
record Affectation(String groupe, String portee, int delaiJours) {

	static Affectation of(Map<String, Object> result) {
		return new Affectation((String) result.get("groupe"), (String) result.get("portee"),
				((Number) result.get("delaiJours")).intValue());
	}

	String groupe(String territoire, String filiere) {
		return switch (this.portee) {
			case "territoire" -> this.groupe + '-' + territoire;
			case "filiere" -> this.groupe + '-' + filiere;
			default -> this.groupe;
		};
	}

}
