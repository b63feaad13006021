package org.compagnonnage.mission;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;

import org.compagnonnage.calendar.BusinessCalendar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A follow-up comes on the morning of a business day, never before its time. */
class MissionDatesTests {

	private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

	private final MissionDates dates = new MissionDates(new MissionSettings(28, Period.ofMonths(3), Period.ofMonths(6)),
			new BusinessCalendar(), Clock.fixed(Instant.parse("2026-10-05T08:00:00Z"), PARIS));

	@ParameterizedTest
	@CsvSource({ "2026-11-29, 2027-03-01T09:00, 2027-05-31T09:00", "2026-11-30, 2027-03-01T09:00, 2027-05-31T09:00",
			"2026-10-02, 2027-01-04T09:00, 2027-04-02T09:00", "2026-08-14, 2026-11-16T09:00, 2027-02-15T09:00",
			"2026-10-01, 2027-01-04T09:00, 2027-04-01T09:00", "2026-06-25, 2026-09-25T09:00, 2026-12-28T09:00" })
	void aFollowUpFallsOnABusinessMorning(String fin, LocalDateTime premier, LocalDateTime second) {
		assertThat(this.dates.premierSuivi(fin).toInstant().atZone(PARIS).toLocalDateTime()).isEqualTo(premier);
		assertThat(this.dates.secondSuivi(fin).toInstant().atZone(PARIS).toLocalDateTime()).isEqualTo(second);
	}

}
