package org.compagnonnage.admission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.compagnonnage.contrat.Contrat;
import org.compagnonnage.contrat.TypeContrat;
import org.compagnonnage.document.Document;
import org.compagnonnage.document.Documents;
import org.compagnonnage.document.PdfModeles;
import org.compagnonnage.document.ValeurManquante;

import org.springframework.stereotype.Component;

/**
 * Drafts the contract as a PDF; a value that is missing sends it back to be completed,
 * with its name.
 */
@Component("redigerContrat")
class RedigerContratDelegate implements JavaDelegate {

	private final PdfModeles modeles;

	private final Documents documents;

	private final Clock clock;

	RedigerContratDelegate(PdfModeles modeles, Documents documents, Clock clock) {
		this.modeles = modeles;
		this.documents = documents;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String type = (String) execution.getVariable(AdmissionModel.CONTRAT_TYPE);
		String reference = (String) execution.getVariable(AdmissionModel.REFERENCE);
		if (TypeContrat.of(type) == TypeContrat.CAPE) {
			LocalDate debut = LocalDate.parse((String) execution.getVariable(AdmissionModel.CAPE_DATE_DEBUT));
			Number mois = (Number) execution.getVariable(AdmissionModel.CAPE_DUREE_MOIS);
			execution.setVariable(AdmissionModel.CAPE_DATE_FIN,
					Contrat.finDePeriode(debut, mois.intValue()).toString());
		}
		execution.setVariable(AdmissionModel.CONTRAT_REDIGE_LE, LocalDate.now(this.clock).toString());
		String modele = "admission/" + type;
		Map<String, Object> valeurs = execution.getVariables();
		try {
			Document contrat = this.documents.enregistrer(reference,
					"Contrat %s %s.pdf".formatted(type.toUpperCase(java.util.Locale.ROOT), reference),
					"application/pdf", this.modeles.pdf(modele, valeurs), modele, this.modeles.version(modele));
			execution.setVariable(AdmissionModel.CONTRAT_DOCUMENT, contrat.id());
			execution.setVariable(AdmissionModel.CONTRAT_VALEUR_MANQUANTE, null);
		}
		catch (ValeurManquante ex) {
			throw new BpmnError(AdmissionModel.VALEUR_MANQUANTE, ex.getMessage());
		}
	}

}
