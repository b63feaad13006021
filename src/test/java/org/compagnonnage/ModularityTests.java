package org.compagnonnage;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The modules keep to themselves what is theirs, and features do not know one another.
 */
class ModularityTests {

	private static final ApplicationModules MODULES = ApplicationModules.of(CompagnonnageApplication.class);

	private static final Set<String> FEATURES = Set.of("admission", "mission", "consulaire", "centre", "parcours",
			"voix");

	@Test
	void everyModuleIsReachedThroughItsPublicTypesAndWithoutCycles() {
		MODULES.verify();
	}

	/** The demo shows the features at work, so it alone may start them. */
	@ParameterizedTest
	@MethodSource("modulesButTheDemo")
	void neitherAFeatureNorThePlatformDependsOnAFeature(String module) {
		assertThat(MODULES.getModuleByName(module)
			.orElseThrow()
			.getDirectDependencies(MODULES)
			.uniqueModules()
			.map(ModularityTests::name)).doesNotContainAnyElementsOf(FEATURES);
	}

	static java.util.stream.Stream<String> modulesButTheDemo() {
		return MODULES.stream().map(ModularityTests::name).filter((name) -> !"demo".equals(name));
	}

	private static String name(ApplicationModule module) {
		return module.getIdentifier().toString();
	}

}
