package org.compagnonnage.partner;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.Engine;
import org.compagnonnage.support.ModelCoverage;
import org.compagnonnage.support.MutableClock;
import org.compagnonnage.support.RecordingExpedition;
import org.compagnonnage.support.RecordingExpedition.LettrePartie;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A partner is warned once, thirty days before a key ends, unless the key was renewed or
 * ended before.
 */
@ApplicationTest
@Import(ModelCoverage.class)
@TestInstance(Lifecycle.PER_CLASS)
class ClePartenaireProcessTests {

	private static final String LETTRE = "partenaire/cle-expire";

	private static final AtomicInteger PARTENAIRES = new AtomicInteger();

	/** A Wednesday; thirty days before is Monday 31 August. */
	private static final LocalDate DERNIER_JOUR = LocalDate.of(2026, 9, 30);

	private static final LocalDateTime MATIN = LocalDateTime.of(2026, 8, 31, 9, 0);

	@Autowired
	private Partenaires partenaires;

	@Autowired
	private EcheancesCles echeances;

	@Autowired
	private Engine engine;

	@Autowired
	private ManagementService jobs;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MutableClock clock;

	@Autowired
	private RecordingExpedition lettres;

	private String partenaire;

	private String cle;

	@BeforeEach
	void aPartnerHasAKeySinceMarch() {
		this.clock.set(LocalDateTime.of(2026, 3, 2, 10, 0));
		this.partenaire = "echeance-" + PARTENAIRES.incrementAndGet();
		this.partenaires.creer(this.partenaire, "BGE Touraine", "api@bge.example");
		this.cle = delivrer(DERNIER_JOUR);
	}

	@AfterEach
	void noKeyIsLeft() {
		this.jdbc.sql("update cle_partenaire set remplacee_par = null where partenaire like 'echeance-%'").update();
		this.jdbc.sql("delete from cle_partenaire where partenaire like 'echeance-%'").update();
		this.jdbc.sql("delete from partenaire where id like 'echeance-%'").update();
	}

	@AfterAll
	void everyModelRan() {
		this.engine.assertModelesParcourus("processes/partenaire/cle-partenaire.bpmn",
				"processes/partenaire/echeances-cles.bpmn");
	}

	@Test
	void thePartnerIsWarnedOnceInTheMorningThirtyDaysBefore() {
		for (LocalDateTime trop : List.of(LocalDateTime.of(2026, 8, 28, 18, 0), LocalDateTime.of(2026, 8, 30, 12, 0),
				MATIN.minusMinutes(1))) {
			this.clock.set(trop);
			relever();
			assertThat(this.engine.positions(this.cle)).as(trop.toString()).isEmpty();
		}
		this.clock.set(MATIN);
		relever();
		relever();
		avertir();
		LettrePartie lettre = this.lettres.seule(this.cle, LETTRE);
		assertThat(lettre.destinataire()).isEqualTo("api@bge.example");
		assertThat(lettre.expediteur()).contains("contact@cooperative.example");
		assertThat(lettre.objet()).contains("30/09/2026");
		for (String mots : List.of(lettre.texte(), lettre.motsHtml())) {
			assertThat(mots).contains("BGE Touraine", "30/09/2026 inclus", this.cle).doesNotContain("cmp_");
		}
		assertThat(this.engine.fins(this.cle)).containsExactly("endEvent_partenaireAverti");
		this.engine.assertNothingLeft(this.cle);

		this.clock.set(MATIN.plusDays(10));
		relever();
		this.engine.assertNothingLeft(this.cle);
		assertThat(this.lettres.duDossier(this.cle)).hasSize(1);
	}

	@Test
	void onAWeekendTheWarningWaitsForMonday() {
		String autre = delivrer(LocalDate.of(2026, 10, 5));
		this.clock.set(LocalDateTime.of(2026, 9, 5, 10, 0));
		relever();
		assertThat(this.engine.positions(autre)).isEmpty();
		this.clock.set(LocalDateTime.of(2026, 9, 7, 9, 0));
		relever();
		assertThat(this.engine.positions(autre)).containsExactly("serviceTask_relireCle");
	}

	@Test
	void aKeyThatWasMissedWhileTheApplicationStoodStillIsWarnedOfUntilItsEnd() {
		this.clock.set(LocalDateTime.of(2026, 9, 30, 17, 0));
		relever();
		avertir();
		this.lettres.seule(this.cle, LETTRE);
	}

	@Test
	void aKeyThatEndedIsNotWarnedOfAnyMore() {
		this.clock.set(LocalDateTime.of(2026, 10, 1, 9, 0));
		relever();
		this.engine.assertNothingLeft(this.cle);
	}

	@Test
	void whoAskedForAShortKeyKnowsItsEnd() {
		this.clock.set(LocalDateTime.of(2026, 8, 31, 8, 0));
		String courte = delivrer(DERNIER_JOUR);
		String longue = delivrer(DERNIER_JOUR.plusDays(1));
		this.clock.set(LocalDateTime.of(2026, 9, 1, 9, 0));
		relever();
		assertThat(this.engine.positions(courte)).isEmpty();
		assertThat(this.engine.positions(longue)).containsExactly("serviceTask_relireCle");
	}

	@Test
	void aKeyThatWasRenewedOrEndedBeforeIsNotPickedUp() {
		String revoquee = delivrer(DERNIER_JOUR);
		this.clock.set(LocalDateTime.of(2026, 8, 20, 10, 0));
		this.partenaires.renouveler(this.cle, 90, LocalDate.of(2027, 8, 20));
		this.partenaires.revoquer(revoquee);
		this.clock.set(MATIN);
		relever();
		this.engine.assertNothingLeft(this.cle);
		this.engine.assertNothingLeft(revoquee);
	}

