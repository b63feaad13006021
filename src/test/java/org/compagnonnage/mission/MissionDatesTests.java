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

/**
 * A mission begins on its first day, a follow-up comes on the morning of a business day,
 * never before its time.
 */
class MissionDatesTests {

	private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

	private final MissionDates dates = new MissionDates(new MissionSettings(28, Period.ofMonths(3), Period.ofMonths(6)),
			new BusinessCalendar(), Clock.fixed(Instant.parse("2026-10-05T08:00:00Z"), PARIS));

	@ParameterizedTest
	@CsvSource({ "2026-11-02, 2026-11-02T09:00", "2026-11-07, 2026-11-07T09:00", "2026-11-11, 2026-11-11T09:00",
			"2027-05-01, 2027-05-01T09:00" })
	void aMissionBeginsOnTheMorningOfItsFirstDayWhateverTheCalendarOfFrance(String debut, LocalDateTime commencement) {
		assertThat(this.dates.commencement(debut).toInstant().atZone(PARIS).toLocalDateTime()).isEqualTo(commencement);
	}

	@ParameterizedTest
	@CsvSource({ "P3M, Trois mois après la mission", "P1M, Un mois après la mission",
			"P1Y, Douze mois après la mission", "P18M, 18 mois après la mission", "P10D, Dix jours après la mission",
			"P2M15D, Deux mois et 15 jours après la mission" })
	void aFollowUpIsNamedAfterItsDelay(Period delai, String nom) {
		MissionSettings settings = new MissionSettings(28, delai, Period.ofMonths(6));
		assertThat(settings.nom(Moment.PREMIER_SUIVI)).isEqualTo(nom);
		assertThat(settings.nom(Moment.SECOND_SUIVI)).isEqualTo("Six mois après la mission");
		assertThat(settings.nom(Moment.DEPART)).isEqualTo("Avant la mission");
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-29, 2027-03-01T09:00, 2027-05-31T09:00", "2026-11-30, 2027-03-01T09:00, 2027-05-31T09:00",
			"2026-10-02, 2027-01-04T09:00, 2027-04-02T09:00", "2026-08-14, 2026-11-16T09:00, 2027-02-15T09:00",
			"2026-10-01, 2027-01-04T09:00, 2027-04-01T09:00", "2026-06-25, 2026-09-25T09:00, 2026-12-28T09:00" })
	void aFollowUpFallsOnABusinessMorning(String fin, LocalDateTime premier, LocalDateTime second) {
		assertThat(this.dates.premierSuivi(fin).toInstant().atZone(PARIS).toLocalDateTime()).isEqualTo(premier);
		assertThat(this.dates.secondSuivi(fin).toInstant().atZone(PARIS).toLocalDateTime()).isEqualTo(second);
	}

}
