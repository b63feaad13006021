package org.compagnonnage.partner;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.compagnonnage.support.PartnerApiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Page;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;

/** The same request sent again gets the same answer and opens one case; on H2. */
class IdempotenceTests extends PartnerApiTest {

	static final String CHEMIN = "/api/v1/admissions";

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Idempotence idempotence;

	@Autowired
	DataSource base;

	@BeforeEach
	void casesAreRows() {
		this.jdbc.sql("create table if not exists essai (reference varchar(20))").update();
		this.jdbc.sql("delete from essai").update();
		given(this.admissions.ouvrir(any())).willAnswer((invocation) -> {
			String reference = "ADM-2026-" + Math.abs(UUID.randomUUID().hashCode() % 900_000 + 1_000_000);
			this.jdbc.sql("insert into essai values (:reference)").param("reference", reference).update();
			return dossier(reference, "accueil");
		});
	}

	@Test
	void the_same_request_gets_the_first_answer() {
		HttpResponse<String> premiere = postUneFois(CHEMIN, DEMANDE, "k1");
		HttpResponse<String> seconde = postUneFois(CHEMIN, DEMANDE, "k1");
		assertThat(premiere.statusCode()).isEqualTo(201);
		assertThat(seconde.statusCode()).isEqualTo(201);
		assertThat(seconde.body()).isEqualTo(premiere.body());
		assertThat(seconde.headers().firstValue("Location")).isEqualTo(premiere.headers().firstValue("Location"));
		assertThat(seconde.headers().firstValue("Content-Type"))
			.isEqualTo(premiere.headers().firstValue("Content-Type"));
		assertThat(cases()).isOne();
	}

	@Test
	void without_a_key_each_request_opens_a_case() {
		post(CHEMIN, DEMANDE);
		post(CHEMIN, DEMANDE);
		assertThat(cases()).isEqualTo(2);
	}

	@Test
	void another_request_under_the_same_key_is_refused() {
		postUneFois(CHEMIN, DEMANDE, "k1");
		probleme(postUneFois(CHEMIN, DEMANDE.replace("Ana", "Eva"), "k1"), 422, "idempotence-incoherente");
		assertThat(cases()).isOne();
	}

	@Test
	void a_key_belongs_to_one_partner_and_one_path() {
		postUneFois(CHEMIN, DEMANDE, "k1");
		probleme(postUneFois("/api/v1/dossiers/ADM-2026-000123/retrait", DEMANDE, "k1"), 400, "champ-invalide");
		this.partenaires.creer(this.partenaire + "-bis", "CMA", "api@cma.example");
		this.cle = this.partenaires
			.delivrer(this.partenaire + "-bis", List.of("admission-cae"), List.of("37"), LocalDate.now().plusDays(1))
			.cle();
		assertThat(postUneFois(CHEMIN, DEMANDE, "k1").statusCode()).isEqualTo(201);
		assertThat(cases()).isEqualTo(2);
	}

	@Test
	void a_refusal_is_not_kept() {
		probleme(postUneFois(CHEMIN, DEMANDE.replace("\"37\"", "\"99\""), "k1"), 400, "champ-invalide");
		assertThat(postUneFois(CHEMIN, DEMANDE, "k1").statusCode()).isEqualTo(201);
	}

	@Test
	void a_failure_leaves_nothing_half_written() {
		willAnswer((invocation) -> {
			this.jdbc.sql("insert into essai values ('perdu')").update();
			throw new IllegalStateException("broken on purpose");
		}).given(this.admissions).ouvrir(any());
		probleme(postUneFois(CHEMIN, DEMANDE, "k1"), 500, "erreur-interne");
		probleme(post(CHEMIN, DEMANDE), 500, "erreur-interne");
		assertThat(cases()).isZero();
		assertThat(kept()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "tab\there" })
	void an_impossible_key_is_refused(String cle) {
		probleme(postUneFois(CHEMIN, DEMANDE, cle), 400, "parametre-invalide");
	}

	@Test
	void a_key_has_255_characters_at_most() {
		assertThat(postUneFois(CHEMIN, DEMANDE, "k".repeat(255)).statusCode()).isEqualTo(201);
		probleme(postUneFois(CHEMIN, DEMANDE, "k".repeat(256)), 400, "parametre-invalide");
	}

	@Test
	void a_very_long_path_is_not_found() {
		probleme(postUneFois("/api/v1/" + "a".repeat(3000), "{}", "k1"), 404, "introuvable");
	}

