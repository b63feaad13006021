package org.compagnonnage.partner;

import java.util.Optional;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.compagnonnage.document.Imprimable;

/** Checks {@link Texte}; a null is for another constraint. */
class TexteValidator implements ConstraintValidator<Texte, String> {

	private boolean lignes;

	private int max;

	@Override
	public void initialize(Texte texte) {
		this.lignes = texte.lignes();
		this.max = texte.max();
	}

	@Override
	public boolean isValid(String texte, ConstraintValidatorContext context) {
		if (texte == null || vide(texte) && texte.length() <= this.max) {
			return true;
		}
		if (!texte.codePoints().allMatch(this::permis)) {
			return refuser(context, this.lignes ? "Ce texte contient un caractère interdit."
					: "Ce texte contient un caractère interdit (retour à la ligne, caractère de commande…).");
		}
		if (texte.codePoints().noneMatch(Character::isLetterOrDigit)) {
			return refuser(context, "Ce texte doit contenir au moins une lettre ou un chiffre.");
		}
		Optional<String> impossible = Imprimable.refus(texte);
		if (impossible.isPresent()) {
			return refuser(context, impossible.get());
		}
		return texte.length() <= this.max || refuser(context,
				"Ce texte ne doit pas dépasser " + this.max + " caractères (il en a " + texte.length() + ").");
	}

	/**
	 * Whether a text is blank for every rule: what only some call a space (em space,
	 * bell) would pass one because it is blank, and the other because it is not.
	 */
	static boolean vide(String texte) {
		return texte.isBlank() && texte.trim().isEmpty();
	}

	// Lone surrogates and NUL cannot be stored by PostgreSQL; direction overrides make a
	// text
	// read otherwise than it is written.
	private boolean permis(int caractere) {
		return switch (Character.getType(caractere)) {
			case Character.CONTROL -> this.lignes && (caractere == '\n' || caractere == '\r' || caractere == '\t');
			case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED ->
				false;
			case Character.FORMAT ->
				!(caractere >= 0x202A && caractere <= 0x202E || caractere >= 0x2066 && caractere <= 0x2069);
			default -> true;
		};
	}

	private static boolean refuser(ConstraintValidatorContext context, String message) {
		context.disableDefaultConstraintViolation();
		context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
		return false;
	}

}
