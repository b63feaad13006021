package org.compagnonnage.consulaire;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How an axis is read and named. */
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

	@Test
	void anAxisIsSaidInWords() {
		assertThat(Domaines.nom("mise-en-oeuvre", "repertoire-des-metiers"))
			.isEqualTo("Mise en œuvre du plan de mandature – répertoire des métiers");
		assertThat(Domaines.nom("plan-de-mandature", null)).isEqualTo("Construction d'un plan de mandature");
		assertThat(Domaines.modalite("distance")).isEqualTo("à distance");
	}

}
