package org.compagnonnage.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Calls the engine's REST interface as a demo login, at each of the addresses at which
 * the running application offers it.
 */
public final class MoteurRest {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final List<String> ANGLAIS = List.of("Cannot ", "The user", "Exception", "Bad Request", "Forbidden",
			"Not Found", "Internal", "\tat ", "ENGINE-", "required");

	private final String racine;

	private final HttpClient client = HttpClient.newHttpClient();

	private final Map<String, Map<String, String>> sessions = new ConcurrentHashMap<>();

	public MoteurRest(int port) {
		this.racine = "http://localhost:" + port;
	}

	public Reponse get(Adresse adresse, String login, String chemin) {
		return appeler(adresse, login, "GET", chemin, null);
	}

	public Reponse post(Adresse adresse, String login, String chemin, String corps) {
		return appeler(adresse, login, "POST", chemin, corps);
	}

	public Reponse appeler(Adresse adresse, String login, String methode, String chemin, String corps) {
		return appeler(adresse, login, methode, chemin, corps, "application/json");
	}

	/**
	 * Calls.
	 * @param chemin the path below the address, as it goes over the wire
	 * @param corps the body, or null
	 */
	public Reponse appeler(Adresse adresse, String login, String methode, String chemin, String corps, String type) {
		HttpRequest.Builder requete = requete(adresse, login, adresse.chemin + chemin).method(methode,
				(corps != null) ? BodyPublishers.ofString(corps) : BodyPublishers.noBody());
		if (corps != null && type != null) {
			requete.header("Content-Type", type);
		}
		return envoyer(requete.build());
	}

	/** Calls a path from the root, with what the address needs to know the login. */
	public Reponse ailleurs(Adresse adresse, String login, String methode, String chemin, String corps) {
		HttpRequest.Builder requete = requete(adresse, login, chemin).method(methode,
				(corps != null) ? BodyPublishers.ofString(corps) : BodyPublishers.noBody());
		if (corps != null) {
			requete.header("Content-Type", "application/json");
		}
		return envoyer(requete.build());
	}

	/** Calls as nobody. */
	public Reponse anonyme(String methode, String chemin, String corps) {
		HttpRequest.Builder requete = HttpRequest.newBuilder(URI.create(this.racine + chemin))
			.method(methode, (corps != null) ? BodyPublishers.ofString(corps) : BodyPublishers.noBody());
		if (corps != null) {
			requete.header("Content-Type", "application/json");
		}
		return envoyer(requete.build());
	}

	/** Calls the partner API with a key. */
	public Reponse avecCle(String cle, String methode, String chemin) {
		return envoyer(HttpRequest.newBuilder(URI.create(this.racine + chemin))
			.header("Authorization", "Bearer " + cle)
			.method(methode, BodyPublishers.noBody())
			.build());
	}

	/** Sends a file as Tasklist does. */
	public Reponse envoyerFichier(String login, String chemin, BodyPublisher fichier) {
		return envoyer(requete(Adresse.TASKLIST, login, chemin).header("Content-Type", "application/octet-stream")
			.POST(fichier)
			.build());
	}

	/** Sends a file from another site: with the session, without its token. */
	public Reponse envoyerFichierSansJeton(String login, String chemin, BodyPublisher fichier) {
		return envoyer(HttpRequest.newBuilder(URI.create(this.racine + chemin))
			.header("Cookie", cookies(this.sessions.computeIfAbsent(login, this::connecter)))
			.POST(fichier)
			.build());
	}

