package org.compagnonnage.consulaire;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How an axis is read, named and told from another one. */
class NouvelAxeTests {

	@Test
	void onlyAMandatePlanThatIsCarriedOutHasADomainOfItsOwn() {
		assertThat(NouvelAxe
			.de(Map.of("domaine", "mise-en-oeuvre", "sousDomaine", "communication", "intitule", "Faire connaître",
					"modalite", "site"))
			.sousDomaine()).isEqualTo("communication");
		assertThat(NouvelAxe
			.de(Map.of("domaine", "offre-de-services", "sousDomaine", "communication", "intitule", "Une offre",
					"modalite", "site"))
			.sousDomaine()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "Former les élus,former  les ELUS,true", "Former les élus,Former les élus !,true",
			"Former les élus,Former les cadres,false", "Axe 1,Axe 2,false" })
	void twoTitlesThatPeopleReadAlikeAreOne(String un, String autre, boolean meme) {
		assertThat(NouvelAxe.memeIntitule(un, autre)).isEqualTo(meme);
	}

	@Test
	void anAxisIsSaidInWords() {
		assertThat(Domaines.nom("mise-en-oeuvre", "repertoire-des-metiers"))
			.isEqualTo("Mise en œuvre du plan de mandature – répertoire des métiers");
		assertThat(Domaines.nom("plan-de-mandature", null)).isEqualTo("Construction d'un plan de mandature");
		assertThat(Domaines.modalite("distance")).isEqualTo("à distance");
	}

}
