package org.compagnonnage.partner;

import java.util.regex.Pattern;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Checks {@link Telephone}; a null is for another constraint. */
class TelephoneValidator implements ConstraintValidator<Telephone, String> {

	private static final Pattern ECRITURE = Pattern.compile("\\+?[0-9(][0-9 .()/\u00a0\u202f-]{2,28}[0-9]");

	@Override
	public boolean isValid(String telephone, ConstraintValidatorContext context) {
		if (telephone == null) {
			return true;
		}
		long chiffres = telephone.chars().filter((caractere) -> caractere >= '0' && caractere <= '9').count();
		return ECRITURE.matcher(telephone).matches() && chiffres >= 4 && chiffres <= 15;
	}

}
