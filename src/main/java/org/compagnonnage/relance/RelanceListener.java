package org.compagnonnage.relance;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.compagnonnage.engine.ElementProperties;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Waits for the person for as long as a task with the property {@code attente} is open:
 * only then can silence count against somebody, never while the case lies with us.
 */
@Component
class RelanceListener {

	private final RelanceProcess relance;

	private final ElementProperties properties;

	RelanceListener(RelanceProcess relance, ElementProperties properties) {
		this.relance = relance;
		this.properties = properties;
	}

	@EventListener
	void on(DelegateTask task) {
		Optional<String> attente = this.properties.ofElement(task, RelanceModel.ATTENTE);
		if (attente.isEmpty()) {
			return;
		}
		String reference = (String) task.getVariable("reference");
		switch (task.getEventName()) {
			case TaskListener.EVENTNAME_CREATE -> this.relance.commencer(reference, personne(task, attente.get()));
			case TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE -> this.relance.terminer(reference);
			default -> {
				// Claims and changes of dates are not the person's.
			}
		}
	}

	private Map<String, Object> personne(DelegateTask task, String attente) {
		String prefix = this.properties.ofProcess(task, RelanceModel.INTERLOCUTEUR).orElseThrow();
		Map<String, Object> personne = new HashMap<>();
		personne.put("reference", task.getVariable("reference"));
		personne.put("perimetre", task.getTenantId());
		personne.put("attente", attente);
		personne.put(RelanceModel.TACHE, task.getId());
		for (String fact : new String[] { "Prenom", "Nom", "Courriel" }) {
			personne.put("destinataire" + fact, task.getVariable(prefix + fact));
		}
		return personne;
	}

}
