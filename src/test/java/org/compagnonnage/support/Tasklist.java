package org.compagnonnage.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.core.env.Environment;

/**
 * Makes the calls that the Tasklist in a person's browser makes, signed in as a demo
 * account.
 */
public class Tasklist {

	private static final String MOTEUR = "/camunda/api/engine/engine/default";

	private final Environment environment;

	private final ObjectMapper json = new ObjectMapper();

	private final Map<String, Session> sessions = new ConcurrentHashMap<>();

	Tasklist(Environment environment) {
		this.environment = environment;
	}

	/** Ids of the open tasks of a case that an account sees, by element id. */
	public Map<String, String> taches(String login, String reference) {
		Reponse found = appeler(login, "GET", "/task?maxResults=50&processInstanceBusinessKey=" + reference, null);
		Map<String, String> taches = new LinkedHashMap<>();
		StreamSupport.stream(found.reussie().spliterator(), false)
			.forEach((task) -> taches.put(task.path("taskDefinitionKey").asText(), task.path("id").asText()));
		return taches;
	}

	/** Sends a task's form. */
	public Reponse terminer(String login, String reference, String tache, Map<String, ?> saisie) {
		String id = taches(login, reference).get(tache);
		if (id == null) {
			throw new AssertionError(login + " does not see the task " + tache + " of " + reference + ", but "
					+ taches(login, reference).keySet());
		}
		return envoyer(login, id, saisie);
	}

	/** Sends the form of the one of several like tasks that has these variables. */
	public Reponse terminer(String login, String reference, String tache, Map<String, ?> selon, Map<String, ?> saisie) {
		return envoyer(login, tache(login, reference, tache, selon), saisie);
	}

	/** The id of the one of several like tasks that has these variables. */
	public String tache(String login, String reference, String tache, Map<String, ?> selon) {
		JsonNode found = appeler(login, "GET",
				"/task?maxResults=1000&taskDefinitionKey=" + tache + "&processInstanceBusinessKey=" + reference, null)
			.reussie();
		List<String> ids = StreamSupport.stream(found.spliterator(), false)
			.map((task) -> task.path("id").asText())
			.filter((id) -> selon.entrySet()
				.stream()
				.allMatch((fait) -> String.valueOf(fait.getValue()).equals(valeur(login, id, fait.getKey()))))
			.toList();
		if (ids.size() != 1) {
			throw new AssertionError(login + " sees " + ids.size() + " tasks " + tache + " with " + selon + " among "
					+ found.size() + ", and " + taches(login, reference).keySet());
		}
		return ids.get(0);
	}

	/** What the form of a task would show of a variable. */
	public String valeur(String login, String tache, String variable) {
		return appeler(login, "GET", "/task/" + tache + "/form-variables?deserializeValues=false", null).reussie()
			.path(variable)
			.path("value")
			.asText();
	}

	/** Sends the start form of a process and returns the business key. */
	public Reponse demarrer(String login, String processus, Map<String, ?> saisie) {
		return appeler(login, "POST", "/process-definition/key/" + processus + "/submit-form",
				variables(saisie, this.json.createObjectNode()));
	}

	/** Sends the form of a task by its id. */
	public Reponse envoyer(String login, String tache, Map<String, ?> saisie) {
		boolean listes = saisie.values().stream().anyMatch((valeur) -> valeur instanceof Collection<?>);
		JsonNode montrees = listes
				? appeler(login, "GET", "/task/" + tache + "/form-variables?deserializeValues=false", null).corps()
				: this.json.createObjectNode();
		return appeler(login, "POST", "/task/" + tache + "/submit-form", variables(saisie, montrees));
	}

	/** The page of a filter that Tasklist shows: its tasks with their variables. */
	public Reponse page(String login, String filtre, int taille) {
		return session(login).send("POST", MOTEUR + "/filter/" + filtre + "/list?firstResult=0&maxResults=" + taille,
				"application/json", "application/hal+json",
				"{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}");
	}

	/** Any other call below the engine. */
	public Reponse appeler(String login, String methode, String chemin, Object corps) {
		return session(login).appeler(methode, MOTEUR + chemin, corps);
	}

	private Session session(String login) {
		return this.sessions.computeIfAbsent(login, Session::new);
	}

	/**
	 * A list goes as JSON inside a text, with the type of the variable that the form
	 * showed, as Tasklist sends it: a list that nobody filled before is a Null.
	 */
	private Map<String, Object> variables(Map<String, ?> saisie, JsonNode montrees) {
		Map<String, Object> variables = new LinkedHashMap<>();
		saisie.forEach((nom, valeur) -> variables.put(nom,
				(valeur instanceof Collection<?>)
						? Map.of("type", montrees.path(nom).path("type").asText("Json"), "value", texte(valeur))
						: Collections.singletonMap("value", valeur)));
		return Map.of("variables", variables);
	}

	private String texte(Object valeur) {
		try {
			return this.json.writeValueAsString(valeur);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	/** What the application answered. */
	public record Reponse(int statut, JsonNode corps) {

		/** The body of an answer that had to succeed. */
		public JsonNode reussie() {
			if (this.statut / 100 != 2) {
				throw new AssertionError("Answered " + this.statut + " " + this.corps);
			}
			return this.corps;
		}

	}

	/** One signed-in browser. */
	private final class Session {

		private final CookieManager cookies = new CookieManager();

		private final HttpClient http = HttpClient.newBuilder().cookieHandler(this.cookies).build();

		private Session(String login) {
			send("GET", "/camunda/app/tasklist/default/", "text/html", null);
			Reponse signedIn = send("POST", "/camunda/api/admin/auth/user/default/login/tasklist",
					"application/x-www-form-urlencoded", "username=" + login + "&password=demo");
			signedIn.reussie();
			// Signing in opened a new session, whose token against forgery comes with a
			// first reading.
			send("GET", MOTEUR + "/user/" + login + "/profile", "application/json", null);
		}

		private Reponse appeler(String methode, String chemin, Object corps) {
			try {
				return send(methode, chemin, "application/json",
						(corps != null) ? Tasklist.this.json.writeValueAsString(corps) : null);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

		private Reponse send(String methode, String chemin, String type, String corps) {
			return send(methode, chemin, type, "*/*", corps);
		}

		private Reponse send(String methode, String chemin, String type, String attendu, String corps) {
			HttpRequest.Builder request = HttpRequest
				.newBuilder(URI.create("http://localhost:"
						+ Tasklist.this.environment.getRequiredProperty("local.server.port") + chemin))
				.header("Content-Type", type)
				.header("Accept", attendu)
				.method(methode, (corps != null) ? BodyPublishers.ofString(corps) : BodyPublishers.noBody());
			this.cookies.getCookieStore()
				.getCookies()
				.stream()
				.filter((cookie) -> cookie.getName().equals("XSRF-TOKEN"))
				.map(HttpCookie::getValue)
				.forEach((token) -> request.header("X-XSRF-TOKEN", token));
			try {
				HttpResponse<String> response = this.http.send(request.build(), BodyHandlers.ofString());
				boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
				return new Reponse(response.statusCode(),
						json ? Tasklist.this.json.readTree(response.body()) : Tasklist.this.json.missingNode());
			}
			catch (IOException ex) {
				throw new IllegalStateException(methode + " " + chemin, ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}

	}

}
