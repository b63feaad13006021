package org.compagnonnage.partner;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.ProcessEngine;
import org.compagnonnage.document.FichiersExemples;
import org.compagnonnage.support.ApplicationProcess;
import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.FormulaireEssai;
import org.compagnonnage.support.OnPostgres;
import org.compagnonnage.support.PartnerApiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes on one PostgreSQL, the application of this test and one in a JVM of its own:
 * identical requests that arrive at both at once open one case, attach one file, and get
 * one answer.
 */
@ApplicationTest
@OnPostgres
@TestPropertySource(properties = "compagnonnage.abonnement.cle-secrets=" + ApplicationProcess.CLE_SECRETS)
class DeuxNoeudsTests {

	private static final int APPELS = 500;

	private static final int ENSEMBLE = 50;

	/**
	 * How often one call may be told to come back: only while the first one is under way,
	 * for longer than a call waits for it.
	 */
	private static final int REPRISES = 2;

	private static final String DEMANDE = """
			{"porteur":{"prenom":"Ana","nom":"Le Goff","courriel":"ana@exemple.fr"},
			"territoire":"37","projet":{"resume":"Céramique utilitaire"}}""";

	private static final String ABONNEMENT = """
			{"url":"http://127.0.0.1:9/","evenements":["dossier.cree"],"programmes":["admission-cae"]}""";

	private final HttpClient http = HttpClient.newHttpClient();

	private final ObjectMapper json = new ObjectMapper();

	/** The answers that told a call to come back. */
	private final List<HttpResponse<String>> reprises = new CopyOnWriteArrayList<>();

	@Autowired
	private Partenaires partenaires;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private JdbcClient jdbc;

	@Value("${spring.datasource.url}")
	private String base;

	@LocalServerPort
	private int port;

