package org.compagnonnage.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How dates, amounts and free text are written in French, the same in forms, letters and
 * documents; templates reach it as {@code ecrit}.
 */
public final class Ecriture {

	private static final char ESPACE_INSECABLE = '\u00a0';

	/** Stands between thousands. */
	private static final char ESPACE_FINE_INSECABLE = '\u202f';

	private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRANCE);

	private final ZoneId zone;

	Ecriture(ZoneId zone) {
		this.zone = zone;
	}

	/** A day as 21/11/2026. */
	public static String jour(LocalDate jour) {
		return JOUR.format(jour);
	}

	/** A day as 21/11/2026, from a date, its ISO text or an instant. */
	public String date(Object valeur) {
		return jour(lire(valeur));
	}

	/** The last day of a period of whole months, as 20/11/2027. */
	public String dernierJour(Object debut, Object mois) {
		return jour(lire(debut).plusMonths(decimal(mois).longValueExact()).minusDays(1));
	}

	/** An amount with both cents or none, as 1 234,50 € or 1 234 €. */
	public static String euros(Object valeur) {
		BigDecimal montant = decimal(valeur).setScale(2, RoundingMode.HALF_UP);
		boolean rond = montant.stripTrailingZeros().scale() <= 0;
		return format(rond ? "#,##0" : "#,##0.00").format(montant) + ESPACE_INSECABLE + "€";
	}

	/** A number as 1 234,5, without useless zeros. */
	public static String nombre(Object valeur) {
		return format("#,##0.##").format(decimal(valeur));
	}

	/** Hours as 7,5 h. */
	public static String heures(Object valeur) {
		return nombre(valeur) + ESPACE_INSECABLE + "h";
	}

	/** A rate in percent as 11,5 %. */
	public String pourcent(Object valeur) {
		return nombre(valeur) + ESPACE_INSECABLE + "%";
	}

	/** Bytes as people read them, 20 Mio, 1,5 Mio or 12 Kio. */
	public static String taille(long octets) {
		if (octets < 1024) {
			return octets + String.valueOf(ESPACE_INSECABLE) + ((octets > 1) ? "octets" : "octet");
		}
		boolean mega = octets >= 1024 * 1024;
		BigDecimal valeur = BigDecimal.valueOf(octets)
			.divide(BigDecimal.valueOf(mega ? 1024 * 1024 : 1024), 1, RoundingMode.HALF_UP);
		return format("#,##0.#").format(valeur) + ESPACE_INSECABLE + (mega ? "Mio" : "Kio");
	}

	/**
	 * A duration in its largest unit that is whole, as 15 secondes, 24 heures or 30
	 * jours.
	 */
	public static String duree(Duration duree) {
		if (duree.toHours() > 24 && duree.equals(Duration.ofDays(duree.toDays()))) {
			return compte(duree.toDays(), "jour");
		}
		if (duree.toHours() > 0 && duree.equals(Duration.ofHours(duree.toHours()))) {
			return compte(duree.toHours(), "heure");
		}
		if (duree.toMinutes() > 0 && duree.equals(Duration.ofMinutes(duree.toMinutes()))) {
			return compte(duree.toMinutes(), "minute");
		}
		return compte(duree.toMillis() / 1000.0, "seconde");
	}

	private static String compte(double nombre, String unite) {
		return nombre(nombre) + ESPACE_INSECABLE + unite + ((nombre >= 2) ? "s" : "");
	}

	/** The lines of a free text that are not blank. */
	public List<String> paragraphes(Object valeur) {
		return Arrays.stream(valeur.toString().split("\\R")).map(String::strip).filter((l) -> !l.isEmpty()).toList();
	}

	private LocalDate lire(Object valeur) {
		if (valeur instanceof LocalDate date) {
			return date;
		}
		if (valeur instanceof Instant instant) {
			return instant.atZone(this.zone).toLocalDate();
		}
		if (valeur instanceof ZonedDateTime moment) {
			return moment.withZoneSameInstant(this.zone).toLocalDate();
		}
		if (valeur instanceof String texte) {
			return LocalDate.parse(texte);
		}
		throw new IllegalArgumentException("Not a date: " + valeur);
	}

	private static BigDecimal decimal(Object valeur) {
		if (valeur instanceof Number || valeur instanceof String) {
			return new BigDecimal(valeur.toString());
		}
		throw new IllegalArgumentException("Not a number: " + valeur);
	}

	private static DecimalFormat format(String motif) {
		DecimalFormatSymbols symboles = DecimalFormatSymbols.getInstance(Locale.FRANCE);
		symboles.setGroupingSeparator(ESPACE_FINE_INSECABLE);
		return new DecimalFormat(motif, symboles);
	}

}
