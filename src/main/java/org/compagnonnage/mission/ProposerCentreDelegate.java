package org.compagnonnage.mission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/** Proposes a resource centre to the structure of the mission. */
@Component("proposerCentre")
class ProposerCentreDelegate implements JavaDelegate {

	private static final List<String> REPRIS = List.of(MissionModel.PERIMETRE, MissionModel.STRUCTURE_NOM,
			MissionModel.CONTACT_PRENOM, MissionModel.CONTACT_NOM, MissionModel.CONTACT_COURRIEL,
			MissionModel.CONTACT_TELEPHONE, MissionModel.PAYS);

	private final MissionProcess process;

	ProposerCentreDelegate(MissionProcess process) {
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Map<String, Object> faits = new HashMap<>();
		REPRIS.forEach((nom) -> faits.put(nom, execution.getVariable(nom)));
		faits.put(MissionModel.OBJET, execution.getVariable(MissionModel.CENTRE_OBJET));
		faits.put(MissionModel.DOSSIER_ORIGINE, execution.getVariable(MissionModel.REFERENCE));
		this.process.proposerCentre(faits);
	}

}
