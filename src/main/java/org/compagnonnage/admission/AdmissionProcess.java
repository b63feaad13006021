package org.compagnonnage.admission;

import java.util.Optional;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.compagnonnage.contrat.Contrats;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.DossierProcess;
import org.compagnonnage.dossier.DossierModifie;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The only class that starts an admission or tells it what happened outside. */
@Component
public class AdmissionProcess {

	private final RuntimeService runtime;

	private final DossierProcess cas;

	private final Contrats contrats;

	AdmissionProcess(RuntimeService runtime, DossierProcess cas, Contrats contrats) {
		this.runtime = runtime;
		this.cas = cas;
		this.contrats = contrats;
	}

	/** Opens the case of a person whom a prescriber refers. */
	@Transactional
	public Dossier ouvrir(NouvelleDemande demande) {
		VariableMap variables = Variables.createVariables()
			.putValue(AdmissionModel.PORTEUR_PRENOM, demande.porteurPrenom())
			.putValue(AdmissionModel.PORTEUR_NOM, demande.porteurNom())
			.putValue(AdmissionModel.PORTEUR_COURRIEL, demande.porteurCourriel())
			.putValue(AdmissionModel.PORTEUR_TELEPHONE, demande.porteurTelephone())
			.putValue(AdmissionModel.TERRITOIRE, demande.territoire())
			.putValue(AdmissionModel.PERIMETRE, demande.territoire())
			.putValue(AdmissionModel.PROJET_RESUME, demande.projetResume())
			.putValue(AdmissionModel.ORIGINE, "prescripteur")
			.putValue(AdmissionModel.PRESCRIPTEUR, demande.prescripteur())
			.putValue(AdmissionModel.PARTENAIRE, demande.partenaire());
		if (demande.dossierOrigine() != null) {
			variables.putValue(AdmissionModel.DOSSIER_ORIGINE, demande.dossierOrigine());
		}
		return this.cas.ouvrir(AdmissionModel.ADMISSION, variables);
	}

	/**
	 * The admission with a reference, open or closed, if the person who asks may see it.
	 */
	Optional<Dossier> visible(String reference) {
		return this.cas.visible(reference, AdmissionModel.ADMISSION);
	}

	/** Whether a new admission can follow this case: an admission that is closed. */
	public static boolean peutEtreReprise(Dossier dossier) {
		return AdmissionModel.ADMISSION.equals(dossier.programme()) && dossier.estClos();
	}

	/**
	 * The person withdraws.
	 * @throws RetraitImpossible when the contract is signed, or when the case is closed
	 * or closing
	 * @throws DossierModifie when somebody else changes it at this moment
	 */
	@Transactional
	public void retirer(String reference, String motif) {
		try {
			if (!signalerRetrait(reference, motif)) {
				throw new RetraitImpossible(
						contratSigne(reference) ? RetraitImpossible.CONTRAT_SIGNE : RetraitImpossible.CLOS);
			}
		}
		catch (OptimisticLockingException ex) {
			throw new DossierModifie(reference, ex);
		}
	}

	/**
	 * Tells the case that the person withdraws, inside a step that goes on either way.
	 * @return false when the case is closed, or closing, or its contract is signed
	 */
	boolean signalerRetrait(String reference, String motif) {
		return !contratSigne(reference) && !this.runtime.createMessageCorrelation(AdmissionModel.DEMANDE_RETIREE)
			.processInstanceBusinessKey(reference)
			.setVariable(AdmissionModel.RETRAIT_MOTIF, motif)
			.correlateAllWithResult()
			.isEmpty();
	}

	/**
	 * Whether the contract of a case is signed: from the moment at which staff note it,
	 * while its record still waits for a job.
	 */
	boolean contratSigne(String reference) {
		return this.contrats.duDossier(reference).isPresent() || this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(AdmissionModel.CONTRAT)
			.processInstanceBusinessKey(reference)
			.variableValueEquals(AdmissionModel.CONTRAT_REPONSE, AdmissionModel.SIGNE)
			.count() > 0;
	}

	/** Whether the person can still withdraw from the case: nothing closes it yet. */
	boolean attendUnRetrait(String reference) {
		return attend(reference, AdmissionModel.DEMANDE_RETIREE);
	}

	/** Whether the case waits for the person to come back. */
	boolean attendUnRetour(String reference) {
		return attend(reference, AdmissionModel.PERSONNE_REVENUE);
	}

	private boolean attend(String reference, String message) {
		return this.runtime.createExecutionQuery()
			.processInstanceBusinessKey(reference)
			.messageEventSubscriptionName(message)
			.count() > 0;
	}

	/**
	 * A person who was informed comes back into the same case.
	 * @return false when the case does not wait for that
	 */
	@Transactional
	public boolean revenir(String reference) {
		return !this.runtime.createMessageCorrelation(AdmissionModel.PERSONNE_REVENUE)
			.processInstanceBusinessKey(reference)
			.correlateAllWithResult()
			.isEmpty();
	}

}
