package org.compagnonnage.partner;

import java.time.Duration;
import java.util.List;

import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.DossierModifie;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Withdraws a case of any programme, and tries again when somebody else changes it at the
 * same moment. Each try is nested in the transaction of the call, which keeps the answer
 * for an idempotency key: one that collides is undone alone.
 */
@Component
class Retraits {

	static final String CONFLIT = "Ce dossier est modifié au même moment, rien n'a été enregistré : recommencez.";

	private static final int TENTATIVES = 4;

	private static final Duration PAUSE = Duration.ofMillis(50);

	private final List<Retrait> retraits;

	private final TransactionTemplate tentative;

	Retraits(List<Retrait> retraits, PlatformTransactionManager transactions) {
		this.retraits = retraits;
		this.tentative = new TransactionTemplate(transactions);
		this.tentative.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
	}

	/**
	 * Withdraws a case.
	 * @throws ProblemeException when it can no longer be withdrawn, or was changed at the
	 * same moment each time
	 */
	void retirer(Dossier dossier, String motif) {
		Retrait retrait = this.retraits.stream()
			.filter((candidat) -> candidat.concerne(dossier.programme()))
			.findFirst()
			.orElseThrow(() -> new ProblemeException(TypeProbleme.DOSSIER_CLOS,
					"Les dossiers de ce programme ne se retirent pas par cette adresse."));
		for (int reste = TENTATIVES; !essayer(retrait, dossier.reference(), motif); attendre()) {
			if (--reste == 0) {
				throw conflit();
			}
		}
	}

	/** Returns false when the case was changed at the same moment. */
	private boolean essayer(Retrait retrait, String reference, String motif) {
		try {
			this.tentative.executeWithoutResult((transaction) -> retrait.retirer(reference, motif));
			return true;
		}
		catch (DossierModifie ex) {
			return false;
		}
	}

	private static ProblemeException conflit() {
		return new ProblemeException(TypeProbleme.CONFLIT, CONFLIT).avec(HttpHeaders.RETRY_AFTER, "1");
	}

	private static void attendre() {
		try {
			Thread.sleep(PAUSE.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw conflit();
		}
	}

}
