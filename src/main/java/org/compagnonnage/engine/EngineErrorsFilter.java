package org.compagnonnage.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.camunda.bpm.engine.TaskService;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns the errors of the engine's REST interface into the right status and French words:
 * a task of another périmètre is 404 and a second claim or completion 409, where the
 * engine answers 500 (ENGINE-13034).
 */
@Component
class EngineErrorsFilter extends OncePerRequestFilter {

	private static final Pattern TACHE = Pattern.compile("/task/([^/]+)(?:/.*)?");

	private final ObjectMapper json;

	private final TaskService tasks;

	EngineErrorsFilter(ObjectMapper json, TaskService tasks) {
		this.json = json;
		this.tasks = tasks;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ErrorResponse held = new ErrorResponse(response);
		chain.doFilter(request, held);
		if (held.holds()) {
			JsonNode error = error(held.body.toByteArray());
			if (error.path("type").asText("").startsWith("urn:")) {
				response.getOutputStream().write(held.body.toByteArray());
				return;
			}
			response.resetBuffer();
			response.setHeader("Content-Encoding", null);
			EngineProblems.write(response, held.getStatus(),
					tacheDisparue(request) ? EngineProblems.ErreurMoteur.SIMULTANEE
							: new EngineProblems.ErreurMoteur(error.path("type").asText(""),
									error.path("message").asText(""), error.path("code").asInt(0),
									EngineRest.vueDeLaTache(request)));
		}
	}

	/**
	 * Whether the task was there when the call came and is no longer: somebody completed
	 * it meanwhile, and what the engine stumbled upon (a missing execution, candidate or
	 * subscription) depends on the moment.
	 */
	private boolean tacheDisparue(HttpServletRequest request) {
		return EngineRest.vueDeLaTache(request) != EngineRest.Vue.INCONNUE && EngineRest.path(request)
			.map(TACHE::matcher)
			.filter(Matcher::matches)
			.filter((path) -> this.tasks.createTaskQuery().taskId(path.group(1)).count() == 0)
			.isPresent();
	}

	private JsonNode error(byte[] body) {
		try {
			return this.json.readTree(body);
		}
		catch (IOException ex) {
			return this.json.createObjectNode();
		}
	}

	/** Holds back the body of an error; everything else passes at once. */
	private static final class ErrorResponse extends HttpServletResponseWrapper {

		private final ByteArrayOutputStream body = new ByteArrayOutputStream();

		private boolean opened;

		private boolean error;

		private PrintWriter writer;

		ErrorResponse(HttpServletResponse response) {
			super(response);
		}

		boolean holds() {
			if (this.writer != null) {
				this.writer.flush();
			}
			return this.error || (!this.opened && !isCommitted() && getStatus() >= 400 && getStatus() != 401);
		}

		@Override
		public void sendError(int status) {
			setStatus(status);
			this.error = true;
		}

		@Override
		public void sendError(int status, String message) {
			sendError(status);
		}

		@Override
		public void setContentLength(int length) {
			if (getStatus() < 400) {
				super.setContentLength(length);
			}
		}

		@Override
		public void setContentLengthLong(long length) {
			if (getStatus() < 400) {
				super.setContentLengthLong(length);
			}
		}

		@Override
		public void flushBuffer() throws IOException {
			if (!this.error) {
				super.flushBuffer();
			}
		}

		@Override
		public PrintWriter getWriter() throws IOException {
			if (this.writer == null) {
				this.writer = new PrintWriter(
						new java.io.OutputStreamWriter(getOutputStream(), java.nio.charset.StandardCharsets.UTF_8));
			}
			return this.writer;
		}

		@Override
		public ServletOutputStream getOutputStream() throws IOException {
			ServletOutputStream real = super.getOutputStream();
			return new ServletOutputStream() {

				@Override
				public boolean isReady() {
					return real.isReady();
				}

				@Override
				public void setWriteListener(WriteListener listener) {
					real.setWriteListener(listener);
				}

				@Override
				public void write(int b) throws IOException {
					write(new byte[] { (byte) b }, 0, 1);
				}

				@Override
				public void write(byte[] buffer, int offset, int length) throws IOException {
					if (!ErrorResponse.this.opened && getStatus() >= 400) {
						ErrorResponse.this.error = true;
					}
					ErrorResponse.this.opened = true;
					if (ErrorResponse.this.error) {
						ErrorResponse.this.body.write(buffer, offset, length);
					}
					else {
						real.write(buffer, offset, length);
					}
				}

				@Override
				public void flush() throws IOException {
					if (!ErrorResponse.this.error) {
						real.flush();
					}
				}

			};
		}

	}

}
