package org.compagnonnage.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.camunda.bpm.engine.ProcessEngine;
import org.compagnonnage.partner.Partenaires;
import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.OnPostgres;
import org.compagnonnage.support.Remplissage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a partner waits for when it opens a case, and how many cases the application opens
 * in a second, beside the start of the same process with the same variables through the
 * engine's own REST interface under authorisations. On PostgreSQL, over HTTP, without
 * background jobs. Run by {@code mvn -Pbench test -Dtest=IntakeBenchmark}; not part of
 * {@code mvn verify}. The runs alternate, so that what else the machine does weighs on
 * all alike.
 */
@ApplicationTest
@OnPostgres
@TestPropertySource(properties = { "compagnonnage.partner.rafale=1000000",
		"compagnonnage.partner.appels-par-minute=60000000", "compagnonnage.abonnement.boucle-locale=true" })
class IntakeBenchmark {

	private static final int MESURES = Integer.getInteger("bench.mesures", 20);

	private static final int ECHAUFFEMENT = 5;

	/** Cases opened in a row before it is the other's turn. */
	private static final int OUVERTURES = 40;

	private static final int[] ENSEMBLE = { 1, 4 };

	/** What the whole intake may cost, the bare start being 1. */
	private static final double RAPPORT_MAX = 1.5;

	private static final String NU = "bare start through the engine's REST";

	private static final Map<String, Object> VARIABLES = Map.of("porteurPrenom", "Ana", "porteurNom", "Le Goff",
			"porteurCourriel", "ana@exemple.fr", "porteurTelephone", "06 12 34 56 78", "territoire", "37",
			"projetResume", "Céramique utilitaire", "origine", "prescripteur", "prescripteur", "Mission locale");

	private static final String DEMANDE = """
			{"porteur":{"prenom":"Ana","nom":"Le Goff","courriel":"ana@exemple.fr","telephone":"06 12 34 56 78"},
			"territoire":"37","projet":{"resume":"Céramique utilitaire"}}""";

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Map<String, Maniere> manieres = new LinkedHashMap<>();

	private final Map<Integer, Map<String, Temps>> tableaux = new LinkedHashMap<>();

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Partenaires partenaires;

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	@Test
	@Timeout(3600)
	void theWholeIntakeCostsLittleMoreThanTheStartOfItsProcess() throws Exception {
		String cle = cle("mission-locale");
		this.manieres.put("start inside the application, no HTTP",
				() -> this.engine.getRuntimeService().startProcessInstanceByKey("admission-cae", VARIABLES));
		this.manieres.put(NU, () -> envoyer(depart()));
		this.manieres.put("intake without `Idempotency-Key`", () -> envoyer(demande(cle)));
		this.manieres.put("intake with `Idempotency-Key`",
				() -> envoyer(demande(cle).header("Idempotency-Key", UUID.randomUUID().toString())));
		String abonnee = cle("abonne");
		abonner(abonnee);
		this.manieres.put("intake with `Idempotency-Key` and a webhook",
				() -> envoyer(demande(abonnee).header("Idempotency-Key", UUID.randomUUID().toString())));
		for (int ensemble : ENSEMBLE) {
			Map<String, Temps> tableau = new LinkedHashMap<>();
			this.manieres.keySet().forEach((maniere) -> tableau.put(maniere, new Temps()));
			this.tableaux.put(ensemble, tableau);
		}
		long avant = dossiers();
		for (int tour = -ECHAUFFEMENT; tour < MESURES; tour++) {
			for (int ensemble : ENSEMBLE) {
				for (Map.Entry<String, Maniere> maniere : this.manieres.entrySet()) {
					Temps temps = ouvrir(maniere.getValue(), ensemble);
					if (tour >= 0) {
						this.tableaux.get(ensemble).get(maniere.getKey()).ajouter(temps);
					}
				}
			}
		}
		assertThat(dossiers() - avant).as("cases, one for each call")
			.isEqualTo((long) (ECHAUFFEMENT + MESURES) * ENSEMBLE.length * this.manieres.size() * OUVERTURES);
		imprimer();
		this.tableaux.forEach((ensemble,
				tableau) -> tableau.forEach((maniere, temps) -> assertThat(temps.rapport(tableau.get(NU)))
					.as(maniere + ", callers: " + ensemble)
					.isLessThanOrEqualTo(RAPPORT_MAX)));
	}

