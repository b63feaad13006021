package org.compagnonnage.abonnement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.Dossiers;
import org.compagnonnage.partner.ProblemeException;
import org.compagnonnage.partner.Partenaires;
import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.ModelCoverage;
import org.compagnonnage.support.MoteurRest;
import org.compagnonnage.support.MoteurRest.Adresse;
import org.compagnonnage.support.MutableClock;
import org.compagnonnage.support.RecordingExpedition;
import org.compagnonnage.support.RecordingExpedition.LettrePartie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Every way of an event to a partner: a real endpoint answers, refuses, is slow, down or
 * dead; jobs are fired by element, the clock is moved.
 */
@ApplicationTest
@Import(ModelCoverage.class)
@TestPropertySource(properties = "compagnonnage.abonnement.delai-total=4s")
@TestInstance(Lifecycle.PER_CLASS)
class LivrerEvenementsProcessTests {

	private static final String LIVRER = "serviceTask_livrerEvenement";

	private static final String TENTATIVE = "event_tentativeSuivante";

	private static final String PREVENIR = "serviceTask_prevenirPartenaire";

	private static final String ATTENDRE = "serviceTask_attendreReprise";

	private static final String COURRIEL = "api@bge.example";

	private static final AtomicInteger PARTENAIRES = new AtomicInteger();

	@LocalServerPort
	private int port;

	@Autowired
	private Abonnements abonnements;

	@Autowired
	private Livraisons livraisons;

	@Autowired
	private JournalLivraisons journal;

	@Autowired
	private LivraisonSettings settings;

	@Autowired
	private Dossiers dossiers;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private MutableClock clock;

	@Autowired
	private RecordingExpedition lettres;

	@Autowired
	private Partenaires partenaires;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	private Recepteur recepteur;

	private String partenaire;

	private AbonnementCree cree;

	@BeforeEach
	void aPartnerIsSubscribed() {
		this.clock.set(LocalDateTime.of(2026, 10, 5, 10, 0));
		this.recepteur = new Recepteur();
		aPartnerIsSubscribed(this.recepteur);
	}

