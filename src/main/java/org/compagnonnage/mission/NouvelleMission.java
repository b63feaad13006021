package org.compagnonnage.mission;

/**
 * What a partner sends to ask for a mission.
 *
 * @param contactTelephone may be null
 * @param demande a request whose rows {@link DemandeRules} found free of contradictions
 * @param partenaire account of the partner
 * @param dossierOrigine reference of a former mission, or null
 */
public record NouvelleMission(String perimetre, String structureNom, String contactPrenom, String contactNom,
		String contactCourriel, String contactTelephone, String pays, String objet, Demande demande, String partenaire,
		String dossierOrigine) {
}
