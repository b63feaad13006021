package org.compagnonnage.partner;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells, for the description, what an operation may refuse beside what all refuse; on the
 * annotation of a parameter, what every operation with that parameter does.
 */
@Documented
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Refuse.Liste.class)
public @interface Refuse {

	TypeProbleme type();

	/**
	 * What is said, with the settings that it names; when empty, what is said of one
	 * wrong field.
	 */
	String detail() default "";

	/** The field that is wrong, if it is a field. */
	String champ() default "";

	/** What is said of that field. */
	String message() default "";

	/** Whether the same call may succeed soon. */
	boolean passager() default false;

	/** All that one operation refuses. */
	@Documented
	@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
	@Retention(RetentionPolicy.RUNTIME)
	@interface Liste {

		Refuse[] value();

	}

}
