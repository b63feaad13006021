package org.compagnonnage.abonnement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The endpoint of a partner on this machine: it answers as the test says, or is down. */
final class Recepteur implements AutoCloseable {

	private final List<Recu> recus = new CopyOnWriteArrayList<>();

	private final ExecutorService ouvriers = Executors.newCachedThreadPool();

	private volatile ToIntFunction<Recu> reponse = (recu) -> 204;

	private HttpServer serveur;

	private int port;

	Recepteur() {
		demarrer();
	}

	void demarrer() {
		try {
			this.serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.port = this.serveur.getAddress().getPort();
		this.serveur.setExecutor(this.ouvriers);
		this.serveur.createContext("/", this::recevoir);
		this.serveur.start();
	}

	/** From now on connections are refused. */
	void arreter() {
		this.serveur.stop(0);
	}

	@Override
	public void close() {
		arreter();
		this.ouvriers.shutdownNow();
	}

	/** From now on this status is answered to what comes. */
	void repond(int statut) {
		this.reponse = (recu) -> statut;
	}

	/** From now on this is answered to what comes. */
	void repond(ToIntFunction<Recu> statut) {
		this.reponse = statut;
	}

	String url() {
		return "http://localhost:" + this.port + "/evenements";
	}

	/** All that came, whatever was answered. */
	List<Recu> recus() {
		return List.copyOf(this.recus);
	}

	/** What came about a case, whatever was answered. */
	List<Recu> recus(String reference) {
		return this.recus.stream().filter((recu) -> recu.reference().equals(reference)).toList();
	}

	private void recevoir(HttpExchange echange) throws IOException {
		Recu recu = new Recu(Map.copyOf(echange.getRequestHeaders()),
				new String(echange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		this.recus.add(recu);
		int statut = this.reponse.applyAsInt(recu);
		if (statut / 100 == 3) {
			echange.getResponseHeaders().set("Location", "http://localhost:" + this.port + "/ailleurs");
		}
		echange.sendResponseHeaders(statut, -1);
		echange.close();
	}

	/** One request as it came. */
	record Recu(Map<String, List<String>> entetes, String corps) {

		private static final ObjectMapper JSON = new ObjectMapper();

		String id() {
			return entete("webhook-id");
		}

		JsonNode json() {
			try {
				return JSON.readTree(this.corps);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		String type() {
			return json().path("type").asText();
		}

		String etat() {
			return json().path("data").path("etat").asText();
		}

		String reference() {
			return json().path("data").path("reference").asText();
		}

		/** The specification's own library accepts it now. */
		void verifier(String secret) throws EmptyWebhookSecretException, WebhookVerificationException {
			new Webhook(secret).verify(this.corps, this.entetes);
		}

		/**
		 * It was signed with this secret for the time that it names, however long ago.
		 */
		boolean estSigne(String secret) {
			try {
				return entete("webhook-signature")
					.equals(new Webhook(secret).sign(id(), Long.parseLong(entete("webhook-timestamp")), this.corps));
			}
			catch (EmptyWebhookSecretException | WebhookSigningException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private String entete(String nom) {
			return this.entetes.entrySet()
				.stream()
				.filter((entete) -> entete.getKey().equalsIgnoreCase(nom))
				.map((entete) -> entete.getValue().get(0))
				.findFirst()
				.orElseThrow();
		}

	}

}
