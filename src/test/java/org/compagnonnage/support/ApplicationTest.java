package org.compagnonnage.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole application behind a real web server, with a clock that can be set, letters
 * that can be read and jobs that the test fires.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ActiveProfiles("test")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({ TestDoubles.class, Tasklist.class, Engine.class, Atelier.class, AdmissionScenarios.class,
		MissionScenarios.class, CentreScenarios.class })
@ExtendWith(CleanSlate.class)
public @interface ApplicationTest {

}
