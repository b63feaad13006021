package org.compagnonnage.document;

import java.util.Map;

/**
 * What a feature adds to the values of a case for its documents, because it stands in
 * tables.
 */
public interface ValeursDocument {

	/** Whether this template takes values from here. */
	boolean concerne(String modele);

	/**
	 * The values to add.
	 * @param variables the variables of the step that writes the document
	 * @return values by the names that the template declares; lists of records or maps
	 * for what it repeats, of which it reads the components
	 */
	Map<String, Object> valeurs(Map<String, Object> variables);

}