	private void aPartnerIsSubscribed(Recepteur recepteur) {
		this.partenaire = "abonne-" + PARTENAIRES.incrementAndGet();
		this.jdbc
			.sql("insert into partenaire (id, nom, courriel, actif, cree_le) values (?, 'BGE Touraine', ?, true, ?)")
			.params(this.partenaire, COURRIEL, this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		this.partenaires.delivrer(this.partenaire, List.of("admission-cae"), List.of("37"),
				this.clock.today().plusYears(1));
		this.cree = abonner(recepteur, "dossier.cree", "dossier.etat-change", "dossier.clos");
	}

	@AfterEach
	void theReceiverStops() {
		this.recepteur.close();
	}

	@Test
	void everyEventOfACaseArrivesInOrderOnceAndSigned() throws Exception {
		this.clock.reset();
		String reference = ouvrir();
		changer(reference, "diagnostic");
		clore(reference, "cape-signe");
		assertThat(this.recepteur.recus()).as("nothing leaves before its job").isEmpty();
		assertThat(instances()).hasSize(1);
		livrerTout();
		List<Recepteur.Recu> recus = this.recepteur.recus();
		assertThat(recus).extracting(Recepteur.Recu::type)
			.containsExactly("dossier.cree", "dossier.etat-change", "dossier.clos");
		assertThat(recus).extracting(Recepteur.Recu::id).doesNotHaveDuplicates().allMatch((id) -> id.length() == 36);
		for (Recepteur.Recu recu : recus) {
			recu.verifier(this.cree.secret());
		}
		Dossier dossier = this.dossiers.trouver(reference).orElseThrow();
		assertThat(recus.get(2).json()).isEqualTo(new ObjectMapper().readTree("""
				{"type":"dossier.clos","timestamp":"%s","data":{"reference":"%s","programme":"admission-cae",
				"etat":"close","issue":"cape-signe"}}""".formatted(dossier.closLe().truncatedTo(ChronoUnit.SECONDS),
				reference)));
		assertThat(recus.get(1).json().path("data").has("issue")).isFalse();
		assertThat(log()).hasSize(3).allSatisfy((livraison) -> {
			assertThat(livraison.etat()).isEqualTo(Livraison.Etat.LIVREE);
			assertThat(livraison.tentatives()).singleElement().satisfies((tentative) -> {
				assertThat(tentative.statut()).isEqualTo(204);
				assertThat(tentative.erreur()).isNull();
			});
		});
		assertRienEnCours();
		assertThat(fins()).containsExactly("endEvent_plusRien");
	}

	@Test
	void aThreadThatCameToRestStartsAgainWithTheNextEvent() {
		String reference = ouvrir();
		livrerTout();
		assertRienEnCours();
		changer(reference, "diagnostic");
		assertThat(instances()).hasSize(1);
		livrerTout();
		assertThat(this.recepteur.recus()).extracting(Recepteur.Recu::type)
			.containsExactly("dossier.cree", "dossier.etat-change");
		assertRienEnCours();
	}

	@Test
	void onlyWhatWasAskedForIsToldAndOnlyToWhoAskedForIt() {
		AbonnementCree clos = abonner("dossier.clos");
		this.dossiers.ouvrir("ADM", "admission-cae", "37", "accueil", null, null);
		this.dossiers.ouvrir("ADM", "admission-cae", "37", "accueil", "un-autre-partenaire", null);
		this.dossiers.ouvrir("MIS", "mission-compagnonnage", "lille", "demande", this.partenaire, null);
		assertThat(log()).isEmpty();
		String reference = ouvrir();
		clore(reference, "cesa-signe");
		livrerTout();
		assertThat(this.recepteur.recus(reference)).hasSize(3);
		assertThat(this.journal.lister(clos.abonnement().id(), null, PageRequest.of(0, 10)))
			.extracting((livraison) -> livraison.evenement())
			.containsExactly(TypeEvenement.DOSSIER_CLOS);
	}

	@Test
	void nothingIsToldOfATransactionThatIsUndone() {
		new TransactionTemplate(this.transactions).executeWithoutResult((transaction) -> {
			ouvrir();
			transaction.setRollbackOnly();
		});
		assertThat(log()).isEmpty();
		assertThat(instances()).isEmpty();
	}

	@Test
	void aReceiverThatIsDownSlowOrBrokenForAWhileGetsEverythingInOrder() {
		String reference = ouvrir();
		changer(reference, "diagnostic");
		this.recepteur.arreter();
		assertThat(manquer(reference)).isEqualTo(Duration.ofSeconds(5));
		changer(reference, "orientation");
		this.recepteur.demarrer();
		this.recepteur.repond(500);
		assertThat(manquer(reference)).isEqualTo(Duration.ofSeconds(30));
		this.recepteur.repond(302);
		assertThat(manquer(reference)).isEqualTo(Duration.ofMinutes(2));
		this.recepteur.repond((recu) -> {
			dormir(Duration.ofSeconds(6));
			return 204;
		});
		assertThat(manquer(reference)).isEqualTo(Duration.ofMinutes(10));
		this.recepteur.repond((recu) -> "dossier.cree".equals(recu.type()) ? 200 : 429);
		attendre(reference);
		livrer(reference);
		assertThat(manquer(reference)).as("the next event has all its tries").isEqualTo(Duration.ofSeconds(5));
		this.recepteur.repond(204);
		attendre(reference);
		livrerTout();
		assertThat(etatsAcceptes(reference)).containsExactly("accueil", "diagnostic", "orientation");
		assertThat(this.recepteur.recus()).allMatch((recu) -> recu.estSigne(this.cree.secret()));
		assertThat(log().get(2).tentatives()).extracting(Livraison.Tentative::numero).containsExactly(1, 2, 3, 4, 5);
		assertThat(log().get(2).tentatives()).extracting(Livraison.Tentative::statut)
			.containsExactly(null, 500, 302, null, 200);
		assertThat(log().get(2).tentatives().subList(0, 4)).filteredOn((tentative) -> tentative.statut() == null)
			.allSatisfy((tentative) -> assertThat(tentative.erreur()).isNotBlank());
		assertRienEnCours();
		assertThat(this.lettres.duDossier(abonnement())).isEmpty();
	}

	@Test
	void aDeadReceiverIsSuspendedOnceSeenInCockpitAndTold() {
		String premier = ouvrir();
		changer(premier, "diagnostic");
		String second = ouvrir();
		this.recepteur.repond(503);
		Instant debut = this.clock.instant();
		manquer(second);
		epuiser(premier);
		assertThat(Duration.between(debut, this.clock.instant())).isBetween(Duration.ofHours(23), Duration.ofHours(25));
		assertThat(this.recepteur.recus(premier)).hasSize(this.settings.reprises().size() + 1)
			.extracting(Recepteur.Recu::id)
			.containsOnly(this.recepteur.recus(premier).get(0).id());
		assertThat(abonnementActuel().estActif()).isFalse();
		assertThat(instances()).as("the thread that waited for its first try").hasSize(1);
		assertThat(incidents()).isEmpty();
		suspension(PREVENIR);
		LettrePartie lettre = this.lettres.seule(abonnement(), "abonnement/suspendu");
		assertThat(lettre.destinataire()).isEqualTo(COURRIEL);
		assertThat(lettre.texte()).contains("BGE Touraine", "06/10/2026", "statut 503", abonnement() + "/reprise");
		assertThatThrownBy(() -> suspension(ATTENDRE)).isInstanceOf(AbonnementSuspendu.class);
		assertSuspensionVisible();

		int appels = this.recepteur.recus().size();
		attendre(second);
		livrer(second);
		assertThat(instances()).as("the other threads end quietly").isEmpty();
		clore(second, "cape-signe");
		livrer(second);
		assertThat(this.recepteur.recus()).as("nobody is called").hasSize(appels);
		assertSuspensionVisible();
		assertThat(this.lettres.duDossier(abonnement())).hasSize(1);

		this.recepteur.repond(204);
		assertThat(this.livraisons.reprendre(abonnement())).isTrue();
		assertThat(this.livraisons.reprendre(abonnement())).as("once").isFalse();
		assertThat(incidents()).isEmpty();
		livrerTout();
		assertThat(etatsAcceptes(premier)).containsExactly("accueil", "diagnostic");
		assertThat(etatsAcceptes(second)).containsExactly("accueil", "close");
		assertThat(log()).hasSize(4).allMatch((livraison) -> livraison.etat() == Livraison.Etat.LIVREE);
		assertRienEnCours();
	}

	@Test
	void whoTriesTheIncidentAgainInCockpitResumesTheSubscription() {
		String reference = ouvrir();
		suspendre(reference);
		this.recepteur.repond(204);
		this.engine.getManagementService().setJobRetries(jobSuspension(ATTENDRE).getId(), 1);
		suspension(ATTENDRE);
		assertThat(abonnementActuel().estActif()).isTrue();
		livrerTout();
		assertThat(etatsAcceptes(reference)).containsExactly("accueil");
		assertRienEnCours();
	}

	@ParameterizedTest
	@EnumSource(Adresse.class)
	void aSuspensionIsSeenAndTriedAgainByWhoLeadsAndByNobodyElse(Adresse adresse) {
		String reference = ouvrir();
		suspendre(reference);
		Job job = jobSuspension(ATTENDRE);
		String incidents = "/incident?maxResults=500";
		String instances = "/process-instance?maxResults=500&businessKey=" + abonnement();
		String instance = "/process-instance/" + job.getProcessInstanceId();
		String essais = "/job/" + job.getId() + "/retries";
		MoteurRest rest = new MoteurRest(this.port);
		for (String autre : List.of("referent37", "coordinateur")) {
			assertThat(rest.get(adresse, autre, incidents).json()).as(autre).isEmpty();
			assertThat(rest.get(adresse, autre, instances).json()).as(autre).isEmpty();
			assertThat(rest.get(adresse, autre, instance).statut()).as(autre).isIn(403, 404);
			assertThat(rest.appeler(adresse, autre, "PUT", essais, "{\"retries\":1}").statut()).as(autre)
				.isIn(403, 404);
		}
		assertSuspensionVisible();

		assertThat(rest.get(adresse, "responsable", incidents).json())
			.filteredOn((incident) -> incident.path("processInstanceId").asText().equals(job.getProcessInstanceId()))
			.singleElement()
			.satisfies((incident) -> {
				assertThat(incident.path("activityId").asText()).isEqualTo(ATTENDRE);
				assertThat(incident.path("incidentMessage").asText())
					.startsWith("Abonnement suspendu : le partenaire « " + this.partenaire + " »");
			});
		assertThat(rest.get(adresse, "responsable", instances).json()).singleElement()
			.satisfies((trouvee) -> assertThat(trouvee.path("id").asText()).isEqualTo(job.getProcessInstanceId()));
		assertThat(rest.get(adresse, "responsable", instance).json().path("businessKey").asText())
			.isEqualTo(abonnement());
		this.recepteur.repond(204);
		assertThat(rest.appeler(adresse, "responsable", "PUT", essais, "{\"retries\":1}").statut()).isEqualTo(204);
		suspension(ATTENDRE);
		livrerTout();
		assertThat(etatsAcceptes(reference)).containsExactly("accueil");
		assertRienEnCours();
	}

	@Test
	void whatWaitsForItsNextTryLeavesAtOnceWhenTheSubscriptionIsResumed() {
		String premier = ouvrir();
		String second = ouvrir();
		this.recepteur.repond(503);
		manquer(second);
		manquer(second);
		suspendre(premier);
		assertThat(job(second, TENTATIVE).getDuedate().toInstant()).isAfter(this.clock.instant());
		this.recepteur.repond(503);
		this.livraisons.reprendre(abonnement());
		assertThat(job(second, TENTATIVE).getDuedate().toInstant()).isEqualTo(this.clock.instant());
		assertThat(manquer(second)).as("it has all its tries again").isEqualTo(Duration.ofSeconds(5));
		this.recepteur.repond(204);
		attendre(second);
		livrerTout();
		assertThat(etatsAcceptes(second)).containsExactly("accueil");
		assertThat(etatsAcceptes(premier)).containsExactly("accueil");
		assertRienEnCours();
	}

	@Test
	void aLetterThatCannotLeaveDelaysNoResumption() {
		String reference = ouvrir();
		this.recepteur.repond(410);
		livrer(reference);
		assertThatThrownBy(() -> suspension(ATTENDRE)).isInstanceOf(AbonnementSuspendu.class);
		this.recepteur.repond(204);
		this.livraisons.reprendre(abonnement());
		suspension(ATTENDRE);
		livrer(reference);
		assertThat(etatsAcceptes(reference)).containsExactly("accueil");
		suspension(PREVENIR);
		assertThat(this.lettres.seule(abonnement(), "abonnement/suspendu").destinataire()).isEqualTo(COURRIEL);
		assertRienEnCours();
	}

	@Test
	void anEarlierSuspensionEndsWithoutResumingTheNext() {
		String reference = ouvrir();
		suspendre(reference);
		this.livraisons.reprendre(abonnement());
		Job premiere = jobSuspension(ATTENDRE);
		this.clock.set(this.clock.instant().plusSeconds(1));
		livrer(reference);
		assertThat(abonnementActuel().estActif()).isFalse();
		this.engine.getManagementService().executeJob(premiere.getId());
		assertThat(abonnementActuel().estActif()).as("suspended again meanwhile").isFalse();
		suspension(PREVENIR);
		assertThatThrownBy(() -> suspension(ATTENDRE)).isInstanceOf(AbonnementSuspendu.class);
		assertSuspensionVisible();
		assertThat(this.lettres.duDossier(abonnement())).as("each suspension is told").hasSize(2);
	}

	@Test
	void aReceiverThatIsGoneIsSuspendedAtOnceAndAPartnerWithoutAddressIsNotWrittenTo() {
		this.jdbc.sql("update partenaire set courriel = null where id = ?").param(this.partenaire).update();
		String reference = ouvrir();
		this.recepteur.repond(410);
		livrer(reference);
		assertThatThrownBy(() -> suspension(ATTENDRE)).isInstanceOf(AbonnementSuspendu.class);
		assertSuspensionVisible();
		assertThat(incidents().get(0).getIncidentMessage()).contains("410");
		assertThat(this.recepteur.recus()).hasSize(1);
		assertThat(this.lettres.duDossier(abonnement())).isEmpty();
	}

	@Test
	void anEventThatAloneIsRefusedIsGivenUpAndMayBeReplayedUnderTheSameId() {
		String refuse = ouvrir();
		changer(refuse, "diagnostic");
		String autreRefuse = ouvrir();
		this.recepteur.repond((recu) -> (recu.reference().equals(refuse) && "accueil".equals(recu.etat()))
				|| recu.reference().equals(autreRefuse) ? 422 : 204);
		for (int echec = 1; echec <= this.settings.reprises().size(); echec++) {
			manquer(refuse);
		}
		livrer(ouvrir());
		manquer(autreRefuse);
		epuiser(refuse);
		livrerTout();
		Livraison echouee = log().get(log().size() - 1);
		assertThat(echouee.etat()).isEqualTo(Livraison.Etat.ECHOUEE);
		assertThat(abonnementActuel().estActif()).isTrue();
		assertThat(this.recepteur.recus(refuse)).last().extracting(Recepteur.Recu::etat).isEqualTo("diagnostic");

		this.recepteur.repond(204);
		attendre(autreRefuse);
		livrerTout();
		assertRienEnCours();
		assertThat(this.livraisons.rejouer(this.cree.abonnement(), echouee)).isTrue();
		assertThat(this.livraisons.rejouer(this.cree.abonnement(), echouee)).as("it waits").isFalse();
		livrerTout();
		assertThat(this.recepteur.recus(refuse)).last().extracting(Recepteur.Recu::id).isEqualTo(echouee.id());
		assertThat(this.recepteur.recus(refuse)).last().extracting(Recepteur.Recu::corps).isEqualTo(echouee.corps());
		assertThat(this.livraisons.rejouer(this.cree.abonnement(),
				this.journal.trouver(abonnement(), echouee.id()).orElseThrow()))
			.as("delivered ones too")
			.isTrue();
		livrerTout();
		assertThat(this.journal.trouver(abonnement(), echouee.id()).orElseThrow().tentatives()).hasSize(13);
		assertRienEnCours();
	}

	@Test
	void anEndpointThatDiedAfterASuccessIsSuspendedByTheEventThatFailedFirst() {
		String premier = ouvrir();
		String second = ouvrir();
		this.recepteur.repond(503);
		manquer(premier);
		this.recepteur.repond(204);
		this.clock.set(this.clock.instant().plusSeconds(1));
		livrer(second);
		this.recepteur.repond(503);
		String troisieme = ouvrir();
		this.clock.set(this.clock.instant().plusSeconds(1));
		manquer(troisieme);
		epuiser(premier);
		assertThat(abonnementActuel().estActif()).isFalse();
		assertThat(log()).extracting(Livraison::etat)
			.containsExactly(Livraison.Etat.EN_ATTENTE, Livraison.Etat.LIVREE, Livraison.Etat.EN_ATTENTE);
	}

	@Test
	void whoIsSlowIsNotCalledForEachCaseAtOnceWhateverTheAnswer() {
		String premier = ouvrir();
		String second = ouvrir();
		for (int statut : new int[] { 500, 204 }) {
			int appels = this.recepteur.recus().size();
			this.recepteur.repond((recu) -> {
				dormir(Duration.ofMillis(2100));
				return statut;
			});
			livrer(premier);
			livrer(second);
			assertThat(this.recepteur.recus()).hasSize(appels + 1);
			assertThat(log()).filteredOn((livraison) -> livraison.reference().equals(second))
				.allSatisfy((livraison) -> assertThat(livraison.tentatives()).isEmpty());
			assertThat(Duration.between(this.clock.instant(), job(second, TENTATIVE).getDuedate().toInstant()))
				.as("four times as long as the call took")
				.isGreaterThanOrEqualTo(Duration.ofMillis(8400));
			if (statut == 500) {
				attendre(second);
				attendre(premier);
			}
		}
		assertThat(etatsAcceptes(premier)).containsExactly("accueil");
		this.recepteur.repond(500);
		assertThat(manquer(second)).as("waiting takes no try").isEqualTo(Duration.ofSeconds(5));
		this.recepteur.repond(204);
		attendre(second);
		livrerTout();
		assertThat(etatsAcceptes(second)).containsExactly("accueil");
		assertRienEnCours();
	}

	@Test
	void aDeadReceiverIsSuspendedAfterADayHoweverRarelyEachOfItsCasesHadItsTurn() {
		String premier = ouvrir();
		this.recepteur.repond(503);
		manquer(premier);
		attendre(premier);
		this.clock.set(this.clock.instant().plus(Duration.ofHours(25)));
		assertThat(manquer(premier)).as("a stop of ours is no refusal").isEqualTo(Duration.ofSeconds(30));
		manquer(premier);
		attendre(premier);
		livrer(premier);
		assertThat(abonnementActuel().estActif()).isFalse();
		assertThat(this.recepteur.recus()).hasSize(4);
	}

	@Test
	void thoseWhoAskDuringASlowCallComeBackOneAfterTheOther() throws Exception {
		List<String> dossiers = Stream.generate(this::ouvrir).limit(4).toList();
		this.recepteur.repond((recu) -> {
			dormir(Duration.ofMillis(2100));
			return 204;
		});
		livrer(dossiers.get(0));
		dossiers.subList(1, 4).forEach(this::livrer);
		List<Duration> attentes = dossiers.subList(1, 4)
			.stream()
			.map((dossier) -> Duration.between(this.clock.instant(), job(dossier, TENTATIVE).getDuedate().toInstant()))
			.toList();
		assertThat(attentes.get(0)).isBetween(Duration.ofMillis(8400), Duration.ofMillis(16000));
		assertThat(attentes.get(1).minus(attentes.get(0))).as("one call and the rest after it")
			.isGreaterThanOrEqualTo(Duration.ofMillis(10500));
		assertThat(attentes.get(2).minus(attentes.get(1))).isEqualTo(attentes.get(1).minus(attentes.get(0)));
		dossiers.subList(1, 4).forEach(this::attendre);
		pendantUnAppel(() -> livrer(dossiers.get(1)), () -> {
			livrer(dossiers.get(2));
			assertThat(Duration.between(this.clock.instant(), job(dossiers.get(2), TENTATIVE).getDuedate().toInstant()))
				.as("as long as the call before lets expect")
				.isEqualTo(attentes.get(1).minus(attentes.get(0)));
		});
		this.recepteur.repond(204);
		livrer(dossiers.get(3));
		attendre(dossiers.get(2));
		livrerTout();
		assertThat(dossiers).allSatisfy((dossier) -> assertThat(etatsAcceptes(dossier)).containsExactly("accueil"));
		assertRienEnCours();
	}

	/** Slow endpoints of many partners leave room for one that is quick. */
	@Test
	void theSlowShareOneCallAndTheOthersPass() throws Exception {
		AbonnementCree lent = this.cree;
		String premier = ouvrir();
		this.recepteur.repond((recu) -> {
			dormir(Duration.ofMillis(2100));
			return 500;
		});
		livrer(premier);
		aPartnerIsSubscribed(this.recepteur);
		AbonnementCree autreLent = this.cree;
		String second = ouvrir();
		livrer(second);
		this.clock.set(this.clock.instant().plus(Duration.ofMinutes(1)));
		try (Recepteur rapide = new Recepteur()) {
			executerSeul(lent, TENTATIVE);
			executerSeul(autreLent, TENTATIVE);
			pendantUnAppel(() -> executerSeul(lent, LIVRER), () -> {
				int appels = this.recepteur.recus().size();
				executerSeul(autreLent, LIVRER);
				assertThat(this.recepteur.recus()).as("the other slow one waits").hasSize(appels);
				aPartnerIsSubscribed(rapide);
				livrer(ouvrir());
				assertThat(rapide.recus()).as("who is quick does not").hasSize(1);
			});
		}
	}

	@Test
	void aPartnerIsCalledOnceAtATime() throws Exception {
		AbonnementCree autre = abonner("dossier.cree");
		String reference = ouvrir();
		pendantUnAppel(() -> livrer(reference), () -> {
			executerSeul(autre, LIVRER);
			assertThat(this.recepteur.recus()).hasSize(1);
		});
		this.clock.set(this.clock.instant().plusSeconds(5));
		livrerTout();
		assertThat(this.recepteur.recus()).hasSize(2);
		assertRienEnCours();
	}

	@Test
	void aTestEventWaitsForNoCaseAndOneOfThemAtMostWaits() {
		String reference = ouvrir();
		this.recepteur.repond(500);
		manquer(reference);
		Livraison essai = this.livraisons.essayer(this.cree.abonnement());
		assertThat(manquer("essai")).isEqualTo(Duration.ofSeconds(5));
		assertThat(manquer("essai")).isEqualTo(Duration.ofSeconds(30));
		assertThat(this.livraisons.essayer(this.cree.abonnement()).id()).as("the same, at once").isEqualTo(essai.id());
		assertThat(job("essai", TENTATIVE).getDuedate().toInstant()).isEqualTo(this.clock.instant());
		assertThat(manquer("essai")).as("as if it had never been tried").isEqualTo(Duration.ofSeconds(5));
		assertThat(manquer(reference)).as("what a test does not change").isEqualTo(Duration.ofSeconds(30));
		this.recepteur.repond(204);
		attendre("essai");
		livrer("essai");
		Recepteur.Recu recu = this.recepteur.recus().get(this.recepteur.recus().size() - 1);
		assertThat(recu.id()).isEqualTo(essai.id());
		assertThat(recu.type()).isEqualTo("abonnement.essai");
		assertThat(recu.json().path("data").path("abonnement").asText()).isEqualTo(abonnement());
		assertThat(this.livraisons.essayer(this.cree.abonnement()).id()).as("another").isNotEqualTo(essai.id());
		attendre(reference);
		livrerTout();
		assertRienEnCours();
	}

	@Test
	void aTestEventWhoseProcessWasCancelledLeavesWhenItIsAskedForAgain() {
		Livraison essai = this.livraisons.essayer(this.cree.abonnement());
		annuler();
		assertThat(this.livraisons.essayer(this.cree.abonnement()).id()).isEqualTo(essai.id());
		livrerTout();
		assertThat(this.recepteur.recus()).extracting(Recepteur.Recu::id).containsExactly(essai.id());
		assertRienEnCours();
	}

	@Test
	void nothingIsLeftOfASubscriptionThatIsDeleted() {
		String premier = ouvrir();
		String second = ouvrir();
		suspendre(premier);
		this.livraisons.supprimer(abonnement());
		assertRienEnCours();
		assertThat(incidents()).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from livraison where abonnement = ?")
			.param(abonnement())
			.query(Long.class)
			.single()).isZero();
		clore(second, "cape-signe");
		assertRienEnCours();
	}

