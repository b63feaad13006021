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

	static final String POLITIQUE = "RateLimit-Policy";

	static final String RESTE = "RateLimit";

	private final Seaux seaux;

	private final PartnerSettings settings;

	DebitFilter(Seaux seaux, PartnerSettings settings) {
		this.seaux = seaux;
		this.settings = settings;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ConsumptionProbe reponse = this.seaux.prendre(CleFilter.partenaire(request).cle());
		response.setHeader(POLITIQUE, politique(this.settings));
		response.setHeader(RESTE, reste(reponse.getRemainingTokens(), secondes(reponse.getNanosToWaitForReset())));
		if (!reponse.isConsumed()) {
			throw tropDeRequetes(this.settings, Math.max(1, secondes(reponse.getNanosToWaitForRefill())));
		}
		chain.doFilter(request, response);
	}

	/** What a key may do, in the header {@link #POLITIQUE}. */
	static String politique(PartnerSettings settings) {
		return "\"debit\";q=" + settings.appelsParMinute() + ";w=60, \"rafale\";q=" + settings.rafale();
	}

	/**
	 * What it may do still, in the header {@link #RESTE}.
	 * @param secondes until it may do everything again
	 */
	static String reste(long appels, long secondes) {
		return "\"rafale\";r=" + appels + ";t=" + secondes;
	}

	static ProblemeException tropDeRequetes(PartnerSettings settings, long attente) {
		return new ProblemeException(TypeProbleme.TROP_DE_REQUETES,
				"Cette clé permet " + settings.appelsParMinute() + " appels par minute et " + settings.rafale()
						+ " d'affilée. Recommencez dans " + attente + " s.")
			.avec(HttpHeaders.RETRY_AFTER, String.valueOf(attente));
	}

	private static long secondes(long nanos) {
		return (nanos + 999_999_999) / 1_000_000_000;
	}

}
