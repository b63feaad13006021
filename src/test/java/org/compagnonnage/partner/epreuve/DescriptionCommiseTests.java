package org.compagnonnage.partner.epreuve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.compagnonnage.support.ApplicationTest;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The description that a partner's developer finds beside the sources is the one that the
 * application serves; {@code -Dopenapi.ecrire=true} writes it anew.
 */
@ApplicationTest
class DescriptionCommiseTests {

	private static final Path COPIE = Path.of("src/main/openapi/partenaires.yaml");

	@LocalServerPort
	private int port;

	@Test
	void the_committed_description_is_the_one_that_is_served() throws IOException {
		String servie = new String(RestClient.create("http://localhost:" + this.port)
			.get()
			.uri("/v3/api-docs.yaml")
			.retrieve()
			.body(byte[].class), StandardCharsets.UTF_8);
		if (Boolean.getBoolean("openapi.ecrire")) {
			Files.createDirectories(COPIE.getParent());
			Files.writeString(COPIE, servie);
		}
		assertThat(servie)
			.as("%s is not what the application serves: read the difference, then write it anew with mvn test -Dtest=%s -Dopenapi.ecrire=true",
					COPIE, DescriptionCommiseTests.class.getSimpleName())
			.isEqualTo(Files.readString(COPIE));
	}

}
