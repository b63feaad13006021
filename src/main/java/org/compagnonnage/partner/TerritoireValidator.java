package org.compagnonnage.partner;

import java.util.stream.Collectors;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.compagnonnage.organisation.Organisation;

/** Checks {@link Territoire}; a null is for another constraint. */
class TerritoireValidator implements ConstraintValidator<Territoire, String> {

	private final Organisation organisation;

	TerritoireValidator(Organisation organisation) {
		this.organisation = organisation;
	}

	@Override
	public boolean isValid(String code, ConstraintValidatorContext context) {
		if (code == null || TexteValidator.vide(code) || this.organisation.territoire(code).isPresent()) {
			return true;
		}
		String codes = this.organisation.territoires()
			.stream()
			.map(Organisation.Territoire::code)
			.collect(Collectors.joining(", "));
		context.disableDefaultConstraintViolation();
		context
			.buildConstraintViolationWithTemplate("Ce territoire est inconnu ; les territoires sont : " + codes + ".")
			.addConstraintViolation();
		return false;
	}

}
