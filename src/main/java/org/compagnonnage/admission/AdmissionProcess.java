package org.compagnonnage.admission;

import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.Dossiers;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts and correlates admissions: nothing else drives this process. Its callers carry
 * no engine authentication: the partner API has its own, and delegates run in jobs.
 */
@Component
public class AdmissionProcess {

	private final RuntimeService runtimeService;

	private final Dossiers dossiers;

	AdmissionProcess(RuntimeService runtimeService, Dossiers dossiers) {
		this.runtimeService = runtimeService;
		this.dossiers = dossiers;
	}

	/** Opens the case of a person whom a prescriber refers. */
	@Transactional
	public Dossier ouvrir(NouvelleDemande demande) {
		Map<String, Object> variables = new HashMap<>();
		variables.put("porteurPrenom", demande.porteurPrenom());
		variables.put("porteurNom", demande.porteurNom());
		variables.put("porteurCourriel", demande.porteurCourriel());
		variables.put("territoire", demande.territoire());
		variables.put("perimetre", demande.territoire());
		variables.put("projetResume", demande.projetResume());
		variables.put("origine", "prescripteur");
		variables.put("prescripteur", demande.prescripteur());
		variables.put("partenaire", demande.partenaire());
		if (demande.porteurTelephone() != null) {
			variables.put("porteurTelephone", demande.porteurTelephone());
		}
		if (demande.dossierOrigine() != null) {
			variables.put("dossierOrigine", demande.dossierOrigine());
		}
		String reference = this.runtimeService.startProcessInstanceByKey("admission-cae", variables).getBusinessKey();
		return this.dossiers.trouver(reference).orElseThrow();
	}

	/**
	 * Withdraws a request.
	 * @throws RetraitImpossible when the case no longer waits for a withdrawal
	 */
	@Transactional
	public void retirer(String reference, String motif) {
		try {
			this.runtimeService.createMessageCorrelation("admission.demandeRetiree")
				.processInstanceBusinessKey(reference)
				.setVariable("retraitMotif", motif)
				.correlate();
		}
		catch (MismatchingMessageCorrelationException | OptimisticLockingException ex) {
			throw new RetraitImpossible(reference, ex);
		}
	}

}
