package org.compagnonnage.abonnement;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

import org.springframework.stereotype.Component;

/**
 * Sends a message to a subscription after the Standard Webhooks specification, once. The
 * receiver is a stranger: it is reached at a permitted address only, by a connection of
 * its own, without proxy, cookie or redirect, and neither a slow nor an endless answer
 * holds the sender longer than the settings say.
 */
@Component
class EnvoiHttp {

	/**
	 * A short answer is taken whole, so that its sender is not cut off; it says nothing.
	 */
	private static final int OCTETS_LUS = 4096;

	private static final ContentType JSON = ContentType.create("application/json");

	private static final Http1Config REPONSE_BORNEE = Http1Config.custom()
		.setMaxLineLength(8192)
		.setMaxHeaderCount(100)
		.setMaxEmptyLineCount(10)
		.build();

	private final TlsSocketStrategy tls = DefaultClientTlsStrategy.createDefault();

	private final Abonnements abonnements;

	private final Cibles cibles;

	private final Limite limite;

	private final AbonnementSettings settings;

	EnvoiHttp(Abonnements abonnements, Cibles cibles, Limite limite, AbonnementSettings settings) {
		this.abonnements = abonnements;
		this.cibles = cibles;
		this.limite = limite;
		this.settings = settings;
	}

	/**
	 * Sends a message.
	 * @param id its webhook-id, the same at each try
	 * @param le when it is sent; part of what is signed
	 * @param corps JSON, sent as it stands
	 */
	Resultat envoyer(Abonnement abonnement, String id, Instant le, String corps) {
		List<String> secrets = this.abonnements.secrets(abonnement.id());
		if (secrets.isEmpty()) {
			return new Resultat(null, Duration.ZERO, "abonnement supprimé");
		}
		HttpPost requete = requete(abonnement, secrets, id, le, corps);
		AtomicReference<Integer> statut = new AtomicReference<>();
		long debut = System.nanoTime();
		String erreur = null;
		try {
			this.limite.executer(this.settings.delaiTotal(), () -> {
				essayer(abonnement.url(), requete, statut);
				return null;
			}, requete::cancel);
		}
		catch (IOException ex) {
			erreur = erreur(ex);
		}
		Duration duree = Duration.ofNanos(System.nanoTime() - debut);
		// The status counts as soon as it is there, whatever becomes of the rest.
		Integer recu = statut.get();
		if (recu == null) {
			return new Resultat(null, duree, erreur);
		}
		return new Resultat(recu, duree, (recu / 100 == 3) ? "redirection non suivie" : null);
	}

	private static HttpPost requete(Abonnement abonnement, List<String> secrets, String id, Instant le, String corps) {
		HttpPost requete = new HttpPost(abonnement.url());
		requete.setHeader("webhook-id", id);
		requete.setHeader("webhook-timestamp", String.valueOf(le.getEpochSecond()));
		requete.setHeader("webhook-signature",
				secrets.stream().map((secret) -> signature(secret, id, le, corps)).collect(Collectors.joining(" ")));
		requete.setEntity(new ByteArrayEntity(corps.getBytes(StandardCharsets.UTF_8), JSON));
		return requete;
	}

	private static String signature(String secret, String id, Instant le, String corps) {
		try {
			return new Webhook(secret).sign(id, le.getEpochSecond(), corps);
		}
		catch (EmptyWebhookSecretException | WebhookSigningException ex) {
			throw new IllegalStateException("Could not sign " + id, ex);
		}
	}

	/** The HTTP library meets some answers with an exception meant for programmers. */
	private void essayer(URI url, HttpPost requete, AtomicReference<Integer> statut) throws IOException, HttpException {
		try {
			echanger(url, requete, statut);
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			throw new IOException(ex);
		}
	}

	private void echanger(URI url, HttpPost requete, AtomicReference<Integer> statut)
			throws IOException, HttpException {
		try (CloseableHttpClient client = client(url)) {
			ClassicHttpResponse reponse = client.executeOpen(RoutingSupport.determineHost(requete), requete, null);
			statut.set(reponse.getCode());
			lireUnPeu(reponse);
			// Closing the answer would read it to its end first.
			requete.cancel();
			client.close(CloseMode.IMMEDIATE);
		}
	}

	private static void lireUnPeu(ClassicHttpResponse reponse) {
		if (reponse.getEntity() == null) {
			return;
		}
		try {
			InputStream corps = reponse.getEntity().getContent();
			corps.readNBytes(OCTETS_LUS);
		}
		catch (IOException ex) {
			// The status is known, and nothing else is of interest.
		}
	}

	private CloseableHttpClient client(URI url) {
		Timeout total = Timeout.of(this.settings.delaiTotal());
		Timeout connexion = Timeout.of(this.settings.delaiConnexion());
		PoolingHttpClientConnectionManager connexions = PoolingHttpClientConnectionManagerBuilder.create()
			.setDnsResolver(new Adresses(url))
			.setTlsSocketStrategy(this.tls)
			.setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connexion).build())
			.setDefaultConnectionConfig(
					ConnectionConfig.custom().setConnectTimeout(connexion).setSocketTimeout(total).build())
			.setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(REPONSE_BORNEE).build())
			.build();
		return HttpClients.custom()
			.setConnectionManager(connexions)
			.setRoutePlanner(new DefaultRoutePlanner(null))
			.setUserAgent("Compagnonnage/1")
			.setDefaultRequestConfig(RequestConfig.custom()
				.setProtocolUpgradeEnabled(false)
				.setAuthenticationEnabled(false)
				.setResponseTimeout(total)
				.build())
			.disableRedirectHandling()
			.disableCookieManagement()
			.disableAutomaticRetries()
			.disableAuthCaching()
			.disableContentCompression()
			.build();
	}

	private static String erreur(IOException ex) {
		if (ex instanceof Cibles.Interdite) {
			return "adresse interdite";
		}
		if (ex instanceof UnknownHostException) {
			return "nom d'hôte introuvable";
		}
		if (ex instanceof SocketTimeoutException) {
			return "délai dépassé";
		}
		if (ex instanceof InterruptedIOException) {
			return "envoi interrompu";
		}
		if (ex instanceof ConnectException || ex instanceof NoRouteToHostException) {
			return "connexion refusée";
		}
		if (ex instanceof SSLHandshakeException || ex instanceof SSLPeerUnverifiedException) {
			return "certificat refusé";
		}
		return (ex instanceof SSLException) ? "échange chiffré impossible" : "réponse absente ou illisible";
	}

	/** The permitted addresses of one target, as they are at this moment. */
	private final class Adresses implements DnsResolver {

		private final URI url;

		Adresses(URI url) {
			this.url = url;
		}

		@Override
		public InetAddress[] resolve(String hote) throws UnknownHostException {
			return EnvoiHttp.this.cibles.adresses(this.url);
		}

		@Override
		public String resolveCanonicalHostname(String hote) {
			return hote;
		}

	}

}
