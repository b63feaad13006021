package org.compagnonnage.admission.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.compagnonnage.admission.AdmissionProcess;
import org.compagnonnage.admission.RetraitImpossible;
import org.compagnonnage.partner.ProblemeException;
import org.compagnonnage.partner.ProgrammeSuivi;
import org.compagnonnage.partner.Retrait;
import org.compagnonnage.partner.TypeProbleme;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the admission brings to the partner API: its states, and how to withdraw from it.
 */
@Configuration(proxyBeanMethods = false)
class AdmissionPartenaires {

	static final String PROGRAMME = "admission-cae";

	@Bean
	ProgrammeSuivi admissionSuivie() {
		Map<String, String> etats = new LinkedHashMap<>();
		etats.put("accueil", "la personne va être reçue par le référent de son territoire");
		etats.put("diagnostic", "le projet est examiné avec la personne");
		etats.put("orientation", "le référent décide de la suite");
		etats.put("contractualisation", "le contrat est préparé, puis envoyé à la personne");
		Map<String, String> issues = new LinkedHashMap<>();
		issues.put("cesa-signe", "un contrat d'entrepreneur salarié associé est signé");
		issues.put("cape-signe", "un contrat d'appui au projet d'entreprise est signé");
		issues.put("contrat-refuse", "la personne a refusé le contrat");
		issues.put("personne-redirigee", "la personne est orientée vers une autre structure");
		issues.put("personne-informee", "la personne a reçu les informations qu'elle cherchait");
		issues.put("admission-ajournee", "l'admission n'est pas possible pour le moment");
		issues.put("demande-retiree", "la demande a été retirée");
		issues.put("demande-abandonnee", "la personne n'a plus donné signe de vie");
		issues.put("dossier-annule", "le dossier a été annulé par la coopérative");
		return new ProgrammeSuivi(PROGRAMME, "Admission en coopérative d'activité et d'emploi", etats, issues);
	}

	@Bean
	Retrait retraitAdmission(AdmissionProcess process, PlatformTransactionManager transactions) {
		// Nested in the transaction of the call, which keeps the answer for an
		// idempotency key: an attempt that collides is undone alone.
		TransactionTemplate essai = new TransactionTemplate(transactions);
		essai.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
		return new RetraitAdmission(process, essai);
	}

	/** Withdraws a request for admission. */
	private record RetraitAdmission(AdmissionProcess process, TransactionTemplate essai) implements Retrait {

		private static final int ESSAIS = 4;

		private static final Duration PAUSE = Duration.ofMillis(50);

		@Override
		public boolean concerne(String programme) {
			return PROGRAMME.equals(programme);
		}

		@Override
		public void retirer(String reference, String motif) {
			for (int reste = ESSAIS - 1; !essayer(reference, motif, reste == 0); reste--) {
				attendre();
			}
		}

		/** Returns false when the case was changed at the same moment. */
		private boolean essayer(String reference, String motif, boolean dernier) {
			try {
				this.essai.executeWithoutResult((transaction) -> this.process.retirer(reference, motif));
				return true;
			}
			catch (RetraitImpossible ex) {
				if (ex.raison() == RetraitImpossible.Raison.MODIFIE && !dernier) {
					return false;
				}
				throw refus(ex.raison());
			}
		}

		private static ProblemeException refus(RetraitImpossible.Raison raison) {
			return switch (raison) {
				case CLOS -> new ProblemeException(TypeProbleme.DOSSIER_CLOS,
						"Ce dossier est déjà clos, ou son retrait est en cours.");
				case CONTRAT_SIGNE -> new ProblemeException(TypeProbleme.DOSSIER_CLOS,
						"Le contrat de cette personne est signé : sa demande ne se retire plus.");
				case MODIFIE -> conflit();
			};
		}

		private static ProblemeException conflit() {
			return new ProblemeException(TypeProbleme.CONFLIT,
					"Ce dossier est modifié au même moment, rien n'a été enregistré : recommencez.")
				.avec(HttpHeaders.RETRY_AFTER, "1");
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

}