	@Test
	void identical_requests_that_arrive_at_once_open_one_case() throws Exception {
		int appels = 40;
		willAnswer((invocation) -> {
			this.jdbc.sql("insert into essai values ('un')").update();
			await().atMost(Duration.ofMinutes(1)).until(() -> enAttente() == appels - 1);
			return dossier("ADM-2026-000123", "accueil");
		}).given(this.admissions).ouvrir(any());
		ExecutorService partenaires = Executors.newFixedThreadPool(appels);
		try {
			CountDownLatch depart = new CountDownLatch(1);
			List<Future<HttpResponse<String>>> reponses = new ArrayList<>();
			for (int i = 0; i < appels; i++) {
				reponses.add(partenaires.submit(() -> {
					depart.await();
					return postUneFois(CHEMIN, DEMANDE, "ensemble");
				}));
			}
			depart.countDown();
			String premiere = reponses.get(0).get().body();
			for (Future<HttpResponse<String>> reponse : reponses) {
				assertThat(reponse.get().statusCode()).as(reponse.get().body()).isEqualTo(201);
				assertThat(reponse.get().body()).isEqualTo(premiere);
			}
		}
		finally {
			partenaires.shutdownNow();
		}
		assertThat(cases()).isOne();
	}

	@Test
	void identical_requests_that_wait_leave_the_database_to_others() throws Exception {
		int appels = 3 * ((HikariDataSource) this.base).getMaximumPoolSize();
		CountDownLatch commencee = new CountDownLatch(1);
		CountDownLatch autres = new CountDownLatch(1);
		willAnswer((invocation) -> {
			this.jdbc.sql("insert into essai values ('un')").update();
			commencee.countDown();
			assertThat(autres.await(1, TimeUnit.MINUTES)).isTrue();
			return dossier("ADM-2026-000123", "accueil");
		}).given(this.admissions).ouvrir(any());
		given(this.dossiers.duPartenaire(any(), any(), any(), any(), anyInt(), anyInt())).willReturn(Page.empty());
		ExecutorService partenaires = Executors.newFixedThreadPool(appels);
		try {
			List<Future<HttpResponse<String>>> reponses = new ArrayList<>();
			for (int i = 0; i < appels; i++) {
				reponses.add(partenaires.submit(() -> postUneFois(CHEMIN, DEMANDE, "ensemble")));
			}
			assertThat(commencee.await(1, TimeUnit.MINUTES)).isTrue();
			await().atMost(Duration.ofMinutes(1)).until(() -> enAttente() == appels - 1);
			assertThat(get("/api/v1/dossiers").statusCode()).isEqualTo(200);
			assertThat(
					postUneFois("/api/v1/dossiers/ADM-2026-999999/retrait", "{\"motif\":\"x\"}", "autre").statusCode())
				.isEqualTo(404);
			assertThat(enAttente()).as("identical requests that wait still").isEqualTo(appels - 1);
			autres.countDown();
			for (Future<HttpResponse<String>> reponse : reponses) {
				if (reponse.get().statusCode() != 201) {
					probleme(reponse.get(), 409, "requete-en-cours");
				}
			}
		}
		finally {
			autres.countDown();
			partenaires.shutdownNow();
		}
		assertThat(cases()).isOne();
	}

	@Test
	void old_answers_are_forgotten() {
		postUneFois(CHEMIN, DEMANDE, "k1");
		this.idempotence.oublier();
		assertThat(kept()).isOne();
		this.jdbc.sql("update idempotence set cree_le = :date where partenaire = :partenaire")
			.param("date", OffsetDateTime.now().minusDays(31))
			.param("partenaire", this.partenaire)
			.update();
		this.idempotence.oublier();
		assertThat(kept()).isZero();
	}

	/** How many identical requests wait for their turn at this moment. */
	private static long enAttente() {
		return Thread.getAllStackTraces()
			.values()
			.stream()
			.filter((pile) -> Arrays.stream(pile)
				.anyMatch((appel) -> appel.getClassName().equals(Tours.class.getName())
						&& appel.getMethodName().equals("prendre")))
			.count();
	}

	int cases() {
		return this.jdbc.sql("select count(*) from essai").query(Integer.class).single();
	}

	private int kept() {
		return this.jdbc.sql("select count(*) from idempotence where partenaire = :partenaire")
			.param("partenaire", this.partenaire)
			.query(Integer.class)
			.single();
	}

}
