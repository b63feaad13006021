package org.compagnonnage.abonnement;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.compagnonnage.engine.ElementProperties;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes that a process ended, cancelled or moved to its end in Cockpit too: the next
 * event of its thread, a replay, a resumption or the hour starts another.
 */
@Component
class LivraisonListener {

	private final Livraisons livraisons;

	LivraisonListener(Livraisons livraisons) {
		this.livraisons = livraisons;
	}

	@EventListener
	void on(DelegateExecution execution) {
		if (ExecutionListener.EVENTNAME_END.equals(execution.getEventName())
				&& ElementProperties.isProcessItself(execution)
				&& LivraisonModel.LIVRAISON.equals(ElementProperties.processKey(execution))) {
			this.livraisons.interrompre(execution.getProcessBusinessKey(),
					(String) execution.getVariable(LivraisonModel.DOSSIER));
		}
	}

}
