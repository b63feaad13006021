package org.compagnonnage.relance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;

import org.compagnonnage.calendar.BusinessCalendar;

import org.springframework.stereotype.Component;

/**
 * The dates of a silence, counted in calendar days from the last sign of life. What is
 * sent moves to the next business day; the dates of the timers are read by the model
 * {@code relance-personne}.
 */
@Component("silence")
public class Silence {

	private final SilenceSettings settings;

	private final BusinessCalendar calendar;

	private final Clock clock;

	Silence(SilenceSettings settings, BusinessCalendar calendar, Clock clock) {
		this.settings = settings;
		this.calendar = calendar;
		this.clock = clock;
	}

	/** Instant of the first reminder; {@code dernierSigneDeVie} is an ISO date. */
	public Date premiereRelance(String dernierSigneDeVie) {
		return matin(jour(dernierSigneDeVie, this.settings.premiereRelance()));
	}

	/** Instant of the second reminder; {@code dernierSigneDeVie} is an ISO date. */
	public Date secondeRelance(String dernierSigneDeVie) {
		return matin(apres(jour(dernierSigneDeVie, this.settings.secondeRelance()),
				this.settings.secondeRelance() - this.settings.premiereRelance()));
	}

	/**
	 * Instant of the closing, with its letter; {@code dernierSigneDeVie} is an ISO date.
	 */
	public Date cloture(String dernierSigneDeVie) {
		return matin(jourDeCloture(dernierSigneDeVie));
	}

	/** The day on which the case of a person who stays silent is closed. */
	LocalDate jourDeCloture(String dernierSigneDeVie) {
		return apres(jour(dernierSigneDeVie, this.settings.cloture()),
				this.settings.cloture() - this.settings.secondeRelance());
	}

	/**
	 * The last day on which a person's answer is waited for, which the letters promise:
	 * the case is closed in the morning after it.
	 */
	public LocalDate dernierJour(String dernierSigneDeVie) {
		return jourDeCloture(dernierSigneDeVie).minusDays(1);
	}

	/** Today, as an ISO date: the day of a sign of life noted now. */
	public String aujourdhui() {
		return LocalDate.now(this.clock).toString();
	}

	/**
	 * The planned day, unless the sending before it was so late (mail down, application
	 * stopped) that less than half of the time between them is left: then the whole of
	 * that time from today.
	 */
	private LocalDate apres(LocalDate prevu, int intervalle) {
		LocalDate aujourdhui = LocalDate.now(this.clock);
		return this.calendar.orNextBusinessDay(
				prevu.isBefore(aujourdhui.plusDays(intervalle / 2)) ? aujourdhui.plusDays(intervalle) : prevu);
	}

	private static LocalDate jour(String dernierSigneDeVie, int jours) {
		return LocalDate.parse(dernierSigneDeVie).plusDays(jours);
	}

	private Date matin(LocalDate jour) {
		return this.calendar.morning(jour, this.clock.getZone());
	}

}
