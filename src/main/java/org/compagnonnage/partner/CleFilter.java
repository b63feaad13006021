package org.compagnonnage.partner;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises the partner by its key, {@code Authorization: Bearer} (RFC 6750). */
class CleFilter extends OncePerRequestFilter {

	private static final String PARTENAIRE = CleFilter.class.getName() + ".PARTENAIRE";

	private static final String DEFI = "Bearer realm=\"compagnonnage\"";

	private static final Pattern BEARER = Pattern.compile("Bearer +([A-Za-z0-9._~+/-]{1,200}=*) *",
			Pattern.CASE_INSENSITIVE);

	private final Partenaires partenaires;

	CleFilter(Partenaires partenaires) {
		this.partenaires = partenaires;
	}

	/** The partner who sends this request, or null before it is recognised. */
	static Partenaire partenaire(HttpServletRequest request) {
		return (Partenaire) request.getAttribute(PARTENAIRE);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Partenaire partenaire = reconnaitre(Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)));
		request.setAttribute(PARTENAIRE, partenaire);
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new PreAuthenticatedAuthenticationToken(partenaire, null,
				AuthorityUtils.createAuthorityList("ROLE_PARTENAIRE")));
		SecurityContextHolder.setContext(context);
		chain.doFilter(request, response);
	}

	private Partenaire reconnaitre(List<String> entetes) {
		if (entetes.size() != 1 || !entetes.get(0).regionMatches(true, 0, "Bearer", 0, 6)) {
			throw absente();
		}
		Matcher bearer = BEARER.matcher(entetes.get(0));
		if (!bearer.matches()) {
			throw refusee("Cette clé n'est pas connue.");
		}
		Partenaires.Verification verification = this.partenaires.verifier(bearer.group(1));
		return switch (verification.etat()) {
			case VALABLE -> verification.partenaire();
			case INCONNUE -> throw refusee("Cette clé n'est pas connue.");
			case REVOQUEE -> throw revoquee();
			case SUSPENDUE -> throw refusee("Le compte de cette clé est désactivé.");
			case EXPIREE -> throw refusee("Cette clé est expirée : demandez-en une nouvelle.");
			case REMPLACEE -> throw refusee("Cette clé a été remplacée : utilisez la nouvelle.");
		};
	}

	static ProblemeException absente() {
		return new ProblemeException(TypeProbleme.CLE_ABSENTE,
				"Envoyez votre clé dans un seul en-tête « Authorization: Bearer <clé> ».")
			.avec(HttpHeaders.WWW_AUTHENTICATE, DEFI);
	}

	static ProblemeException revoquee() {
		return refusee("Cette clé est révoquée.");
	}

	private static ProblemeException refusee(String detail) {
		return new ProblemeException(TypeProbleme.CLE_REFUSEE, detail).avec(HttpHeaders.WWW_AUTHENTICATE,
				DEFI + ", error=\"invalid_token\"");
	}

}
