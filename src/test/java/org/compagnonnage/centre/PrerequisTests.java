package org.compagnonnage.centre;

import java.time.Instant;
import java.util.Optional;

import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.Dossiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** The prerequisite of a centre: a mission that is finished, as the register knows it. */
class PrerequisTests {

	private static final String MISSION = "MIS-2026-000012";

	private final Dossiers dossiers = mock();

	private final Prerequis prerequis = new Prerequis(this.dossiers);

	@ParameterizedTest
	@CsvSource({ "mission-compagnonnage, close, mission-capitalisee, true",
			"mission-compagnonnage, close, mission-annulee, false",
			"mission-compagnonnage, close, demande-non-recevable, false",
			"mission-compagnonnage, capitalisation,, false", "admission-cae, close, mission-capitalisee, false",
			"programme-consulaire, close, programme-acheve, false" })
	void onlyACapitalisedMissionWillDo(String programme, String etat, String issue, boolean rempli) {
		given(this.dossiers.trouver(MISSION)).willReturn(Optional.of(new Dossier(MISSION, programme, "37", etat, issue,
				null, null, Instant.EPOCH, (issue != null) ? Instant.EPOCH : null)));
		assertThat(this.prerequis.estRempli(MISSION)).isEqualTo(rempli);
		assertThat(this.prerequis.estRempli(MISSION, "37")).isEqualTo(rempli);
		assertThat(this.prerequis.estRempli(MISSION, "45")).isFalse();
	}

	@Test
	void aMissionThatNobodyKnowsWillNotDo() {
		given(this.dossiers.trouver(MISSION)).willReturn(Optional.empty());
		assertThat(this.prerequis.estRempli(MISSION)).isFalse();
		assertThat(this.prerequis.estRempli(null)).isFalse();
		assertThat(this.prerequis.estRempli(MISSION, "37")).isFalse();
		assertThat(this.prerequis.estRempli(null, "37")).isFalse();
	}

}
