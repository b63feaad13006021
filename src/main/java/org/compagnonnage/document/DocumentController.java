package org.compagnonnage.document;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
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

	private final Documents documents;

	private final DocumentAccess acces;

	DocumentController(Documents documents, DocumentAccess acces) {
		this.documents = documents;
		this.acces = acces;
	}

	@GetMapping("/camunda/api/documents/{id}")
	ResponseEntity<?> lire(@PathVariable String id, HttpServletResponse reponse) {
		if (!this.acces.authentifie()) {
			return probleme(HttpStatus.UNAUTHORIZED, "connexion-requise", "Connexion requise",
					"Connectez-vous à Tasklist ou à Cockpit, puis ouvrez de nouveau ce document.");
		}
		Optional<Document> trouve = this.documents.trouver(id)
			.filter((document) -> this.acces.peutVoir(document.reference()));
		if (trouve.isEmpty()) {
			return probleme(HttpStatus.NOT_FOUND, "document-introuvable", "Document introuvable",
					"Ce document n’existe pas, ou son dossier n’est pas dans vos périmètres.");
		}
		Document document = trouve.get();
		MediaType type = MediaType.parseMediaType(document.type());
		ContentDisposition.Builder disposition = type.equalsTypeAndSubtype(MediaType.APPLICATION_PDF)
				? ContentDisposition.inline() : ContentDisposition.attachment();
		reponse.setHeader("Content-Security-Policy", POLITIQUE);
		reponse.setHeader("X-Content-Type-Options", "nosniff");
		return ResponseEntity.ok()
			.contentType(type)
			.cacheControl(CacheControl.noStore().cachePrivate())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					disposition.filename(nom(document), StandardCharsets.UTF_8).build().toString())
			.body(this.documents.contenu(id));
	}

	private static String nom(Document document) {
		return document.nom().replaceAll("[\\p{Cntrl}/\\\\\"]", "-");
	}

	private static ResponseEntity<ProblemDetail> probleme(HttpStatus statut, String type, String titre, String detail) {
		ProblemDetail probleme = ProblemDetail.forStatusAndDetail(statut, detail);
		probleme.setType(URI.create("urn:compagnonnage:probleme:" + type));
		probleme.setTitle(titre);
		return ResponseEntity.status(statut)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.cacheControl(CacheControl.noStore())
			.body(probleme);
	}

}
