package org.compagnonnage.partner;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.compagnonnage.coordonnees.NumeroTelephone;

/** Checks {@link Telephone}; a null is for another constraint. */
class TelephoneValidator implements ConstraintValidator<Telephone, String> {

	@Override
	public boolean isValid(String telephone, ConstraintValidatorContext context) {
		return telephone == null || NumeroTelephone.lire(telephone).isPresent();
	}

}
