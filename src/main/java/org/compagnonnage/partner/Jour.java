package org.compagnonnage.partner;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/** A day as an ISO date, between 1900 and 2200 as in the staff's forms. */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = JourValidator.class)
public @interface Jour {

	String message() default "Ce champ attend une date, par exemple 2026-11-21.";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
