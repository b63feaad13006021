package org.compagnonnage.partner;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record as the body of a partner's request: read strictly (no unknown field, no
 * coercion), validated, and refused with all its errors at once.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CorpsRequete {

	/** What is said of a field that is missing or empty. */
	String OBLIGATOIRE = "Ce champ est obligatoire.";

	/** What is said of a field that there is not. */
	String INATTENDU = "Ce champ n'est pas attendu ici.";

}
