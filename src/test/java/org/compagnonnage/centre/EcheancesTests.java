package org.compagnonnage.centre;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Date;

import org.compagnonnage.calendar.BusinessCalendar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The mornings on which a centre is looked at again, and its exchanges prepared. */
class EcheancesTests {

	private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

	private final Echeances echeances = echeances(Period.ofYears(1));

	@ParameterizedTest
	@CsvSource({ "2027-03-01, 2027-03-01T09:00", "2027-03-06, 2027-03-08T09:00", "2027-07-14, 2027-07-15T09:00",
			"2027-05-01, 2027-05-03T09:00" })
	void aCentreIsLookedAtAgainOnTheDayFixedOrTheNextBusinessDay(String fixe, LocalDateTime examen) {
		assertThat(heure(this.echeances.nouvelExamen(fixe))).isEqualTo(examen);
	}

	@ParameterizedTest
	@CsvSource({ "2026-10-05, 2027-10-05T09:00", "2026-05-08, 2027-05-10T09:00", "2028-02-29, 2029-02-28T09:00" })
	void anExchangeIsPreparedAYearAfterTheOpeningOrTheLastOne(String depuis, LocalDateTime preparation) {
		assertThat(heure(this.echeances.prochainEchange(depuis))).isEqualTo(preparation);
	}

	@ParameterizedTest
	@CsvSource({ "2026-10-05, 2026-10-06T09:00", "2026-10-09, 2026-10-12T09:00" })
	void anExchangeIsToldAfterItsDay(String tenuLe, LocalDateTime bilan) {
		assertThat(heure(this.echeances.bilanEchange(tenuLe))).isEqualTo(bilan);
	}

	@ParameterizedTest
	@CsvSource({ "P6M, 2027-04-05T09:00", "P2Y, 2028-10-05T09:00" })
	void theIntervalIsASetting(Period intervalle, LocalDateTime preparation) {
		assertThat(heure(echeances(intervalle).prochainEchange("2026-10-05"))).isEqualTo(preparation);
	}

	private static Echeances echeances(Period intervalle) {
		return new Echeances(new CentreSettings(intervalle), new BusinessCalendar(),
				Clock.fixed(Instant.parse("2026-10-05T08:00:00Z"), PARIS));
	}

	private static LocalDateTime heure(Date date) {
		return date.toInstant().atZone(PARIS).toLocalDateTime();
	}

}
