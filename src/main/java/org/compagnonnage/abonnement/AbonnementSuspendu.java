package org.compagnonnage.abonnement;

/**
 * Stops the process of a suspended subscription, so that Cockpit shows it as an incident.
 */
class AbonnementSuspendu extends RuntimeException {

	private static final String DEBUT = "Abonnement suspendu : ";

	AbonnementSuspendu(Abonnement abonnement) {
		super(DEBUT + "le partenaire « " + abonnement.partenaire() + " » n'est plus prévenu à « "
				+ abonnement.url().getHost() + " ». " + abonnement.suspenduMotif()
				+ " Les événements sont gardés jusqu'à la reprise.", null, false, false);
	}

	/** Whether a step failed for this reason. */
	static boolean dit(String message) {
		return message != null && message.startsWith(DEBUT);
	}

}
