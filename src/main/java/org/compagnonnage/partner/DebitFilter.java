package org.compagnonnage.partner;

import java.io.IOException;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits the rate of each key, and tells it in the {@code RateLimit} headers
 * (draft-ietf-httpapi-ratelimit-headers).
 */
class DebitFilter extends OncePerRequestFilter {

	private final Seaux seaux;

	private final PartnerSettings settings;

	private final String politique;

	DebitFilter(Seaux seaux, PartnerSettings settings) {
		this.seaux = seaux;
		this.settings = settings;
		this.politique = "\"debit\";q=" + settings.appelsParMinute() + ";w=60, \"rafale\";q=" + settings.rafale();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ConsumptionProbe reponse = this.seaux.prendre(CleFilter.partenaire(request).cle());
		response.setHeader("RateLimit-Policy", this.politique);
		response.setHeader("RateLimit",
				"\"rafale\";r=" + reponse.getRemainingTokens() + ";t=" + secondes(reponse.getNanosToWaitForReset()));
		if (!reponse.isConsumed()) {
			long attente = Math.max(1, secondes(reponse.getNanosToWaitForRefill()));
			throw new ProblemeException(TypeProbleme.TROP_DE_REQUETES,
					"Cette clé permet " + this.settings.appelsParMinute() + " appels par minute et "
							+ this.settings.rafale() + " d'affilée. Recommencez dans " + attente + " s.")
				.avec(HttpHeaders.RETRY_AFTER, String.valueOf(attente));
		}
		chain.doFilter(request, response);
	}

	private static long secondes(long nanos) {
		return (nanos + 999_999_999) / 1_000_000_000;
	}

}