	@Test
	void nothingIsSentToAPartnerWhoseAccountIsClosed() {
		String reference = ouvrir();
		String partenaire = this.abonnements.trouver(abonnement()).orElseThrow().partenaire();
		this.jdbc.sql("update partenaire set actif = false where id = ?").param(partenaire).update();
		livrerTout();
		clore(reference, "cape-signe");
		livrerTout();
		assertThat(this.recepteur.recus()).isEmpty();
		assertRienEnCours();
		this.livraisons.reveillerTous();
		assertThat(instances()).isEmpty();
		this.jdbc.sql("update partenaire set actif = true where id = ?").param(partenaire).update();
		this.livraisons.reveillerTous();
		livrerTout();
		assertThat(etatsAcceptes(reference)).as("what waited when it was closed").containsExactly("accueil");
		assertRienEnCours();
	}

	@Test
	void aSubscriptionThatIsDeletedWhileItIsCalledEndsQuietly() {
		String reference = ouvrir();
		this.recepteur.repond((recu) -> {
			ailleurs(() -> {
				this.abonnements.supprimer(abonnement());
				return null;
			});
			return 204;
		});
		echouer(reference, LIVRER);
		attendre(reference);
		livrer(reference);
		assertRienEnCours();
		assertThat(this.recepteur.recus()).hasSize(1);
	}

