package org.compagnonnage.partner;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.compagnonnage.document.Depot;
import org.compagnonnage.document.Ecriture;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Receives the whole body once, never more than its limit, whether announced or chunked:
 * JSON into memory, and where an operation takes a form with a file, that onto disk.
 */
class CorpsFilter extends OncePerRequestFilter {

	private static final Set<String> SANS_CORPS = Set.of("GET", "HEAD", "OPTIONS");

	private static final RequestMatcher AVEC_FICHIER = PathPatternRequestMatcher.withDefaults()
		.matcher(HttpMethod.POST, DocumentsResource.ADRESSE);

	private static final Pattern FORMULAIRE = Pattern.compile("multipart/form-data *(?:;.*)?",
			Pattern.CASE_INSENSITIVE);

	private final PartnerSettings settings;

	private final int maximum;

	private final Depot depot;

	CorpsFilter(PartnerSettings settings, Depot depot) {
		this.settings = settings;
		this.maximum = Math.toIntExact(settings.corpsMaximal().toBytes());
		this.depot = depot;
	}

	static ProblemeException tropVolumineux(PartnerSettings settings) {
		return new ProblemeException(TypeProbleme.CORPS_TROP_VOLUMINEUX, "Le corps de la requête ne doit pas dépasser "
				+ Ecriture.taille(settings.corpsMaximal().toBytes()) + ".");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (SANS_CORPS.contains(request.getMethod())) {
			chain.doFilter(request, response);
		}
		else if (AVEC_FICHIER.matches(request)
				&& FORMULAIRE.matcher(Objects.toString(request.getContentType(), "")).matches()) {
			try (FormulaireRecu formulaire = FormulaireRecu.de(request, this.depot)) {
				chain.doFilter(formulaire, response);
			}
		}
		else {
			chain.doFilter(new CorpsLu(request, lire(request)), response);
		}
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
			throw tropVolumineux(this.settings);
		}
		return corps;
	}

	/** A request whose body has been read. */
	private static final class CorpsLu extends CorpsRecu {

		private final byte[] corps;

		CorpsLu(HttpServletRequest request, byte[] corps) {
			super(request);
			this.corps = corps;
		}

		@Override
		byte[] aComparer() {
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
