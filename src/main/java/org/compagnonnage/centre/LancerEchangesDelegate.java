package org.compagnonnage.centre;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.stereotype.Component;

/** Enters a centre among those that are open, and starts its yearly exchanges. */
@Component("lancerEchanges")
class LancerEchangesDelegate implements JavaDelegate {

	private static final List<String> FAITS = List.of(CentreModel.REFERENCE, CentreModel.PERIMETRE,
			CentreModel.STRUCTURE_NOM, CentreModel.PAYS, CentreModel.CENTRE_NOM, CentreModel.CENTRE_LIEU,
			CentreModel.CENTRE_OUVERT_LE, CentreModel.ANIMATEUR);

	private final Centres centres;

	private final CentreProcess process;

	LancerEchangesDelegate(Centres centres, CentreProcess process) {
		this.centres = centres;
		this.process = process;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Map<String, Object> faits = new HashMap<>();
		FAITS.forEach((fait) -> faits.put(fait, execution.getVariable(fait)));
		String ouvertLe = (String) faits.get(CentreModel.CENTRE_OUVERT_LE);
		faits.put(CentreModel.ECHANGES_DEPUIS, ouvertLe);
		String reference = (String) faits.get(CentreModel.REFERENCE);
		this.centres.ouvrir(new CentreOuvert(reference, (String) faits.get(CentreModel.PERIMETRE),
				(String) faits.get(CentreModel.CENTRE_NOM), (String) faits.get(CentreModel.PAYS),
				(String) faits.get(CentreModel.CENTRE_LIEU), LocalDate.parse(ouvertLe)));
		this.process.lancerEchanges(reference, faits);
	}

}
