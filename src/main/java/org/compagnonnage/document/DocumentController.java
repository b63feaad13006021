package org.compagnonnage.document;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.compagnonnage.dossier.Dossiers;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands a document to a person signed in to the web applications who may see its case; it
 * lies under their path so that their session filter covers it.
 */
@RestController
class DocumentController {

	/** The web applications' own policy has a sandbox in which browsers show no PDF. */
	private static final String POLITIQUE = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
			+ "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

	/** What a browser shows by itself; everything else is saved by the person. */
	private static final Set<MediaType> MONTRES = Set.of(MediaType.APPLICATION_PDF, MediaType.IMAGE_JPEG,
			MediaType.IMAGE_PNG);

	private final Documents documents;

	private final Dossiers dossiers;

	private final DocumentAccess acces;

	DocumentController(Documents documents, Dossiers dossiers, DocumentAccess acces) {
		this.documents = documents;
		this.dossiers = dossiers;
		this.acces = acces;
	}

	@GetMapping("/camunda/api/documents/{id}")
	ResponseEntity<InputStreamResource> lire(@PathVariable String id, HttpServletResponse reponse) {
		if (!this.acces.authentifie()) {
			throw RefusDocument.connexion();
		}
		Document document = this.documents.trouver(id)
			.filter((trouve) -> this.dossiers.trouver(trouve.reference()).filter(this.acces::peutVoir).isPresent())
			.orElseThrow(RefusDocument::introuvable);
		MediaType type = MediaType.parseMediaType(document.type());
		ContentDisposition.Builder disposition = MONTRES.contains(type) ? ContentDisposition.inline()
				: ContentDisposition.attachment();
		reponse.setHeader("Content-Security-Policy", POLITIQUE);
		reponse.setHeader("X-Content-Type-Options", "nosniff");
		return ResponseEntity.ok()
			.contentType(type)
			.contentLength(document.taille())
			.cacheControl(CacheControl.noStore().cachePrivate())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					disposition.filename(nom(document), StandardCharsets.UTF_8).build().toString())
			.body(new InputStreamResource(this.documents.lire(id)));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> refuser(RefusDocument refus) {
		return refus.reponse();
	}

	private static String nom(Document document) {
		return document.nom().replaceAll("[\\p{Cntrl}/\\\\\"]", "-");
	}

}
