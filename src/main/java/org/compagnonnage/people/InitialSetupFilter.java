package org.compagnonnage.people;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Closes the page and the call with which Camunda lets a visitor create the first
 * administrator: accounts come from configuration.
 */
class InitialSetupFilter extends OncePerRequestFilter {

	private static final Pattern SETUP = Pattern.compile("(/app/admin/[^/]+/setup|/api/admin/setup)(/.*)?$");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (SETUP.matcher(path(request)).find()) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		chain.doFilter(request, response);
	}

	// Decoded and without path parameters, unlike the request URI.
	private static String path(HttpServletRequest request) {
		String path = request.getServletPath();
		return (request.getPathInfo() != null) ? path + request.getPathInfo() : path;
	}

}
