package org.compagnonnage.partner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Writes a refusal as {@code application/problem+json} (RFC 9457), whatever the caller
 * accepts.
 */
@Component
class ProblemeWriter {

	private static final Logger log = LoggerFactory.getLogger(ProblemeWriter.class);

	private static final String APPEL = ProblemeWriter.class.getName() + ".APPEL";

	private final ObjectMapper json;

	ProblemeWriter(ObjectMapper json) {
		this.json = json;
	}

	/** The id of this call, in its audit line and in its problem. */
	static UUID appel(HttpServletRequest request) {
		UUID appel = (UUID) request.getAttribute(APPEL);
		if (appel == null) {
			appel = UUID.randomUUID();
			request.setAttribute(APPEL, appel);
		}
		return appel;
	}

	/** A refusal as the caller reads it. */
	static Map<String, Object> corps(ProblemeException probleme, UUID appel) {
		Map<String, Object> corps = new LinkedHashMap<>();
		corps.put("type", probleme.type().uri());
		corps.put("title", probleme.type().titre());
		corps.put("status", probleme.type().statut().value());
		corps.put("detail", probleme.getMessage());
		corps.put("instance", "urn:uuid:" + appel);
		if (!probleme.erreurs().isEmpty()) {
			corps.put("erreurs", probleme.erreurs());
		}
		return corps;
	}

	void ecrire(HttpServletRequest request, HttpServletResponse response, ProblemeException probleme)
			throws IOException {
		if (response.isCommitted()) {
			return;
		}
		byte[] octets = this.json.writeValueAsString(corps(probleme, appel(request))).getBytes(StandardCharsets.UTF_8);
		response.resetBuffer();
		response.setStatus(probleme.type().statut().value());
		probleme.entetes().forEach((nom, valeurs) -> valeurs.forEach((valeur) -> response.addHeader(nom, valeur)));
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setHeader(HttpHeaders.CONTENT_LANGUAGE, "fr");
		response.setContentLength(octets.length);
		response.getOutputStream().write(octets);
	}

	static ProblemeException caracteresInterdits() {
		return new ProblemeException(TypeProbleme.PARAMETRE_INVALIDE,
				"L'adresse ou un en-tête de la requête contient des caractères interdits.");
	}

	/**
	 * Turns a failure into a problem that tells nothing of its inside: it is ours, unless
	 * the firewall refused a header when it was read.
	 */
	ProblemeException panne(HttpServletRequest request, Exception cause) {
		if (cause instanceof RequestRejectedException) {
			return caracteresInterdits();
		}
		log.error("L'appel {} a échoué", appel(request), cause);
		if (cause instanceof DataAccessResourceFailureException || cause instanceof CannotCreateTransactionException) {
			return indisponible();
		}
		return erreurInterne();
	}

	static ProblemeException indisponible() {
		return new ProblemeException(TypeProbleme.INDISPONIBLE,
				"Le service ne peut pas répondre pour l'instant. Recommencez dans une minute.")
			.avec(HttpHeaders.RETRY_AFTER, "60");
	}

	static ProblemeException erreurInterne() {
		return new ProblemeException(TypeProbleme.ERREUR_INTERNE,
				"Rien n'a été enregistré. Si l'erreur persiste, transmettez-nous la valeur du champ « instance ».");
	}

}
