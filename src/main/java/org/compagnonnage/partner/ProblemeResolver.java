package org.compagnonnage.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.compagnonnage.document.RefusDocument;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Gives every exception under {@code /api/v1} its problem. A resolver and not an advice:
 * an advice limited to our resources would not see the calls that match none of them.
 */
@Component
class ProblemeResolver implements HandlerExceptionResolver, Ordered {

	private final ProblemeWriter writer;

	ProblemeResolver(ProblemeWriter writer) {
		this.writer = writer;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, Object handler,
			Exception ex) {
		if (!PartnerSecurity.concerne(request)) {
			return null;
		}
		try {
			this.writer.ecrire(request, response, probleme(request, ex));
		}
		catch (IOException writeFailure) {
			throw new UncheckedIOException(writeFailure);
		}
		return new ModelAndView();
	}

	private ProblemeException probleme(HttpServletRequest request, Exception ex) {
		if (ex instanceof ProblemeException probleme) {
			return probleme;
		}
		if (ex instanceof RefusDocument refus) {
			return ProblemeException.de(refus);
		}
		if (ex instanceof HttpMessageNotReadableException) {
			return new ProblemeException(TypeProbleme.CORPS_ILLISIBLE, "Le corps de la requête est vide.");
		}
		if (ex instanceof HttpRequestMethodNotSupportedException methode) {
			return methodeRefusee(methode);
		}
		if (ex instanceof HttpMediaTypeNotAcceptableException) {
			return formatNonAccepte();
		}
		if (ex instanceof HttpMediaTypeNotSupportedException format) {
			return formatRefuse(format.getSupportedMediaTypes().contains(MediaType.MULTIPART_FORM_DATA));
		}
		if (ex instanceof ErrorResponse reponse && reponse.getStatusCode().is4xxClientError()) {
			return (reponse.getStatusCode().value() == 404)
					? new ProblemeException(TypeProbleme.INTROUVABLE, "Cette adresse n'existe pas.")
					: new ProblemeException(TypeProbleme.PARAMETRE_INVALIDE, "Cette requête n'est pas comprise.");
		}
		return this.writer.panne(request, ex);
	}

	static ProblemeException formatNonAccepte() {
		return new ProblemeException(TypeProbleme.FORMAT_NON_ACCEPTE,
				"Cette adresse répond en « application/json » seulement.");
	}

	static ProblemeException formatRefuse(boolean formulaire) {
		MediaType attendu = formulaire ? MediaType.MULTIPART_FORM_DATA : MediaType.APPLICATION_JSON;
		return new ProblemeException(TypeProbleme.FORMAT_NON_PRIS_EN_CHARGE,
				"Le corps de la requête doit être " + (formulaire ? "un formulaire avec un fichier" : "du JSON")
						+ ", annoncé par l'en-tête « Content-Type: " + attendu + " ».")
			.avec(HttpHeaders.ACCEPT, attendu.toString());
	}

	private static ProblemeException methodeRefusee(HttpRequestMethodNotSupportedException ex) {
		List<HttpMethod> permises = (ex.getSupportedHttpMethods() != null)
				? ex.getSupportedHttpMethods().stream().sorted().toList() : List.of();
		String liste = permises.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
		return new ProblemeException(TypeProbleme.METHODE_REFUSEE, "Cette adresse accepte seulement " + liste + ".")
			.avec(HttpHeaders.ALLOW, liste);
	}

}
