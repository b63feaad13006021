package org.compagnonnage.contrat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.compagnonnage.admission.AdmissionProcess;
import org.compagnonnage.admission.NouvelleDemande;
import org.compagnonnage.support.AdmissionScenarios;
import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.Engine;
import org.compagnonnage.support.MutableClock;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The CESA places are counted right, whoever comes at the same instant, and by year. */
@ApplicationTest
class PlacesCesaTests {

	private static final int DOSSIERS = 20;

	/** As often as the engine tries a job again. */
	private static final int ESSAIS = 5;

	@Autowired
	private PlacesCesa places;

	@Autowired
	private AdmissionProcess admissions;

	@Autowired
	private TaskService tasks;

	@Autowired
	private ManagementService jobs;

	@Autowired
	private Engine engine;

	@Autowired
	private MutableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void ofTwentyCasesThatReachTheLastPlaceAtOnceExactlyOneGetsIt() throws Exception {
		this.clock.set(Instant.parse("2026-10-05T08:00:00Z"));
		IntStream.range(0, 9).forEach((i) -> this.places.reserver("37", "ADM-2026-90000" + i));
		List<String> references = casesThatAskForAPlace();
		ensemble(references.stream().map(this::reserver).toList());
		assertThat(references.stream().filter((reference) -> isAt(reference, "userTask_preparerCesa"))).hasSize(1);
		assertThat(references.stream().filter((reference) -> isAt(reference, "userTask_arbitrerQuota")))
			.hasSize(DOSSIERS - 1);
		assertThat(this.places.prises("37", 2026)).contains(10);
		assertThat(heldPlaces()).isEqualTo(10);
	}

	@Test
	void theFirstTwentyOfAYearAreCountedThoughNobodyCountedBefore() throws Exception {
		this.clock.set(Instant.parse("2027-01-04T08:00:00Z"));
		List<String> references = casesThatAskForAPlace();
		assertThat(this.places.prises("37", 2027)).isEmpty();
		ensemble(references.stream().map(this::reserver).toList());
		assertThat(references.stream().filter((reference) -> isAt(reference, "userTask_preparerCesa"))).hasSize(10);
		assertThat(references.stream().filter((reference) -> isAt(reference, "userTask_arbitrerQuota"))).hasSize(10);
		assertThat(this.places.prises("37", 2027)).contains(10);
		assertThat(heldPlaces()).isEqualTo(10);
	}

	@Test
	void placesGivenBackAndTakenAtOnceStayCounted() throws Exception {
		List<String> references = IntStream.range(0, 10).mapToObj("ADM-2026-9000%02d"::formatted).toList();
		int annee = this.clock.today().getYear();
		references.forEach((reference) -> assertThat(this.places.reserver("37", reference)).contains(annee));
		ensemble(Stream.concat(references.stream().limit(5).map((reference) -> () -> {
			this.places.rendre(reference);
			return null;
		}), references.stream().map((reference) -> (Callable<Void>) () -> {
			this.places.reserver("37", reference.replace("-9", "-8"));
			return null;
		})).toList());
		assertThat(this.places.prises("37", annee)).hasValueSatisfying((taken) -> assertThat(taken).isBetween(5, 10));
		assertThat(heldPlaces()).isEqualTo(this.places.prises("37", annee).orElseThrow());
	}

	@Test
	void aCaseTakesOnePlaceHoweverOftenItAsksAndGivesOneBack() {
		int annee = this.clock.today().getYear();
		this.places.reserver("37", "ADM-2026-900001");
		assertThat(this.places.reserver("37", "ADM-2026-900001")).contains(annee);
		assertThat(this.places.prises("37", annee)).contains(1);
		this.places.rendre("ADM-2026-900001");
		this.places.rendre("ADM-2026-900001");
		assertThat(this.places.prises("37", annee)).contains(0);
	}

	@Test
	void theYearBeginsInParisAndEachTerritoryCountsItsOwn() {
		this.clock.set(Instant.parse("2026-12-31T22:30:00Z"));
		IntStream.range(0, 10)
			.forEach((i) -> assertThat(this.places.reserver("37", "ADM-2026-90000" + i)).contains(2026));
		assertThat(this.places.reserver("37", "ADM-2026-900010")).isEmpty();
		assertThat(this.places.reserver("45", "ADM-2026-900011")).contains(2026);
		assertThat(this.places.ouverture("2027-01-01")).isEqualTo(Instant.parse("2026-12-31T23:00:00Z"));

		this.clock.set(Instant.parse("2026-12-31T23:30:00Z"));
		assertThat(this.places.reserver("37", "ADM-2026-900010")).contains(2027);
		assertThat(this.places.prises("37", 2027)).contains(1);

		this.places.rendre("ADM-2026-900000");
		assertThat(this.places.prises("37", 2026)).as("a place goes back to its own year").contains(9);
		assertThat(this.places.prises("37", 2027)).contains(1);
	}

	/** Twenty admissions whose CESA is confirmed and that wait for their place. */
	private List<String> casesThatAskForAPlace() {
		return IntStream.range(0, DOSSIERS).mapToObj((i) -> {
			String reference = this.admissions
				.ouvrir(new NouvelleDemande("Léa", "Martin " + i, "lea" + i + "@exemple.fr", null, "37", "Graphisme",
						"bge", "BGE", null))
				.reference();
			terminer(reference, Map.of());
			terminer(reference, AdmissionScenarios.diagnosticCesa());
			this.engine.executer(reference, "serviceTask_expliquerOrientation");
			terminer(reference, Map.of("orientationRetenue", "cesa"));
			return reference;
		}).toList();
	}

	private void terminer(String reference, Map<String, Object> saisie) {
		this.tasks.complete(this.tasks.createTaskQuery().processInstanceBusinessKey(reference).singleResult().getId(),
				saisie);
	}

	/** Executes the job as the engine does: what fails is tried again. */
	private Callable<Void> reserver(String reference) {
		Job job = this.engine.job(reference, "serviceTask_reserverPlace");
		return () -> {
			for (int essai = 1;; essai++) {
				try {
					this.jobs.executeJob(job.getId());
					return null;
				}
				catch (RuntimeException ex) {
					if (essai == ESSAIS) {
						throw ex;
					}
				}
			}
		};
	}

	private boolean isAt(String reference, String element) {
		return this.engine.positions(reference).contains(element);
	}

	private int heldPlaces() {
		return this.jdbc.sql("select count(*) from cesa_place where rendue_le is null and territoire = '37'")
			.query(Integer.class)
			.single();
	}

	/** Does everything at the same instant, each in its own thread. */
	private static void ensemble(List<? extends Callable<Void>> actions)
			throws InterruptedException, ExecutionException {
		CyclicBarrier depart = new CyclicBarrier(actions.size());
		ExecutorService threads = Executors.newFixedThreadPool(actions.size());
		try {
			List<Future<Void>> ends = new ArrayList<>();
			for (Callable<Void> action : actions) {
				ends.add(threads.submit(() -> {
					depart.await();
					return action.call();
				}));
			}
			for (Future<Void> end : ends) {
				end.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

}
