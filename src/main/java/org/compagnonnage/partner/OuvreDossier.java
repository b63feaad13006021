package org.compagnonnage.partner;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation that opens a case: it answers 201 with an {@link AccuseOuverture},
 * and is described so.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OuvreDossier {

	/** Programme of the case, one that a {@link ProgrammeSuivi} tells. */
	String programme();

	/** A reference as the description shows it. */
	String exemple();

}
