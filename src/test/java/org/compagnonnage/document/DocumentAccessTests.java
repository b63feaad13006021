package org.compagnonnage.document;

import java.util.List;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentAccessTests {

	private ProcessEngine engine;

	private DocumentAccess acces;

	@BeforeEach
	void unDossierDuTerritoire37() {
		this.engine = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
			.setJdbcUrl("jdbc:h2:mem:acces")
			.setAuthorizationEnabled(true)
			.setJobExecutorActivate(false)
			.buildProcessEngine();
		this.engine.getRepositoryService()
			.createDeployment()
			.tenantId("37")
			.addModelInstance("essai.bpmn",
					Bpmn.createExecutableProcess("essai")
						.camundaHistoryTimeToLiveString("P1D")
						.startEvent()
						.userTask()
						.endEvent()
						.done())
			.deploy();
		this.engine.getRuntimeService().startProcessInstanceByKey("essai", "ADM-2026-000001");
		Authorization droit = this.engine.getAuthorizationService()
			.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		droit.setGroupId("referents");
		droit.setResource(Resources.PROCESS_DEFINITION);
		droit.setResourceId("essai");
		droit.addPermission(Permissions.READ_HISTORY);
		this.engine.getAuthorizationService().saveAuthorization(droit);
		this.acces = new DocumentAccess(this.engine.getIdentityService(), this.engine.getHistoryService());
	}

	@AfterEach
	void close() {
		this.engine.close();
	}

	@Test
	void oneSeesTheCasesOfOnesGroupAndPerimetreOnly() {
		assertThat(this.acces.authentifie()).isFalse();
		assertThat(voit("referents", "37", "ADM-2026-000001")).isTrue();
		assertThat(this.acces.authentifie()).isTrue();
		assertThat(voit("referents", "37", "ADM-2026-000002")).isFalse();
		assertThat(voit("referents", "45", "ADM-2026-000001")).isFalse();
		assertThat(voit("formateurs", "37", "ADM-2026-000001")).isFalse();
	}

	private boolean voit(String groupe, String perimetre, String reference) {
		this.engine.getIdentityService().setAuthentication("quelquun", List.of(groupe), List.of(perimetre));
		return this.acces.peutVoir(reference);
	}

}