	/** Nobody closes thousands of cases one by one in a database that is thrown away. */
	@AfterEach
	void vider() {
		this.jdbc.sql("truncate table act_ru_execution cascade").update();
	}

	private HttpRequest.Builder depart() {
		return HttpRequest.newBuilder(adresse("/engine-rest/process-definition/key/admission-cae/start"))
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString("referent37:demo".getBytes(StandardCharsets.UTF_8)))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(Remplissage.corps(VARIABLES)));
	}

	private String cle(String partenaire) {
		this.partenaires.creer(partenaire, "Mission locale", "api@mission-locale.example");
		return this.partenaires
			.delivrer(partenaire, List.of("admission-cae"), List.of("37"), LocalDate.now().plusMonths(1))
			.cle();
	}

	private void abonner(String cle) throws IOException, InterruptedException {
		envoyer(HttpRequest.newBuilder(adresse("/api/v1/abonnements"))
			.header("Authorization", "Bearer " + cle)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("""
					{"url":"http://127.0.0.1:9/","evenements":["dossier.cree","dossier.etat-change","dossier.clos"],
					"programmes":["admission-cae"]}""")));
	}

	private HttpRequest.Builder demande(String cle) {
		return HttpRequest.newBuilder(adresse("/api/v1/admissions"))
			.header("Authorization", "Bearer " + cle)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(DEMANDE));
	}

	private URI adresse(String chemin) {
		return URI.create("http://127.0.0.1:" + this.port + chemin);
	}

	/** Opens cases, as many callers at once as said, who share the calls. */
	private Temps ouvrir(Maniere maniere, int ensemble) throws InterruptedException, ExecutionException {
		ExecutorService appelants = Executors.newFixedThreadPool(ensemble);
		try {
			List<Future<List<Long>>> appels = new ArrayList<>();
			long debut = System.nanoTime();
			for (int appelant = 0; appelant < ensemble; appelant++) {
				appels.add(appelants.submit(() -> enSuite(maniere, OUVERTURES / ensemble)));
			}
			Temps temps = new Temps();
			for (Future<List<Long>> appel : appels) {
				temps.durees.addAll(appel.get());
			}
			temps.total = System.nanoTime() - debut;
			return temps;
		}
		finally {
			appelants.shutdown();
		}
	}

	private static List<Long> enSuite(Maniere maniere, int appels) throws IOException, InterruptedException {
		List<Long> durees = new ArrayList<>();
		for (int appel = 0; appel < appels; appel++) {
			long debut = System.nanoTime();
			maniere.ouvrir();
			durees.add(System.nanoTime() - debut);
		}
		return durees;
	}

	private void envoyer(HttpRequest.Builder requete) throws IOException, InterruptedException {
		HttpResponse<String> reponse = this.http.send(requete.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
		assertThat(reponse.statusCode()).as(reponse.body()).isBetween(200, 201);
	}

	private long dossiers() {
		return this.jdbc.sql("select count(*) from dossier").query(Long.class).single();
	}

	private void imprimer() {
		System.out.println();
		System.out.println("| opening a case on PostgreSQL | callers | creates per s | p50, ms | p99, ms | cost |");
		System.out.println("|---|---|---|---|---|---|");
		this.tableaux.forEach((ensemble, tableau) -> {
			Temps nu = tableau.get(NU);
			tableau.forEach((maniere, temps) -> System.out.printf(Locale.ROOT,
					"| %s | %d | %.0f | %.1f | %.1f | %.2f |%n", maniere, ensemble, temps.parSeconde(),
					temps.centile(50), temps.centile(99), temps.rapport(nu)));
		});
		System.out.println();
	}

	/** A way to open a case. */
	private interface Maniere {

		void ouvrir() throws IOException, InterruptedException;

	}

	/** How long calls took, each and together, in nanoseconds. */
	private static final class Temps {

		private final List<Long> durees = new ArrayList<>();

		private long total;

		void ajouter(Temps autre) {
			this.durees.addAll(autre.durees);
			this.total += autre.total;
		}

		double parSeconde() {
			return this.durees.size() * 1e9 / this.total;
		}

		double centile(int rang) {
			return this.durees.stream().sorted().skip(this.durees.size() * (long) rang / 100).findFirst().orElseThrow()
					/ 1e6;
		}

		/** Time for a case, beside that of another way. */
		double rapport(Temps autre) {
			return autre.parSeconde() / parSeconde();
		}

	}

}
