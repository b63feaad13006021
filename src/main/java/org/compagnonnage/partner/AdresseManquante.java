package org.compagnonnage.partner;

import java.time.LocalDate;

import org.compagnonnage.document.Ecriture;

/** Stops the warning of a partner whose address nobody knows: an incident in Cockpit. */
class AdresseManquante extends RuntimeException {

	AdresseManquante(Cle cle, LocalDate dernierJour) {
		super("Le partenaire « " + cle.partenaire()
				+ " » n'a pas d'adresse électronique : personne n'est averti que la clé " + cle.id() + " expire le "
				+ Ecriture.jour(dernierJour)
				+ ". Donnez-lui une adresse (--partenaire.modifier) : l'avis part alors de lui-même, dans l'heure d'un jour ouvré.",
				null, false, false);
	}

}