	@Test
	void aSubscriptionThatIsDeletedAtThisMomentStopsNoCase() throws Exception {
		ExecutorService autre = Executors.newSingleThreadExecutor();
		try {
			CountDownLatch supprime = new CountDownLatch(1);
			Future<?> suppression = autre
				.submit(() -> new TransactionTemplate(this.transactions).executeWithoutResult((transaction) -> {
					this.livraisons.supprimer(abonnement());
					supprime.countDown();
					dormir(Duration.ofMillis(500));
				}));
			assertThat(supprime.await(20, TimeUnit.SECONDS)).isTrue();
			String reference = ouvrir();
			suppression.get(20, TimeUnit.SECONDS);
			assertThat(this.dossiers.trouver(reference)).isPresent();
		}
		finally {
			autre.shutdownNow();
		}
		livrerTout();
		assertThat(this.recepteur.recus()).isEmpty();
		assertRienEnCours();
	}

	@Test
	void whatAResponsableCancelsStartsAgainWithTheNextEvent() {
		String reference = ouvrir();
		annuler();
		changer(reference, "diagnostic");
		livrerTout();
		assertThat(etatsAcceptes(reference)).containsExactly("accueil", "diagnostic");
		assertRienEnCours();
	}

	@Test
	void whatAResponsableCancelsStartsAgainWhenItIsReplayedOrWithinTheHour() {
		String reference = ouvrir();
		annuler();
		assertThat(this.livraisons.rejouer(this.cree.abonnement(), log().get(0))).isTrue();
		assertThat(this.livraisons.rejouer(this.cree.abonnement(), log().get(0))).as("a process delivers it").isFalse();
		annuler();
		this.livraisons.reveillerTous();
		this.livraisons.reveillerTous();
		livrerTout();
		assertThat(etatsAcceptes(reference)).containsExactly("accueil");
		assertThat(this.recepteur.recus()).hasSize(1);
		assertRienEnCours();
	}

