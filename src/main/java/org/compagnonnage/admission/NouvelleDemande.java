package org.compagnonnage.admission;

/**
 * What a prescriber sends to refer a person.
 *
 * @param porteurTelephone may be null
 * @param partenaire account of the partner
 * @param prescripteur name of the partner, as staff reads it
 * @param dossierOrigine reference of the person's former case, or null
 */
public record NouvelleDemande(String porteurPrenom, String porteurNom, String porteurCourriel, String porteurTelephone,
		String territoire, String projetResume, String partenaire, String prescripteur, String dossierOrigine) {
}
