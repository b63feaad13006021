package org.compagnonnage.abonnement;

/**
 * Names shared with the models {@code livrer-evenements} and
 * {@code suspendre-abonnement}.
 */
final class LivraisonModel {

	static final String LIVRAISON = "livrer-evenements";

	static final String TENTATIVE = "event_tentativeSuivante";

	static final String SUSPENSIONS = "suspendre-abonnement";

	static final String ATTENDRE = "serviceTask_attendreReprise";

	/** The partner's account. */
	static final String PARTENAIRE = "partenaire";

	/** The case whose events are delivered, or the thread of the test events. */
	static final String DOSSIER = "dossier";

	/** Id of the subscription, under which the letter of its suspension is registered. */
	static final String REFERENCE = "reference";

	/** Code of a {@link Suite}. */
	static final String SUITE = "suite";

	/** When the event is tried next. */
	static final String PROCHAINE_TENTATIVE = "prochaineTentative";

	/** Since when, to the instant: which suspension it is. */
	static final String SUSPENSION = "suspension";

	/** Whether the partner has an address to which the suspension is told. */
	static final String JOIGNABLE = "joignable";

	static final String PARTENAIRE_NOM = "partenaireNom";

	static final String PARTENAIRE_COURRIEL = "partenaireCourriel";

	static final String ABONNEMENT_HOTE = "abonnementHote";

	static final String SUSPENDU_LE = "suspenduLe";

	static final String SUSPENDU_MOTIF = "suspenduMotif";

	private LivraisonModel() {
	}

}
