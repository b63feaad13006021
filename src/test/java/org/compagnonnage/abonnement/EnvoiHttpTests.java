package org.compagnonnage.abonnement;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** Sending to receivers that are well, ill or hostile. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class EnvoiHttpTests {

	private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

	private static final String ANCIEN = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

	private static final String CORPS = "{\"type\":\"dossier.clos\",\"data\":{\"lieu\":\"Saint-Étienne\"}}";

	/** More than any sending takes on a slow machine. */
	private static final Duration LONG = Duration.ofMinutes(1);

	/** What a receiver gets that never ends, a part of it for the connection. */
	private static final Duration COURT = Duration.ofMillis(1500);

	private static final Duration CONNEXION = Duration.ofSeconds(1);

	/** What a slow machine may add, far below for ever. */
	private static final Duration BRUIT = Duration.ofSeconds(20);

	private final Abonnements abonnements = mock(Abonnements.class);

	private final Limite limite = new Limite();

	private final ExecutorService fils = Executors.newCachedThreadPool();

	private final Deque<AutoCloseable> ouverts = new ArrayDeque<>();

	private final Instant le = Instant.now();

	@BeforeEach
	void secrets() {
		given(this.abonnements.secrets("abo")).willReturn(List.of(SECRET));
	}

	@AfterEach
	void fermer() throws Exception {
		for (AutoCloseable ouvert : this.ouverts) {
			ouvert.close();
		}
		this.limite.destroy();
		this.fils.shutdownNow();
	}

	@Test
	void a_message_verifies_with_the_standard_webhooks_library() throws Exception {
		Deque<Recu> recus = new ConcurrentLinkedDeque<>();
		Resultat resultat = envoyer(serveur(204, recus, new Headers()));
		assertThat(resultat.statut()).isEqualTo(204);
		assertThat(resultat.erreur()).isNull();
		assertThat(resultat.reussi()).isTrue();
		assertThat(resultat.duree()).isPositive().isLessThan(LONG);
		Recu recu = recus.pop();
		assertThat(recus).isEmpty();
		assertThat(recu.corps()).isEqualTo(CORPS);
		assertThat(recu.methode()).isEqualTo("POST");
		assertThat(recu.entetes().getFirst("Content-Type")).isEqualTo("application/json");
		assertThat(recu.entetes().getFirst("User-Agent")).isEqualTo("Compagnonnage/1");
		assertThat(recu.entetes().getFirst("webhook-id")).isEqualTo("envoi-1");
		assertThat(recu.entetes().getFirst("webhook-timestamp")).isEqualTo(String.valueOf(this.le.getEpochSecond()));
		assertThat(recu.entetes()).doesNotContainKeys("Cookie", "Upgrade", "Authorization", "Accept-encoding");
		new Webhook(SECRET).verify(recu.corps(), recu.entetes());
		assertThatExceptionOfType(WebhookVerificationException.class)
			.isThrownBy(() -> new Webhook(ANCIEN).verify(recu.corps(), recu.entetes()));
		assertThatExceptionOfType(WebhookVerificationException.class)
			.isThrownBy(() -> new Webhook(SECRET).verify(recu.corps() + ' ', recu.entetes()));
	}

	@Test
	void while_a_secret_is_renewed_both_sign() throws Exception {
		given(this.abonnements.secrets("abo")).willReturn(List.of(SECRET, ANCIEN));
		Deque<Recu> recus = new ConcurrentLinkedDeque<>();
		assertThat(envoyer(serveur(200, recus, new Headers())).reussi()).isTrue();
		Recu recu = recus.pop();
		assertThat(recu.entetes().getFirst("webhook-signature")).matches("v1,\\S+ v1,\\S+");
		new Webhook(SECRET).verify(recu.corps(), recu.entetes());
		new Webhook(ANCIEN).verify(recu.corps(), recu.entetes());
	}

	@ParameterizedTest
	@CsvSource({ "200, true, false", "202, true, false", "299, true, false", "400, false, false", "404, false, false",
			"410, false, true", "429, false, false", "500, false, false", "503, false, false" })
	void the_status_decides(int statut, boolean reussi, boolean definitif) throws Exception {
		Resultat resultat = envoyer(serveur(statut, new ConcurrentLinkedDeque<>(), new Headers()));
		assertThat(resultat.statut()).isEqualTo(statut);
		assertThat(resultat.reussi()).isEqualTo(reussi);
		assertThat(resultat.definitif()).isEqualTo(definitif);
		assertThat(resultat.erreur()).isNull();
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void a_redirect_is_a_failure_and_not_followed(int statut) throws Exception {
		Deque<Recu> ailleurs = new ConcurrentLinkedDeque<>();
		Headers entetes = new Headers();
		entetes.set("Location", serveur(200, ailleurs, new Headers()));
		Resultat resultat = envoyer(serveur(statut, new ConcurrentLinkedDeque<>(), entetes));
		assertThat(resultat.statut()).isEqualTo(statut);
		assertThat(resultat.reussi()).isFalse();
		assertThat(resultat.erreur()).isEqualTo("redirection non suivie");
		assertThat(ailleurs).isEmpty();
	}

	@Test
	void a_cookie_is_not_kept() throws Exception {
		Deque<Recu> recus = new ConcurrentLinkedDeque<>();
		Headers entetes = new Headers();
		entetes.set("Set-Cookie", "session=1; Path=/");
		String url = serveur(200, recus, entetes);
		EnvoiHttp envoi = envoi(true, InetAddress::getAllByName, LONG);
		for (int i = 0; i < 2; i++) {
			assertThat(envoi.envoyer(abonnement(url), "envoi-" + i, this.le, CORPS).reussi()).isTrue();
		}
		assertThat(recus).hasSize(2).allSatisfy((recu) -> assertThat(recu.entetes()).doesNotContainKey("Cookie"));
	}

	@Test
	void a_proxy_of_the_machine_is_not_used() throws Exception {
		System.setProperty("http.proxyHost", "127.0.0.1");
		System.setProperty("http.proxyPort", "1");
		System.setProperty("http.nonProxyHosts", "");
		try {
			assertThat(envoyer(serveur(200, new ConcurrentLinkedDeque<>(), new Headers())).reussi()).isTrue();
		}
		finally {
			List.of("http.proxyHost", "http.proxyPort", "http.nonProxyHosts").forEach(System::clearProperty);
		}
	}

	@Test
	void nobody_listens() throws Exception {
		int port;
		try (ServerSocket libre = new ServerSocket(0)) {
			port = libre.getLocalPort();
		}
		Resultat resultat = envoyer("http://127.0.0.1:" + port + "/");
		assertThat(resultat.statut()).isNull();
		assertThat(resultat.reussi()).isFalse();
		assertThat(resultat.definitif()).isFalse();
		assertThat(resultat.erreur()).isEqualTo("connexion refusée");
	}

	@Test
	void a_receiver_that_never_answers_is_left_in_time() throws Exception {
		assertTropLent(envoyer(brut((entree, sortie) -> jamais()), COURT));
	}

	@Test
	void a_receiver_that_drips_its_headers_is_left_in_time() throws Exception {
		assertTropLent(envoyer(brut((entree, sortie) -> {
			ecrire(sortie, "HTTP/1.1 200 OK\r\nX-Lent: ");
			goutter(sortie);
		}), COURT));
	}

	@Test
	void a_receiver_that_drips_its_status_is_left_in_time() throws Exception {
		assertTropLent(envoyer(brut((entree, sortie) -> goutter(sortie)), COURT));
	}

	@Test
	void a_receiver_that_goes_on_announcing_is_left_in_time() throws Exception {
		assertTropLent(envoyer(brut((entree, sortie) -> {
			while (true) {
				ecrire(sortie, "HTTP/1.1 102 Processing\r\n\r\n");
				Thread.sleep(20);
			}
		}), COURT));
	}

	@Test
	void a_receiver_that_never_greets_in_tls_is_left_in_time() throws Exception {
		String url = brut((entree, sortie) -> jamais()).replace("http:", "https:");
		assertTropLent(envoyer(url, COURT));
	}

	@Test
	void a_name_service_that_does_not_answer_is_left_in_time() throws Exception {
		EnvoiHttp envoi = envoi(true, (hote) -> {
			try {
				jamais();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return new InetAddress[0];
		}, COURT);
		assertTropLent(envoi.envoyer(abonnement("http://localhost:1/"), "envoi-1", this.le, CORPS));
	}

	@Test
	void the_status_counts_though_the_body_drips() throws Exception {
		Resultat resultat = envoyer(brut((entree, sortie) -> {
			ecrire(sortie, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
			goutter(sortie);
		}), COURT.multipliedBy(4));
		assertThat(resultat.reussi()).isTrue();
		assertThat(resultat.erreur()).isNull();
		assertThat(resultat.duree()).isLessThan(COURT.multipliedBy(4).plus(BRUIT));
	}

	@Test
	void an_endless_answer_is_not_read() throws Exception {
		AtomicLong ecrits = new AtomicLong();
		Resultat resultat = envoyer(brut((entree, sortie) -> {
			ecrire(sortie, "HTTP/1.1 200 OK\r\n\r\n");
			byte[] morceau = new byte[64 * 1024];
			while (true) {
				sortie.write(morceau);
				ecrits.addAndGet(morceau.length);
			}
		}));
		assertThat(resultat.reussi()).isTrue();
		assertThat(resultat.duree()).as("nor waited for").isLessThan(LONG);
		// What the buffers of the system take, and no more.
		assertThat(ecrits.get()).isLessThan(64L * 1024 * 1024);
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200 OK\r\nX-Long: %s", "HTTP/1.1 200 %s" })
	void an_endless_line_is_not_read(String debut) throws Exception {
		Resultat resultat = envoyer(brut((entree, sortie) -> {
			ecrire(sortie, debut.formatted(""));
			while (true) {
				ecrire(sortie, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
			}
		}));
		assertIllisible(resultat);
	}

	@Test
	void endless_headers_are_not_read() throws Exception {
		assertIllisible(envoyer(brut((entree, sortie) -> {
			ecrire(sortie, "HTTP/1.1 200 OK\r\n");
			while (true) {
				ecrire(sortie, "X-Encore: a\r\n");
			}
		})));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 abc\r\n\r\n", "HTTP/1.1 000 X\r\n\r\n", "\r\n\r\n" })
	void what_is_not_http_is_a_failure(String reponse) throws Exception {
		assertIllisible(envoyer(brut((entree, sortie) -> ecrire(sortie, reponse))));
	}

	@Test
	void a_certificate_that_nobody_vouches_for_is_refused(@TempDir Path dossier) throws Exception {
		Deque<Recu> recus = new ConcurrentLinkedDeque<>();
		HttpsServer serveur = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		serveur.setHttpsConfigurator(new HttpsConfigurator(certificatMaison(dossier)));
		Resultat resultat = envoyer(demarrer(serveur, 200, recus, new Headers()).replace("http:", "https:"));
		assertThat(resultat.erreur()).isEqualTo("certificat refusé");
		assertThat(resultat.statut()).isNull();
		assertThat(recus).isEmpty();
	}

	@Test
	void a_name_that_leads_inside_later_is_not_connected_to() throws Exception {
		AtomicLong connexions = new AtomicLong();
		String url = brut((entree, sortie) -> connexions.incrementAndGet()).replace("http://127.0.0.1",
				"https://partenaire.example");
		Deque<String> reponses = new ConcurrentLinkedDeque<>(List.of("93.184.216.34", "127.0.0.1"));
		Resolution changeante = (hote) -> new InetAddress[] { InetAddress.getByName(reponses.pop()) };
		assertThat(new Cibles(settings(false, LONG), changeante, this.limite).refus(url)).isEmpty();
		Resultat resultat = envoi(false, changeante, LONG).envoyer(abonnement(url), "envoi-1", this.le, CORPS);
		assertThat(resultat.erreur()).isEqualTo("adresse interdite");
		assertThat(resultat.statut()).isNull();
		assertThat(reponses).isEmpty();
		assertThat(connexions).hasValue(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:%d/", "http://localhost:%d/", "https://127.0.0.1:%d/",
			"https://localhost:%d/" })
	void without_the_setting_this_machine_is_not_connected_to(String modele) throws Exception {
		AtomicLong connexions = new AtomicLong();
		int port = URI.create(brut((entree, sortie) -> connexions.incrementAndGet())).getPort();
		Resultat resultat = envoi(false, InetAddress::getAllByName, LONG).envoyer(abonnement(modele.formatted(port)),
				"envoi-1", this.le, CORPS);
		assertThat(resultat.erreur()).isEqualTo("adresse interdite");
		assertThat(connexions).hasValue(0);
	}

	@Test
	void a_name_that_is_gone_is_a_failure() {
		Resultat resultat = envoi(true, (hote) -> {
			throw new java.net.UnknownHostException(hote);
		}, LONG).envoyer(abonnement("https://partenaire.example/"), "envoi-1", this.le, CORPS);
		assertThat(resultat.erreur()).isEqualTo("nom d'hôte introuvable");
	}

	private static void assertTropLent(Resultat resultat) {
		assertThat(resultat.erreur()).isEqualTo("délai dépassé");
		assertThat(resultat.statut()).isNull();
		assertThat(resultat.duree()).isBetween(CONNEXION.minusMillis(100), COURT.plus(BRUIT));
	}

	private static void assertIllisible(Resultat resultat) {
		assertThat(resultat.erreur()).isEqualTo("réponse absente ou illisible");
		assertThat(resultat.statut()).isNull();
		assertThat(resultat.duree()).isLessThan(LONG);
	}

	private Resultat envoyer(String url) {
		return envoyer(url, LONG);
	}

	private Resultat envoyer(String url, Duration total) {
		return envoi(true, InetAddress::getAllByName, total).envoyer(abonnement(url), "envoi-1", this.le, CORPS);
	}

	private EnvoiHttp envoi(boolean boucleLocale, Resolution resolution, Duration total) {
		AbonnementSettings settings = settings(boucleLocale, total);
		return new EnvoiHttp(this.abonnements, new Cibles(settings, resolution, this.limite), this.limite, settings);
	}

	private static AbonnementSettings settings(boolean boucleLocale, Duration total) {
		return Reglages.de(boucleLocale, LONG.equals(total) ? LONG : CONNEXION, total);
	}

	private Abonnement abonnement(String url) {
		return new Abonnement("abo", "bge", URI.create(url), Set.of(TypeEvenement.DOSSIER_CLOS),
				Set.of("admission-cae"), Set.of("37"), Abonnement.Etat.ACTIF, null, null, this.le);
	}

	private String serveur(int statut, Deque<Recu> recus, Headers entetes) throws IOException {
		return demarrer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), statut, recus,
				entetes);
	}

	private String demarrer(HttpServer serveur, int statut, Deque<Recu> recus, Headers entetes) {
		serveur.createContext("/", (echange) -> {
			byte[] corps = echange.getRequestBody().readAllBytes();
			recus.add(new Recu(echange.getRequestMethod(), echange.getRequestHeaders(),
					new String(corps, StandardCharsets.UTF_8)));
			echange.getResponseHeaders().putAll(entetes);
			echange.sendResponseHeaders(statut, -1);
			echange.close();
		});
		serveur.start();
		this.ouverts.push(() -> serveur.stop(0));
		return "http://127.0.0.1:" + serveur.getAddress().getPort() + "/crochet?a=b";
	}

	/**
	 * A receiver that is not bound to HTTP: it reads the request, then does as it likes.
	 */
	private String brut(Conversation conversation) throws IOException {
		ServerSocket serveur = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		this.ouverts.push(serveur);
		this.fils.execute(() -> {
			while (!serveur.isClosed()) {
				try {
					Socket client = serveur.accept();
					this.fils.execute(() -> converser(client, conversation));
				}
				catch (IOException ex) {
					return;
				}
			}
		});
		return "http://127.0.0.1:" + serveur.getLocalPort() + "/";
	}

	private static void converser(Socket client, Conversation conversation) {
		try (client) {
			client.getInputStream().read(new byte[8192]);
			conversation.mener(client.getInputStream(), client.getOutputStream());
			client.shutdownOutput();
			client.getInputStream().readAllBytes();
		}
		catch (Exception ex) {
			// The sender left, as it should.
		}
	}

	private static void ecrire(OutputStream sortie, String texte) throws IOException {
		sortie.write(texte.getBytes(StandardCharsets.US_ASCII));
		sortie.flush();
	}

	/** Until the test is over. */
	private static void jamais() throws InterruptedException {
		new CountDownLatch(1).await();
	}

	private static void goutter(OutputStream sortie) throws Exception {
		while (true) {
			ecrire(sortie, "a");
			Thread.sleep(50);
		}
	}

	private static SSLContext certificatMaison(Path dossier) throws Exception {
		Path magasin = dossier.resolve("cles.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "essai", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1",
				"-storetype", "PKCS12", "-storepass", "secret", "-keystore", magasin.toString())
			.redirectErrorStream(true)
			.start();
		assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
		KeyStore cles = KeyStore.getInstance("PKCS12");
		try (InputStream entree = Files.newInputStream(magasin)) {
			cles.load(entree, "secret".toCharArray());
		}
		KeyManagerFactory gestion = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		gestion.init(cles, "secret".toCharArray());
		SSLContext contexte = SSLContext.getInstance("TLS");
		contexte.init(gestion.getKeyManagers(), null, null);
		return contexte;
	}

	/** A request as the receiver got it. */
	private record Recu(String methode, Headers entetes, String corps) {
	}

	/** What a receiver does once it has the request. */
	@FunctionalInterface
	private interface Conversation {

		void mener(InputStream entree, OutputStream sortie) throws Exception;

	}

}
