package org.compagnonnage.centre;

/**
 * What a partner sends to ask for a centre after one of its missions.
 *
 * @param missionOrigine reference of the finished mission
 * @param contactTelephone may be null
 * @param objet what the structure wishes
 * @param partenaire account of the partner
 */
public record NouveauCentre(String missionOrigine, String structureNom, String contactPrenom, String contactNom,
		String contactCourriel, String contactTelephone, String pays, String objet, String perimetre,
		String partenaire) {
}
