package org.compagnonnage.consulaire;

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

import static org.assertj.core.api.Assertions.assertThat;

/** What the start form offers is what the configuration knows. */
class ConsulaireModelesTests {

	@Test
	void aProgrammeMayBeAskedInEveryPerimetre() throws IOException {
		JsonNode formulaire = new ObjectMapper().readTree(Path.of("forms/consulaire/consulaire-demande.form").toFile());
		JsonNode perimetre = formulaire.findParents("key")
			.stream()
			.filter((champ) -> "perimetre".equals(champ.path("key").asText()))
			.findFirst()
			.orElseThrow();
		Organisation organisation = ConfiguredOrganisation.organisation();
		List<String> attendus = Stream
			.concat(organisation.territoires()
				.stream()
				.map((territoire) -> territoire.code() + " : " + territoire.nom() + " (" + territoire.code() + ")"),
					organisation.organisations().stream().map((autre) -> autre.code() + " : " + autre.nom()))
			.toList();
		assertThat(StreamSupport.stream(perimetre.path("values").spliterator(), false)
			.map((choix) -> choix.path("value").asText() + " : " + choix.path("label").asText()))
			.containsExactlyElementsOf(attendus);
	}

}
