package org.compagnonnage.centre;

import java.time.LocalDate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/** Keeps what an exchange taught; the next year counts from its day. */
@Component("inscrireEchange")
class InscrireEchangeDelegate implements JavaDelegate {

	private final Centres centres;

	InscrireEchangeDelegate(Centres centres) {
		this.centres = centres;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String tenuLe = (String) execution.getVariable(CentreModel.ECHANGE_LE);
		this.centres.inscrire((String) execution.getVariable(CentreModel.REFERENCE),
				new EchangeCentres((String) execution.getVariable(CentreModel.ECHANGE_TYPE), LocalDate.parse(tenuLe),
						(String) execution.getVariable(CentreModel.ECHANGE_CENTRES),
						(String) execution.getVariable(CentreModel.ECHANGE_ENSEIGNEMENTS),
						(String) execution.getVariable(CentreModel.ECHANGE_SUITES)));
		execution.setVariable(CentreModel.ECHANGES_DEPUIS, tenuLe);
	}

}
