package org.compagnonnage.abonnement;

import java.time.Instant;
import java.util.List;

/**
 * An event on its way to a subscription.
 *
 * @param id the {@code webhook-id}, the same at every try and replay
 * @param reference the case, or the thread of the test events: what bears the same
 * reference arrives in order
 * @param rang order within its thread
 * @param corps what is sent, byte for byte
 * @param finiLe when it was delivered or given up, null while it waits
 * @param tentatives the tries, oldest first; read for the log only
 */
record Livraison(String id, String abonnement, String reference, long rang, TypeEvenement evenement, String corps,
		Etat etat, Instant creeLe, Instant finiLe, List<Tentative> tentatives) {

	/** Whether a delivery waits, arrived, or was given up. */
	enum Etat {

		EN_ATTENTE("en-attente"), LIVREE("livree"), ECHOUEE("echouee");

		private final String code;

		Etat(String code) {
			this.code = code;
		}

		static Etat de(String code) {
			for (Etat etat : values()) {
				if (etat.code.equals(code)) {
					return etat;
				}
			}
			throw new IllegalArgumentException("Not the state of a delivery: " + code);
		}

		String code() {
			return this.code;
		}

	}

	/**
	 * One try.
	 *
	 * @param statut HTTP status of the answer, null when there was none
	 * @param dureeMs how long it took, in milliseconds
	 * @param erreur what went wrong, in French, null when it was accepted
	 */
	record Tentative(int numero, Instant le, Integer statut, long dureeMs, String erreur) {
	}

}
