package org.compagnonnage.centre;

import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.DossierProcess;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The only class that starts the processes of a resource centre. */
@Component
public class CentreProcess {

	private final RuntimeService runtime;

	private final DossierProcess cas;

	CentreProcess(RuntimeService runtime, DossierProcess cas) {
		this.runtime = runtime;
		this.cas = cas;
	}

	/** Opens the case of a centre that a partner asks for. */
	@Transactional
	public Dossier ouvrir(NouveauCentre demande) {
		VariableMap variables = Variables.createVariables()
			.putValue(CentreModel.DOSSIER_ORIGINE, demande.missionOrigine())
			.putValue(CentreModel.STRUCTURE_NOM, demande.structureNom())
			.putValue(CentreModel.CONTACT_PRENOM, demande.contactPrenom())
			.putValue(CentreModel.CONTACT_NOM, demande.contactNom())
			.putValue(CentreModel.CONTACT_COURRIEL, demande.contactCourriel())
			.putValue(CentreModel.CONTACT_TELEPHONE, demande.contactTelephone())
			.putValue(CentreModel.PAYS, demande.pays())
			.putValue(CentreModel.OBJET, demande.objet())
			.putValue(CentreModel.PERIMETRE, demande.perimetre())
			.putValue(CentreModel.ORIGINE, "partenaire")
			.putValue(CentreModel.PARTENAIRE, demande.partenaire());
		return this.cas.ouvrir(CentreModel.CENTRE, variables);
	}

	/**
	 * Starts the yearly exchanges of a centre, under its reference; they outlive its
	 * case.
	 * @param faits what their forms show of the centre
	 */
	void lancerEchanges(String reference, Map<String, Object> faits) {
		this.runtime.startProcessInstanceByKey(CentreModel.ECHANGE, reference, faits);
	}

}
