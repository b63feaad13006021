package org.compagnonnage.calendar;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BusinessCalendarTests {

	private final BusinessCalendar calendar = new BusinessCalendar();

	@ParameterizedTest
	@ValueSource(strings = { "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25",
			"2026-07-14", "2026-11-11", "2026-12-25", "2027-03-29", "2026-08-15", "2026-11-01", "2026-10-10",
			"2026-10-11" })
	void publicHolidaysAndWeekendsAreNoBusinessDays(LocalDate day) {
		assertThat(this.calendar.isBusinessDay(day)).isFalse();
	}

	/** Good Friday and Saint Stephen's Day are holidays in Alsace and Moselle only. */
	@ParameterizedTest
	@ValueSource(strings = { "2026-04-03", "2025-12-26", "2026-10-09", "2026-05-15" })
	void otherDaysOfTheWeekAre(LocalDate day) {
		assertThat(this.calendar.isBusinessDay(day)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "2026-10-09,2026-10-09", "2026-10-10,2026-10-12", "2026-12-25,2026-12-28", "2026-05-08,2026-05-11",
			"2025-12-31,2025-12-31", "2026-01-01,2026-01-02" })
	void aSendingMovesToTheNextBusinessDay(LocalDate day, LocalDate moved) {
		assertThat(this.calendar.orNextBusinessDay(day)).isEqualTo(moved);
	}

	@ParameterizedTest
	@CsvSource({ "2026-10-09,2026-10-09T09:00+02:00", "2026-10-10,2026-10-12T09:00+02:00",
			"2026-12-25,2026-12-28T09:00+01:00" })
	void aMorningIsThatOfABusinessDayWherePeopleLive(LocalDate day, OffsetDateTime morning) {
		assertThat(this.calendar.morning(day, ZoneId.of("Europe/Paris"))).isEqualTo(morning.toInstant());
	}

	@ParameterizedTest
	@CsvSource({ "2026-10-05,0,2026-10-05", "2026-10-05,5,2026-10-12", "2026-10-09,1,2026-10-12",
			"2026-10-10,0,2026-10-12", "2026-12-24,1,2026-12-28", "2026-11-10,1,2026-11-12" })
	void businessDaysAreCountedForward(LocalDate day, int days, LocalDate reached) {
		assertThat(this.calendar.plusBusinessDays(day, days)).isEqualTo(reached);
	}

	@ParameterizedTest
	@CsvSource({ "2026-10-12,1,2026-10-09", "2026-10-12,5,2026-10-05", "2026-10-11,1,2026-10-09",
			"2026-12-28,1,2026-12-24", "2026-11-12,1,2026-11-10" })
	void andBackward(LocalDate day, int days, LocalDate reached) {
		assertThat(this.calendar.minusBusinessDays(day, days)).isEqualTo(reached);
	}

}
