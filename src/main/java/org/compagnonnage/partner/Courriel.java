package org.compagnonnage.partner;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/** An e-mail address that can exist (RFC 5321, without quoted local parts). */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CourrielValidator.class)
public @interface Courriel {

	/** What is said of an address that cannot exist. */
	String IMPOSSIBLE = "Cette adresse électronique est impossible.";

	String message() default IMPOSSIBLE;

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
