package org.compagnonnage.mission;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** How a recommendation moves. */
class StatutPreconisationTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			proposee    | acceptee, en-cours, faite, non-retenue
			acceptee    | en-cours, faite, non-retenue
			en-cours    | faite, non-retenue
			faite       | en-cours
			non-retenue | acceptee, en-cours
			""")
	void aRecommendationMovesForwardOrIsOpenedAgain(String statut, String suivants) {
		StatutPreconisation depuis = StatutPreconisation.of(statut);
		assertThat(StatutPreconisation.values()).filteredOn((vers) -> vers != depuis && depuis.peutDevenir(vers))
			.extracting(StatutPreconisation::code)
			.containsExactly(suivants.split(", "));
	}

	@ParameterizedTest
	@EnumSource
	void aRecommendationMayStayWhereItIsWithoutANote(StatutPreconisation statut) {
		assertThat(statut.peutDevenir(statut)).isTrue();
		assertThat(statut.demandeUneNote(statut)).isFalse();
	}

	@Test
	void givingUpAndOpeningAgainNeedANote() {
		assertThat(StatutPreconisation.EN_COURS.demandeUneNote(StatutPreconisation.NON_RETENUE)).isTrue();
		assertThat(StatutPreconisation.FAITE.demandeUneNote(StatutPreconisation.EN_COURS)).isTrue();
		assertThat(StatutPreconisation.NON_RETENUE.demandeUneNote(StatutPreconisation.ACCEPTEE)).isTrue();
		assertThat(StatutPreconisation.PROPOSEE.demandeUneNote(StatutPreconisation.FAITE)).isFalse();
	}

	@Test
	void onlyWhatIsDoneOrGivenUpIsClosed() {
		assertThat(Arrays.stream(StatutPreconisation.values()).filter(StatutPreconisation::estClos))
			.containsExactly(StatutPreconisation.FAITE, StatutPreconisation.NON_RETENUE);
	}

	@Test
	void anUnknownStatusIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> StatutPreconisation.of("finie"))
			.withMessageContaining("finie");
	}

}
