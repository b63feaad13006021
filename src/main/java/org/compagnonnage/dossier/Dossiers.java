package org.compagnonnage.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the register of cases. */
@Component
public class Dossiers {

	private final JdbcClient jdbc;

	private final Clock clock;

	Dossiers(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public Optional<Dossier> trouver(String reference) {
		return this.jdbc.sql("select * from dossier where reference = :reference")
			.param("reference", reference)
			.query(Dossiers::dossier)
			.optional();
	}

	public List<Etape> etapes(String reference) {
		return this.jdbc
			.sql("select etape, depuis, jusqua from dossier_etape where reference = :reference order by rang")
			.param("reference", reference)
			.query((row, number) -> new Etape(row.getString("etape"), instant(row, "depuis"), instant(row, "jusqua")))
			.list();
	}

	/** The cases that a partner opened, newest first; a null filter does not filter. */
	public Page<Dossier> duPartenaire(String partenaire, String programme, String etat, LocalDate depuis, int page,
			int taille) {
		String where = " from dossier where partenaire = :partenaire"
				+ ((programme != null) ? " and programme = :programme" : "")
				+ ((etat != null) ? " and etat = :etat" : "") + ((depuis != null) ? " and ouvert_le >= :depuis" : "");
		PageRequest demande = PageRequest.of(page, taille);
		List<Dossier> elements = filtre("select *" + where
				+ " order by ouvert_le desc, reference desc offset :debut rows fetch next :taille" + " rows only",
				partenaire, programme, etat, depuis)
			.param("debut", demande.getOffset())
			.param("taille", taille)
			.query(Dossiers::dossier)
			.list();
		long total = filtre("select count(*)" + where, partenaire, programme, etat, depuis).query(Long.class).single();
		return new PageImpl<>(elements, demande, total);
	}

	private JdbcClient.StatementSpec filtre(String sql, String partenaire, String programme, String etat,
			LocalDate depuis) {
		JdbcClient.StatementSpec statement = this.jdbc.sql(sql).param("partenaire", partenaire);
		if (programme != null) {
			statement.param("programme", programme);
		}
		if (etat != null) {
			statement.param("etat", etat);
		}
		if (depuis != null) {
			statement.param("depuis", depuis.atStartOfDay(this.clock.getZone()).toOffsetDateTime());
		}
		return statement;
	}

	private static Dossier dossier(ResultSet row, int number) throws SQLException {
		return new Dossier(row.getString("reference"), row.getString("programme"), row.getString("perimetre"),
				row.getString("etat"), row.getString("issue"), row.getString("partenaire"),
				row.getString("dossier_origine"), instant(row, "ouvert_le"), instant(row, "clos_le"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
		return (value != null) ? value.withOffsetSameInstant(ZoneOffset.UTC).toInstant() : null;
	}

}
