package org.compagnonnage.partner;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.compagnonnage.coordonnees.AdresseElectronique;

/** Checks {@link Courriel}; a null is for another constraint. */
class CourrielValidator implements ConstraintValidator<Courriel, String> {

	@Override
	public boolean isValid(String courriel, ConstraintValidatorContext context) {
		return courriel == null
				|| TexteValidator.vide(courriel) && courriel.length() <= AdresseElectronique.LONGUEUR_MAXIMALE
				|| AdresseElectronique.estPossible(courriel);
	}

}
