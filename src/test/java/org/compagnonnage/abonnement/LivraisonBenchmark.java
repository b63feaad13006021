package org.compagnonnage.abonnement;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.compagnonnage.partner.Partenaires;
import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.OnPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How long after the answer to its request a partner is told of the case by its webhook,
 * with every job of the application at work, on PostgreSQL, over HTTP: alone, and beside
 * partners whose endpoints let each call wait. Run by {@code mvn -Pbench test
 * -Dtest=LivraisonBenchmark}; not part of {@code mvn verify}. The runs alternate.
 */
@ApplicationTest
@OnPostgres
@TestPropertySource(
		properties = { "camunda.bpm.job-execution.enabled=true", "compagnonnage.partner.appels-par-minute=60000000",
				"compagnonnage.partner.rafale=1000000", "compagnonnage.abonnement.delai-total=3s" })
class LivraisonBenchmark {

	private static final int MESURES = Integer.getInteger("bench.mesures", 5);

	/** Cases of the partner that is measured, one after the other. */
	private static final int OUVERTURES = 40;

	/** Partners whose endpoint is slow, and cases of each that wait to be told. */
	private static final int LENTS = 5;

	private static final int ATTENTES = 20;

	/** What the slow ones may make of the middle delay. */
	private static final double RAPPORT_MAX = 3;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ObjectMapper json = new ObjectMapper();

	@Autowired
	private Partenaires partenaires;

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	@Test
	@Timeout(1800)
	void nobodyWaitsForWhoIsSlow() throws Exception {
		Mesure seul = new Mesure();
		Mesure inconnus = new Mesure();
		Mesure connus = new Mesure();
		try (Recepteur rapide = new Recepteur(); Recepteur lent = new Recepteur()) {
			Map<String, Long> arrivees = new ConcurrentHashMap<>();
			rapide.repond((recu) -> {
				arrivees.put(recu.reference(), System.nanoTime());
				return 204;
			});
			String cle = abonner("rapide", rapide);
			mesurer(cle, arrivees, new Mesure());
			for (int tour = 0; tour < MESURES; tour++) {
				mesurer(cle, arrivees, seul);
				CountDownLatch fin = new CountDownLatch(1);
				lent.repond((recu) -> {
					attendre(fin);
					return 204;
				});
				int appels = lent.recus().size();
				for (int partenaire = 0; partenaire < LENTS; partenaire++) {
					String lente = abonner("lent-" + tour + "-" + partenaire, lent);
					for (int dossier = 0; dossier < ATTENTES; dossier++) {
						ouvrir(lente);
					}
				}
				mesurer(cle, arrivees, inconnus);
				String lents = "lent-" + tour + "-%";
				await().atMost(Duration.ofMinutes(2)).until(() -> tentes(lents) == LENTS);
				// From here on all are known; each is called once more while the quick
				// one is measured.
				appels = Math.max(appels + LENTS, lent.recus().size());
				while (lent.recus().size() < appels + LENTS) {
					mesurer(cle, arrivees, connus);
				}
				fin.countDown();
				this.jdbc.sql("update partenaire set actif = false where id like 'lent-%'").update();
			}
		}
		System.out.println();
		System.out.println("| from the intake's answer to the webhook, ms | p50 | p99 | ratio |");
		System.out.println("|---|---|---|---|");
		imprimer("alone", seul, seul);
		imprimer("%d partners let each call of %d cases wait, for the first time".formatted(LENTS, ATTENTES), inconnus,
				seul);
		imprimer("from then on, while each of them is called again", connus, seul);
		System.out.println();
		assertThat(connus.centile(50)).as("alone: " + seul.centile(50) + " ms")
			.isLessThanOrEqualTo(RAPPORT_MAX * seul.centile(50));
	}

	/** Nobody closes the cases one by one in a database that is thrown away. */
	@AfterEach
	void vider() {
		this.jdbc.sql("truncate table act_ru_execution cascade").update();
	}

	private void mesurer(String cle, Map<String, Long> arrivees, Mesure mesure) throws Exception {
		Map<String, Long> departs = new ConcurrentHashMap<>();
		for (int dossier = 0; dossier < OUVERTURES; dossier++) {
			String reference = ouvrir(cle);
			departs.put(reference, System.nanoTime());
		}
		await().atMost(Duration.ofMinutes(2)).until(() -> arrivees.keySet().containsAll(departs.keySet()));
		departs.forEach((reference, depart) -> mesure.ajouter(arrivees.get(reference) - depart));
	}

	/** Subscriptions of these partners that were called to the end. */
	private long tentes(String partenaires) {
		return this.jdbc
			.sql("""
					select count(distinct abonnement.id) from abonnement join livraison on livraison.abonnement = abonnement.id
					join livraison_tentative on livraison_tentative.livraison = livraison.id where partenaire like ?""")
			.param(partenaires)
			.query(Long.class)
			.single();
	}

	private String abonner(String partenaire, Recepteur recepteur) throws Exception {
		this.partenaires.creer(partenaire, "Mission locale", "api@mission-locale.example");
		String cle = this.partenaires
			.delivrer(partenaire, List.of("admission-cae"), List.of("37"), LocalDate.now().plusMonths(1))
			.cle();
		envoyer(cle, "/api/v1/abonnements", """
				{"url":"%s","evenements":["dossier.cree"],"programmes":["admission-cae"]}"""
			.formatted(recepteur.url()));
		return cle;
	}

	private String ouvrir(String cle) throws Exception {
		return envoyer(cle, "/api/v1/admissions", """
				{"porteur":{"prenom":"Ana","nom":"Le Goff","courriel":"ana@exemple.fr","telephone":"06 12 34 56 78"},
				"territoire":"37","projet":{"resume":"Céramique utilitaire"}}""").path("reference").asText();
	}

	private JsonNode envoyer(String cle, String chemin, String corps) throws Exception {
		HttpResponse<String> reponse = this.http
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + chemin))
				.header("Authorization", "Bearer " + cle)
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString(corps))
				.build(), BodyHandlers.ofString());
		assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(201);
		return this.json.readTree(reponse.body());
	}

	private static void attendre(CountDownLatch fin) {
		try {
			fin.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void imprimer(String nom, Mesure mesure, Mesure reference) {
		System.out.printf(Locale.ROOT, "| %s | %.0f | %.0f | %.2f |%n", nom, mesure.centile(50), mesure.centile(99),
				mesure.centile(50) / reference.centile(50));
	}

	/** Delays, in nanoseconds; one that came before the answer counts as none. */
	private static final class Mesure {

		private final ArrayList<Long> delais = new ArrayList<>();

		void ajouter(long delai) {
			this.delais.add(Math.max(0, delai));
		}

		double centile(int rang) {
			return this.delais.stream().sorted().skip(this.delais.size() * (long) rang / 100).findFirst().orElseThrow()
					/ 1e6;
		}

	}

}
