package org.compagnonnage.engine;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives the lists that the web applications ask for without {@code maxResults} (the
 * versions of a process in Cockpit) the engine's limit, where the engine would refuse
 * them; tools that use {@code /engine-rest} have to name their own.
 */
class DefaultLimitFilter extends OncePerRequestFilter {

	private final int limit;

	DefaultLimitFilter(int limit) {
		this.limit = limit;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String query = (request.getQueryString() != null) ? request.getQueryString() : "";
		if (!"GET".equals(request.getMethod()) || query.contains("maxResults=")) {
			chain.doFilter(request, response);
			return;
		}
		String limited = query + (query.isEmpty() ? "" : "&") + "maxResults=" + this.limit;
		chain.doFilter(new HttpServletRequestWrapper(request) {

			@Override
			public String getQueryString() {
				return limited;
			}

		}, response);
	}

}