	/** Opens a document as Tasklist does. */
	public HttpResponse<byte[]> ouvrirFichier(String login, String chemin) {
		try {
			return this.client.send(requete(Adresse.TASKLIST, login, chemin).build(), BodyHandlers.ofByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private HttpRequest.Builder requete(Adresse adresse, String login, String chemin) {
		HttpRequest.Builder requete = HttpRequest.newBuilder(URI.create(this.racine + chemin))
			.header("Accept", "application/json, application/hal+json, */*");
		if (adresse == Adresse.TASKLIST) {
			Map<String, String> session = this.sessions.computeIfAbsent(login, this::connecter);
			requete.header("Cookie", cookies(session)).header("X-XSRF-TOKEN", session.get("XSRF-TOKEN"));
		}
		else {
			requete.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString((login + ":demo").getBytes(StandardCharsets.UTF_8)));
		}
		return requete;
	}

	/** Signs in as Tasklist does: a page gives the token, then the login the session. */
	private Map<String, String> connecter(String login) {
		Map<String, String> session = new ConcurrentHashMap<>();
		retenir(session,
				envoyer(HttpRequest.newBuilder(URI.create(this.racine + "/camunda/app/tasklist/default/")).build()));
		Reponse reponse = envoyer(
				HttpRequest.newBuilder(URI.create(this.racine + "/camunda/api/admin/auth/user/default/login/tasklist"))
					.header("Cookie", cookies(session))
					.header("X-XSRF-TOKEN", session.getOrDefault("XSRF-TOKEN", ""))
					.header("Content-Type", "application/x-www-form-urlencoded")
					.header("Accept", "application/json")
					.POST(BodyPublishers
						.ofString("username=" + URLEncoder.encode(login, StandardCharsets.UTF_8) + "&password=demo"))
					.build());
		if (reponse.statut() != 200) {
			throw new IllegalStateException(login + " cannot sign in: " + reponse);
		}
		retenir(session, reponse);
		// The login opens another session, whose token comes with the first answer.
		retenir(session,
				envoyer(HttpRequest.newBuilder(URI.create(this.racine + "/camunda/api/engine/engine/default/version"))
					.header("Cookie", cookies(session))
					.build()));
		return session;
	}

	private static void retenir(Map<String, String> session, Reponse reponse) {
		for (String cookie : reponse.entetes().getOrDefault("set-cookie", List.of())) {
			String paire = cookie.split(";", 2)[0];
			session.put(paire.substring(0, paire.indexOf('=')), paire.substring(paire.indexOf('=') + 1));
		}
	}

	private static String cookies(Map<String, String> session) {
		return session.entrySet()
			.stream()
			.map((cookie) -> cookie.getKey() + '=' + cookie.getValue())
			.collect(Collectors.joining("; "));
	}

	private Reponse envoyer(HttpRequest requete) {
		try {
			HttpResponse<String> reponse = this.client.send(requete, BodyHandlers.ofString(StandardCharsets.UTF_8));
			return new Reponse(reponse.statusCode(), reponse.body(), reponse.headers().map());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Where the engine's REST interface answers. */
	public enum Adresse {

		/** For tools, under HTTP Basic. */
		OUTILS("/engine-rest"),

		/** The same, with the engine's name in the path. */
		OUTILS_NOMMES("/engine-rest/engine/default"),

		/** Inside the web applications, under their session. */
		TASKLIST("/camunda/api/engine/engine/default");

		private final String chemin;

		Adresse(String chemin) {
			this.chemin = chemin;
		}

	}

	/**
	 * An answer.
	 *
	 * @param statut HTTP status
	 * @param corps body as text
	 * @param entetes headers
	 */
	public record Reponse(int statut, String corps, Map<String, List<String>> entetes) {

		public JsonNode json() {
			try {
				return JSON.readTree(this.corps);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Not JSON: " + this.corps, ex);
			}
		}

		/** The fields that the problem names. */
		public List<String> champs() {
			return StreamSupport.stream(json().path("erreurs").spliterator(), false)
				.map((erreur) -> erreur.path("champ").asText())
				.toList();
		}

		/** Whether nothing in the body comes from the engine or the server in English. */
		public boolean enFrancais() {
			return ANGLAIS.stream().noneMatch(this.corps::contains);
		}

		@Override
		public String toString() {
			return this.statut + " " + this.corps;
		}

	}

}
