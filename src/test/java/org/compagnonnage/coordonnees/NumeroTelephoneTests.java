package org.compagnonnage.coordonnees;

import java.io.IOException;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How a telephone number is written, and what is none. */
class NumeroTelephoneTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "02 47 05 12 34|02 47 05 12 34", "02/47/05/12/34|02 47 05 12 34",
			"02.47.05.12.34|02 47 05 12 34", "02-47-05-12-34|02 47 05 12 34", "0247051234|0247051234",
			"02\u00a047\u00a005\u00a012\u00a034|02 47 05 12 34", "02\u202f47\u202f05\u202f12\u202f34|02 47 05 12 34",
			"+33 (0) 2 47 05 12 34|+33 2 47 05 12 34", "+33(0)247051234|+33 247051234",
			"+33 (0)6.12.34.56.78|+33 6 12 34 56 78", "0033 (0) 2 47 05 12 34|0033 2 47 05 12 34",
			"(02) 47 05 12 34|02 47 05 12 34", "(0)2 47 05 12 34|0 2 47 05 12 34", "+1 (202) 555-0143|+1 202 555 0143",
			"+221 33 123 45 67|+221 33 123 45 67", "123 456|123 456", "+12 34 56 78 90 12 34 5|+123456789012345" })
	void aNumberIsBroughtIntoTheWritingThatTheFormsTake(String ecrit, String simple) throws IOException {
		assertThat(NumeroTelephone.lire(ecrit)).hasValue(simple);
		for (String formulaire : new String[] { "admission-accueil", "admission-demande" }) {
			JsonNode regle = new ObjectMapper().readTree(Path.of("forms/admission", formulaire + ".form").toFile())
				.findParents("key")
				.stream()
				.filter((champ) -> "porteurTelephone".equals(champ.path("key").asText()))
				.findFirst()
				.orElseThrow()
				.path("validate");
			assertThat(simple).matches(regle.path("pattern").asText())
				.hasSizeLessThanOrEqualTo(regle.path("maxLength").asInt());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "3949", "12 345", "zéro six", "0612345678901234567", "+", "++33 612345678",
			"06 12 34 56 78 poste 3", "06 12 34 56 7８", "06 12 34\n56 78", "02 47 05 12 34 / 06 12 34 56 78" })
	void anImpossibleNumberIsRefused(String ecrit) {
		assertThat(NumeroTelephone.lire(ecrit)).isEmpty();
	}

}
