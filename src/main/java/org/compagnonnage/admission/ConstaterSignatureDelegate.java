package org.compagnonnage.admission;

import java.time.LocalDate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.compagnonnage.contrat.Contrat;
import org.compagnonnage.contrat.Contrats;
import org.compagnonnage.contrat.TypeContrat;

import org.springframework.stereotype.Component;

/** Records the signed contract, which is announced inside the application. */
@Component("constaterSignature")
class ConstaterSignatureDelegate implements JavaDelegate {

	private final Contrats contrats;

	ConstaterSignatureDelegate(Contrats contrats) {
		this.contrats = contrats;
	}

	@Override
	public void execute(DelegateExecution execution) {
		TypeContrat type = TypeContrat.of(texte(execution, AdmissionModel.CONTRAT_TYPE));
		boolean cape = type == TypeContrat.CAPE;
		this.contrats.enregistrer(new Contrat(texte(execution, AdmissionModel.REFERENCE), type,
				texte(execution, AdmissionModel.TERRITOIRE), texte(execution, AdmissionModel.PORTEUR_PRENOM),
				texte(execution, AdmissionModel.PORTEUR_NOM), texte(execution, AdmissionModel.PORTEUR_COURRIEL),
				texte(execution, AdmissionModel.PORTEUR_TELEPHONE),
				LocalDate
					.parse(texte(execution, cape ? AdmissionModel.CAPE_DATE_DEBUT : AdmissionModel.CESA_DATE_DEBUT)),
				cape ? LocalDate.parse(texte(execution, AdmissionModel.CAPE_DATE_FIN)) : null,
				LocalDate.parse(texte(execution, AdmissionModel.CONTRAT_SIGNE_LE)),
				texte(execution, AdmissionModel.CONTRAT_DOCUMENT)));
		execution.setVariable(AdmissionModel.CONTRAT_ISSUE, type.code() + "-signe");
	}

	private static String texte(DelegateExecution execution, String variable) {
		return (String) execution.getVariable(variable);
	}

}
