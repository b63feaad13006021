package org.compagnonnage.document;

/**
 * Who attached a file to a case.
 *
 * @param personne account of a person of the staff, or null
 * @param partenaire account of the partner who opened the case, or null
 */
public record Deposant(String personne, String partenaire) {

	public Deposant {
		if ((personne == null) == (partenaire == null)) {
			throw new IllegalArgumentException("A file is attached by a person or by a partner");
		}
	}

	static Deposant personne(String compte) {
		return new Deposant(compte, null);
	}

	public static Deposant partenaire(String compte) {
		return new Deposant(null, compte);
	}

	/** The same from the database, null for a document that was made here. */
	static Deposant lire(String personne, String partenaire) {
		return (personne == null && partenaire == null) ? null : new Deposant(personne, partenaire);
	}

}
