package org.compagnonnage.admission;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** A quantity of the diagnostic as people write it: 7,5 h, 160 €, 120,50 €. */
enum Mesure {

	HEURES("h"), EUROS("€");

	private final String unite;

	Mesure(String unite) {
		this.unite = unite;
	}

	/** What the variable of the diagnostic, or the threshold, counts. */
	static Mesure de(String variable) {
		return (variable.equals(AdmissionModel.CA_MENSUEL_HT) || variable.endsWith("CaHT")) ? EUROS : HEURES;
	}

	/** The number, with cents both or none. */
	String ecrire(Object nombre) {
		BigDecimal valeur = new BigDecimal(nombre.toString());
		NumberFormat format = NumberFormat.getNumberInstance(Locale.FRANCE);
		format.setMaximumFractionDigits(2);
		boolean rond = valeur.stripTrailingZeros().scale() <= 0;
		format.setMinimumFractionDigits((this == EUROS && !rond) ? 2 : 0);
		return format.format(valeur) + " " + this.unite;
	}

}
