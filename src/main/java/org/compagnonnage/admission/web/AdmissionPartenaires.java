package org.compagnonnage.admission.web;

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
	Retrait retraitAdmission(AdmissionProcess process) {
		return new RetraitAdmission(process);
	}

	/** Withdraws a request for admission. */
	private record RetraitAdmission(AdmissionProcess process) implements Retrait {

		@Override
		public boolean concerne(String programme) {
			return PROGRAMME.equals(programme);
		}

		@Override
		public void retirer(String reference, String motif) {
			try {
				this.process.retirer(reference, motif);
			}
			catch (RetraitImpossible ex) {
				throw new ProblemeException(TypeProbleme.DOSSIER_CLOS, ex.getMessage());
			}
		}

	}

}
