package org.compagnonnage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The engine stays behind few doors, so that a successor can take its place. */
@AnalyzeClasses(packagesOf = CompagnonnageApplication.class, importOptions = DoNotIncludeTests.class)
class EngineBoundaryTests {

	private static final String CAMUNDA = "org.camunda..";

	private static final String IMPL = "org.camunda..impl..";

	/** In the signature of the public {@code IdentityService}. */
	private static final DescribedPredicate<JavaClass> AUTHENTICATION = belongToAnyOf(Authentication.class);

	/**
	 * Extension points, what their signatures are made of, and whether the engine checks
	 * rights at this moment, which no public type tells.
	 */
	private static final DescribedPredicate<JavaClass> EXTENSION_POINTS = resideInAPackage(
			"org.camunda.bpm.engine.impl.cfg..")
		.or(belongToAnyOf(TaskEntity.class, AuthorizationEntity.class, AuthorizationEntity[].class, Context.class,
				CommandContext.class))
		.or(AUTHENTICATION)
		.as("the engine's extension points and their signatures");

	private static final DescribedPredicate<JavaClass> DOORS = new DescribedPredicate<>(
			"delegates, listeners, processes and the packages that are about the engine") {

		@Override
		public boolean test(JavaClass type) {
			JavaClass outer = outermost(type);
			return outer.getSimpleName().matches(".+(Delegate|Listener|Process)")
					|| outer.getName().equals("org.compagnonnage.document.DocumentAccess") || outer.getPackageName()
						.matches("org\\.compagnonnage\\.(engine|form|people|routing|cockpit|privacy|demo)(\\..+)?");
		}

		private static JavaClass outermost(JavaClass type) {
			return type.getEnclosingClass().map((enclosing) -> outermost(enclosing)).orElse(type);
		}

	};

	@ArchTest
	static final ArchRule THE_ENGINE_IS_KNOWN_BEHIND_ITS_DOORS_ONLY = noClasses().that(DescribedPredicate.not(DOORS))
		.should()
		.dependOnClassesThat()
		.resideInAPackage(CAMUNDA);

	@ArchTest
	static final ArchRule ONLY_EXTENSION_POINTS_OF_THE_ENGINE_ARE_IMPLEMENTED = noClasses().should()
		.dependOnClassesThat(resideInAPackage(IMPL).and(DescribedPredicate.not(EXTENSION_POINTS)));

	@ArchTest
	static final ArchRule RIGHTS_ALONE_NEED_THE_EXTENSION_POINTS = noClasses().that()
		.resideOutsideOfPackage("org.compagnonnage.people..")
		.should()
		.dependOnClassesThat(resideInAPackage(IMPL).and(DescribedPredicate.not(AUTHENTICATION)));

}
