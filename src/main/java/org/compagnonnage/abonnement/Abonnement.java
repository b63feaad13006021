package org.compagnonnage.abonnement;

import java.net.URI;
import java.time.Instant;
import java.util.Set;

import org.compagnonnage.dossier.Dossier;

/**
 * A webhook subscription of a partner.
 *
 * @param url where events are sent
 * @param evenements what it is told
 * @param programmes whose cases it is told about, by their process keys
 * @param perimetres of which périmètres: those of the key that asked for it
 * @param suspenduLe since when nothing is sent, null while it is active
 * @param suspenduMotif why, in French, null while it is active
 */
record Abonnement(String id, String partenaire, URI url, Set<TypeEvenement> evenements, Set<String> programmes,
		Set<String> perimetres, Etat etat, Instant suspenduLe, String suspenduMotif, Instant creeLe) {

	/** Whether it is told this of this case. */
	boolean concerne(Dossier dossier, TypeEvenement evenement) {
		return this.evenements.contains(evenement) && this.programmes.contains(dossier.programme())
				&& this.perimetres.contains(dossier.perimetre());
	}

	boolean estActif() {
		return this.etat == Etat.ACTIF;
	}

	/** Whether events are sent. */
	enum Etat {

		ACTIF("actif"), SUSPENDU("suspendu");

		private final String code;

		Etat(String code) {
			this.code = code;
		}

		static Etat de(String code) {
			return code.equals(ACTIF.code) ? ACTIF : SUSPENDU;
		}

		String code() {
			return this.code;
		}

	}

}
