package org.compagnonnage.abonnement;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.NotEmpty;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long deliveries are tried and remembered.
 *
 * @param reprises waits after each try that failed, none shorter than the one before;
 * after the last of them comes the last try
 * @param conservation how long a delivery stays in the log once it is over
 */
@Validated
@ConfigurationProperties("compagnonnage.abonnement.livraison")
record LivraisonSettings(@DefaultValue( {
		"5s", "30s", "2m", "10m", "30m", "90m", "2h", "4h", "8h",
		"8h" }) @NotEmpty List<@DurationMin(millis = 1) Duration> reprises,
		@DefaultValue("30d") @DurationMin(days = 1) Duration conservation){

	private static final int TENTATIVES = 4;

	LivraisonSettings {
		reprises = List.copyOf(reprises);
		for (int i = 1; i < reprises.size(); i++) {
			if (reprises.get(i).compareTo(reprises.get(i - 1)) < 0) {
				throw new IllegalArgumentException("compagnonnage.abonnement.livraison.reprises must grow");
			}
		}
	}

	/**
	 * The wait after a try that failed.
	 * @param echecs how many failed so far, one after the other
	 */
	Duration reprise(int echecs) {
		return this.reprises.get(Math.min(echecs, this.reprises.size()) - 1);
	}

	/**
	 * Whether an event was tried for long enough. Time decides and not the number of
	 * tries: whoever waits for its turn is tried less often. A few are needed
	 * nevertheless, because nobody tried while everything here was stopped.
	 * @param echecs how many tries failed, one after the other
	 * @param duree from the first of them to the last
	 */
	boolean epuise(int echecs, Duration duree) {
		return echecs >= Math.min(TENTATIVES, this.reprises.size() + 1)
				&& duree.compareTo(this.reprises.stream().reduce(Duration.ZERO, Duration::plus)) >= 0;
	}

}
