package org.compagnonnage.people;

/** A member of the staff, as letters and forms name them. */
public record Personne(String login, String prenom, String nom, String courriel) {

	public String nomComplet() {
		return (this.prenom + ' ' + this.nom).strip();
	}

}
