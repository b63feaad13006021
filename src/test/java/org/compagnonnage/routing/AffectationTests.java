package org.compagnonnage.routing;

import java.util.Map;

import org.compagnonnage.organisation.Organisation;
import org.compagnonnage.support.ConfiguredOrganisation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which groups get a task, in a case of Indre-et-Loire that is about wood. */
class AffectationTests {

	private final Organisation organisation = ConfiguredOrganisation.organisation();

	@ParameterizedTest
	@CsvSource({ "experts-cma, aucune, experts-cma", "experts-metier, aucune, experts-metier",
			"experts-metier, filiere, experts-metier-bois", "referents, territoire, referents-37",
			"'experts-metier, artisans-sans-frontieres', filiere, 'experts-metier-bois, artisans-sans-frontieres'",
			"'artisans-sans-frontieres,experts-cma', aucune, 'artisans-sans-frontieres, experts-cma'",
			"'referents, experts-metier', filiere, 'referents, experts-metier-bois'" })
	void theGroupsThatExistForEachTerritoryOrTradeAreThoseOfTheCase(String groupes, String portee, String attendus) {
		Affectation affectation = Affectation
			.of(Map.of("groupe", groupes, "portee", portee, "delaiJours", 5, "engage", ""));
		assertThat(affectation.groupes(this.organisation, "37", "bois")).containsExactly(attendus.split(", "));
	}

}
