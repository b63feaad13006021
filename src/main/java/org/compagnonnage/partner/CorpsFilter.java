package org.compagnonnage.partner;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the whole body once, never more than the limit, whether announced or chunked. */
class CorpsFilter extends OncePerRequestFilter {

	private static final Set<String> SANS_CORPS = Set.of("GET", "HEAD", "OPTIONS");

	private final int maximum;

	CorpsFilter(PartnerSettings settings) {
		this.maximum = Math.toIntExact(settings.corpsMaximal().toBytes());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(SANS_CORPS.contains(request.getMethod()) ? request : new CorpsLu(request, lire(request)),
				response);
	}

	private byte[] lire(HttpServletRequest request) {
		byte[] corps = new byte[0];
		try {
			if (request.getContentLengthLong() <= this.maximum) {
				corps = request.getInputStream().readNBytes(this.maximum + 1);
			}
		}
		catch (IOException ex) {
			throw new ProblemeException(TypeProbleme.CORPS_ILLISIBLE,
					"Le corps de la requête n'est pas arrivé en entier.");
		}
		if (request.getContentLengthLong() > this.maximum || corps.length > this.maximum) {
			throw new ProblemeException(TypeProbleme.CORPS_TROP_VOLUMINEUX,
					"Le corps de la requête ne doit pas dépasser " + this.maximum / 1024 + " Kio.");
		}
		return corps;
	}

	/** A request whose body has been read. */
	static final class CorpsLu extends HttpServletRequestWrapper {

		private final byte[] corps;

		CorpsLu(HttpServletRequest request, byte[] corps) {
			super(request);
			this.corps = corps;
		}

		byte[] corps() {
			return this.corps;
		}

		@Override
		public ServletInputStream getInputStream() {
			return new Flux(new ByteArrayInputStream(this.corps));
		}

		@Override
		public BufferedReader getReader() {
			return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
		}

	}

	/** The body again, from memory. */
	private static final class Flux extends ServletInputStream {

		private final ByteArrayInputStream octets;

		Flux(ByteArrayInputStream octets) {
			this.octets = octets;
		}

		@Override
		public int read() {
			return this.octets.read();
		}

		@Override
		public int read(byte[] cible, int debut, int longueur) {
			return this.octets.read(cible, debut, longueur);
		}

		@Override
		public boolean isFinished() {
			return this.octets.available() == 0;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setReadListener(ReadListener listener) {
			throw new UnsupportedOperationException("The body is read already");
		}

	}

}
