package org.compagnonnage.consulaire;

import java.util.Optional;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.DossierProcess;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The only class that starts a programme or tells it what happened outside. */
@Component
public class ConsulaireProcess {

	private final RuntimeService runtime;

	private final DossierProcess cas;

	private final Axes axes;

	ConsulaireProcess(RuntimeService runtime, DossierProcess cas, Axes axes) {
		this.runtime = runtime;
		this.cas = cas;
		this.axes = axes;
	}

	/** Opens the case of a structure for which a partner asks. */
	@Transactional
	public Dossier ouvrir(NouveauProgramme demande) {
		VariableMap variables = Variables.createVariables()
			.putValue(ConsulaireModel.PERIMETRE, demande.perimetre())
			.putValue(ConsulaireModel.STRUCTURE_NOM, demande.structureNom())
			.putValue(ConsulaireModel.CONTACT_PRENOM, demande.contactPrenom())
			.putValue(ConsulaireModel.CONTACT_NOM, demande.contactNom())
			.putValue(ConsulaireModel.CONTACT_COURRIEL, demande.contactCourriel())
			.putValue(ConsulaireModel.CONTACT_TELEPHONE, demande.contactTelephone())
			.putValue(ConsulaireModel.PAYS, demande.pays())
			.putValue(ConsulaireModel.OBJET, demande.objet())
			.putValue(ConsulaireModel.ORIGINE, "partenaire")
			.putValue(ConsulaireModel.PARTENAIRE, demande.partenaire());
		if (demande.dossierOrigine() != null) {
			variables.putValue(ConsulaireModel.DOSSIER_ORIGINE, demande.dossierOrigine());
		}
		return this.cas.ouvrir(ConsulaireModel.PROGRAMME, variables);
	}

	/** Whether the axes of a programme are being carried out. */
	boolean accompagne(String reference) {
		return this.runtime.createExecutionQuery()
			.processInstanceBusinessKey(reference)
			.messageEventSubscriptionName(ConsulaireModel.AXE_AJOUTE)
			.count() > 0;
	}

	/**
	 * Adds an axis, inside a step that goes on either way.
	 * @return false when the accompaniment has not begun, or is over
	 */
	boolean ajouterAxe(String reference, NouvelAxe axe, String motif) {
		if (!accompagne(reference)) {
			return false;
		}
		this.runtime.createMessageCorrelation(ConsulaireModel.AXE_AJOUTE)
			.processInstanceBusinessKey(reference)
			.setVariableToTriggeredScope(ConsulaireModel.AXE, this.axes.ajouter(reference, axe, motif).id())
			.correlate();
		return true;
	}

	/**
	 * Stops an axis, inside a step that goes on either way.
	 * @return false when the axis is not being carried out, or no longer
	 */
	boolean arreterAxe(String reference, int numero, String motif) {
		Optional<Axe> axe = this.axes.trouver(reference, numero).filter(Axe::estOuvert);
		if (axe.isEmpty() || this.runtime.createMessageCorrelation(ConsulaireModel.AXE_ARRETE)
			.processInstanceBusinessKey(reference)
			.processInstanceVariableEquals(ConsulaireModel.AXE, axe.get().id())
			.setVariable(ConsulaireModel.AXE_MOTIF_ARRET, motif)
			.correlateAllWithResult()
			.isEmpty()) {
			return false;
		}
		this.axes.arreter(axe.get().id(), motif);
		return true;
	}

}
