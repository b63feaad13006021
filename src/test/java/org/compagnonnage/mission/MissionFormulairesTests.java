package org.compagnonnage.mission;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.compagnonnage.organisation.Organisation;
import org.compagnonnage.support.ConfiguredOrganisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A form cannot ask the application: what it lists itself is what the settings say. */
class MissionFormulairesTests {

	private final Organisation organisation = ConfiguredOrganisation.organisation();

	@Test
	void aRequestIsMadeForAnyPerimetre() throws IOException {
		assertThat(choix("mission-demande", "perimetre")).containsExactlyElementsOf(
				Stream
					.concat(this.organisation.territoires()
						.stream()
						.map((territoire) -> territoire.code() + " " + territoire.nom() + " (" + territoire.code()
								+ ")"),
							this.organisation.organisations().stream().map((autre) -> autre.code() + " " + autre.nom()))
					.toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "mission-demande", "mission-complements" })
	void aRequestNamesTheFilieresOfTheOrganisation(String formulaire) throws IOException {
		List<String> filieres = this.organisation.filieres()
			.stream()
			.map((filiere) -> filiere.code() + " " + filiere.nom())
			.toList();
		assertThat(choix(formulaire, "filiere"))
			.containsExactlyElementsOf(Stream.of(filieres, filieres, filieres).flatMap(List::stream).toList());
	}

	private static List<String> choix(String formulaire, String champ) throws IOException {
		JsonNode form = new ObjectMapper().readTree(Path.of("forms/mission", formulaire + ".form").toFile());
		return form.findParents("key")
			.stream()
			.filter((field) -> champ.equals(field.path("key").asText()))
			.flatMap((field) -> StreamSupport.stream(field.path("values").spliterator(), false))
			.map((value) -> value.path("value").asText() + " " + value.path("label").asText())
			.toList();
	}

}
