package org.compagnonnage.mission;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Date;

import org.compagnonnage.calendar.BusinessCalendar;

import org.springframework.stereotype.Component;

/**
 * The dates that the models of the mission read in their timers: public because
 * expressions call it.
 */
@Component("missionDates")
public class MissionDates {

	private final MissionSettings settings;

	private final BusinessCalendar calendar;

	private final Clock clock;

	MissionDates(MissionSettings settings, BusinessCalendar calendar, Clock clock) {
		this.settings = settings;
		this.calendar = calendar;
		this.clock = clock;
	}

	/**
	 * Instant at which a mission begins, abroad and on its very day, which the holidays
	 * of France do not move; {@code missionDebut} is an ISO date.
	 */
	public Date commencement(String missionDebut) {
		return BusinessCalendar.morningOf(LocalDate.parse(missionDebut), this.clock.getZone());
	}

	/** Instant of the first follow-up; {@code missionFin} is an ISO date. */
	public Date premierSuivi(String missionFin) {
		return matin(missionFin, this.settings.premierSuivi());
	}

	/** Instant of the last follow-up; {@code missionFin} is an ISO date. */
	public Date secondSuivi(String missionFin) {
		return matin(missionFin, this.settings.secondSuivi());
	}

	private Date matin(String jourDeLaMission, Period apres) {
		return this.calendar.morning(LocalDate.parse(jourDeLaMission).plus(apres), this.clock.getZone());
	}

}
