package org.compagnonnage.document;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EcritureTests {

	private final Ecriture ecrit = new Ecriture(ZoneId.of("Europe/Paris"));

	@ParameterizedTest
	@CsvSource({ "PT0.5S, 0.5 seconde", "PT1S, 1 seconde", "PT15S, 15 secondes", "PT90S, 90 secondes",
			"PT10M, 10 minutes", "PT1H, 1 heure", "P1D, 24 heures", "PT36H, 36 heures", "P30D, 30 jours" })
	void writesADurationInItsLargestWholeUnit(Duration duree, String ecrite) {
		assertThat(Ecriture.duree(duree)).isEqualTo(ecrite.replace(' ', '\u00a0').replace('.', ','));
	}

	@ParameterizedTest
	@CsvSource({ "1, 1 octet", "1023, 1023 octets", "1024, 1 Kio", "262144, 256 Kio", "1572864, 1.5 Mio",
			"20971520, 20 Mio" })
	void writesBytesInUnitsThatAreTrue(long octets, String ecrits) {
		assertThat(Ecriture.taille(octets)).isEqualTo(ecrits.replace(' ', '\u00a0').replace('.', ','));
	}

	@Test
	void writesDatesTheFrenchWay() {
		assertThat(this.ecrit.date("2026-11-21")).isEqualTo("21/11/2026");
		assertThat(this.ecrit.date(LocalDate.of(2026, 1, 2))).isEqualTo("02/01/2026");
		assertThat(Ecriture.jour(LocalDate.of(2026, 1, 2))).isEqualTo("02/01/2026");
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
		assertThat(this.ecrit.pourcent(11.5)).isEqualTo("11,5\u00a0%");
		assertThat(Ecriture.nombre(10L)).isEqualTo("10");
		assertThat(Ecriture.nombre(12345.25)).isEqualTo("12\u202f345,25");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1250.5 | 1~250,50 €", "1250 | 1~250 €", "1250.00 | 1~250 €", "0 | 0 €",
			"0.01 | 0,01 €", "12.345 | 12,35 €", "999.999 | 1~000 €", "-1234567.8 | -1~234~567,80 €" })
	void anAmountHasBothCentsOrNone(BigDecimal montant, String ecrit) {
		assertThat(Ecriture.euros(montant)).isEqualTo(ecrit.replace('~', '\u202f').replace(' ', '\u00a0'));
	}

	@Test
	void anAmountIsReadFromANumberOrItsText() {
		assertThat(Ecriture.euros(1250.5)).isEqualTo(Ecriture.euros("1250.50"));
		assertThat(Ecriture.euros(160L)).isEqualTo("160\u00a0€");
	}

	@Test
	void theFontOfTheDocumentsDrawsAnAmount() {
		assertThat(Ecriture.euros("1234567.5").codePoints()).allMatch(new Police()::dessine);
	}

	@Test
	void refusesWhatIsNeitherDateNorNumber() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.ecrit.date(null));
		assertThatIllegalArgumentException().isThrownBy(() -> Ecriture.euros(null));
	}

}