	@Test
	@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void fiveHundredIdenticalRequestsToTwoNodesOpenOneCaseAndGetOneAnswer() throws Exception {
		this.partenaires.creer("mission-locale", "Mission locale", "api@mission-locale.example");
		// Together the keys of a partner may send so many calls at once; they share what
		// an idempotency key is scoped to.
		List<String> cles = new ArrayList<>();
		for (int rang = 0; rang < 5; rang++) {
			cles.add(this.partenaires
				.delivrer("mission-locale", List.of("admission-cae"), List.of("37"), LocalDate.now().plusMonths(1))
				.cle());
		}
		try (ApplicationProcess autre = ApplicationProcess.enProduction(this.base,
				Map.of("camunda.bpm.job-execution.enabled", "false"), Path.of("target", "deux-noeuds.log"))) {
			autre.attendre("/actuator/health");
			List<URI> noeuds = List.of(URI.create("http://localhost:" + this.port), autre.adresse());

			assertThat(insister(requete(noeuds.get(0), "/api/v1/abonnements", cles.get(0))
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString(ABONNEMENT))
				.build()).statusCode()).isEqualTo(201);
			List<HttpResponse<String>> ouvertures = ensemble(
					(numero) -> requete(noeuds.get(numero % 2), "/api/v1/admissions", cles.get(numero % 5))
						.header("Content-Type", "application/json")
						.POST(BodyPublishers.ofString(DEMANDE)));
			String reference = uneReponse(ouvertures).path("reference").asText();
			assertThat(ouvertures.stream().map((reponse) -> reponse.headers().firstValue("Location").orElseThrow()))
				.allMatch(ouvertures.get(0).headers().firstValue("Location").orElseThrow()::equals);
			assertThat(compter("select count(*) from dossier where partenaire = 'mission-locale'")).isOne();
			assertThat(compter("select count(*) from dossier_etape where reference = '" + reference + "'")).isOne();
			assertThat(compter("select count(*) from livraison where reference = '" + reference + "'")).isOne();
			assertThat(compter("select count(*) from act_hi_procinst where proc_def_key_ = 'admission-cae'"
					+ " and business_key_ = '" + reference + "'"))
				.isOne();
			assertThat(this.engine.getRuntimeService()
				.createProcessInstanceQuery()
				.processDefinitionKey("admission-cae")
				.list()).as("no process that nobody finds")
				.singleElement()
				.satisfies((instance) -> assertThat(instance.getBusinessKey()).isEqualTo(reference));

			String adresse = "/api/v1/dossiers/" + reference + "/documents";
			byte[] pdf = FichiersExemples.pdf(1_000_000);
			uneReponse(ensemble((numero) -> {
				FormulaireEssai formulaire = FormulaireEssai.fichier("plan.pdf", pdf);
				return requete(noeuds.get(numero % 2), adresse, cles.get(numero % 5))
					.header("Content-Type", formulaire.type())
					.POST(BodyPublishers.ofByteArray(formulaire.octets()));
			}, ENSEMBLE));
			assertThat(compter("select count(*) from document where reference = '" + reference + "'")).isOne();
			assertThat(compter("select count(*) from idempotence where partenaire = 'mission-locale'")).isEqualTo(3);
			assertThat(this.reprises).as("those that were under way beside the first one, for each of both")
				.hasSizeLessThanOrEqualTo(2 * ENSEMBLE);
		}
	}

	private JsonNode uneReponse(List<HttpResponse<String>> reponses) throws IOException {
		String premiere = reponses.get(0).body();
		assertThat(reponses).allSatisfy((reponse) -> {
			assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(201);
			assertThat(reponse.body()).isEqualTo(premiere);
		});
		return this.json.readTree(premiere);
	}

	private List<HttpResponse<String>> ensemble(Appel appel) throws Exception {
		return ensemble(appel, APPELS);
	}

	/** Sends calls from many threads that begin at the same moment. */
	private List<HttpResponse<String>> ensemble(Appel appel, int appels) throws Exception {
		ExecutorService programmes = Executors.newFixedThreadPool(ENSEMBLE);
		try {
			CountDownLatch depart = new CountDownLatch(1);
			List<Future<HttpResponse<String>>> reponses = new ArrayList<>();
			for (int numero = 0; numero < appels; numero++) {
				HttpRequest requete = appel.requete(numero).timeout(java.time.Duration.ofMinutes(2)).build();
				Callable<HttpResponse<String>> geste = () -> {
					depart.await();
					return insister(requete);
				};
				reponses.add(programmes.submit(geste));
			}
			depart.countDown();
			List<HttpResponse<String>> toutes = new ArrayList<>();
			for (Future<HttpResponse<String>> reponse : reponses) {
				toutes.add(reponse.get());
			}
			return toutes;
		}
		finally {
			programmes.shutdownNow();
		}
	}

	/**
	 * As the API tells its callers: who is asked to come back does, after that time, but
	 * not for ever. The rate that it allows is not reached.
	 */
	private HttpResponse<String> insister(HttpRequest requete) throws IOException, InterruptedException {
		HttpResponse<String> reponse = envoyer(requete);
		for (int fois = 0; fois < REPRISES && reponse.statusCode() != 201; fois++) {
			PartnerApiTest.probleme(reponse, 409, "requete-en-cours");
			this.reprises.add(reponse);
			TimeUnit.SECONDS.sleep(Long.parseLong(reponse.headers().firstValue("Retry-After").orElseThrow()));
			reponse = envoyer(requete);
		}
		return reponse;
	}

	private HttpResponse<String> envoyer(HttpRequest requete) throws IOException, InterruptedException {
		return this.http.send(requete, BodyHandlers.ofString(StandardCharsets.UTF_8));
	}

	private static HttpRequest.Builder requete(URI noeud, String chemin, String cle) {
		return HttpRequest.newBuilder(noeud.resolve(chemin))
			.header("Authorization", "Bearer " + cle)
			.header("Idempotency-Key", "5f0c6a52-3c2e-4f0e-9d5c-1f2f6a7b8c9d");
	}

	private int compter(String requete) {
		return this.jdbc.sql(requete).query(Integer.class).single();
	}

	/** The call with a number. */
	private interface Appel {

		HttpRequest.Builder requete(int numero);

	}

}
