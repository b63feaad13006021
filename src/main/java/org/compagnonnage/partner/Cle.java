package org.compagnonnage.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A key as the register keeps it, with its account; the key itself is not known.
 *
 * @param expireLe the first instant at which the key is refused
 * @param remplaceePar id of the key that renews this one, or null
 */
record Cle(String id, String partenaire, String nom, String courriel, boolean actif, Set<String> programmes,
		Set<String> territoires, Instant creeLe, Instant expireLe, Instant revoqueeLe, String remplaceePar,
		Instant derniereUtilisation) {

	/** Selects what {@link #lire} reads; conditions follow. */
	static final String LECTURE = """
			select c.*, p.nom, p.courriel, p.actif from cle_partenaire c join partenaire p on p.id = c.partenaire
			""";

	static Cle lire(ResultSet row, int number) throws SQLException {
		return new Cle(row.getString("id"), row.getString("partenaire"), row.getString("nom"),
				row.getString("courriel"), row.getBoolean("actif"), ensemble(row.getString("programmes")),
				ensemble(row.getString("territoires")), instant(row, "cree_le"), instant(row, "expire_le"),
				instant(row, "revoquee_le"), row.getString("remplacee_par"), instant(row, "derniere_utilisation"));
	}

	/** The instant from which a key is refused whose last day of validity is this one. */
	static Instant finDe(LocalDate dernierJour, ZoneId zone) {
		return dernierJour.plusDays(1).atStartOfDay(zone).toInstant();
	}

	/** What becomes of a call with this key. */
	Etat etat(Instant maintenant) {
		if (this.revoqueeLe != null) {
			return Etat.REVOQUEE;
		}
		if (!this.actif) {
			return Etat.SUSPENDUE;
		}
		if (!maintenant.isBefore(this.expireLe)) {
			return (this.remplaceePar != null) ? Etat.REMPLACEE : Etat.EXPIREE;
		}
		return Etat.VALABLE;
	}

	LocalDate dernierJour(ZoneId zone) {
		return this.expireLe.minusNanos(1).atZone(zone).toLocalDate();
	}

	/**
	 * Until when this key is valid beside the one that renews it: never longer than
	 * without.
	 * @param jours whole days after today; 0 ends the key at once
	 */
	Instant finDuChevauchement(int jours, ZonedDateTime maintenant) {
		Instant fin = (jours > 0) ? finDe(maintenant.toLocalDate().plusDays(jours), maintenant.getZone())
				: maintenant.toInstant();
		return fin.isBefore(this.expireLe) ? fin : this.expireLe;
	}

	/** The partner who calls with this key. */
	Partenaire appelant() {
		return new Partenaire(this.partenaire, this.nom, this.id, this.programmes, this.territoires);
	}

	private static Set<String> ensemble(String liste) {
		return new LinkedHashSet<>(List.of(liste.split(",")));
	}

	private static Instant instant(ResultSet row, String colonne) throws SQLException {
		OffsetDateTime date = row.getObject(colonne, OffsetDateTime.class);
		return (date != null) ? date.toInstant() : null;
	}

	/** What became of a key. */
	enum Etat {

		/** It is accepted, perhaps beside the one that renews it. */
		VALABLE,

		/** Nobody has it. */
		INCONNUE,

		/** It was ended before its time. */
		REVOQUEE,

		/** Its account is closed for now. */
		SUSPENDUE,

		/** Its last day is over. */
		EXPIREE,

		/** It was renewed, and its time beside the new one is over. */
		REMPLACEE

	}

}
