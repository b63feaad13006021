package org.compagnonnage.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.compagnonnage.support.ConfiguredOrganisation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The rights that the configuration gives, before the engine holds them. */
class PlanOrganisationTests {

	private final PlanOrganisation plan = PlanOrganisation.de(ConfiguredOrganisation.organisation());

	/** A process that fails unseen would be a case forgotten. */
	@Test
	void theResponsablesSeeEveryProcessAndTryAgainWhatFailed() throws IOException {
		for (String processus : processus()) {
			assertThat(droits(processus, PlanOrganisation.RESPONSABLES)).as(processus)
				.contains(ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.RETRY_JOB);
		}
	}

	/** Reminders and notes speak of the people of every programme. */
	@Test
	void whatServesEveryProgrammeIsSeenByThoseWhoLeadOnly() {
		for (String processus : PlanOrganisation.TECHNIQUES) {
			assertThat(this.plan.droits()
				.stream()
				.filter((droit) -> droit.resource() == Resources.PROCESS_DEFINITION && droit.id().equals(processus))
				.filter((droit) -> droit.permissions().contains(ProcessDefinitionPermissions.READ_INSTANCE)
						|| droit.permissions().contains(ProcessDefinitionPermissions.READ_HISTORY))
				.map(PlanOrganisation.Droit::groupe)).as(processus)
				.containsExactlyInAnyOrder(PlanOrganisation.RESPONSABLES, PlanOrganisation.GERANCE);
		}
	}

	private List<Permission> droits(String processus, String groupe) {
		return this.plan.droits()
			.stream()
			.filter((droit) -> droit.resource() == Resources.PROCESS_DEFINITION && droit.id().equals(processus)
					&& droit.groupe().equals(groupe))
			.flatMap((droit) -> droit.permissions().stream())
			.toList();
	}

	private static List<String> processus() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("processes"))) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".bpmn"))
				.map((name) -> name.replace(".bpmn", ""))
				.toList();
		}
	}

}
