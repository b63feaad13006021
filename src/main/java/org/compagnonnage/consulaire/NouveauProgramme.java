package org.compagnonnage.consulaire;

/**
 * What a partner sends to ask for a programme.
 *
 * @param perimetre territory or organisation to which the request is made
 * @param contactTelephone may be null
 * @param objet what the structure expects
 * @param partenaire account of the partner
 * @param dossierOrigine reference of the case that this one follows, or null
 */
public record NouveauProgramme(String perimetre, String structureNom, String contactPrenom, String contactNom,
		String contactCourriel, String contactTelephone, String pays, String objet, String partenaire,
		String dossierOrigine) {
}
