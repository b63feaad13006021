package org.compagnonnage.centre;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;

import org.compagnonnage.calendar.BusinessCalendar;

import org.springframework.stereotype.Component;

/**
 * The instants for which a centre waits, each on the morning of a business day: public
 * because the models call it.
 */
@Component("echeancesCentre")
public class Echeances {

	private final CentreSettings settings;

	private final BusinessCalendar calendar;

	private final Clock clock;

	Echeances(CentreSettings settings, BusinessCalendar calendar, Clock clock) {
		this.settings = settings;
		this.calendar = calendar;
		this.clock = clock;
	}

	/**
	 * When a centre that was not eligible is looked at again.
	 * @param le the day that was fixed, ISO date
	 */
	public Date nouvelExamen(String le) {
		return matin(LocalDate.parse(le));
	}

	/**
	 * When the next exchange with other centres is prepared.
	 * @param depuis the day of the opening or of the last exchange, ISO date
	 */
	public Date prochainEchange(String depuis) {
		return matin(LocalDate.parse(depuis).plus(this.settings.intervalleEchanges()));
	}

	/**
	 * When an exchange can be told, not before the day after it.
	 * @param le the day of the exchange, ISO date
	 */
	public Date bilanEchange(String le) {
		return matin(LocalDate.parse(le).plusDays(1));
	}

	private Date matin(LocalDate jour) {
		return this.calendar.morning(jour, this.clock.getZone());
	}

}
