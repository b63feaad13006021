package org.compagnonnage.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of absences: who is away and who stands in. */
@Component
public class Absences {

	private final JdbcClient jdbc;

	Absences(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Records an absence.
	 * @throws IllegalArgumentException when the dates or the stand-in are impossible, or
	 * when an absence of the same person is already recorded for one of these days
	 */
	@Transactional
	public Absence enregistrer(String absent, String remplacant, LocalDate du, LocalDate au) {
		if (au.isBefore(du)) {
			throw new IllegalArgumentException("L’absence finit avant de commencer.");
		}
		if (absent.equals(remplacant)) {
			throw new IllegalArgumentException("Une personne absente ne peut pas se remplacer elle-même.");
		}
		if (existe(absent, du, au)) {
			throw new IllegalArgumentException("Une absence est déjà enregistrée pour cette personne à ces dates.");
		}
		Absence absence = new Absence(UUID.randomUUID().toString(), absent, remplacant, du, au);
		this.jdbc.sql("insert into absence (id, absent, remplacant, du, au) values (?, ?, ?, ?, ?)")
			.params(absence.id(), absent, remplacant, du, au)
			.update();
		return absence;
	}

	/** Who stands in for a person on a day, if that person is away. */
	public Optional<String> remplacantDe(String absent, LocalDate jour) {
		return this.jdbc.sql("select remplacant from absence where absent = ? and du <= ? and au >= ?")
			.params(absent, jour, jour)
			.query(String.class)
			.optional();
	}

	/** For whom a person stands in on a day. */
	List<String> remplacesPar(String remplacant, LocalDate jour) {
		return this.jdbc.sql("select absent from absence where remplacant = ? and du <= ? and au >= ?")
			.params(remplacant, jour, jour)
			.query(String.class)
			.list();
	}

	private boolean existe(String absent, LocalDate du, LocalDate au) {
		return this.jdbc.sql("select count(*) from absence where absent = ? and du <= ? and au >= ?")
			.params(absent, au, du)
			.query(Long.class)
			.single() > 0;
	}

}
