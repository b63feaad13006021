package org.compagnonnage.engagement;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.compagnonnage.dossier.Dossiers;
import org.compagnonnage.support.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is engaged in a case, instead of whom, and who can be told by letter. */
@ApplicationTest
class EngagementsTests {

	private static final int ENSEMBLE = 8;

	@Autowired
	private Engagements engagements;

	@Autowired
	private Dossiers dossiers;

	private String reference;

	@BeforeEach
	void aCaseIsOpen() {
		this.reference = this.dossiers.ouvrir("CON", "programme-consulaire", "37", "cadrage", null, null).reference();
	}

	@Test
	void whoIsEngagedInsteadOfSomebodyKeepsTheIdUnderWhichALetterMayWait() {
		this.engagements.engager(this.reference, "expert", "A1", "expert-cma");
		String id = seul().id();
		this.engagements.engagerExterne(this.reference, "expert", "A1", "Awa Ndiaye", "awa@exemple.sn");
		assertThat(seul())
			.isEqualTo(new Engagement(id, this.reference, "expert", "A1", null, "Awa Ndiaye", "awa@exemple.sn"));
		this.engagements.engager(this.reference, "expert", "A1", "expert-specialise");
		assertThat(seul()).satisfies((engagement) -> {
			assertThat(engagement.id()).isEqualTo(id);
			assertThat(engagement.login()).isEqualTo("expert-specialise");
			assertThat(engagement.courriel()).isEqualTo("expert-specialise@cooperative.example");
		});
	}

	@Test
	void whoIsDisengagedIsEngagedForTheRestOnly() {
		this.engagements.engager(this.reference, "expert", "A1", "expert-cma");
		this.engagements.engager(this.reference, "expert", "A2", "expert-cma");
		String id = this.engagements.duDossier(this.reference).get(0).id();
		this.engagements.degager(this.reference, "expert", "A1");
		this.engagements.degager(this.reference, "expert", "A3");
		assertThat(seul().portee()).isEqualTo("A2");
		assertThat(this.engagements.trouver(id)).isEmpty();
	}

	@Test
	void eachAddressIsToldOnceAndWhoHasNoneIsNamed() {
		this.engagements.engager(this.reference, "expert d'un axe", "A1", "expert-cma");
		this.engagements.engager(this.reference, "expert du programme", "", "expert-cma");
		this.engagements.engagerExterne(this.reference, "contact", "", "Awa Ndiaye", "awa@exemple.sn");
		this.engagements.engagerExterne(this.reference, "expert local", "A1.1", "Awa Ndiaye", " AWA@exemple.sn ");
		this.engagements.engagerExterne(this.reference, "expert local", "A1.2", "Moussa Diop", null);
		this.engagements.engagerExterne(this.reference, "expert local", "A2.1", "Moussa Diop", " ");
		this.engagements.engager(this.reference, "expert spécialisé", "A2", "parti");
		assertThat(this.engagements.aPrevenir(this.reference))
			.extracting((id) -> this.engagements.trouver(id).orElseThrow().qualite())
			.containsExactlyInAnyOrder("contact", "expert du programme");
		assertThat(this.engagements.sansAdresse(this.reference)).containsExactlyInAnyOrder("Moussa Diop", "parti");
	}

	@Test
	void onlyTheStaffOfTheWholeCaseAnswersForIt() {
		this.engagements.engager(this.reference, "expert", "", "expert-cma");
		assertThat(seul().repondDuDossier()).isTrue();
		this.engagements.engagerExterne(this.reference, "expert", "", "Awa Ndiaye", "awa@exemple.sn");
		assertThat(seul().repondDuDossier()).isFalse();
		this.engagements.degager(this.reference, "expert", "");
		this.engagements.engager(this.reference, "expert", "A1", "expert-cma");
		assertThat(seul().repondDuDossier()).isFalse();
	}

	@Test
	void ofThoseWhoEngageForTheSameAtOnceEachSucceedsAndOneIsEngaged() throws Exception {
		CyclicBarrier depart = new CyclicBarrier(ENSEMBLE);
		ExecutorService ensemble = Executors.newFixedThreadPool(ENSEMBLE);
		try {
			List<Callable<Void>> appels = IntStream.range(0, ENSEMBLE).mapToObj((rang) -> (Callable<Void>) () -> {
				depart.await();
				this.engagements.engagerExterne(this.reference, "expert", "A1", "Expert " + rang, null);
				return null;
			}).toList();
			for (Future<Void> appel : ensemble.invokeAll(appels)) {
				appel.get();
			}
		}
		finally {
			ensemble.shutdownNow();
		}
		assertThat(seul().nom()).startsWith("Expert ");
	}

	private Engagement seul() {
		List<Engagement> engages = this.engagements.duDossier(this.reference);
		assertThat(engages).hasSize(1);
		return engages.get(0);
	}

}
