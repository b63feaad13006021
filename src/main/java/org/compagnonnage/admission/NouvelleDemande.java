package org.compagnonnage.admission;

/**
 * What opens an admission when a prescriber refers a person; {@code porteurTelephone} and
 * {@code dossierOrigine} may be null, {@code partenaire} is the id of the partner's
 * account and {@code prescripteur} its name.
 */
public record NouvelleDemande(String porteurPrenom, String porteurNom, String porteurCourriel, String porteurTelephone,
		String territoire, String projetResume, String partenaire, String prescripteur, String dossierOrigine) {
}
