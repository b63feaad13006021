package org.compagnonnage.partner;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/** The code of a périmètre: a territory, or an organisation that asks for programmes. */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PerimetreValidator.class)
public @interface Perimetre {

	String message() default "Ce périmètre est inconnu.";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
