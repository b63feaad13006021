package org.compagnonnage.partner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.BucketNotFoundException;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.AbstractSelectForUpdateBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.LockAndGetResult;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.SelectForUpdateBasedTransaction;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.github.bucket4j.util.concurrent.batch.BatchHelper.BatchFailedException;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * What is left of the rate of each key, counted by all nodes together in the table
 * {@code debit_cle}: a call locks the row of its key for a short transaction of its own.
 * Calls with one key that meet on a node share that transaction.
 */
@Component
class Seaux {

	/** A row that is used again soon is not made anew. */
	private static final Duration GARDE = Duration.ofHours(1);

	private final Map<String, Bucket> connus = new ConcurrentHashMap<>();

	private final PartnerSettings settings;

	private final JdbcClient jdbc;

	private final PlatformTransactionManager transactions;

	private final Clock clock;

	private final Registre registre;

	Seaux(PartnerSettings settings, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
		this.settings = settings;
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.clock = clock;
		this.registre = new Registre();
	}

	/**
	 * Counts a call, when the key has one left.
	 * @throws DataAccessResourceFailureException when the database does not answer
	 */
	ConsumptionProbe prendre(String cle) {
		try {
			return compter(cle);
		}
		catch (BucketExecutionException | BatchFailedException ex) {
			throw new DataAccessResourceFailureException("The call could not be counted", ex);
		}
	}

	private ConsumptionProbe compter(String cle) {
		Bucket seau = this.connus.computeIfAbsent(cle, this::seau);
		try {
			return seau.tryConsumeAndReturnRemaining(1);
		}
		catch (BatchFailedException ex) {
			if (!(ex.getCause() instanceof BucketNotFoundException)) {
				throw ex;
			}
			// Bucket4j lets no calls that share a transaction make the bucket: it is made
			// beforehand.
			this.registre.builder().build(nom(cle), this::limites).getAvailableTokens();
			return seau.tryConsumeAndReturnRemaining(1);
		}
	}

	/** Forgets, each night, the buckets that are full again. */
	@Scheduled(cron = "0 45 3 * * *", zone = "Europe/Paris")
	void oublier() {
		this.jdbc.sql("delete from debit_cle where expire_le < :maintenant")
			.param("maintenant", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	private Bucket seau(String cle) {
		return this.registre.builder().withOptimization(Optimizations.batching()).build(nom(cle), this::limites);
	}

	// A bucket keeps the limits it was made with: other settings make another one.
	private String nom(String cle) {
		return cle + " " + this.settings.appelsParMinute() + "/" + this.settings.rafale();
	}

	private BucketConfiguration limites() {
		return BucketConfiguration.builder()
			.addLimit((limite) -> limite.capacity(this.settings.rafale())
				.refillGreedy(this.settings.appelsParMinute(), Duration.ofMinutes(1)))
			.build();
	}

	/** The table, as Bucket4j uses it; on H2 and PostgreSQL alike. */
	private final class Registre extends AbstractSelectForUpdateBasedProxyManager<String> {

		private final ExpirationAfterWriteStrategy expiration = ExpirationAfterWriteStrategy
			.basedOnTimeForRefillingBucketUpToMax(GARDE);

		Registre() {
			super(ClientSideConfig.getDefault().withClientClock(new Heure(Seaux.this.clock)));
		}

		@Override
		protected SelectForUpdateBasedTransaction allocateTransaction(String seau, Optional<Long> timeoutNanos) {
			return new Ligne(seau);
		}

		@Override
		public void removeProxy(String seau) {
			Seaux.this.jdbc.sql("delete from debit_cle where seau = :seau").param("seau", seau).update();
		}

		Instant expireLe(RemoteBucketState etat) {
			return Seaux.this.clock.instant()
				.plusMillis(this.expiration.calculateTimeToLiveMillis(etat, currentTimeNanos()));
		}

	}

	/** One transaction about one row. */
	private final class Ligne implements SelectForUpdateBasedTransaction {

		private final String seau;

		private TransactionStatus transaction;

		Ligne(String seau) {
			this.seau = seau;
		}

		@Override
		public void begin(Optional<Long> timeoutNanos) {
			this.transaction = Seaux.this.transactions
				.getTransaction(new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
		}

		@Override
		public LockAndGetResult tryLockAndGet(Optional<Long> timeoutNanos) {
			return Seaux.this.jdbc.sql("select etat from debit_cle where seau = :seau for update")
				.param("seau", this.seau)
				.query((row, number) -> LockAndGetResult.locked(row.getBytes("etat")))
				.optional()
				.orElse(LockAndGetResult.notLocked());
		}

		@Override
		public boolean tryInsertEmptyData(Optional<Long> timeoutNanos) {
			try {
				return Seaux.this.jdbc.sql("insert into debit_cle (seau) values (:seau)")
					.param("seau", this.seau)
					.update() == 1;
			}
			catch (DuplicateKeyException ex) {
				return false;
			}
		}

		@Override
		public void update(byte[] octets, RemoteBucketState etat, Optional<Long> timeoutNanos) {
			Seaux.this.jdbc.sql("update debit_cle set etat = :etat, expire_le = :expireLe where seau = :seau")
				.param("etat", octets)
				.param("expireLe", Seaux.this.registre.expireLe(etat).atOffset(ZoneOffset.UTC))
				.param("seau", this.seau)
				.update();
		}

		@Override
		public void commit(Optional<Long> timeoutNanos) {
			Seaux.this.transactions.commit(this.transaction);
		}

		@Override
		public void rollback() {
			if (!this.transaction.isCompleted()) {
				Seaux.this.transactions.rollback(this.transaction);
			}
		}

		@Override
		public void release() {
			// The end of the transaction gave its connection back.
		}

	}

	/** The application's clock as Bucket4j reads it. */
	private record Heure(Clock clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			Instant maintenant = this.clock.instant();
			return TimeUnit.SECONDS.toNanos(maintenant.getEpochSecond()) + maintenant.getNano();
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
