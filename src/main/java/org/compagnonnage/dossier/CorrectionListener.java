package org.compagnonnage.dossier;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.compagnonnage.engine.ElementProperties;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Corrects in the whole case at once what a task of a called process corrects: the
 * variables that the property {@code corrige} of the task names, separated by commas. An
 * event that ends the called process would come before its outputs reach the case, whose
 * letters need them.
 */
@Component
class CorrectionListener {

	private final ElementProperties properties;

	CorrectionListener(ElementProperties properties) {
		this.properties = properties;
	}

	@EventListener
	void on(DelegateTask task) {
		if (TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName())) {
			this.properties.ofElement(task, "corrige").ifPresent((variables) -> corriger(task, variables));
		}
	}

	private static void corriger(DelegateTask task, String variables) {
		DelegateExecution appelant = appelant(task.getExecution());
		while (appelant != null) {
			for (String variable : variables.split("\\s*,\\s*")) {
				appelant.setVariable(variable, task.getVariableTyped(variable));
			}
			appelant = appelant(appelant);
		}
	}

	private static DelegateExecution appelant(DelegateExecution execution) {
		return execution.getProcessInstance().getSuperExecution();
	}

}
