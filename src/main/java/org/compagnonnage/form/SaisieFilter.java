package org.compagnonnage.form;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.compagnonnage.engine.EngineProblems;
import org.compagnonnage.engine.EngineRest;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands in front of both addresses of the engine's REST interface and stops what a form
 * did not offer, whatever client sends it: Tasklist, a script or a tool.
 */
class SaisieFilter extends OncePerRequestFilter {

	/** Largest body of a form, in bytes: some texts of 4 000 characters. */
	static final int MAX = 256 * 1024;

	private final IdentityService identity;

	private final Saisies saisies;

	private final ObjectMapper json;

	private final ObjectReader lecture;

	SaisieFilter(IdentityService identity, Saisies saisies, ObjectMapper json) {
		this.identity = identity;
		this.saisies = saisies;
		this.json = json;
		this.lecture = json.reader()
			.with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var authentication = this.identity.getCurrentAuthentication();
		Optional<Route> route = EngineRest.path(request).flatMap((path) -> Route.of(request.getMethod(), path));
		if (route.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		if (authentication == null) {
			EngineProblems.write(response, HttpStatus.UNAUTHORIZED, "connexion", "Connectez-vous pour continuer.",
					List.of());
			return;
		}
		JsonNode corps;
		try {
			List<String> groupes = (authentication.getGroupIds() != null) ? authentication.getGroupIds() : List.of();
			corps = this.saisies.verifier(route.get(), authentication.getUserId(), groupes,
					corps(route.get(), request));
			switch (route.get().action()) {
				case DEMARRER, INTERDIRE -> {
					// No task.
				}
				case PRENDRE -> EngineRest.tacheVue(request, EngineRest.Vue.LIBRE);
				default -> EngineRest.tacheVue(request, EngineRest.Vue.PRESENTE);
			}
		}
		catch (SaisieRefusee ex) {
			EngineProblems.write(response, ex.status(), "saisie-refusee", ex.getMessage(), ex.erreurs());
			return;
		}
		catch (ProcessEngineException ex) {
			EngineProblems.write(response, ex);
			return;
		}
		// The engine gets what was checked, not what was sent: two parsers never have to
		// agree.
		chain.doFilter(new CheckedBody(request, this.json.writeValueAsBytes(corps)), response);
	}

	private JsonNode corps(Route route, HttpServletRequest request) throws IOException {
		if (route.action() == Route.Action.INTERDIRE) {
			return this.json.createObjectNode();
		}
		byte[] body = request.getInputStream().readNBytes(MAX + 1);
		if (body.length > MAX) {
			throw new SaisieRefusee(HttpStatus.PAYLOAD_TOO_LARGE, "Cet envoi dépasse 256 Kio.");
		}
		if (body.length == 0) {
			return this.json.createObjectNode();
		}
		String type = request.getContentType();
		if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
			throw new SaisieRefusee(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Cet envoi doit être du JSON.");
		}
		try {
			JsonNode read = this.lecture.readTree(body);
			if (read.isObject()) {
				return read;
			}
		}
		catch (JsonProcessingException ex) {
			// The person is told below, without the parser's English words.
		}
		catch (IOException ex) {
			throw new SaisieRefusee(HttpStatus.BAD_REQUEST, "Cet envoi est incomplet.");
		}
		throw new SaisieRefusee(HttpStatus.BAD_REQUEST, "Cet envoi n'est pas un objet JSON valide.");
	}

	/** The request with the body that was checked. */
	private static final class CheckedBody extends HttpServletRequestWrapper {

		private final byte[] body;

		CheckedBody(HttpServletRequest request, byte[] body) {
			super(request);
			this.body = body;
		}

		@Override
		public ServletInputStream getInputStream() {
			ByteArrayInputStream content = new ByteArrayInputStream(this.body);
			return new ServletInputStream() {

				@Override
				public boolean isFinished() {
					return content.available() == 0;
				}

				@Override
				public boolean isReady() {
					return true;
				}

				@Override
				public void setReadListener(ReadListener listener) {
					throw new IllegalStateException("The body is read synchronously");
				}

				@Override
				public int read() {
					return content.read();
				}

				@Override
				public int read(byte[] buffer, int offset, int length) {
					return content.read(buffer, offset, length);
				}

			};
		}

		@Override
		public String getContentType() {
			return MediaType.APPLICATION_JSON_VALUE;
		}

		@Override
		public int getContentLength() {
			return this.body.length;
		}

		@Override
		public long getContentLengthLong() {
			return this.body.length;
		}

		@Override
		public String getHeader(String name) {
			return "Content-Length".equalsIgnoreCase(name) ? String.valueOf(this.body.length)
					: "Content-Type".equalsIgnoreCase(name) ? MediaType.APPLICATION_JSON_VALUE : super.getHeader(name);
		}

		@Override
		public Enumeration<String> getHeaders(String name) {
			return ("Content-Length".equalsIgnoreCase(name) || "Content-Type".equalsIgnoreCase(name))
					? Collections.enumeration(List.of(getHeader(name))) : super.getHeaders(name);
		}

		@Override
		public java.io.BufferedReader getReader() {
			return new java.io.BufferedReader(new java.io.InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
		}

	}

}
