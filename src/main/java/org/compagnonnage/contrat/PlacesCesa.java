package org.compagnonnage.contrat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;

import org.compagnonnage.dossier.DossierClos;
import org.compagnonnage.organisation.Organisation;

import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The CESA places of each territory and calendar year (S3: about ten). One row a
 * territory and year counts them, so that cases that arrive at the same instant, on any
 * node, wait for one another.
 */
@Component("placesCesa")
public class PlacesCesa {

	private final JdbcClient jdbc;

	private final Organisation organisation;

	private final Clock clock;

	private final TransactionTemplate alone;

	PlacesCesa(JdbcClient jdbc, Organisation organisation, Clock clock, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.organisation = organisation;
		this.clock = clock;
		this.alone = new TransactionTemplate(transactions);
		this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Takes a place of the present year, when one is left.
	 * @param territoire code of the territory
	 * @param reference the case that takes it; a case that holds one keeps it
	 * @return the year of the place, or empty at the quota
	 */
	@Transactional
	public Optional<Integer> reserver(String territoire, String reference) {
		return prendre(territoire, reference, quota(territoire), false);
	}

	private int quota(String territoire) {
		return this.organisation.territoire(territoire)
			.orElseThrow(() -> new IllegalArgumentException("Unknown territory " + territoire))
			.quotaCesa();
	}

	/** Takes a place of the present year whatever the quota, as the gérance decided. */
	@Transactional
	public int accepterHorsQuota(String territoire, String reference) {
		return prendre(territoire, reference, Integer.MAX_VALUE, true).orElseThrow();
	}

	private Optional<Integer> prendre(String territoire, String reference, int limite, boolean horsQuota) {
		int annee = LocalDate.now(this.clock).getYear();
		compteur(territoire, annee);
		Optional<Integer> held = this.jdbc.sql("select annee from cesa_place where reference = ? and rendue_le is null")
			.param(reference)
			.query(Integer.class)
			.optional();
		if (held.isPresent()) {
			return held;
		}
		int taken = this.jdbc
			.sql("update cesa_quota set prises = prises + 1 where territoire = ? and annee = ? and prises < ?")
			.params(territoire, annee, limite)
			.update();
		if (taken == 0) {
			return Optional.empty();
		}
		int again = this.jdbc.sql(
				"update cesa_place set rendue_le = null, prise_le = ?, hors_quota = ? where reference = ? and annee = ?")
			.params(now(), horsQuota, reference, annee)
			.update();
		if (again == 0) {
			this.jdbc
				.sql("insert into cesa_place (reference, annee, territoire, hors_quota, prise_le)"
						+ " values (?, ?, ?, ?, ?)")
				.params(reference, annee, territoire, horsQuota, now())
				.update();
		}
		return Optional.of(annee);
	}

	/** The counter's row exists from now on; two that create it at once end with one. */
	private void compteur(String territoire, int annee) {
		if (prises(territoire, annee).isPresent()) {
			return;
		}
		try {
			this.alone.executeWithoutResult(
					(status) -> this.jdbc.sql("insert into cesa_quota (territoire, annee, prises) values (?, ?, 0)")
						.params(territoire, annee)
						.update());
		}
		catch (DuplicateKeyException ex) {
			// Another case created it between the two lines.
		}
	}

	/**
	 * Gives back the place that the case holds, if any; a signed CESA keeps its place.
	 */
	@Transactional
	public void rendre(String reference) {
		boolean signe = this.jdbc.sql("select 1 from contrat where reference = ? and type = ?")
			.params(reference, TypeContrat.CESA.code())
			.query(Integer.class)
			.optional()
			.isPresent();
		if (signe) {
			return;
		}
		this.jdbc
			.sql("update cesa_quota set prises = prises - 1 where exists (select 1 from cesa_place p"
					+ " where p.reference = ? and p.rendue_le is null and p.territoire = cesa_quota.territoire"
					+ " and p.annee = cesa_quota.annee)")
			.param(reference)
			.update();
		this.jdbc.sql("update cesa_place set rendue_le = ? where reference = ? and rendue_le is null")
			.params(now(), reference)
			.update();
	}

	/**
	 * A case that closed without a signed CESA holds no place, whatever its outcome is
	 * called.
	 */
	@EventListener
	void on(DossierClos closed) {
		rendre(closed.dossier().reference());
	}

	/** Places taken in a territory and year; empty when nobody asked yet. */
	public Optional<Integer> prises(String territoire, int annee) {
		return this.jdbc.sql("select prises from cesa_quota where territoire = ? and annee = ?")
			.params(territoire, annee)
			.query(Integer.class)
			.optional();
	}

	/** How the places of a territory stand in the present year. */
	public Situation situation(String territoire) {
		int annee = LocalDate.now(this.clock).getYear();
		int horsQuota = this.jdbc
			.sql("select count(*) from cesa_place where territoire = ? and annee = ? and hors_quota"
					+ " and rendue_le is null")
			.params(territoire, annee)
			.query(Integer.class)
			.single();
		return new Situation(annee, quota(territoire), prises(territoire, annee).orElse(0), horsQuota);
	}

	/**
	 * The instant at which the places of a year open.
	 * @param jour first day of that year, as an ISO date
	 */
	public Date ouverture(String jour) {
		return Date.from(LocalDate.parse(jour).atStartOfDay(this.clock.getZone()).toInstant());
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/**
	 * The places of a territory and calendar year.
	 *
	 * @param prises places taken, those above the quota among them
	 * @param horsQuota places that the gérance accorded above the quota
	 */
	public record Situation(int annee, int quota, int prises, int horsQuota) {
	}

}
