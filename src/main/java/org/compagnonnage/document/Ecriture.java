package org.compagnonnage.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How dates, amounts and free text are written in French; templates reach it as
 * {@code ecrit}.
 */
class Ecriture {

	private static final char ESPACE_INSECABLE = '\u00a0';

	private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRANCE);

	private final ZoneId zone;

	Ecriture(ZoneId zone) {
		this.zone = zone;
	}

	/** A day as 21/11/2026, from a date or its ISO text. */
	public String date(Object valeur) {
		return JOUR.format(jour(valeur));
	}

	/** The last day of a period of whole months, as 20/11/2027. */
	public String dernierJour(Object debut, Object mois) {
		return JOUR.format(jour(debut).plusMonths(decimal(mois).longValueExact()).minusDays(1));
	}

	/** An amount as 1 234,50 €. */
	public String euros(Object valeur) {
		return format("#,##0.00").format(decimal(valeur)) + ESPACE_INSECABLE + "€";
	}

	/** A number as 1 234,5, without useless zeros. */
	public String nombre(Object valeur) {
		return format("#,##0.##").format(decimal(valeur));
	}

	/** A rate in percent as 11,5 %. */
	public String pourcent(Object valeur) {
		return nombre(valeur) + ESPACE_INSECABLE + "%";
	}

	/** Bytes as people read them, 20 Mo, 1,5 Mo or 12 Ko, a thousand being 1 024. */
	static String taille(long octets) {
		if (octets < 1024) {
			return octets + String.valueOf(ESPACE_INSECABLE) + ((octets > 1) ? "octets" : "octet");
		}
		boolean mega = octets >= 1024 * 1024;
		BigDecimal valeur = BigDecimal.valueOf(octets)
			.divide(BigDecimal.valueOf(mega ? 1024 * 1024 : 1024), 1, RoundingMode.HALF_UP);
		return format("#,##0.#").format(valeur) + ESPACE_INSECABLE + (mega ? "Mo" : "Ko");
	}

	/** The lines of a free text that are not blank. */
	public List<String> paragraphes(Object valeur) {
		return Arrays.stream(valeur.toString().split("\\R")).map(String::strip).filter((l) -> !l.isEmpty()).toList();
	}

	private LocalDate jour(Object valeur) {
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
		symboles.setGroupingSeparator(ESPACE_INSECABLE);
		return new DecimalFormat(motif, symboles);
	}

}
