package org.compagnonnage.partner;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.compagnonnage.organisation.Organisation;

/** Checks {@link Perimetre}; a null is for another constraint. */
class PerimetreValidator implements ConstraintValidator<Perimetre, String> {

	private final Organisation organisation;

	PerimetreValidator(Organisation organisation) {
		this.organisation = organisation;
	}

	@Override
	public boolean isValid(String code, ConstraintValidatorContext context) {
		if (code == null || TexteValidator.vide(code) || this.organisation.perimetres().contains(code)) {
			return true;
		}
		context.disableDefaultConstraintViolation();
		context
			.buildConstraintViolationWithTemplate("Ce périmètre est inconnu ; les périmètres sont : "
					+ String.join(", ", this.organisation.perimetres()) + ".")
			.addConstraintViolation();
		return false;
	}

}
