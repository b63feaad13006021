package org.compagnonnage.abonnement;

import java.time.Clock;

import org.compagnonnage.dossier.DossierClos;
import org.compagnonnage.dossier.DossierOuvert;
import org.compagnonnage.dossier.EtatChange;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes down, in the transaction of a case, what its partner is to be told: it is told
 * when that transaction commits, and only then.
 */
@Component
class Evenements {

	private final Livraisons livraisons;

	private final Clock clock;

	Evenements(Livraisons livraisons, Clock clock) {
		this.livraisons = livraisons;
		this.clock = clock;
	}

	@EventListener
	void on(DossierOuvert evenement) {
		this.livraisons.inscrire(TypeEvenement.DOSSIER_CREE, evenement.dossier(), evenement.dossier().ouvertLe());
	}

	@EventListener
	void on(EtatChange evenement) {
		this.livraisons.inscrire(TypeEvenement.DOSSIER_ETAT_CHANGE, evenement.dossier(), this.clock.instant());
	}

	@EventListener
	void on(DossierClos evenement) {
		this.livraisons.inscrire(TypeEvenement.DOSSIER_CLOS, evenement.dossier(), evenement.dossier().closLe());
	}

}
