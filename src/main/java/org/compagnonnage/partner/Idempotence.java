package org.compagnonnage.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The first answers given under an idempotency key, kept in the transaction of the case
 * that they announce; sealed, for one of them may hold a secret that is told once.
 */
@Component
@EnableScheduling
class Idempotence {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final PartnerSettings settings;

	private final Coffre coffre;

	/** The same database, for a statement that may wait for another transaction. */
	private final JdbcClient patiente;

	Idempotence(JdbcClient jdbc, DataSource base, Clock clock, PartnerSettings settings, Coffre coffre) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.settings = settings;
		this.coffre = coffre;
		JdbcTemplate patiente = new JdbcTemplate(base);
		patiente.setQueryTimeout(Math.max(1, Math.toIntExact(settings.attenteIdempotence().toSeconds())));
		this.patiente = JdbcClient.create(patiente);
	}

	Optional<Reponse> trouver(Identite identite) {
		return this.jdbc.sql("""
				select empreinte_requete, statut, emplacement, corps, corps_scelle from idempotence
				where partenaire = :partenaire and chemin = :chemin and cle = :cle""")
			.paramSource(identite)
			.query((row, number) -> new Reponse(row.getString("empreinte_requete"), row.getInt("statut"),
					row.getString("emplacement"), corps(row)))
			.optional();
	}

	/** What was kept before bodies were sealed stands there in clear. */
	private String corps(ResultSet row) throws SQLException {
		byte[] scelle = row.getBytes("corps_scelle");
		return (scelle != null) ? this.coffre.ouvrir(scelle) : row.getString("corps");
	}

	/**
	 * Takes the key for this request; waits while a transaction of another node holds it.
	 * @throws org.springframework.dao.DuplicateKeyException when another request took it
	 * @throws org.springframework.dao.QueryTimeoutException when it waited long enough
	 */
	void reserver(Identite identite, String empreinteRequete) {
		this.patiente.sql("""
				insert into idempotence (partenaire, chemin, cle, empreinte_requete, cree_le)
				values (:partenaire, :chemin, :cle, :empreinte, :maintenant)""")
			.param("partenaire", identite.partenaire())
			.param("chemin", identite.chemin())
			.param("cle", identite.cle())
			.param("empreinte", empreinteRequete)
			.param("maintenant", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update();
	}

	void garder(Identite identite, Reponse reponse) {
		this.jdbc.sql("""
				update idempotence set statut = :statut, emplacement = :emplacement,
				corps_scelle = :corps
				where partenaire = :partenaire and chemin = :chemin and cle = :cle""")
			.param("statut", reponse.statut())
			.param("emplacement", reponse.emplacement())
			.param("corps", this.coffre.sceller(reponse.corps()))
			.param("partenaire", identite.partenaire())
			.param("chemin", identite.chemin())
			.param("cle", identite.cle())
			.update();
	}

	/** Forgets, each night, what is older than the settings say. */
	@Scheduled(cron = "0 40 3 * * *", zone = "Europe/Paris")
	void oublier() {
		Instant limite = this.clock.instant().minus(this.settings.conservationIdempotence());
		this.jdbc.sql("delete from idempotence where cree_le < :limite")
			.param("limite", OffsetDateTime.ofInstant(limite, ZoneOffset.UTC))
			.update();
	}

	/** What an idempotency key is scoped to. */
	record Identite(String partenaire, String chemin, String cle) {
	}

	/** A kept answer, and the hash of the request that it answers. */
	record Reponse(String empreinteRequete, int statut, String emplacement, String corps) {
	}

}
