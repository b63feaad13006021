package org.compagnonnage.admission;

import java.util.Optional;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.compagnonnage.organisation.Organisation;
import org.compagnonnage.organisation.Organisation.Structure;

import org.springframework.stereotype.Component;

/**
 * Lists the structures of the directory that serve the territory, and proposes the first
 * of the kind the person needs; without one the référent chooses.
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
		if (this.organisation.structuresDe(territoire).isEmpty()) {
			throw new IllegalStateException("The directory has no structure for the territory " + territoire);
		}
		Optional<Structure> proposee = this.organisation.structures(kind, territoire).stream().findFirst();
		String id = proposee.map(Structure::id).orElse(null);
		execution.setVariable(AdmissionModel.STRUCTURE_PROPOSEE, id);
		execution.setVariable(AdmissionModel.STRUCTURE_RETENUE, id);
		execution.setVariable("structuresPossibles",
				this.organisation.structuresDe(territoire)
					.stream()
					.map((possible) -> possible.id() + " : " + possible.nom())
					.collect(Collectors.joining("\n")));
		proposee.ifPresent((structure) -> AdmissionListener.decrire(execution, structure));
	}

}
