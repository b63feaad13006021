package org.compagnonnage.people;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** A small case with one task per kind of actor, and a way to act as a login. */
class CasEssai {

	static final String PROCESSUS = "essai-acces";

	static final String EVENEMENT = "essai-evenement";

	private final ProcessEngine engine;

	CasEssai(ProcessEngine engine) {
		this.engine = engine;
	}

	void deployer() {
		this.engine.getRepositoryService()
			.createDeployment()
			.name("essai")
			.enableDuplicateFiltering(false)
			.addClasspathResource("people/affectation.dmn")
			.addModelInstance("essai-acces.bpmn", acces())
			.addModelInstance("essai-evenement.bpmn",
					Bpmn.createExecutableProcess(EVENEMENT)
						.camundaHistoryTimeToLiveString("P1D")
						.startEvent()
						.userTask("userTask_lire")
						.endEvent()
						.done())
			.deploy();
	}

	/** Opens a case in a périmètre, as the application itself does for a partner. */
	ProcessInstance ouvrir(String territoire) {
		return this.engine.getRuntimeService()
			.startProcessInstanceByKey(PROCESSUS, "ESS-" + System.nanoTime(), Map.of("territoire", territoire));
	}

	/** The task of the case that is offered to a group. */
	Task tache(ProcessInstance instance, String groupe) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceId(instance.getId())
			.taskCandidateGroup(groupe)
			.includeAssignedTasks()
			.singleResult();
	}

	/** Acts as a login with the groups and périmètres that signing in would give it. */
	<T> T comme(String login, Supplier<T> action) {
		IdentityService identity = this.engine.getIdentityService();
		List<String> groupes = identity.createGroupQuery()
			.groupMember(login)
			.list()
			.stream()
			.map(Group::getId)
			.toList();
		List<String> perimetres = identity.createTenantQuery()
			.userMember(login)
			.includingGroupsOfUser(true)
			.list()
			.stream()
			.map(Tenant::getId)
			.toList();
		identity.setAuthentication(login, groupes, perimetres);
		try {
			return action.get();
		}
		finally {
			identity.clearAuthentication();
		}
	}

	void comme(String login, Runnable action) {
		comme(login, () -> {
			action.run();
			return null;
		});
	}

	private static BpmnModelInstance acces() {
		return Bpmn.createExecutableProcess(PROCESSUS)
			.camundaHistoryTimeToLiveString("P1D")
			.startEvent()
			.parallelGateway("fourche")
			.userTask("userTask_suivre")
			.camundaCandidateGroups("referents-${territoire}")
			.boundaryEvent("event_erreur")
			.error("essai.erreur")
			.endEvent()
			.moveToActivity("userTask_suivre")
			.endEvent()
			.moveToNode("fourche")
			.userTask("userTask_rediger")
			.camundaCandidateGroups("charges-administratifs")
			.boundaryEvent("event_erreur2")
			.error("essai.erreur")
			.endEvent()
			.moveToActivity("userTask_rediger")
			.endEvent()
			.moveToNode("fourche")
			.userTask("userTask_arbitrer")
			.camundaCandidateGroups("gerance")
			.boundaryEvent("event_erreur3")
			.error("essai.erreur")
			.endEvent()
			.moveToActivity("userTask_arbitrer")
			.endEvent()
			.moveToNode("fourche")
			.serviceTask("serviceTask_envoyer")
			.camundaAsyncBefore()
			.camundaExpression("${true}")
			.endEvent()
			.done();
	}

}
