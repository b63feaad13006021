package org.compagnonnage.arret;

/**
 * Names shared with the model {@code dossier-evenement} and with the processes that can
 * be stopped.
 */
final class ArretModel {

	/** Property of a process: the message that stops its cases. */
	static final String ARRET = "arret";

	/** Why the case was stopped. */
	static final String ARRET_MOTIF = "arretMotif";

	/** The day on which it was stopped, whenever the letters that say so leave. */
	static final String ARRET_LE = "arretLe";

	static final String REFERENCE_DOSSIER = "referenceDossier";

	static final String EVENEMENT = "evenement";

	/** An event: the case stops. */
	static final String EVENEMENT_ARRET = "arret";

	/** An event: the person from whom something is waited for gave a sign of life. */
	static final String EVENEMENT_SIGNE_DE_VIE = "signe-de-vie";

	static final String MOTIF = "motif";

	static final String SANS_ATTENTE = "dossier.sansAttente";

	private ArretModel() {
	}

}
