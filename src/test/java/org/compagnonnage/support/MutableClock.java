package org.compagnonnage.support;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;

import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The application's clock in tests: it runs until a test sets it, and the engine's clock
 * goes with it.
 */
public class MutableClock extends Clock {

	private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

	private volatile Instant instant;

	/** Stops the clock at an instant. */
	public void set(Instant now) {
		this.instant = now;
		ClockUtil.setCurrentTime(Date.from(now));
	}

	/** Stops the clock at a date and time in Paris. */
	public void set(LocalDateTime now) {
		set(now.atZone(PARIS).toInstant());
	}

	/** The day that it is in Paris. */
	public LocalDate today() {
		return LocalDate.now(this);
	}

	/** Lets the clock run again. */
	public void reset() {
		this.instant = null;
		ClockUtil.reset();
	}

	@Override
	public Instant instant() {
		Instant now = this.instant;
		return (now != null) ? now : Instant.now();
	}

	@Override
	public ZoneId getZone() {
		return PARIS;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new Clock() {

			@Override
			public ZoneId getZone() {
				return zone;
			}

			@Override
			public Clock withZone(ZoneId other) {
				return MutableClock.this.withZone(other);
			}

			@Override
			public Instant instant() {
				return MutableClock.this.instant();
			}

		};
	}

}