	@Test
	void whatAResponsableMovesToItsEndStartsAgainWithinTheHour() {
		String reference = ouvrir();
		this.engine.getRuntimeService()
			.createProcessInstanceModification(instances().get(0).getId())
			.cancelAllForActivity(LIVRER)
			.startBeforeActivity("endEvent_plusRien")
			.execute();
		assertThat(instances()).isEmpty();
		this.livraisons.reveillerTous();
		livrerTout();
		assertThat(etatsAcceptes(reference)).containsExactly("accueil");
		assertRienEnCours();
	}

	@Test
	void aSuspensionThatAResponsableCancelsIsSeenAgainWithinTheHour() {
		String reference = ouvrir();
		suspendre(reference);
		this.engine.getRuntimeService().deleteProcessInstance(suspensions().get(0).getId(), "annulé dans Cockpit");
		this.livraisons.reveillerTous();
		this.livraisons.reveillerTous();
		assertThatThrownBy(() -> suspension(ATTENDRE)).isInstanceOf(AbonnementSuspendu.class);
		assertSuspensionVisible();
		suspension(PREVENIR);
		this.recepteur.repond(204);
		this.livraisons.reprendre(abonnement());
		livrerTout();
		assertRienEnCours();
	}

	@Test
	void anIncidentThatAppearsDuringTheResumptionEndsWithinTheHour() {
		String reference = ouvrir();
		suspendre(reference);
		this.recepteur.repond(204);
		this.jdbc.sql("update abonnement set etat = 'actif', suspendu_le = null where id = ?")
			.param(abonnement())
			.update();
		this.livraisons.reveillerTous();
		assertThat(incidents()).isEmpty();
		livrerTout();
		assertThat(etatsAcceptes(reference)).containsExactly("accueil");
		assertRienEnCours();
	}

