package org.compagnonnage.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NomFichierTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "Devis signé.PDF, Devis signé.pdf", "../../etc/passwd, passwd", "C:\\Temp\\plan.png, plan.png",
					"a/b\\c.pdf, c.pdf", "../.., document", "/, document", ".., document", ".bashrc, bashrc",
					".pdf, pdf", "devis.pdf., devis.pdf", "`  deux   mots .pdf  `, deux mots.pdf",
					"`a:b*c?\"<d>|.pdf`, a-b-c---d--.pdf", "lettre.odt.pdf, lettre.odt.pdf" })
	void aNameHasNoPathAndNothingThatAComputerRefuses(String donne, String garde) {
		assertThat(NomFichier.de(donne)).hasToString(garde);
	}

	@Test
	void nothingInvisibleStaysInAName() {
		// The mark turns what follows, so that people read « photoexe.png ».
		assertThat(NomFichier.de("photo\u202egnp.exe")).hasToString("photognp.exe");
		assertThat(NomFichier.de("a\u0000b\r\nc\td\u200b\u2028.pdf")).hasToString("abcd.pdf");
		assertThat(NomFichier.de("e\u0301te\u0301.pdf")).hasToString("été.pdf");
		assertThat(NomFichier.de(null)).hasToString("document");
		assertThat(NomFichier.de("   ")).hasToString("document");
	}

	@Test
	void aLongNameIsCutAndKeepsItsEnding() {
		assertThat(NomFichier.de("é".repeat(400) + ".pdf").toString()).hasSize(150).endsWith("éé.pdf");
		assertThat(NomFichier.de("x" + "\ud83d\ude00".repeat(200) + ".pdf").toString()).hasSizeLessThanOrEqualTo(150)
			.endsWith("\ud83d\ude00.pdf");
		assertThat(NomFichier.de("a".repeat(149) + ".pdf").avec("jpeg").toString()).hasSize(150).endsWith("a.jpeg");
	}

	@Test
	void aProgramSendsANameAndNothingElse() {
		assertThat(NomFichier.refus("Devis n° 1 : four & séchoir?.pdf")).isEmpty();
		assertThat(NomFichier.refus("e\u0301te\u0301.pdf")).isEmpty();
		for (String nom : new String[] { null, "", " ", "a/b.pdf", "..\\b.pdf", "a\nb.pdf", "\u202Efdp.a", "a\u200Bb",
				"a\uD800b", "a\uFFFDb" }) {
			assertThat(NomFichier.refus(nom)).as(nom).get().asString().matches("\\p{Lu}.+\\.");
		}
	}

}
