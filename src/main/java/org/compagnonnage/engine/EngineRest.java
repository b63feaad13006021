package org.compagnonnage.engine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The two addresses of the engine's REST interface: for tools, and inside the web
 * applications.
 */
public final class EngineRest {

	/** Filter patterns of both addresses. */
	public static final String[] PATTERNS = { "/engine-rest/*", "/camunda/api/engine/*" };

	private static final Pattern ADDRESS = Pattern
		.compile("(?:/engine-rest(?:/engine/[^/]+)?|/camunda/api/engine/engine/[^/]+)(/.*)", Pattern.DOTALL);

	private static final String TACHE_VUE = EngineRest.class.getName() + ".tacheVue";

	private EngineRest() {
	}

	/**
	 * Remembers that the task of this call was there, and visible, when the call came: if
	 * the engine does not find it any more, somebody else was faster.
	 */
	public static void tacheVue(HttpServletRequest request) {
		request.setAttribute(TACHE_VUE, Boolean.TRUE);
	}

	static boolean aVuLaTache(HttpServletRequest request) {
		return request.getAttribute(TACHE_VUE) != null;
	}

	/**
	 * The path of a call below the engine, such as {@code /task/4711/complete}; empty for
	 * other addresses.
	 */
	public static Optional<String> path(HttpServletRequest request) {
		String info = (request.getPathInfo() != null) ? request.getPathInfo() : "";
		Matcher matcher = ADDRESS.matcher(request.getServletPath() + info);
		return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

}
