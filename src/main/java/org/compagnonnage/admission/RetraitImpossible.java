package org.compagnonnage.admission;

/** The case cannot be withdrawn, for good or at this moment. */
public class RetraitImpossible extends RuntimeException {

	private final Raison raison;

	RetraitImpossible(String reference, Raison raison) {
		super("Le dossier " + reference + " ne peut pas être retiré : " + raison.propos);
		this.raison = raison;
	}

	public Raison raison() {
		return this.raison;
	}

	/** Why. */
	public enum Raison {

		/** It is closed, or closing. */
		CLOS("il est clos, ou en cours de clôture."),

		/** The contract is signed: what could be withdrawn has become a contract. */
		CONTRAT_SIGNE("le contrat est signé."),

		/** Somebody else changes it at this moment; the next try may succeed. */
		MODIFIE("il est modifié au même moment.");

		private final String propos;

		Raison(String propos) {
			this.propos = propos;
		}

	}

}
