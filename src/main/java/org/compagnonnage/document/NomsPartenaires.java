package org.compagnonnage.document;

import java.util.Collection;
import java.util.Map;

/**
 * Tells the staff what partners are called; the module that keeps their accounts does.
 */
public interface NomsPartenaires {

	/** The names of those of these accounts that exist. */
	Map<String, String> noms(Collection<String> partenaires);

}
