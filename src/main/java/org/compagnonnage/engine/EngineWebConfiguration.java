package org.compagnonnage.engine;

import java.util.Arrays;
import java.util.List;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who reaches which address: {@code /engine-rest} under HTTP Basic with the engine's
 * accounts, the web applications under their own session, and nothing that is not named.
 */
@Configuration(proxyBeanMethods = false)
class EngineWebConfiguration {

	@Bean
	@Order(10)
	SecurityFilterChain engineRestSecurity(HttpSecurity http, IdentityService identity) throws Exception {
		AuthenticationEntryPoint entryPoint = (request, response, ex) -> {
			response.setHeader("WWW-Authenticate", "Basic realm=\"Compagnonnage\", charset=\"UTF-8\"");
			EngineProblems.write(response, HttpStatus.UNAUTHORIZED, "connexion",
					"Identifiant ou mot de passe absent ou incorrect.", List.of());
		};
		return http.securityMatcher(anyOf("/engine-rest", "/engine-rest/**"))
			.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.authenticationManager(new ProviderManager(new EngineAccounts(identity)))
			.httpBasic((basic) -> basic.authenticationEntryPoint(entryPoint))
			.exceptionHandling((exceptions) -> exceptions.authenticationEntryPoint(entryPoint))
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.addFilterAfter(asFilter(identity), AuthorizationFilter.class)
			.build();
	}

	/** The web applications bring their own login, session and CSRF protection. */
	@Bean
	@Order(20)
	SecurityFilterChain webApplicationsSecurity(HttpSecurity http) throws Exception {
		return http.securityMatcher(anyOf("/", "/camunda", "/camunda/**"))
			.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(AbstractHttpConfigurer::disable)
			.headers((headers) -> headers.cacheControl((cache) -> cache.disable())
				.frameOptions((frame) -> frame.sameOrigin()))
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	@Bean
	@Order(100)
	SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
		return http.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers("/actuator/health", "/actuator/health/**", "/error")
						.permitAll()
						.anyRequest()
						.denyAll())
			.build();
	}

	/**
	 * Matches the whole path, whichever servlet serves it: the engine's is not Spring's.
	 */
	private static RequestMatcher anyOf(String... patterns) {
		return new OrRequestMatcher(Arrays.stream(patterns)
			.<RequestMatcher>map((pattern) -> PathPatternRequestMatcher.withDefaults().matcher(pattern))
			.toList());
	}

	@Bean
	FilterRegistrationBean<EngineErrorsFilter> engineErrorsRegistration(EngineErrorsFilter filter) {
		return engineRestFilter(filter);
	}

	@Bean
	FilterRegistrationBean<DefaultLimitFilter> defaultLimitRegistration(CamundaBpmProperties camunda) {
		Object limit = camunda.getGenericProperties().getProperties().get("query-max-results-limit");
		FilterRegistrationBean<DefaultLimitFilter> registration = new FilterRegistrationBean<>(
				new DefaultLimitFilter(Integer.parseInt(String.valueOf(limit))));
		registration.addUrlPatterns("/camunda/api/engine/*");
		return registration;
	}

	static <T extends Filter> FilterRegistrationBean<T> engineRestFilter(T filter) {
		FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
		registration.addUrlPatterns(EngineRest.PATTERNS);
		registration.setDispatcherTypes(DispatcherType.REQUEST);
		registration.setMatchAfter(true);
		return registration;
	}

	/**
	 * Lets the engine see who is calling, with groups and périmètres, for the length of a
	 * request.
	 */
	private static Filter asFilter(IdentityService identity) {
		return (request, response, chain) -> {
			Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
			String user = authentication.getName();
			List<String> groups = identity.createGroupQuery()
				.groupMember(user)
				.unlimitedList()
				.stream()
				.map((group) -> group.getId())
				.toList();
			List<String> tenants = identity.createTenantQuery()
				.userMember(user)
				.includingGroupsOfUser(true)
				.unlimitedList()
				.stream()
				.map((tenant) -> tenant.getId())
				.toList();
			identity.setAuthentication(user, groups, tenants);
			try {
				chain.doFilter(request, response);
			}
			finally {
				identity.clearAuthentication();
			}
		};
	}

	/** The engine's own accounts and passwords. */
	private record EngineAccounts(IdentityService identity) implements AuthenticationProvider {

		@Override
		public Authentication authenticate(Authentication authentication) throws AuthenticationException {
			String user = authentication.getName();
			Object password = authentication.getCredentials();
			if (user == null || !user.matches("[a-zA-Z0-9-]+") || password == null
					|| !this.identity.checkPassword(user, password.toString())) {
				throw new BadCredentialsException("Unknown account or wrong password");
			}
			return UsernamePasswordAuthenticationToken.authenticated(user, null, List.of());
		}

		@Override
		public boolean supports(Class<?> type) {
			return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
		}

	}

}
