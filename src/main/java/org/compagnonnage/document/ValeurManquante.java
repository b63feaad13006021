package org.compagnonnage.document;

/** A template asks for a value that is absent or blank: nothing is written without it. */
public class ValeurManquante extends RuntimeException {

	private final String champ;

	private final String libelle;

	/**
	 * @param champ the name of the variable
	 * @param libelle what people call it, in French
	 */
	public ValeurManquante(String champ, String libelle) {
		super("Il manque une valeur : %s (%s).".formatted(libelle, champ));
		this.champ = champ;
		this.libelle = libelle;
	}

	public String champ() {
		return this.champ;
	}

	public String libelle() {
		return this.libelle;
	}

}
