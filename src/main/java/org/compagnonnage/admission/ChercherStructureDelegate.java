package org.compagnonnage.admission;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.compagnonnage.organisation.Organisation;
import org.compagnonnage.organisation.Organisation.Structure;

import org.springframework.stereotype.Component;

/**
 * Proposes the structure of the directory that serves the territory for what the person
 * needs.
 */
@Component("chercherStructure")
class ChercherStructureDelegate implements JavaDelegate {

	private final Organisation organisation;

	ChercherStructureDelegate(Organisation organisation) {
		this.organisation = organisation;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String kind = (String) execution.getVariable(AdmissionModel.STRUCTURE_KIND);
		String territoire = (String) execution.getVariable(AdmissionModel.TERRITOIRE);
		Structure structure = this.organisation.structures(kind, territoire)
			.stream()
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(
					"The directory has no structure of kind " + kind + " for the territory " + territoire));
		execution.setVariable(AdmissionModel.STRUCTURE_PROPOSEE, structure.id());
		AdmissionListener.decrire(execution, structure);
	}

}
