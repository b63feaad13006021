package org.compagnonnage.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.BpmnModelExecutionContext;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

import org.springframework.stereotype.Component;

/**
 * Reads the extension properties with which a model tells the shared mechanisms what a
 * node means: {@code etat}, {@code attente}, {@code lettre}…
 */
@Component
public class ElementProperties {

	private final Map<String, Map<String, String>> cache = new ConcurrentHashMap<>();

	/**
	 * Whether an event tells of the process instance as a whole: the engine tells of it
	 * as of its nodes, but a node has an activity instance of its own. A flow that is
	 * taken and a step that is cancelled before it began have none.
	 */
	public static boolean isProcessItself(DelegateExecution execution) {
		String activityInstance = execution.getActivityInstanceId();
		return (activityInstance == null) ? ExecutionListener.EVENTNAME_START.equals(execution.getEventName())
				: activityInstance.equals(execution.getProcessInstanceId());
	}

	/** The key of the process to which an execution or a task belongs. */
	public static String processKey(BpmnModelExecutionContext context) {
		return process(context).getId();
	}

	private static Process process(BpmnModelExecutionContext context) {
		return context.getBpmnModelInstance().getModelElementsByType(Process.class).iterator().next();
	}

	public Optional<String> ofProcess(DelegateExecution execution, String name) {
		return Optional.ofNullable(process(execution.getProcessDefinitionId(), execution).get(name));
	}

	public Optional<String> ofProcess(DelegateTask task, String name) {
		return Optional.ofNullable(process(task.getProcessDefinitionId(), task).get(name));
	}

	/** A property of the process that a model holds. */
	public static Optional<String> ofProcess(BpmnModelInstance model, String name) {
		return Optional.ofNullable(read(model.getModelElementsByType(Process.class).iterator().next()).get(name));
	}

	public Optional<String> ofElement(DelegateExecution execution, String name) {
		return Optional.ofNullable(
				element(execution.getProcessDefinitionId(), execution.getCurrentActivityId(), execution).get(name));
	}

	public Optional<String> ofElement(DelegateTask task, String name) {
		return Optional.ofNullable(element(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), task).get(name));
	}

	private Map<String, String> process(String definitionId, BpmnModelExecutionContext context) {
		return this.cache.computeIfAbsent(definitionId, (key) -> read(process(context)));
	}

	private Map<String, String> element(String definitionId, String elementId, BpmnModelExecutionContext context) {
		return this.cache.computeIfAbsent(definitionId + '#' + elementId,
				(key) -> read(context.getBpmnModelInstance().getModelElementById(elementId)));
	}

	private static Map<String, String> read(BaseElement element) {
		ExtensionElements extensions = (element != null) ? element.getExtensionElements() : null;
		if (extensions == null) {
			return Map.of();
		}
		return extensions.getElementsQuery()
			.filterByType(CamundaProperties.class)
			.list()
			.stream()
			.flatMap((properties) -> properties.getCamundaProperties().stream())
			.collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue));
	}

}
