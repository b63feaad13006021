package org.compagnonnage.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
		write(response, 500, exception.getClass().getSimpleName(), String.valueOf(exception.getMessage()));
	}

	/**
	 * Answers an error of the engine with the status and the words that a person needs.
	 * @param status status that the engine chose
	 * @param type simple name of the engine's exception
	 * @param message the engine's English message, never shown
	 */
	static void write(HttpServletResponse response, int status, String type, String message) throws IOException {
		if (type.equals(Interdit.class.getSimpleName())) {
			write(response, HttpStatus.FORBIDDEN, "interdit", message, List.of());
		}
		else if (type.equals(DemandeImpossible.class.getSimpleName())) {
			write(response, HttpStatus.BAD_REQUEST, "demande-refusee", message, List.of());
		}
		else if (type.equals("AuthorizationException")) {
			write(response, HttpStatus.FORBIDDEN, "interdit", "Vous n'avez pas le droit de faire cela.", List.of());
		}
		else if (type.equals("TaskAlreadyClaimedException")) {
			write(response, HttpStatus.CONFLICT, "tache-prise", "Cette tâche est déjà prise par une autre personne.",
					List.of());
		}
		else if (type.equals("OptimisticLockingException") || message.contains("ENGINE-03005")) {
			write(response, HttpStatus.CONFLICT, "conflit",
					"Quelqu'un a modifié ce dossier au même moment : rien n'a été enregistré, rechargez la page.",
					List.of());
		}
		else if (message.contains("no authenticated tenant") || message.startsWith("Cannot find task with id")) {
			write(response, HttpStatus.NOT_FOUND, "introuvable",
					"Cet élément n'existe pas, ou il ne fait pas partie de vos périmètres.", List.of());
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

}
