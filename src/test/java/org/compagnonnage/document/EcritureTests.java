package org.compagnonnage.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EcritureTests {

	private final Ecriture ecrit = new Ecriture(ZoneId.of("Europe/Paris"));

	@Test
	void writesDatesTheFrenchWay() {
		assertThat(this.ecrit.date("2026-11-21")).isEqualTo("21/11/2026");
		assertThat(this.ecrit.date(LocalDate.of(2026, 1, 2))).isEqualTo("02/01/2026");
		assertThat(this.ecrit.date(Instant.parse("2026-11-20T23:30:00Z"))).isEqualTo("21/11/2026");
	}

	@Test
	void aPeriodOfMonthsEndsTheDayBeforeItsAnniversary() {
		assertThat(this.ecrit.dernierJour("2026-12-01", 12L)).isEqualTo("30/11/2027");
		assertThat(this.ecrit.dernierJour("2026-12-15", "6")).isEqualTo("14/06/2027");
		assertThat(this.ecrit.dernierJour("2026-12-15", 6.0)).isEqualTo("14/06/2027");
	}

	@Test
	void writesAmountsTheFrenchWay() {
		assertThat(this.ecrit.euros(1234.5)).isEqualTo("1\u00a0234,50\u00a0€");
		assertThat(this.ecrit.euros("160")).isEqualTo("160,00\u00a0€");
		assertThat(this.ecrit.pourcent(11.5)).isEqualTo("11,5\u00a0%");
		assertThat(this.ecrit.nombre(10L)).isEqualTo("10");
	}

	@Test
	void refusesWhatIsNeitherDateNorNumber() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.ecrit.date(null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.ecrit.euros(null));
	}

}
