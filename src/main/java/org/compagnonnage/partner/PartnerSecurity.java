package org.compagnonnage.partner;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.compagnonnage.document.Depot;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Who may call what in the partner API: a key for {@code /api/v1}, nobody excluded from
 * its documentation.
 */
@Configuration(proxyBeanMethods = false)
class PartnerSecurity {

	private static final String API = "/api/v1";

	static boolean concerne(HttpServletRequest request) {
		String chemin = request.getRequestURI().substring(request.getContextPath().length());
		return chemin.equals(API) || chemin.startsWith(API + "/");
	}

	// The order matters: audit sees all; a call without key costs no quota; a body is
	// read
	// only for those who may send one; the transaction opens when all is read.
	@Bean
	@Order(1)
	SecurityFilterChain apiPartenaire(HttpSecurity http, ProblemeWriter writer, Partenaires partenaires, Seaux seaux,
			Idempotence idempotence, PlatformTransactionManager transactions, PartnerSettings settings, Depot depot)
			throws Exception {
		return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher(API + "/**"))
			.csrf(AbstractHttpConfigurer::disable)
			.formLogin(AbstractHttpConfigurer::disable)
			.httpBasic(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.anonymous(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.addFilterBefore(new AuditFilter(writer), AuthorizationFilter.class)
			.addFilterBefore(new CleFilter(partenaires), AuthorizationFilter.class)
			.addFilterBefore(new DebitFilter(seaux, settings), AuthorizationFilter.class)
			.addFilterBefore(new CorpsFilter(settings, depot), AuthorizationFilter.class)
			.addFilterBefore(new IdempotenceFilter(idempotence, transactions, settings), AuthorizationFilter.class)
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain documentationPartenaire(HttpSecurity http) throws Exception {
		PathPatternRequestMatcher.Builder get = PathPatternRequestMatcher.withDefaults();
		return http
			.securityMatcher(new OrRequestMatcher(get.matcher("/v3/api-docs/**"), get.matcher("/v3/api-docs.yaml"),
					get.matcher("/api"), get.matcher("/swagger-ui/**"), get.matcher("/webjars/swagger-ui/**")))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.authorizeHttpRequests((requests) -> requests.requestMatchers(get.matcher(HttpMethod.GET, "/**"))
				.permitAll()
				.anyRequest()
				.denyAll())
			.build();
	}

	@Bean
	RequestRejectedHandler adressesRefusees(ProblemeWriter writer) {
		RequestRejectedHandler ailleurs = new HttpStatusRequestRejectedHandler();
		return (request, response, ex) -> {
			// The web server asks for its error page with the same verb, which may be
			// refused.
			Object origine = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
			if (concerne(request) || origine instanceof String adresse && adresse.startsWith(API)) {
				refuser(writer, request, response);
			}
			else {
				ailleurs.handle(request, response, ex);
			}
		};
	}

	private static void refuser(ProblemeWriter writer, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		String methodes = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
		boolean methodeConnue = List.of(methodes.split(", ")).contains(request.getMethod());
		writer.ecrire(request, response,
				methodeConnue ? ProblemeWriter.caracteresInterdits()
						: new ProblemeException(TypeProbleme.METHODE_REFUSEE, "Cette méthode HTTP n'est pas connue.")
							.avec(HttpHeaders.ALLOW, methodes));
	}

}
