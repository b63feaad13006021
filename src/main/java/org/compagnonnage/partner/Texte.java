package org.compagnonnage.partner;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * A text that people can read and a document can print: no control character, nothing
 * invisible only, no half character, nothing outside the documents' font; line breaks
 * only where {@link #lignes()} says so.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TexteValidator.class)
public @interface Texte {

	String message() default "Ce texte contient un caractère interdit.";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Whether the text may have several lines. */
	boolean lignes() default false;

	/** Longest text, in UTF-16 units, as the database of the engine counts. */
	int max() default 100;

}
