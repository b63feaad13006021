package org.compagnonnage.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of cases: opens them under a reference of their own, follows their states,
 * closes them once.
 */
@Component
public class Dossiers {

	private static final String COLUMNS = "reference, programme, perimetre, etat, issue, partenaire, dossier_origine, ouvert_le, clos_le";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final List<EtatsDuProgramme> programmes;

	Dossiers(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events, List<EtatsDuProgramme> programmes) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.events = events;
		this.programmes = programmes;
	}

	public Optional<Dossier> trouver(String reference) {
		return this.jdbc.sql("select " + COLUMNS + " from dossier where reference = ?")
			.param(reference)
			.query(Dossiers::dossier)
			.optional();
	}

	/**
	 * A case that nobody else changes until the end of the transaction.
	 */
	public Optional<Dossier> reserver(String reference) {
		return this.jdbc.sql("select " + COLUMNS + " from dossier where reference = ? for update")
			.param(reference)
			.query(Dossiers::dossier)
			.optional();
	}

	/**
	 * The case that follows another for good: it is open, or it ended so. Until the end
	 * of the transaction nobody else opens one, on any node: who asks next waits, and
	 * then finds it.
	 * @param origine the case that it follows
	 * @param programme its programme
	 * @param issue the outcome with which it still counts
	 */
	public Optional<Dossier> suite(String origine, String programme, String issue) {
		reserver(origine);
		return this.jdbc
			.sql("select " + COLUMNS + " from dossier where dossier_origine = ? and programme = ?"
					+ " and (clos_le is null or issue = ?) order by reference fetch first 1 rows only")
			.params(origine, programme, issue)
			.query(Dossiers::dossier)
			.optional();
	}

	/** The states through which the case went, oldest first. */
	public List<Etape> etapes(String reference) {
		return this.jdbc.sql("select etape, depuis, jusqua from dossier_etape where reference = ? order by rang")
			.param(reference)
			.query((rs, row) -> new Etape(rs.getString("etape"), instant(rs, "depuis"), instant(rs, "jusqua")))
			.list();
	}

	/**
	 * The cases that a partner opened, newest first.
	 * @param partenaire the partner's account
	 * @param portee only these programmes and périmètres
	 * @param etat only this state, or null
	 * @param depuis only those opened on this day (Europe/Paris) or later, or null
	 * @param page number of the page, from zero
	 * @param taille cases a page
	 */
	public Page<Dossier> duPartenaire(String partenaire, Portee portee, String etat, LocalDate depuis, int page,
			int taille) {
		PageRequest request = PageRequest.of(page, taille);
		if (portee.programmes().isEmpty() || portee.perimetres().isEmpty()) {
			return new PageImpl<>(List.of(), request, 0);
		}
		StringBuilder where = new StringBuilder(" from dossier where partenaire = :partenaire"
				+ " and programme in (:programmes) and perimetre in (:perimetres)");
		if (etat != null) {
			where.append(" and etat = :etat");
		}
		if (depuis != null) {
			where.append(" and ouvert_le >= :depuis");
		}
		Instant from = (depuis != null) ? depuis.atStartOfDay(this.clock.getZone()).toInstant() : Instant.EPOCH;
		List<Dossier> content = this.jdbc
			.sql("select " + COLUMNS + where + " order by ouvert_le desc, reference desc offset :offset rows"
					+ " fetch next :taille rows only")
			.param("partenaire", partenaire)
			.param("programmes", portee.programmes())
			.param("perimetres", portee.perimetres())
			.param("etat", etat)
			.param("depuis", utc(from))
			.param("offset", request.getOffset())
			.param("taille", taille)
			.query(Dossiers::dossier)
			.list();
		Long total = this.jdbc.sql("select count(*)" + where)
			.param("partenaire", partenaire)
			.param("programmes", portee.programmes())
			.param("perimetres", portee.perimetres())
			.param("etat", etat)
			.param("depuis", utc(from))
			.query(Long.class)
			.single();
		return new PageImpl<>(content, request, total);
	}

	/**
	 * Opens a case and publishes {@link DossierOuvert}.
	 * @param prefixe the programme's prefix, as in {@code ADM}
	 * @return the new case, with its reference
	 */
	@Transactional
	public Dossier ouvrir(String prefixe, String programme, String perimetre, String etat, String partenaire,
			String dossierOrigine) {
		Instant now = this.clock.instant();
		Dossier dossier = new Dossier(prochaineReference(prefixe), programme, perimetre, etat, null, partenaire,
				dossierOrigine, now, null);
		this.jdbc.sql("insert into dossier (" + COLUMNS + ") values (?, ?, ?, ?, null, ?, ?, ?, null)")
			.params(dossier.reference(), programme, perimetre, etat, partenaire, dossierOrigine, utc(now))
			.update();
		commencerEtape(dossier.reference(), etat, now);
		this.events.publishEvent(new DossierOuvert(dossier));
		return dossier;
	}

	/**
	 * Moves an open case to a state; nothing happens when it is there already or closed.
	 */
	@Transactional
	public void changerEtat(String reference, String etat) {
		int changed = this.jdbc.sql("update dossier set etat = ? where reference = ? and etat <> ? and clos_le is null")
			.params(etat, reference, etat)
			.update();
		if (changed == 1) {
			noterEtape(reference, etat);
		}
	}

	/**
	 * Moves an open case forward to a state that a part of it enters; nothing happens
	 * when another part brought it there before, or further.
	 * @throws IllegalStateException when the programme has no such state
	 */
	@Transactional
	public void avancer(String reference, String etat) {
		List<String> anterieurs = trouver(reference).map((dossier) -> anterieurs(dossier.programme(), etat))
			.orElse(List.of());
		if (!anterieurs.isEmpty() && this.jdbc
			.sql("update dossier set etat = :etat where reference = :reference and etat in (:anterieurs)")
			.param("etat", etat)
			.param("reference", reference)
			.param("anterieurs", anterieurs)
			.update() == 1) {
			noterEtape(reference, etat);
		}
	}

	private List<String> anterieurs(String programme, String etat) {
		List<String> etats = this.programmes.stream()
			.filter((autre) -> autre.programme().equals(programme))
			.flatMap((autre) -> autre.etats().keySet().stream())
			.toList();
		if (!etats.contains(etat)) {
			throw new IllegalStateException("The programme " + programme + " has no state " + etat);
		}
		return etats.subList(0, etats.indexOf(etat));
	}

	private void noterEtape(String reference, String etat) {
		Instant now = this.clock.instant();
		finirEtape(reference, now);
		commencerEtape(reference, etat, now);
		this.events.publishEvent(new EtatChange(trouver(reference).orElseThrow()));
	}

	/**
	 * Closes a case with its outcome and publishes {@link DossierClos}; nothing happens
	 * when it is closed already.
	 */
	@Transactional
	public void clore(String reference, String issue) {
		Instant now = this.clock.instant();
		int changed = this.jdbc
			.sql("update dossier set etat = ?, issue = ?, clos_le = ? where reference = ? and clos_le is null")
			.params(Dossier.CLOSE, issue, utc(now), reference)
			.update();
		if (changed == 1) {
			finirEtape(reference, now);
			commencerEtape(reference, Dossier.CLOSE, now);
			this.events.publishEvent(new DossierClos(trouver(reference).orElseThrow()));
		}
	}

	private String prochaineReference(String prefixe) {
		if (!prefixe.matches("[A-Z]{3}")) {
			throw new IllegalArgumentException("Not the prefix of a programme: " + prefixe);
		}
		Long number = this.jdbc.sql("select nextval('reference_" + prefixe.toLowerCase(java.util.Locale.ROOT) + "')")
			.query(Long.class)
			.single();
		return "%s-%d-%06d".formatted(prefixe, LocalDate.now(this.clock).getYear(), number);
	}

	private void commencerEtape(String reference, String etape, Instant now) {
		this.jdbc
			.sql("insert into dossier_etape (reference, rang, etape, depuis)"
					+ " select ?, coalesce(max(rang), 0) + 1, ?, ? from dossier_etape where reference = ?")
			.params(reference, etape, utc(now), reference)
			.update();
	}

	private void finirEtape(String reference, Instant now) {
		this.jdbc.sql("update dossier_etape set jusqua = ? where reference = ? and jusqua is null")
			.params(utc(now), reference)
			.update();
	}

	private static Dossier dossier(ResultSet rs, int row) throws SQLException {
		return new Dossier(rs.getString("reference"), rs.getString("programme"), rs.getString("perimetre"),
				rs.getString("etat"), rs.getString("issue"), rs.getString("partenaire"),
				rs.getString("dossier_origine"), instant(rs, "ouvert_le"), instant(rs, "clos_le"));
	}

	private static Instant instant(ResultSet rs, String column) throws SQLException {
		Timestamp timestamp = rs.getTimestamp(column);
		return (timestamp != null) ? timestamp.toInstant() : null;
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	/** The programmes and the périmètres of which cases are looked for. */
	public record Portee(Collection<String> programmes, Collection<String> perimetres) {
	}

}
