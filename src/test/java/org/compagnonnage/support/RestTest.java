package org.compagnonnage.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The whole application on a port of its own, one for all the tests that call it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ActiveProfiles("test")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		// Thousands of refusals are expected: their stack traces would fill the log.
		properties = { "logging.level.org.camunda.bpm.engine.context=off",
				"logging.level.org.camunda.bpm.engine.rest.exception=off" })
public @interface RestTest {

}
