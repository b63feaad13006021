package org.compagnonnage.admission;

import java.util.Map;
import java.util.Optional;

import org.compagnonnage.admission.Orientation.Resultat;

/**
 * The decision {@code orientationAdmission}, as a question that can be asked of any
 * diagnostic.
 */
@FunctionalInterface
interface OrientationRules {

	/**
	 * Evaluates the decision.
	 * @param diagnostic the decision's inputs by name
	 * @return the first rule that holds; empty when an input is missing or impossible
	 */
	Optional<Resultat> evaluer(Map<String, Object> diagnostic);

}
