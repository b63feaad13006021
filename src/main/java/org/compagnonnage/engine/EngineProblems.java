package org.compagnonnage.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngineException;

import org.springframework.http.HttpStatus;

/**
 * Problems of the engine's REST interface as RFC 9457 asks for, in French. The member
 * {@code message} repeats the detail because Tasklist and Cockpit show that one.
 */
public final class EngineProblems {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final String INTERNE = "L'opération n'a pas pu aboutir : rien n'a été enregistré. "
			+ "Réessayez, et prévenez la personne responsable si cela continue.";

	private EngineProblems() {
	}

	public static void write(HttpServletResponse response, HttpStatus status, String type, String detail,
			List<?> erreurs) throws IOException {
		Map<String, Object> problem = new LinkedHashMap<>();
		problem.put("type", "urn:compagnonnage:probleme:" + type);
		problem.put("title", title(status));
		problem.put("status", status.value());
		problem.put("detail", detail);
		problem.put("message", detail);
		if (!erreurs.isEmpty()) {
			problem.put("erreurs", erreurs);
		}
		byte[] body = JSON.writeValueAsBytes(problem);
		response.setStatus(status.value());
		response.setContentType("application/problem+json");
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	public static void write(HttpServletResponse response, ProcessEngineException exception) throws IOException {
		write(response, 500, new ErreurMoteur(exception.getClass().getSimpleName(),
				String.valueOf(exception.getMessage()), exception.getCode(), EngineRest.Vue.INCONNUE));
	}

	/**
	 * Answers an error of the engine with the status and the words that a person needs.
	 * @param status status that the engine chose
	 * @param erreur what the engine says
	 */
	static void write(HttpServletResponse response, int status, ErreurMoteur erreur) throws IOException {
		if (erreur.code() == Interdit.CODE) {
			write(response, HttpStatus.FORBIDDEN, "interdit", erreur.propos(), List.of());
		}
		else if (erreur.code() == Interdit.CODE_TACHE_PRISE) {
			write(response, erreur.tacheVue().libre() ? HttpStatus.CONFLICT : HttpStatus.FORBIDDEN, "tache-prise",
					erreur.propos(), List.of());
		}
		else if (erreur.code() == DemandeImpossible.CODE) {
			write(response, HttpStatus.BAD_REQUEST, "demande-refusee", erreur.propos(), List.of());
		}
		else if (erreur.type().equals("AuthorizationException")) {
			write(response, HttpStatus.FORBIDDEN, "interdit", detail(HttpStatus.FORBIDDEN), List.of());
		}
		else if (erreur.type().equals("TaskAlreadyClaimedException")) {
			write(response, HttpStatus.CONFLICT, "tache-prise", "Cette tâche est déjà prise par une autre personne.",
					List.of());
		}
		else if (erreur.simultanee()) {
			write(response, HttpStatus.CONFLICT, "conflit",
					"Quelqu'un a modifié ce dossier au même moment : rien n'a été enregistré, rechargez la page.",
					List.of());
		}
		else if (erreur.introuvable()) {
			write(response, HttpStatus.NOT_FOUND, "introuvable", detail(HttpStatus.NOT_FOUND), List.of());
		}
		else if (erreur.suspendue()) {
			write(response, HttpStatus.CONFLICT, "suspendu", "Ce dossier est suspendu : rien n'a été enregistré.",
					List.of());
		}
		else if (erreur.sansSuite()) {
			write(response, HttpStatus.BAD_REQUEST, "demande-refusee",
					"Cette tâche n'attend pas ce signalement : rien n'a été enregistré.", List.of());
		}
		else if (erreur.tropDeResultats()) {
			write(response, HttpStatus.BAD_REQUEST, "demande-refusee",
					"Cette liste peut être longue : demandez-la par pages, avec firstResult et maxResults (2 000 au plus).",
					List.of());
		}
		else {
			HttpStatus known = HttpStatus.resolve(status);
			HttpStatus kept = (known != null) ? known : HttpStatus.INTERNAL_SERVER_ERROR;
			write(response, kept, kept.is5xxServerError() ? "interne" : "demande-refusee", detail(kept), List.of());
		}
	}

	private static String detail(HttpStatus status) {
		return switch (status) {
			case BAD_REQUEST -> "La demande n'est pas complète ou n'a pas la forme attendue.";
			case UNAUTHORIZED -> "Connectez-vous pour continuer.";
			case FORBIDDEN -> "Vous n'avez pas le droit de faire cela.";
			case NOT_FOUND -> "Cet élément n'existe pas, ou il ne fait pas partie de vos périmètres.";
			case METHOD_NOT_ALLOWED -> "Cette adresse n'accepte pas cette opération.";
			case CONFLICT -> "L'état du dossier ne permet pas cette opération.";
			case UNSUPPORTED_MEDIA_TYPE -> "Ce format n'est pas accepté : envoyez du JSON.";
			default -> status.is5xxServerError() ? INTERNE : "La demande ne peut pas être acceptée.";
		};
	}

	private static String title(HttpStatus status) {
		return switch (status) {
			case BAD_REQUEST -> "Saisie refusée";
			case UNAUTHORIZED -> "Connexion nécessaire";
			case FORBIDDEN -> "Accès refusé";
			case NOT_FOUND -> "Introuvable";
			case CONFLICT -> "Conflit";
			case PAYLOAD_TOO_LARGE -> "Envoi trop grand";
			case UNSUPPORTED_MEDIA_TYPE -> "Format refusé";
			default -> status.is5xxServerError() ? "Erreur interne" : "Demande refusée";
		};
	}

	/**
	 * What the engine says of an error.
	 *
	 * @param type simple name of its exception
	 * @param message its English message, never shown but for our own words in it
	 * @param code its code, 0 when it gives none
	 * @param tacheVue how the task of the call was found when the call came
	 */
	record ErreurMoteur(String type, String message, int code, EngineRest.Vue tacheVue) {

		/** Somebody else was faster. */
		static final ErreurMoteur SIMULTANEE = new ErreurMoteur("OptimisticLockingException", "", 0,
				EngineRest.Vue.PRESENTE);

		private static final Pattern PREFIXE = Pattern.compile("^(?:Cannot [a-z ]+ \\S+: )+");

		private static final int VERROU_OPTIMISTE = 1;

		private static final int INTERBLOCAGE = 10_000;

		private static final int CLE_ETRANGERE = 10_001;

		/** Our own message, without what the engine puts before it. */
		String propos() {
			return PREFIXE.matcher(this.message).replaceFirst("");
		}

		boolean simultanee() {
			return this.code == VERROU_OPTIMISTE || this.code == INTERBLOCAGE || this.code == CLE_ETRANGERE
					|| this.type.equals("OptimisticLockingException") || this.message.contains("ENGINE-03005");
		}

		boolean introuvable() {
			return this.message.contains("no authenticated tenant") || this.message.contains("Cannot find task with id")
					|| this.message.contains("task is null");
		}

		boolean suspendue() {
			return this.message.contains("is suspended");
		}

		boolean sansSuite() {
			return this.message.contains("ENGINE-13033") || this.message.contains("ENGINE-02042")
					|| this.message.contains("ENGINE-02043");
		}

		boolean tropDeResultats() {
			return this.message.contains("unbound number of results") || this.message.contains("Max results limit");
		}

	}

}
