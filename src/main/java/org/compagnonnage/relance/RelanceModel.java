package org.compagnonnage.relance;

/**
 * Names shared with the model {@code relance-personne} and with the models of the
 * programmes that wait for people.
 */
public final class RelanceModel {

	/**
	 * Message by which a case learns that the person stayed silent; every programme that
	 * waits for people has it.
	 */
	public static final String SILENCE_CONSTATE = "dossier.silenceConstate";

	static final String ATTENTE_COMMENCEE = "relance.attenteCommencee";

	static final String SIGNE_DE_VIE = "relance.signeDeVie";

	static final String ATTENTE_TERMINEE = "relance.attenteTerminee";

	static final String DERNIER_SIGNE_DE_VIE = "dernierSigneDeVie";

	/** Property of a user task: what we wait for from the person. */
	static final String ATTENTE = "attente";

	/** Variable of the reminders: id of the task that waits. */
	static final String TACHE = "tacheEnAttente";

	/** Property of a process: prefix of the variables that name the person. */
	public static final String INTERLOCUTEUR = "interlocuteur";

	private RelanceModel() {
	}

}