	@Test
	void nothingIsPromisedForASubscriptionThatWasJustDeleted() {
		String reference = ouvrir();
		livrer(reference);
		Livraison livree = log().get(0);
		this.livraisons.supprimer(abonnement());
		assertThatThrownBy(() -> this.livraisons.rejouer(this.cree.abonnement(), livree))
			.isInstanceOf(ProblemeException.class);
		assertThatThrownBy(() -> this.livraisons.essayer(this.cree.abonnement())).isInstanceOf(ProblemeException.class);
		this.livraisons.reveillerTous();
		assertRienEnCours();
	}

	@Test
	void aCrashBetweenTheAnswerAndItsRecordSendsTheSameEventAgainUnderTheSameId() {
		String reference = ouvrir();
		changer(reference, "diagnostic");
		this.recepteur.repond((recu) -> {
			panne(recu.id());
			return 204;
		});
		echouer(reference, LIVRER);
		this.jdbc.sql("delete from livraison_tentative where numero = ?").param(Integer.MAX_VALUE).update();
		assertThat(log()).allMatch((livraison) -> livraison.etat() == Livraison.Etat.EN_ATTENTE);
		this.recepteur.repond(204);
		attendre(reference);
		livrerTout();
		assertThat(this.recepteur.recus(reference)).extracting(Recepteur.Recu::etat)
			.containsExactly("accueil", "accueil", "diagnostic");
		assertThat(this.recepteur.recus().get(1).id()).isEqualTo(this.recepteur.recus().get(0).id());
		assertThat(this.recepteur.recus().get(1).corps()).isEqualTo(this.recepteur.recus().get(0).corps());
		assertRienEnCours();
	}

	@Test
	void whatWasAcceptedIsNotSentAgainWhenItsStepIsUndone() {
		String reference = ouvrir();
		String job = job(reference).getId();
		this.recepteur.repond((recu) -> {
			ailleurs(() -> {
				this.engine.getManagementService().setJobRetries(job, 4);
				return null;
			});
			return 204;
		});
		echouer(reference, LIVRER);
		this.recepteur.repond(204);
		attendre(reference);
		livrerTout();
		assertThat(this.recepteur.recus(reference)).hasSize(1);
		assertRienEnCours();
	}

	/**
	 * Events are written by one thread while another delivers, and a third suspends and
	 * resumes: whatever they do at the same moment, none is forgotten.
	 */
	@Test
	void noEventIsForgottenHoweverTheyMeet() throws Exception {
		this.clock.reset();
		String reference = ouvrir();
		int evenements = 60;
		ExecutorService ensemble = Executors.newFixedThreadPool(3);
		try {
			Future<?> dossier = ensemble.submit(() -> {
				for (int i = 0; i < evenements; i++) {
					changer(reference, (i % 2 == 0) ? "diagnostic" : "orientation");
				}
			});
			Future<?> suspensions = ensemble.submit(() -> {
				while (!dossier.isDone()) {
					this.abonnements.suspendre(abonnement(), "Essai.");
					dormir(Duration.ofMillis(5));
					reprendreMalgreTout();
				}
			});
			Future<?> livraisons = ensemble.submit(() -> {
				while (!dossier.isDone() || !suspensions.isDone()) {
					executerCeQuiAttend();
				}
			});
			for (Future<?> travail : List.of(dossier, suspensions, livraisons)) {
				travail.get(60, TimeUnit.SECONDS);
			}
		}
		finally {
			ensemble.shutdownNow();
		}
		this.livraisons.reprendre(abonnement());
		for (int tour = 0; tour < 10 * evenements && !instances().isEmpty(); tour++) {
			executerCeQuiAttend();
		}
		assertThat(log(evenements + 1)).hasSize(evenements + 1)
			.allMatch((livraison) -> livraison.etat() == Livraison.Etat.LIVREE);
		List<String> ids = this.recepteur.recus().stream().map(Recepteur.Recu::id).distinct().toList();
		assertThat(ids).containsExactlyElementsOf(log(evenements + 1).stream()
			.sorted(Comparator.comparingLong(Livraison::rang))
			.map(Livraison::id)
			.toList());
		assertRienEnCours();
	}

