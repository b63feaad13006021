package org.compagnonnage.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.IntFunction;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of letters, table {@code courrier}. */
@Repository
class Courriers {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final TransactionTemplate alone;

	Courriers(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.alone = new TransactionTemplate(transactions);
		this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Writes down the letter of a step before it leaves, or finds what an earlier try of
	 * the same step wrote. Commits by itself: the Message-ID stays the same whatever
	 * becomes of the step.
	 * @param messageId Message-ID for an ordinal
	 */
	Courrier inscrire(Lettre lettre, String destinataire, String objet, IntFunction<String> messageId) {
		return this.alone.execute((status) -> {
			Optional<Courrier> earlier = this.jdbc.sql(
					"select message_id, reference, modele, ordinal, destinataire, objet, inscrit_le, envoye_le from courrier"
							+ " where reference = ? and modele = ? and cle = ?")
				.params(lettre.reference(), lettre.modele(), lettre.cle())
				.query(Courriers::courrier)
				.optional();
			return earlier.orElseGet(() -> nouveau(lettre, destinataire, objet, messageId));
		});
	}

	private Courrier nouveau(Lettre lettre, String destinataire, String objet, IntFunction<String> messageId) {
		int ordinal = 1
				+ this.jdbc.sql("select coalesce(max(ordinal), 0) from courrier where reference = ? and modele = ?")
					.params(lettre.reference(), lettre.modele())
					.query(Integer.class)
					.single();
		Courrier courrier = new Courrier(messageId.apply(ordinal), lettre.reference(), lettre.modele(), ordinal,
				destinataire, objet, this.clock.instant().truncatedTo(ChronoUnit.SECONDS), null);
		this.jdbc.sql("""
				insert into courrier (message_id, reference, modele, cle, ordinal, destinataire, objet, inscrit_le)
				values (?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(courrier.messageId(), courrier.reference(), courrier.modele(), lettre.cle(), ordinal, destinataire,
					objet, courrier.inscritLe().atOffset(ZoneOffset.UTC))
			.update();
		return courrier;
	}

	/**
	 * Writes down that the letter left. Commits by itself: a step that fails afterwards
	 * does not send it again.
	 */
	void partie(Courrier courrier) {
		this.alone
			.executeWithoutResult((status) -> this.jdbc.sql("update courrier set envoye_le = ? where message_id = ?")
				.params(this.clock.instant().atOffset(ZoneOffset.UTC), courrier.messageId())
				.update());
	}

	private static Courrier courrier(ResultSet rs, int row) throws SQLException {
		Timestamp envoyeLe = rs.getTimestamp("envoye_le");
		return new Courrier(rs.getString("message_id"), rs.getString("reference"), rs.getString("modele"),
				rs.getInt("ordinal"), rs.getString("destinataire"), rs.getString("objet"),
				rs.getTimestamp("inscrit_le").toInstant(), (envoyeLe != null) ? envoyeLe.toInstant() : null);
	}

}