	@Test
	void aKeyThatIsRenewedOrEndedMeanwhileIsNotWarnedOf() {
		String revoquee = delivrer(DERNIER_JOUR);
		this.clock.set(MATIN);
		relever();
		this.partenaires.renouveler(this.cle, 14, LocalDate.of(2027, 8, 20));
		this.partenaires.revoquer(revoquee);
		for (String close : List.of(this.cle, revoquee)) {
			this.engine.executer(close, "serviceTask_relireCle");
			assertThat(this.engine.fins(close)).containsExactly("endEvent_avisSansObjet");
			this.engine.assertNothingLeft(close);
			assertThat(this.lettres.duDossier(close)).isEmpty();
		}
	}

	/** As an account of before, which was made without an address. */
	@Test
	void whoHasNoAddressIsAnIncidentAndIsWarnedOnceThereIsOne() {
		sansAdresse();
		Job arrete = this.engine.job(this.cle, "serviceTask_relireCle");
		assertThat(arrete.getRetries()).isZero();
		assertThat(incidents(arrete)).hasSize(1);
		relever();
		assertThat(incidents(arrete)).hasSize(1);

		this.partenaires.changerCourriel(this.partenaire, "cles@bge.example");
		relever();
		assertThat(incidents(arrete)).isEmpty();
		avertir();
		assertThat(this.engine.fins(this.cle)).containsExactly("endEvent_partenaireAverti");
		assertThat(this.lettres.seule(this.cle, LETTRE).destinataire()).isEqualTo("cles@bge.example");
		this.partenaires.changerCourriel(this.partenaire, "autre@bge.example");
		relever();
		this.engine.assertNothingLeft(this.cle);
	}

	@Test
	void whoTriesTheIncidentAgainHimselfIsWarnedOnce() {
		sansAdresse();
		this.partenaires.changerCourriel(this.partenaire, "cles@bge.example");
		this.jobs.setJobRetries(this.engine.job(this.cle, "serviceTask_relireCle").getId(), 1);
		avertir();
		relever();
		this.engine.assertNothingLeft(this.cle);
		assertThat(this.lettres.duDossier(this.cle)).hasSize(1);
	}

	@Test
	void anIncidentWithoutObjectEndsByItselfAlsoAtNight() {
		sansAdresse();
		this.partenaires.renouveler(this.cle, 14, LocalDate.of(2027, 8, 20));
		this.clock.set(MATIN.plusDays(1).withHour(23));
		relever();
		this.engine.executer(this.cle, "serviceTask_relireCle");
		assertThat(this.engine.fins(this.cle)).containsExactly("endEvent_avisSansObjet");
		assertThat(this.lettres.duDossier(this.cle)).isEmpty();
	}

	/** Nobody knows the address, and the engine has given up. */
	private void sansAdresse() {
		this.jdbc.sql("update partenaire set courriel = null where id = :id").param("id", this.partenaire).update();
		this.clock.set(MATIN);
		relever();
		for (int essais = this.engine.job(this.cle, "serviceTask_relireCle").getRetries(); essais > 0; essais--) {
			assertThatThrownBy(() -> this.engine.executer(this.cle, "serviceTask_relireCle"))
				.hasMessageContaining(this.partenaire)
				.hasMessageContaining(this.cle)
				.hasMessageContaining("30/09/2026");
			this.clock.set(this.clock.instant().plus(Duration.ofHours(1)));
		}
	}

	@Test
	void aLetterThatIsTriedAgainLeavesOnce() {
		this.clock.set(MATIN);
		relever();
		this.engine.executer(this.cle, "serviceTask_relireCle");
		String job = this.engine.job(this.cle, "serviceTask_envoyerAvis").getId();
		new TransactionTemplate(this.transactions).executeWithoutResult((transaction) -> {
			this.jobs.executeJob(job);
			transaction.setRollbackOnly();
		});
		this.engine.executer(this.cle, "serviceTask_envoyerAvis");
		this.lettres.seule(this.cle, LETTRE);
		assertThat(this.engine.fins(this.cle)).containsExactly("endEvent_partenaireAverti");
	}

	@Test
	void twoNodesPickAKeyUpOnce() throws Exception {
		this.clock.set(MATIN);
		ExecutorService noeuds = Executors.newFixedThreadPool(2);
		try {
			CyclicBarrier depart = new CyclicBarrier(2);
			List<Future<Integer>> releves = new ArrayList<>();
			for (int i = 0; i < 2; i++) {
				releves.add(noeuds.submit(() -> {
					depart.await();
					return new TransactionTemplate(this.transactions)
						.execute((transaction) -> this.echeances.relever().size());
				}));
			}
			assertThat(releves.get(0).get() + releves.get(1).get()).isOne();
		}
		finally {
			noeuds.shutdownNow();
		}
	}

	private List<Incident> incidents(Job job) {
		return this.runtime.createIncidentQuery().processInstanceId(job.getProcessInstanceId()).list();
	}

	private String delivrer(LocalDate expire) {
		return this.partenaires.delivrer(this.partenaire, List.of("admission-cae"), List.of("37"), expire).id();
	}

	private void relever() {
		this.engine.declencher("event_heureDeReleve", "serviceTask_releverEcheances");
	}

	private void avertir() {
		this.engine.executer(this.cle, "serviceTask_relireCle", "serviceTask_envoyerAvis");
	}

}