	@Test
	void whatIsOverIsForgottenAfterItsTime() {
		String livre = ouvrir();
		livrerTout();
		String enAttente = ouvrir();
		this.clock.set(this.clock.instant().plus(this.settings.conservation()).plusSeconds(1));
		String recent = ouvrir();
		livrer(recent);
		this.journal.oublier();
		assertThat(log()).extracting(Livraison::reference).containsExactly(recent, enAttente);
		assertThat(this.journal.reserver(abonnement(), livre)).isEmpty();
		assertThat(this.journal.reserver(abonnement(), recent)).hasValue(false);
		assertThat(this.journal.reserver(abonnement(), enAttente)).hasValue(true);
		clore(livre, "cape-signe");
		livrerTout();
		assertThat(this.recepteur.recus(livre)).extracting(Recepteur.Recu::etat).containsExactly("accueil", "close");
		assertRienEnCours();
	}

	// What happens to cases

	private AbonnementCree abonner(String... evenements) {
		return abonner(this.recepteur, evenements);
	}

	private AbonnementCree abonner(Recepteur recepteur, String... evenements) {
		return this.abonnements.creer(this.partenaire, List.of("37"),
				new DemandeAbonnement(recepteur.url(), List.of(evenements), List.of("admission-cae")));
	}

	private String ouvrir() {
		return this.dossiers.ouvrir("ADM", "admission-cae", "37", "accueil", this.partenaire, null).reference();
	}

	private void changer(String reference, String etat) {
		this.dossiers.changerEtat(reference, etat);
	}

	private void clore(String reference, String issue) {
		this.dossiers.clore(reference, issue);
	}

	// What the engine does

	private void livrer(String fil) {
		executer(fil, LIVRER);
	}

	private void executer(String fil, String element) {
		Job job = job(fil, element);
		assertThat(job.getDuedate() == null || !job.getDuedate().toInstant().isAfter(this.clock.instant()))
			.as("%s is due at %s, and it is %s", element, job.getDuedate(), this.clock.instant())
			.isTrue();
		this.engine.getManagementService().executeJob(job.getId());
	}

	/** Executes what the only thread of a subscription waits for. */
	private void executerSeul(AbonnementCree abonne, String element) {
		Job job = seulJob(this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processDefinitionKey("livrer-evenements")
			.processInstanceBusinessKey(abonne.abonnement().id())
			.singleResult());
		assertThat(element(job)).isEqualTo(element);
		this.engine.getManagementService().executeJob(job.getId());
	}

	private void echouer(String fil, String element) {
		assertThatThrownBy(() -> executer(fil, element)).isNotNull();
	}

	/** Waits for the next try, which fails; returns how long the one after lets wait. */
	private Duration manquer(String fil) {
		attendre(fil);
		livrer(fil);
		return Duration.between(this.clock.instant(), job(fil, TENTATIVE).getDuedate().toInstant());
	}

	/** Until the next try of a thread is due. */
	private void attendre(String fil) {
		Job job = job(fil);
		if (job.getDuedate() != null && job.getDuedate().toInstant().isAfter(this.clock.instant())) {
			this.clock.set(job.getDuedate().toInstant());
		}
		if (TENTATIVE.equals(element(job))) {
			executer(fil, TENTATIVE);
		}
	}

	/** Fails as often as the settings say, then once more, which decides. */
	private void epuiser(String fil) {
		int echecs = tentatives(fil);
		Duration attente = Duration.ZERO;
		for (; echecs < this.settings.reprises().size(); echecs++) {
			Duration prochaine = manquer(fil);
			assertThat(prochaine).as("waits grow").isGreaterThanOrEqualTo(attente);
			attente = prochaine;
		}
		attendre(fil);
		livrer(fil);
	}

	/** Tries of the event of a thread whose turn it is. */
	private int tentatives(String fil) {
		return log().stream()
			.filter((livraison) -> livraison.reference().equals(fil) && livraison.etat() == Livraison.Etat.EN_ATTENTE)
			.min(Comparator.comparingLong(Livraison::rang))
			.orElseThrow()
			.tentatives()
			.size();
	}

	private void suspendre(String fil) {
		this.recepteur.repond(410);
		livrer(fil);
		suspension(PREVENIR);
		assertThatThrownBy(() -> suspension(ATTENDRE)).isInstanceOf(AbonnementSuspendu.class);
		assertSuspensionVisible();
	}

	/** Executes a step of the suspension that lasts. */
	private void suspension(String element) {
		this.engine.getManagementService().executeJob(jobSuspension(element).getId());
	}

	private Job jobSuspension(String element) {
		return suspensions().stream()
			.flatMap((instance) -> this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(instance.getId())
				.activityId(element)
				.list()
				.stream())
			.reduce((premier, second) -> {
				throw new AssertionError("two suspensions wait in " + element);
			})
			.orElseThrow();
	}

	/** Cancels what delivers, as a responsable may in Cockpit. */
	private void annuler() {
		assertThat(instances()).hasSize(1);
		this.engine.getRuntimeService().deleteProcessInstance(instances().get(0).getId(), "annulé dans Cockpit");
		assertThat(instances()).isEmpty();
	}

	/** Executes deliveries until none is due. */
	private void livrerTout() {
		Predicate<Job> due = (job) -> job.getDuedate() == null
				|| !job.getDuedate().toInstant().isAfter(this.clock.instant());
		for (Optional<Job> job = jobs().filter(due).findFirst(); job
			.isPresent(); job = jobs().filter(due).findFirst()) {
			this.engine.getManagementService().executeJob(job.get().getId());
		}
	}

	/** Like the job executor: what fails is tried again, at once. */
	private void executerCeQuiAttend() {
		jobs().forEach((job) -> {
			try {
				this.engine.getManagementService().executeJob(job.getId());
			}
			catch (RuntimeException ex) {
				// Somebody else changed it at this moment.
			}
		});
	}

	/** Like a partner, who calls again when the first call collides. */
	private void reprendreMalgreTout() {
		for (int essai = 0; !abonnementActuel().estActif(); essai++) {
			try {
				this.livraisons.reprendre(abonnement());
			}
			catch (RuntimeException ex) {
				if (essai == 100) {
					throw ex;
				}
			}
		}
	}

