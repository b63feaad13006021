package org.compagnonnage.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import org.springframework.stereotype.Component;

/** Business days in metropolitan France: neither weekend nor public holiday. */
@Component
public class BusinessCalendar {

	private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	private static final LocalTime MORNING = LocalTime.of(9, 0);

	private final HolidayManager holidays = HolidayManager
		.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE));

	public boolean isBusinessDay(LocalDate day) {
		return !WEEKEND.contains(day.getDayOfWeek()) && !this.holidays.isHoliday(day);
	}

	/** The day itself when it is a business day, else the next one. */
	public LocalDate orNextBusinessDay(LocalDate day) {
		LocalDate candidate = day;
		while (!isBusinessDay(candidate)) {
			candidate = candidate.plusDays(1);
		}
		return candidate;
	}

	/**
	 * When what falls on a day happens: as the business day begins for people, who get
	 * letters and tasks then.
	 * @param day any day; when it is no business day, the next one is meant
	 * @param zone where people live
	 */
	public Date morning(LocalDate day, ZoneId zone) {
		return morningOf(orNextBusinessDay(day), zone);
	}

	/**
	 * The morning of this very day, business day or not.
	 * @param zone where people live
	 */
	public static Date morningOf(LocalDate day, ZoneId zone) {
		return Date.from(day.atTime(MORNING).atZone(zone).toInstant());
	}

	/**
	 * The business day that comes {@code days} business days after {@code day}.
	 * @param day any day; the count starts on the day after it
	 * @param days number of business days, zero or more
	 * @return the day reached; with zero, the day itself or the next business day
	 */
	public LocalDate plusBusinessDays(LocalDate day, int days) {
		LocalDate reached = orNextBusinessDay(day);
		for (int i = 0; i < days; i++) {
			reached = orNextBusinessDay(reached.plusDays(1));
		}
		return reached;
	}

	/**
	 * The business day that comes {@code days} business days before {@code day}.
	 * @param day any day
	 * @param days number of business days, one or more; {@code day} is not counted
	 * @return the day reached
	 */
	public LocalDate minusBusinessDays(LocalDate day, int days) {
		LocalDate reached = day;
		for (int remaining = days; remaining > 0;) {
			reached = reached.minusDays(1);
			if (isBusinessDay(reached)) {
				remaining--;
			}
		}
		return reached;
	}

}
