package org.compagnonnage.partner;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import org.compagnonnage.support.MutableClock;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The rate of a key, which two nodes count together; on H2. */
class DebitFilterTests {

	private final MutableClock clock = new MutableClock();

	private HikariDataSource base;

	private JdbcClient jdbc;

	private Seaux seaux;

	private DebitFilter noeud;

	private DebitFilter autreNoeud;

	/** The address of a new database. */
	String url() {
		return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
	}

	String utilisateur() {
		return "sa";
	}

	@BeforeEach
	void twoNodesShareADatabase() {
		this.clock.set(LocalDateTime.of(2026, 10, 5, 10, 0));
		this.base = new HikariDataSource();
		this.base.setJdbcUrl(url());
		this.base.setUsername(utilisateur());
		Flyway.configure().dataSource(this.base).load().migrate();
		this.jdbc = JdbcClient.create(this.base);
		this.seaux = seaux(6, 3);
		this.noeud = new DebitFilter(this.seaux, reglages(6, 3));
		this.autreNoeud = new DebitFilter(seaux(6, 3), reglages(6, 3));
	}

	@AfterEach
	void close() {
		this.clock.reset();
		this.base.close();
	}

	@Test
	void eachKeyHasItsBurstThenWaits() throws Exception {
		for (int reste = 2; reste >= 0; reste--) {
			MockHttpServletResponse reponse = appeler(this.noeud, "a");
			assertThat(reponse.getHeader("RateLimit")).isEqualTo("\"rafale\";r=" + reste + ";t=" + 10 * (3 - reste));
			assertThat(reponse.getHeader("RateLimit-Policy")).isEqualTo("\"debit\";q=6;w=60, \"rafale\";q=3");
		}
		assertRefuse(this.noeud, "a", 10);
		appeler(this.noeud, "b");
		avancer(Duration.ofSeconds(9));
		assertRefuse(this.noeud, "a", 1);
		avancer(Duration.ofSeconds(1));
		assertThat(appeler(this.noeud, "a").getHeader("RateLimit")).isEqualTo("\"rafale\";r=0;t=30");
	}

	@Test
	void whatOneNodeAnsweredIsGoneForTheOther() throws Exception {
		appeler(this.noeud, "a");
		assertThat(appeler(this.autreNoeud, "a").getHeader("RateLimit")).startsWith("\"rafale\";r=1;");
		assertThat(appeler(this.noeud, "a").getHeader("RateLimit")).startsWith("\"rafale\";r=0;");
		assertRefuse(this.autreNoeud, "a", 10);
		assertRefuse(this.noeud, "a", 10);
	}

	@Test
	void callsThatArriveAtOnceOnTwoNodesNeverPassTheBurst() throws Exception {
		int rafale = 25;
		DebitFilter un = new DebitFilter(seaux(6, rafale), reglages(6, rafale));
		DebitFilter autre = new DebitFilter(seaux(6, rafale), reglages(6, rafale));
		ExecutorService partenaires = Executors.newFixedThreadPool(20);
		try {
			for (String cle : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
				CountDownLatch depart = new CountDownLatch(1);
				List<Future<Boolean>> appels = new ArrayList<>();
				for (int i = 0; i < 60; i++) {
					DebitFilter filtre = (i % 2 == 0) ? un : autre;
					appels.add(partenaires.submit(() -> {
						depart.await();
						return passe(filtre, cle);
					}));
				}
				depart.countDown();
				int passes = 0;
				for (Future<Boolean> appel : appels) {
					passes += appel.get() ? 1 : 0;
				}
				assertThat(passes).isEqualTo(rafale);
			}
		}
		finally {
			partenaires.shutdownNow();
		}
		assertThat(rangees()).isEqualTo(8);
	}

	@Test
	void otherLimitsAreInForceAtTheNextStart() throws Exception {
		for (int i = 0; i < 3; i++) {
			appeler(this.noeud, "a");
		}
		DebitFilter nouveau = new DebitFilter(seaux(60, 5), reglages(60, 5));
		assertThat(appeler(nouveau, "a").getHeader("RateLimit")).startsWith("\"rafale\";r=4;");
	}

	@Test
	void aBucketThatIsFullAgainIsForgottenLater() throws Exception {
		appeler(this.noeud, "a");
		avancer(Duration.ofMinutes(50));
		appeler(this.noeud, "b");
		this.seaux.oublier();
		assertThat(rangees()).isEqualTo(2);
		avancer(Duration.ofMinutes(15));
		this.seaux.oublier();
		assertThat(rangees()).isOne();
		assertThat(appeler(this.noeud, "a").getHeader("RateLimit")).startsWith("\"rafale\";r=2;");
		assertThat(appeler(this.autreNoeud, "a").getHeader("RateLimit")).startsWith("\"rafale\";r=1;");
	}

	@Test
	void withoutTheDatabaseTheServiceIsUnavailable() throws Exception {
		appeler(this.noeud, "a");
		this.base.close();
		ProblemeWriter problemes = new ProblemeWriter(new ObjectMapper());
		assertThatException().isThrownBy(() -> appeler(this.noeud, "a"))
			.satisfies((ex) -> assertThat(problemes.panne(new MockHttpServletRequest(), ex).type())
				.isEqualTo(TypeProbleme.INDISPONIBLE));
	}

	private Seaux seaux(int appelsParMinute, int rafale) {
		return new Seaux(reglages(appelsParMinute, rafale), this.jdbc, new JdbcTransactionManager(this.base),
				this.clock);
	}

	private static PartnerSettings reglages(int appelsParMinute, int rafale) {
		return new PartnerSettings(appelsParMinute, rafale, DataSize.ofKilobytes(64), 50, Duration.ofDays(30),
				Duration.ofSeconds(20));
	}

	private void avancer(Duration duree) {
		this.clock.set(this.clock.instant().plus(duree));
	}

	private int rangees() {
		return this.jdbc.sql("select count(*) from debit_cle").query(Integer.class).single();
	}

	private static void assertRefuse(DebitFilter filtre, String cle, int attente) {
		assertThatExceptionOfType(ProblemeException.class).isThrownBy(() -> appeler(filtre, cle))
			.satisfies((probleme) -> {
				assertThat(probleme.type()).isEqualTo(TypeProbleme.TROP_DE_REQUETES);
				assertThat(probleme.entetes().getFirst("Retry-After")).isEqualTo(String.valueOf(attente));
			});
	}

	private static boolean passe(DebitFilter filtre, String cle) throws Exception {
		try {
			appeler(filtre, cle);
			return true;
		}
		catch (ProblemeException ex) {
			assertThat(ex.type()).isEqualTo(TypeProbleme.TROP_DE_REQUETES);
			return false;
		}
	}

	private static MockHttpServletResponse appeler(DebitFilter filtre, String cle) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/dossiers");
		request.setAttribute(CleFilter.class.getName() + ".PARTENAIRE",
				new Partenaire("bge", "BGE", cle, Set.of(), Set.of()));
		MockHttpServletResponse response = new MockHttpServletResponse();
		filtre.doFilter(request, response, new MockFilterChain());
		return response;
	}

}
