package org.compagnonnage.consulaire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When one side may accept the terms of reference. */
class TermesTests {

	private static final String EXPERT = ConsulaireModel.PARTIE_EXPERT;

	private static final String PARTENAIRE = ConsulaireModel.PARTIE_PARTENAIRE;

	@Test
	void whatTheOtherSideWroteIsAcceptedWordForWord() {
		assertThat(texte("Un but.").refusDAccepter(PARTENAIRE, EXPERT, texte("Un but."))).isEmpty();
		assertThat(texte("Un but.").refusDAccepter(EXPERT, PARTENAIRE, texte("Un but."))).isEmpty();
	}

	@Test
	void whatOneChangesIsForTheOtherSideToAccept() {
		assertThat(texte("Un autre but.").refusDAccepter(PARTENAIRE, EXPERT, texte("Un but."))).get()
			.asString()
			.contains("modifié le texte");
	}

	@Test
	void nobodyAcceptsTheirOwnText() {
		assertThat(texte("Un but.").refusDAccepter(EXPERT, EXPERT, texte("Un but."))).get()
			.asString()
			.contains("Ce texte est le vôtre");
	}

	@Test
	void aChangedStepIsAChangedText() {
		Map<String, Object> autre = valeurs("Un but.");
		autre.put("termesEtapes", List.of(Map.of("etape", "Rencontres", "debut", "2026-10-13")));
		assertThat(Termes.de(autre)).isNotEqualTo(texte("Un but."));
	}

	@Test
	void whatOnlyABrowserChangesIsNoChange() {
		Map<String, Object> valeurs = valeurs("Un but.\r\nDeux lignes. ");
		Map<String, Object> etape = new HashMap<>(Map.of("etape", " Rencontres", "debut", "2026-10-12"));
		etape.put("fin", null);
		valeurs.put("termesEtapes", List.of(etape));
		assertThat(Termes.de(valeurs)).isEqualTo(texte("Un but.\nDeux lignes."));
	}

	@Test
	void aTextKeptAsARowIsTheSameText() {
		assertThat(Termes.de(texte("Un but.").enLigne())).isEqualTo(texte("Un but."));
	}

	private static Termes texte(String objectifs) {
		return Termes.de(valeurs(objectifs));
	}

	private static Map<String, Object> valeurs(String objectifs) {
		Map<String, Object> valeurs = new HashMap<>();
		valeurs.put("termesContexte", "Un contexte.");
		valeurs.put("termesObjectifs", objectifs);
		valeurs.put("termesOutils", "Une grille.");
		valeurs.put("termesEtapes", List.of(Map.of("etape", "Rencontres", "debut", "2026-10-12")));
		return valeurs;
	}

}
