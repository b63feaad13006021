package org.compagnonnage.partner;

import java.util.regex.Pattern;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Checks {@link Courriel}; a null is for another constraint. */
class CourrielValidator implements ConstraintValidator<Courriel, String> {

	private static final Pattern ADRESSE = Pattern.compile("""
			(?=.{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\
			@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+\
			(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{1,58}[A-Za-z0-9])""");

	@Override
	public boolean isValid(String courriel, ConstraintValidatorContext context) {
		return courriel == null || courriel.isBlank()
				|| courriel.length() <= 254 && ADRESSE.matcher(courriel).matches();
	}

}
