package org.compagnonnage.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which texts a document can print. */
class ImprimableTests {

	@ParameterizedTest
	@MethodSource("org.compagnonnage.support.TextesImprimables#europeens")
	void theLettersOfEuropeCanBePrinted(String texte) {
		assertThat(Imprimable.caractereImpossible(texte)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Léa 🎨 atelier 🚀,🎨", "👩‍🎨,👩", "李,李", "محمد,م", "☐ à faire,☐" })
	void theFirstCharacterOutsideTheFontIsNamed(String texte, String caractere) {
		assertThat(Imprimable.caractereImpossible(texte)).hasValue(caractere);
	}

	@Test
	void linesAndInvisibleCharactersDoNotCount() {
		assertThat(Imprimable.caractereImpossible("a\r\n\tb\u200b\u202f\u2011\ufeff")).isEmpty();
	}

}
