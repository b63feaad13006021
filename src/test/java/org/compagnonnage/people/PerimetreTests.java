package org.compagnonnage.people;

import java.util.Map;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A case belongs to one périmètre from its start. */
@PeopleTest
class PerimetreTests {

	@Autowired
	private ProcessEngine engine;

	private CasEssai cas;

	@BeforeEach
	void deployer() {
		this.cas = new CasEssai(this.engine);
		this.cas.deployer();
	}

	@Test
	void theTerritoryOfACaseIsItsPerimetre() {
		assertThat(this.cas.ouvrir("37").getTenantId()).isEqualTo("37");
	}

	@Test
	void theNamedPerimetreGoesBeforeTheTerritory() {
		assertThat(this.engine.getRuntimeService()
			.startProcessInstanceByKey(CasEssai.PROCESSUS, Map.of("perimetre", "lille", "territoire", "37"))
			.getTenantId()).isEqualTo("lille");
	}

	@Test
	void aStartFormGivesThePerimetreToo() {
		String definition = this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(CasEssai.PROCESSUS)
			.latestVersion()
			.singleResult()
			.getId();
		ProcessInstance instance = this.cas.comme("referent37",
				() -> this.engine.getFormService().submitStartForm(definition, Map.of("territoire", "37")));
		assertThat(instance.getTenantId()).isEqualTo("37");
	}

	@Test
	void aCaseOfAProgrammeWithoutPerimetreIsRefused() {
		assertThatExceptionOfType(BadUserRequestException.class)
			.isThrownBy(() -> this.engine.getRuntimeService().startProcessInstanceByKey(CasEssai.PROCESSUS))
			.withMessageContaining("Indiquez le périmètre du dossier");
	}

	@Test
	void anUnknownPerimetreIsRefused() {
		assertThatExceptionOfType(BadUserRequestException.class).isThrownBy(() -> this.cas.ouvrir("75"))
			.withMessageContaining("Le périmètre « 75 » n’existe pas");
	}

	@Test
	void aPersonOpensNoCaseInAnotherPerimetre() {
		assertThatExceptionOfType(AuthorizationException.class)
			.isThrownBy(() -> this.cas.comme("referent37", () -> this.cas.ouvrir("45")))
			.withMessageContaining("Vous n’appartenez pas au périmètre « 45 »");
	}

	@Test
	void anEventOnACaseBelongsToThePerimetreOfThatCase() {
		ProcessInstance instance = this.cas.ouvrir("45");
		Map<String, Object> reference = Map.of("referenceDossier", instance.getBusinessKey());

		assertThat(
				this.cas
					.comme("referent45",
							() -> this.engine.getRuntimeService()
								.startProcessInstanceByKey(CasEssai.EVENEMENT, reference))
					.getTenantId())
			.isEqualTo("45");
		assertThatExceptionOfType(BadUserRequestException.class)
			.isThrownBy(() -> this.cas.comme("referent37",
					() -> this.engine.getRuntimeService().startProcessInstanceByKey(CasEssai.EVENEMENT, reference)))
			.withMessageContaining("Aucun dossier de vos périmètres");
	}

	@Test
	void aProcessOfNoProgrammeNeedsNoPerimetreAndWhatItCallsTakesItsOwn() {
		this.engine.getRepositoryService()
			.createDeployment()
			.addModelInstance("essai-hors.bpmn",
					Bpmn.createExecutableProcess("essai-hors")
						.camundaHistoryTimeToLiveString("P1D")
						.startEvent()
						.callActivity()
						.calledElement(CasEssai.EVENEMENT)
						.endEvent()
						.done())
			.deploy();
		assertThat(this.engine.getRuntimeService().startProcessInstanceByKey("essai-hors").getTenantId()).isNull();
		ProcessInstance appelant = this.engine.getRuntimeService()
			.startProcessInstanceByKey("essai-hors", Map.of("perimetre", "oise"));
		assertThat(this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.superProcessInstanceId(appelant.getId())
			.singleResult()
			.getTenantId()).isEqualTo("oise");
	}

}
