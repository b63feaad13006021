package org.compagnonnage.partner;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an address that climbs out of {@code /api/v1}: the web server resolves it to
 * another servlet than it is written for, on which Spring Security fails with a 500.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AdresseFilter extends OncePerRequestFilter {

	private final ProblemeWriter writer;

	AdresseFilter(ProblemeWriter writer) {
		this.writer = writer;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String adresse = request.getRequestURI();
		return !adresse.startsWith("/api/v1") || !(adresse + "/").contains("/../");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		this.writer.ecrire(request, response,
				new ProblemeException(TypeProbleme.PARAMETRE_INVALIDE, "L'adresse de la requête est mal formée."));
	}

}
