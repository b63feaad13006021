package org.compagnonnage.partner;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Checks {@link Jour}; a null is for another constraint. */
class JourValidator implements ConstraintValidator<Jour, String> {

	private static final int PREMIERE_ANNEE = 1900;

	private static final int DERNIERE_ANNEE = 2200;

	@Override
	public boolean isValid(String jour, ConstraintValidatorContext context) {
		if (jour == null || TexteValidator.vide(jour)) {
			return true;
		}
		try {
			int annee = LocalDate.parse(jour).getYear();
			return annee >= PREMIERE_ANNEE && annee <= DERNIERE_ANNEE;
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

}
