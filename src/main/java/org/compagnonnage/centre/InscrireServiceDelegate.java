package org.compagnonnage.centre;

import java.time.LocalDate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/** Enters a service that opened among those of the centre. */
@Component("inscrireService")
class InscrireServiceDelegate implements JavaDelegate {

	private final Centres centres;

	InscrireServiceDelegate(Centres centres) {
		this.centres = centres;
	}

	@Override
	public void execute(DelegateExecution execution) {
		this.centres.ouvrirService((String) execution.getVariable(CentreModel.REFERENCE),
				FamilleServices.de((String) execution.getVariable(CentreModel.FAMILLE)),
				LocalDate.parse((String) execution.getVariable(CentreModel.SERVICE_OUVERT_LE)),
				(String) execution.getVariable(CentreModel.SERVICE_RESPONSABLE));
	}

}
