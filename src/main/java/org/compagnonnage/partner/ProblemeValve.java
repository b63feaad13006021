package org.compagnonnage.partner;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

import org.springframework.http.MediaType;

/**
 * Gives the requests under {@code /api/v1} that the web server refuses before any filter
 * (a NUL or an encoded slash in the address) the same kind of problem.
 */
public class ProblemeValve extends ErrorReportValve {

	private static final String CORPS = """
			{"type":"%s","title":"%s","status":%d,"detail":"%s","instance":"urn:uuid:%s"}""";

	@Override
	protected void report(Request request, Response response, Throwable throwable) {
		String adresse = request.getRequestURI();
		int statut = response.getStatus();
		// An address that cannot be read is anybody's.
		boolean ailleurs = adresse != null && !adresse.isEmpty() && !adresse.startsWith("/api/v1");
		if (ailleurs || statut < 400) {
			super.report(request, response, throwable);
			return;
		}
		if (response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		try {
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			// 501 is what it says of a transfer coding that nobody knows.
			boolean refus = statut < 500 || statut == HttpServletResponse.SC_NOT_IMPLEMENTED;
			TypeProbleme type = refus ? TypeProbleme.PARAMETRE_INVALIDE : TypeProbleme.ERREUR_INTERNE;
			response.setStatus(type.statut().value());
			PrintWriter sortie = response.getReporter();
			if (sortie != null) {
				sortie.write(ascii(CORPS.formatted(type.uri(), type.titre(), type.statut().value(),
						refus ? "L'adresse ou un en-tête de la requête contient des caractères interdits."
								: "Rien n'a été enregistré.",
						UUID.randomUUID())));
				response.finishResponse();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// This writer would announce and use another charset than UTF-8.
	private static String ascii(String json) {
		StringBuilder ascii = new StringBuilder();
		json.chars()
			.forEach((lettre) -> ascii.append((lettre < 128) ? (char) lettre : String.format("\\u%04x", lettre)));
		return ascii.toString();
	}

}
