package org.compagnonnage.document;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * A document is not handed out, or a file not taken; its message tells the person why.
 */
public class RefusDocument extends RuntimeException {

	private static final String MODIFIE = "depot-en-conflit";

	private final HttpStatus statut;

	private final String type;

	private final String titre;

	private final String champ;

	private RefusDocument(HttpStatus statut, String type, String titre, String champ, String message) {
		super(message);
		this.statut = statut;
		this.type = type;
		this.titre = titre;
		this.champ = champ;
	}

	static RefusDocument connexion() {
		return new RefusDocument(HttpStatus.UNAUTHORIZED, "connexion-requise", "Connexion requise", null,
				"Connectez-vous à Tasklist ou à Cockpit, puis recommencez.");
	}

	static RefusDocument introuvable() {
		return new RefusDocument(HttpStatus.NOT_FOUND, "document-introuvable", "Document introuvable", null,
				"Ce document n’existe pas, ou son dossier n’est pas dans vos périmètres.");
	}

	static RefusDocument dossierIntrouvable() {
		return new RefusDocument(HttpStatus.NOT_FOUND, "dossier-introuvable", "Dossier introuvable", null,
				"Ce dossier n’existe pas, ou il n’est pas dans vos périmètres.");
	}

	static RefusDocument interdit(String message) {
		return new RefusDocument(HttpStatus.FORBIDDEN, "interdit", "Dépôt non autorisé", null, message);
	}

	static RefusDocument dossier(String message) {
		return new RefusDocument(HttpStatus.CONFLICT, "depot-impossible", "Dépôt impossible", null, message);
	}

	/** Somebody else changes the case: the same file may be taken next. */
	public static RefusDocument modifie() {
		return new RefusDocument(HttpStatus.CONFLICT, MODIFIE, "Dépôt impossible", null,
				"Ce dossier est en train de changer : envoyez de nouveau le fichier.");
	}

	/** The file itself is wrong: the problem names its field. */
	static RefusDocument fichier(HttpStatus statut, String type, String message) {
		return new RefusDocument(statut, type, "Fichier refusé", "fichier", message);
	}

	public HttpStatus statut() {
		return this.statut;
	}

	/** The field that is wrong, or null. */
	public String champ() {
		return this.champ;
	}

	/** Whether the same file may be taken when it is sent again. */
	public boolean passager() {
		return MODIFIE.equals(this.type);
	}

	ResponseEntity<ProblemDetail> reponse() {
		ProblemDetail probleme = ProblemDetail.forStatusAndDetail(this.statut, getMessage());
		probleme.setType(URI.create("urn:compagnonnage:probleme:" + this.type));
		probleme.setTitle(this.titre);
		if (this.champ != null) {
			probleme.setProperty("erreurs", List.of(Map.of("champ", this.champ, "message", getMessage())));
		}
		return ResponseEntity.status(this.statut)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.cacheControl(CacheControl.noStore())
			.body(probleme);
	}

}
