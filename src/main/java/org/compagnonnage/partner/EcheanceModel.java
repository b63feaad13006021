package org.compagnonnage.partner;

/** Names shared with the model {@code cle-partenaire}. */
final class EcheanceModel {

	static final String PROCESSUS = "cle-partenaire";

	static final String RELIRE = "serviceTask_relireCle";

	/** Id of the key, under which its letter is registered. */
	static final String REFERENCE = "reference";

	static final String SUITE = "suiteAvis";

	static final String NOM = "partenaireNom";

	static final String COURRIEL = "partenaireCourriel";

	static final String DERNIER_JOUR = "dernierJour";

	private EcheanceModel() {
	}

}