	private Stream<Job> jobs() {
		return Stream.concat(instances().stream(), suspensions().stream())
			.flatMap((instance) -> this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(instance.getId())
				.withRetriesLeft()
				.list()
				.stream());
	}

	private Job job(String fil) {
		ProcessInstance instance = this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processDefinitionKey("livrer-evenements")
			.processInstanceBusinessKey(abonnement())
			.variableValueEquals("dossier", fil)
			.singleResult();
		assertThat(instance).as("process that delivers " + fil).isNotNull();
		return seulJob(instance);
	}

	private Job seulJob(ProcessInstance instance) {
		return this.engine.getManagementService().createJobQuery().processInstanceId(instance.getId()).singleResult();
	}

	private Job job(String fil, String element) {
		Job job = job(fil);
		assertThat(element(job)).isEqualTo(element);
		return job;
	}

	private String element(Job job) {
		return this.engine.getManagementService()
			.createJobDefinitionQuery()
			.jobDefinitionId(job.getJobDefinitionId())
			.singleResult()
			.getActivityId();
	}

	private List<ProcessInstance> instances() {
		return instances("livrer-evenements");
	}

	private List<ProcessInstance> suspensions() {
		return instances("suspendre-abonnement");
	}

	private List<ProcessInstance> instances(String processus) {
		return this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processDefinitionKey(processus)
			.variableValueEquals("partenaire", this.partenaire)
			.list();
	}

	private List<String> fins() {
		return this.engine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(abonnement())
			.finished()
			.list()
			.stream()
			.map((instance) -> instance.getEndActivityId())
			.toList();
	}

	private List<Incident> incidents() {
		return this.engine.getRuntimeService()
			.createIncidentQuery()
			.processDefinitionKeyIn("livrer-evenements", "suspendre-abonnement")
			.list()
			.stream()
			.filter((incident) -> Stream.concat(instances().stream(), suspensions().stream())
				.anyMatch((instance) -> instance.getId().equals(incident.getProcessInstanceId())))
			.toList();
	}

	// What others do at the same moment

	private <T> T ailleurs(Callable<T> action) {
		ExecutorService autre = Executors.newSingleThreadExecutor();
		try {
			return autre.submit(action).get(20, TimeUnit.SECONDS);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			autre.shutdownNow();
		}
	}

	/**
	 * Does something while a call to the receiver is under way, which accepts it then.
	 */
	private void pendantUnAppel(Runnable appel, Runnable action) throws Exception {
		CountDownLatch appele = new CountDownLatch(1);
		CountDownLatch suite = new CountDownLatch(1);
		this.recepteur.repond((recu) -> {
			appele.countDown();
			attendre(suite);
			return 204;
		});
		ExecutorService autre = Executors.newSingleThreadExecutor();
		try {
			Future<?> envoi = autre.submit(appel);
			attendre(appele);
			action.run();
			suite.countDown();
			envoi.get(20, TimeUnit.SECONDS);
		}
		finally {
			suite.countDown();
			autre.shutdownNow();
		}
	}

	/**
	 * The try that is under way cannot be recorded: there is no number after this one.
	 */
	private void panne(String livraison) {
		ailleurs(() -> {
			this.jdbc.sql("insert into livraison_tentative (livraison, numero, le, duree_ms) values (?, ?, ?, 0)")
				.params(livraison, Integer.MAX_VALUE, this.clock.instant().atOffset(ZoneOffset.UTC))
				.update();
			return null;
		});
	}

	private static void attendre(CountDownLatch signal) {
		try {
			assertThat(signal.await(20, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void dormir(Duration duree) {
		try {
			Thread.sleep(duree.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	// What is asserted

	private String abonnement() {
		return this.cree.abonnement().id();
	}

	private Abonnement abonnementActuel() {
		return this.abonnements.trouver(abonnement()).orElseThrow();
	}

	/** The deliveries, latest first. */
	private List<Livraison> log() {
		return log(20);
	}

	private List<Livraison> log(int taille) {
		return this.journal.lister(abonnement(), null, PageRequest.of(0, taille)).getContent();
	}

	/** The states of a case that the receiver accepted, each once, as they came. */
	private List<String> etatsAcceptes(String reference) {
		Map<String, Livraison> acceptees = new HashMap<>();
		log().stream()
			.filter((livraison) -> livraison.etat() == Livraison.Etat.LIVREE)
			.forEach((livraison) -> acceptees.put(livraison.id(), livraison));
		List<String> etats = new ArrayList<>();
		List<String> vus = new ArrayList<>();
		List<Recepteur.Recu> recus = new ArrayList<>(this.recepteur.recus(reference));
		Collections.reverse(recus);
		for (Recepteur.Recu recu : recus) {
			if (acceptees.containsKey(recu.id()) && !vus.contains(recu.id())) {
				vus.add(recu.id());
				etats.add(0, recu.etat());
			}
		}
		return etats;
	}

	private void assertSuspensionVisible() {
		assertThat(incidents()).singleElement().satisfies((incident) -> {
			assertThat(incident.getActivityId()).isEqualTo(ATTENDRE);
			assertThat(incident.getTenantId()).isNull();
			assertThat(incident.getIncidentMessage())
				.startsWith("Abonnement suspendu : le partenaire « " + this.partenaire + " »")
				.contains("localhost");
		});
	}

	private void assertRienEnCours() {
		assertThat(instances()).isEmpty();
		assertThat(suspensions()).isEmpty();
		assertThat(this.jdbc
			.sql("select count(*) from livraison_fil f join abonnement a on a.id = f.abonnement"
					+ " where a.partenaire = ? and f.actif = true")
			.param(this.partenaire)
			.query(Long.class)
			.single()).as("threads that a process delivers").isZero();
		assertThat(this.engine.getManagementService()
			.createJobQuery()
			.processDefinitionKey("livrer-evenements")
			.list()
			.stream()
			.filter((job) -> this.engine.getRuntimeService()
				.createProcessInstanceQuery()
				.processInstanceId(job.getProcessInstanceId())
				.count() == 0))
			.as("jobs without a process")
			.isEmpty();
	}

}
