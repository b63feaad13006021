package org.compagnonnage.routing;

import java.util.List;
import java.util.Map;

import org.compagnonnage.organisation.Organisation;

/**
 * Who gets a task and by when, as the decision {@code affectation} says.
 *
 * @param groupes the groups of staff
 * @param portee {@code territoire}, {@code filiere} or {@code aucune}: whether the groups
 * that exist for each territory or trade are those of the case
 * @param delaiJours business days until the task is due
 * @param engage name of the variable that holds the login of the person who is engaged in
 * the case for this task and comes before the groups; empty when nobody is
 */
record Affectation(List<String> groupes, String portee, int delaiJours, String engage) {

	static Affectation of(Map<String, Object> result) {
		return new Affectation(List.of(((String) result.get("groupe")).split("\\s*,\\s*")),
				(String) result.get("portee"), ((Number) result.get("delaiJours")).intValue(),
				(String) result.get("engage"));
	}

	/** The candidate groups in a case of this territory and trade. */
	List<String> groupes(Organisation organisation, String territoire, String filiere) {
		return this.groupes.stream().map((groupe) -> {
			if (!organisation.decline(groupe, this.portee)) {
				return groupe;
			}
			return groupe + '-' + ("territoire".equals(this.portee) ? territoire : filiere);
		}).toList();
	}

}
