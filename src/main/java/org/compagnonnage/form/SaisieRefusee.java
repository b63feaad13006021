package org.compagnonnage.form;

import java.util.List;

import org.springframework.http.HttpStatus;

/**
 * What a person sent cannot be taken: the HTTP status that says so and, in French, what
 * is wrong with which field.
 */
class SaisieRefusee extends RuntimeException {

	private final HttpStatus status;

	private final transient List<Erreur> erreurs;

	SaisieRefusee(HttpStatus status, String message) {
		this(status, message, List.of());
	}

	SaisieRefusee(HttpStatus status, String message, List<Erreur> erreurs) {
		super(message);
		this.status = status;
		this.erreurs = erreurs;
	}

	HttpStatus status() {
		return this.status;
	}

	List<Erreur> erreurs() {
		return this.erreurs;
	}

}
