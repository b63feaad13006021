package org.compagnonnage.mission;

import java.time.LocalDate;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/** Changes the dates of a mission, whose people are told next. */
@Component("reporterMission")
class ReporterMissionDelegate implements JavaDelegate {

	private final MissionProcess process;

	ReporterMissionDelegate(MissionProcess process) {
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Dates dates = new Dates(LocalDate.parse((String) execution.getVariable(MissionModel.MISSION_DEBUT)),
				LocalDate.parse((String) execution.getVariable(MissionModel.MISSION_FIN)));
		String structure = this.process.reporter((String) execution.getVariable(MissionModel.REFERENCE_DOSSIER), dates)
			.orElseThrow(() -> new BpmnError(MissionModel.SANS_ATTENTE));
		execution.setVariable(MissionModel.STRUCTURE_NOM, structure);
	}

}
