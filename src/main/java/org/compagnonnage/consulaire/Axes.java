package org.compagnonnage.consulaire;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.compagnonnage.consulaire.Axe.Statut;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The axes of programmes, in the transaction of the step that changes them. */
@Component
public class Axes {

	private static final String COLONNES = "select id, reference, numero, domaine, sous_domaine, intitule, modalite,"
			+ " statut, motif_ajout, motif_arret, programme_accepte_le, livrable, satisfaction, evaluation, suites"
			+ " from consulaire_axe";

	private final JdbcClient jdbc;

	private final Clock clock;

	Axes(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The ids of a programme's open axes, in their order. */
	public List<String> ouverts(String reference) {
		return duProgramme(reference).stream().filter(Axe::estOuvert).map(Axe::id).toList();
	}

	/** All axes of a programme, in their order. */
	public List<Axe> duProgramme(String reference) {
		return this.jdbc.sql(COLONNES + " where reference = ? order by numero")
			.param(reference)
			.query(Axes::lire)
			.list();
	}

	public Optional<Axe> trouver(String id) {
		return this.jdbc.sql(COLONNES + " where id = ?").param(id).query(Axes::lire).optional();
	}

	Optional<Axe> trouver(String reference, int numero) {
		return trouver(id(reference, numero));
	}

	/** Opens the axes chosen from the diagnostic. */
	@Transactional
	void choisir(String reference, List<NouvelAxe> choisis) {
		choisis.forEach((axe) -> ouvrir(reference, axe, null));
	}

	/** Opens one more axis while the programme runs. */
	@Transactional
	Axe ajouter(String reference, NouvelAxe axe, String motif) {
		return trouver(ouvrir(reference, axe, motif)).orElseThrow();
	}

	private String ouvrir(String reference, NouvelAxe axe, String motifAjout) {
		int numero = this.jdbc.sql("select coalesce(max(numero), 0) + 1 from consulaire_axe where reference = ?")
			.param(reference)
			.query(Integer.class)
			.single();
		String id = id(reference, numero);
		this.jdbc.sql("""
				insert into consulaire_axe
				(id, reference, numero, domaine, sous_domaine, intitule, modalite, statut, motif_ajout, ouvert_le)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.params(id, reference, numero, axe.domaine(), axe.sousDomaine(), axe.intitule(), axe.modalite(),
					Statut.OUVERT.code(), motifAjout, maintenant())
			.update();
		return id;
	}

	/** Notes how an axis will be carried out, as it is proposed to the partenaire. */
	@Transactional
	void preparer(String id, String modalite, String expert, String specialiste, LocalDate debut, LocalDate fin) {
		this.jdbc.sql("""
				update consulaire_axe set modalite = ?, expert = ?, specialiste = ?, debut = ?, fin = ?
				where id = ?""")
			.params(modalite, expert, specialiste, Date.valueOf(debut), Date.valueOf(fin), id)
			.update();
	}

	@Transactional
	void accepterProgramme(String id) {
		this.jdbc.sql("update consulaire_axe set programme_accepte_le = ? where id = ?")
			.params(Date.valueOf(LocalDate.now(this.clock)), id)
			.update();
	}

	@Transactional
	void accepterLivrable(String id, String livrable) {
		this.jdbc.sql("update consulaire_axe set livrable = ?, livrable_accepte_le = ? where id = ?")
			.params(livrable, Date.valueOf(LocalDate.now(this.clock)), id)
			.update();
	}

	/** The axis is at its end, with its evaluation. */
	@Transactional
	void achever(String id, String satisfaction, String evaluation, String suites) {
		this.jdbc.sql("""
				update consulaire_axe set statut = ?, satisfaction = ?, evaluation = ?, suites = ?, clos_le = ?
				where id = ? and statut = ?""")
			.params(Statut.ACHEVE.code(), satisfaction, evaluation, suites, maintenant(), id, Statut.OUVERT.code())
			.update();
	}

	/** Stops an open axis. */
	@Transactional
	void arreter(String id, String motif) {
		this.jdbc.sql("update consulaire_axe set statut = ?, motif_arret = ?, clos_le = ? where id = ? and statut = ?")
			.params(Statut.ARRETE.code(), motif, maintenant(), id, Statut.OUVERT.code())
			.update();
	}

	/** Stops all that is open when the programme is interrupted. */
	@Transactional
	void interrompre(String reference, String motif) {
		ouverts(reference).forEach((id) -> arreter(id, motif));
	}

	private static String id(String reference, int numero) {
		return reference + "-" + numero;
	}

	private OffsetDateTime maintenant() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Axe lire(ResultSet ligne, int rang) throws SQLException {
		Date accepte = ligne.getDate("programme_accepte_le");
		return new Axe(ligne.getString("id"), ligne.getString("reference"), ligne.getInt("numero"),
				ligne.getString("domaine"), ligne.getString("sous_domaine"), ligne.getString("intitule"),
				ligne.getString("modalite"), Statut.of(ligne.getString("statut")), ligne.getString("motif_ajout"),
				ligne.getString("motif_arret"), (accepte != null) ? accepte.toLocalDate().toString() : null,
				ligne.getString("livrable"), ligne.getString("satisfaction"), ligne.getString("evaluation"),
				ligne.getString("suites"));
	}

}
