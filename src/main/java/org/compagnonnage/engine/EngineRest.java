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
	 * Remembers how the task of this call was found before the engine got the call: if
	 * the engine finds it otherwise, somebody else was faster.
	 */
	public static void tacheVue(HttpServletRequest request, Vue vue) {
		request.setAttribute(TACHE_VUE, vue);
	}

	static Vue vueDeLaTache(HttpServletRequest request) {
		return (request.getAttribute(TACHE_VUE) instanceof Vue vue) ? vue : Vue.INCONNUE;
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

	/** How a task was found before the engine got a call. */
	public enum Vue {

		/** Nobody looked. */
		INCONNUE,

		/** It was there. */
		PRESENTE,

		/** It was there and nobody else held it. */
		LIBRE;

		boolean libre() {
			return this == LIBRE;
		}

	}

}
