package org.compagnonnage.partner;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Reads what a proxy says of the address that was called, as Spring's filter does, in
 * whose place it stands: under {@code /api/v1}, what cannot be read or makes no address
 * is answered with a problem, and not without a body.
 */
@Component
@ConditionalOnProperty(name = "server.forward-headers-strategy", havingValue = "framework")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProxyFilter extends ForwardedHeaderFilter {

	private final ProblemeWriter writer;

	ProxyFilter(ProblemeWriter writer) {
		this.writer = writer;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!PartnerSecurity.concerne(request)) {
			super.doFilterInternal(request, response, chain);
			return;
		}
		Refus refus = new Refus(request, response);
		super.doFilterInternal(request, refus, (lue, reponse) -> {
			if (estUneAdresse((HttpServletRequest) lue)) {
				// Spring's response would only rewrite redirects: there are none here.
				chain.doFilter(lue, response);
			}
			else {
				refus.sendError(HttpServletResponse.SC_BAD_REQUEST);
			}
		});
	}

	/** Whether an answer can tell of addresses here. */
	private static boolean estUneAdresse(HttpServletRequest request) {
		try {
			URI racine = new URI(ServletUriComponentsBuilder.fromContextPath(request).build().toUriString());
			return racine.getAuthority() != null && List.of("http", "https").contains(racine.getScheme());
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/** Where Spring's filter says that it cannot read a header: nobody else has it. */
	private final class Refus extends HttpServletResponseWrapper {

		private final long debut = System.nanoTime();

		private final HttpServletRequest request;

		Refus(HttpServletRequest request, HttpServletResponse response) {
			super(response);
			this.request = request;
		}

		@Override
		public void sendError(int statut) throws IOException {
			ProxyFilter.this.writer.ecrire(this.request, (HttpServletResponse) getResponse(),
					new ProblemeException(TypeProbleme.PARAMETRE_INVALIDE,
							"Un en-tête « Forwarded » ou « X-Forwarded-… » de la requête est mal formé."));
			AuditFilter.noter(this.request, (HttpServletResponse) getResponse(), this.debut);
		}

	}

}
