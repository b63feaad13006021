package org.compagnonnage.demo;

import java.util.Map;

/** What the people of a programme answer in its tasks. */
@FunctionalInterface
interface Reponses {

	/**
	 * What the form of a task sends.
	 * @param tache element id of the task
	 * @param vu the variables that the form shows
	 * @return the values by field, a list as a list of rows
	 */
	Map<String, ?> a(String tache, Map<String, Object> vu);

}
