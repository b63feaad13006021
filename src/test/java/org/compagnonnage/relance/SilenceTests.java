package org.compagnonnage.relance;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;

import org.compagnonnage.calendar.BusinessCalendar;
import org.compagnonnage.support.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SilenceTests {

	private final MutableClock clock = new MutableClock();

	private final Silence silence = new Silence(new SilenceSettings(9, 21, 45), new BusinessCalendar(), this.clock);

	@AfterEach
	void theClockRuns() {
		this.clock.reset();
	}

	/** Calendar days; only a sending that falls on a day off moves. */
	@ParameterizedTest
	@CsvSource({ "2026-10-05,2026-10-14,2026-10-26,2026-11-19", "2026-10-01,2026-10-12,2026-10-22,2026-11-16",
			"2026-12-16,2026-12-28,2027-01-06,2027-02-01", "2026-02-28,2026-03-09,2026-03-23,2026-04-14",
			"2028-02-20,2028-02-29,2028-03-13,2028-04-05" })
	void remindersAndClosingCountFromTheLastSignOfLife(LocalDate signe, LocalDate premiere, LocalDate seconde,
			LocalDate cloture) {
		this.clock.set(signe.atTime(10, 0));
		assertThat(paris(this.silence.premiereRelance(signe.toString()))).isEqualTo(premiere.atTime(9, 0));
		this.clock.set(premiere.atTime(9, 0));
		assertThat(paris(this.silence.secondeRelance(signe.toString()))).isEqualTo(seconde.atTime(9, 0));
		this.clock.set(seconde.atTime(9, 0));
		assertThat(paris(this.silence.cloture(signe.toString()))).isEqualTo(cloture.atTime(9, 0));
		assertThat(this.silence.jourDeCloture(signe.toString())).isEqualTo(cloture);
		assertThat(this.silence.dernierJour(signe.toString())).as("promised in the letters, whole")
			.isEqualTo(cloture.minusDays(1));
	}

	@Test
	void whoWasRemindedMuchTooLateGetsTheWholeTimeToAnswer() {
		this.clock.set(LocalDateTime.of(2026, 10, 22, 9, 0));
		assertThat(paris(this.silence.secondeRelance("2026-10-05"))).isEqualTo("2026-11-03T09:00");
		this.clock.set(LocalDateTime.of(2026, 11, 10, 9, 0));
		assertThat(paris(this.silence.cloture("2026-10-05"))).isEqualTo("2026-12-04T09:00");
	}

	@Test
	void lettersLeaveAtNineInParisInSummerAndInWinter() {
		this.clock.set(LocalDateTime.of(2026, 10, 16, 10, 0));
		assertThat(this.silence.premiereRelance("2026-10-16").toInstant()).hasToString("2026-10-26T08:00:00Z");
		assertThat(this.silence.premiereRelance("2026-10-13").toInstant()).hasToString("2026-10-22T07:00:00Z");
	}

	@Test
	void aDayIsThatOfParisWhateverTheHour() {
		this.clock.set(LocalDateTime.of(2026, 10, 5, 0, 30));
		assertThat(this.silence.aujourdhui()).isEqualTo("2026-10-05");
	}

	@ParameterizedTest
	@CsvSource({ "21,9,45", "9,45,21", "9,9,45" })
	void settingsOutOfOrderAreRefused(int premiere, int seconde, int cloture) {
		assertThatIllegalArgumentException().isThrownBy(() -> new SilenceSettings(premiere, seconde, cloture));
	}

	private static LocalDateTime paris(Date date) {
		return LocalDateTime.ofInstant(date.toInstant(), ZoneId.of("Europe/Paris"));
	}

}
