package org.compagnonnage.document;

import java.time.Instant;
import java.util.List;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.compagnonnage.dossier.Dossier;
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
		accorder("comptables", Permissions.READ_HISTORY);
		accorder("referents", Permissions.READ_HISTORY, ProcessDefinitionPermissions.TASK_WORK);
		this.acces = new DocumentAccess(this.engine.getIdentityService(), this.engine.getHistoryService(),
				this.engine.getAuthorizationService());
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

	@Test
	void whoWorksOnTheTasksOfTheProgrammeTakesPartInIt() {
		assertThat(participe("referents")).isTrue();
		assertThat(participe("comptables")).isFalse();
		assertThat(participe("formateurs")).isFalse();
	}

	@Test
	void whoSeesAProcessThatAllProgrammesShareDoesNotSeeTheCase() {
		this.engine.getIdentityService().setAuthentication("quelquun", List.of("referents"), List.of("37"));
		assertThat(this.acces
			.peutVoir(new Dossier("ADM-2026-000001", "autre", "37", "accueil", null, null, null, Instant.EPOCH, null)))
			.isFalse();
	}

	private static Dossier dossier(String reference) {
		return new Dossier(reference, "essai", "37", "accueil", null, null, null, Instant.EPOCH, null);
	}

	private boolean participe(String groupe) {
		this.engine.getIdentityService().setAuthentication("quelquun", List.of(groupe), List.of("37"));
		return this.acces.participe(dossier("ADM-2026-000001"));
	}

	private void accorder(String groupe, Permission... permissions) {
		Authorization droit = this.engine.getAuthorizationService()
			.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		droit.setGroupId(groupe);
		droit.setResource(Resources.PROCESS_DEFINITION);
		droit.setResourceId("essai");
		droit.setPermissions(permissions);
		this.engine.getAuthorizationService().saveAuthorization(droit);
	}

	private boolean voit(String groupe, String perimetre, String reference) {
		this.engine.getIdentityService().setAuthentication("quelquun", List.of(groupe), List.of(perimetre));
		return this.acces.peutVoir(dossier(reference));
	}

}
