package org.compagnonnage.partner.epreuve;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as it goes over the wire, however wrong it is.
 *
 * @param attaque what is wrong with it
 * @param cible path and query
 * @param corps the body, or null
 * @param refus whether it must be refused, for the description forbids it
 * @param decrite whether the answer must be one that the operation describes: verb and
 * path are its own
 */
record Requete(DescriptionLue.Operation operation, String attaque, String methode, String cible, List<Entete> entetes,
		byte[] corps, boolean refus, boolean decrite) {

	private static final int MONTRE = 200;

	/** The same request with another body. */
	Requete avecCorps(String attaque, byte[] corps, boolean refus) {
		return new Requete(this.operation, sur(attaque), this.methode, this.cible, this.entetes, corps,
				this.refus || refus, this.decrite);
	}

	/** The same request with these headers in the place of those of the same name. */
	Requete avecEntetes(String attaque, String nom, List<String> valeurs, boolean refus) {
		List<Entete> autres = new ArrayList<>(this.entetes);
		autres.removeIf((entete) -> entete.nom().equalsIgnoreCase(nom));
		valeurs.forEach((valeur) -> autres.add(new Entete(nom, valeur)));
		return new Requete(this.operation, sur(attaque), this.methode, this.cible, autres, this.corps,
				this.refus || refus, this.decrite);
	}

	/** The same request to another address. */
	Requete avecCible(String attaque, String cible, boolean refus, boolean decrite) {
		return new Requete(this.operation, sur(attaque), this.methode, cible, this.entetes, this.corps,
				this.refus || refus, this.decrite && decrite);
	}

	/** The same request with another verb; TRACE has no body (RFC 9110). */
	Requete avecMethode(String methode, boolean refus) {
		return new Requete(this.operation, sur("verbe " + methode), methode, this.cible, this.entetes,
				"TRACE".equals(methode) ? null : this.corps, this.refus || refus, false);
	}

	/** The same request, of whose answer the description says nothing. */
	Requete horsDescription() {
		return new Requete(this.operation, this.attaque, this.methode, this.cible, this.entetes, this.corps, this.refus,
				false);
	}

	/** The value of a header that it has once. */
	String entete(String nom) {
		return this.entetes.stream().filter((entete) -> entete.nom().equals(nom)).findFirst().orElseThrow().valeur();
	}

	private String sur(String autre) {
		return this.attaque.isEmpty() ? autre : this.attaque + " + " + autre;
	}

	@Override
	public String toString() {
		return this.methode + ' ' + court(this.cible) + " [" + court(this.attaque) + "] "
				+ court(this.entetes.toString())
				+ ((this.corps != null) ? " " + court(new String(this.corps, StandardCharsets.UTF_8)) : "");
	}

	private static String court(String texte) {
		return (texte.length() <= MONTRE) ? texte : texte.substring(0, MONTRE) + "… (" + texte.length() + ")";
	}

	/** A header. */
	record Entete(String nom, String valeur) {

		@Override
		public String toString() {
			return this.nom + ": " + this.valeur;
		}

	}

}
