package org.compagnonnage.partner;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Logs one line per call, without personal data: no body, no header, no free text of the
 * caller; and turns what the filters refuse into problems.
 */
class AuditFilter extends OncePerRequestFilter {

	private static final Logger audit = LoggerFactory.getLogger("org.compagnonnage.partner.audit");

	private final ProblemeWriter writer;

	AuditFilter(ProblemeWriter writer) {
		this.writer = writer;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException {
		long debut = System.nanoTime();
		try {
			chain.doFilter(request, response);
		}
		catch (ProblemeException probleme) {
			this.writer.ecrire(request, response, probleme);
		}
		catch (Exception ex) {
			this.writer.ecrire(request, response, this.writer.panne(request, ex));
		}
		finally {
			noter(request, response, debut);
		}
	}

	/** The line of a call that was just answered; {@code debut} in nanoseconds. */
	static void noter(HttpServletRequest request, HttpServletResponse response, long debut) {
		Object motif = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		Partenaire partenaire = CleFilter.partenaire(request);
		audit.info("appel={} partenaire={} cle={} methode={} adresse={} statut={} emplacement={} rejoue={} ms={}",
				ProblemeWriter.appel(request), (partenaire != null) ? partenaire.id() : "-",
				(partenaire != null) ? partenaire.cle() : "-", request.getMethod(), (motif != null) ? motif : "-",
				response.getStatus(), chemin(response.getHeader("Location")), IdempotenceFilter.rejoue(request),
				(System.nanoTime() - debut) / 1_000_000);
	}

	private static String chemin(String location) {
		return (location != null) ? location.substring(location.lastIndexOf('/') + 1) : "-";
	}

}
