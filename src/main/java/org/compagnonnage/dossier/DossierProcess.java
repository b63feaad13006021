package org.compagnonnage.dossier;

import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens cases in the engine, whatever their programme, and asks it who may see them. */
@Component
public class DossierProcess {

	private final RuntimeService runtime;

	private final HistoryService history;

	private final Dossiers dossiers;

	DossierProcess(RuntimeService runtime, HistoryService history, Dossiers dossiers) {
		this.runtime = runtime;
		this.history = history;
		this.dossiers = dossiers;
	}

	/**
	 * Starts the process of a programme.
	 * @return the case that the register opened for it
	 */
	@Transactional
	public Dossier ouvrir(String programme, Map<String, Object> variables) {
		ProcessInstance instance = this.runtime.startProcessInstanceByKey(programme, variables);
		return this.dossiers.trouver(instance.getBusinessKey()).orElseThrow();
	}

	/** The case with a reference, open or closed, if the person who asks may see it. */
	public Optional<Dossier> visible(String reference) {
		return this.dossiers.trouver(reference)
			.filter((dossier) -> this.history.createHistoricProcessInstanceQuery()
				.processDefinitionKey(dossier.programme())
				.processInstanceBusinessKey(reference)
				.count() > 0);
	}

	/** The same, if the case is of this programme. */
	public Optional<Dossier> visible(String reference, String programme) {
		return visible(reference).filter((dossier) -> programme.equals(dossier.programme()));
	}

}
