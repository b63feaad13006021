package org.compagnonnage.partner;

import java.util.List;

import org.compagnonnage.document.RefusDocument;

import org.springframework.http.HttpHeaders;

/** Refuses a call; the partner reads it as an RFC 9457 problem in French. */
public class ProblemeException extends RuntimeException {

	/** Nobody corrects more at a time, and a small request gets no huge answer. */
	static final int ERREURS_MONTREES = 100;

	private final transient TypeProbleme type;

	private final transient List<Erreur> erreurs;

	private final transient HttpHeaders entetes = new HttpHeaders();

	/**
	 * Creates a refusal.
	 * @param type its stable type
	 * @param detail a French sentence that holds no personal data
	 */
	public ProblemeException(TypeProbleme type, String detail) {
		this(type, detail, List.of());
	}

	public ProblemeException(TypeProbleme type, String detail, List<Erreur> erreurs) {
		super(detail);
		this.type = type;
		this.erreurs = erreurs.stream().limit(ERREURS_MONTREES).toList();
	}

	/** Refuses a request (400) of which these fields are wrong; none is no refusal. */
	public static void refuser(List<Erreur> erreurs) {
		if (!erreurs.isEmpty()) {
			throw champs(erreurs);
		}
	}

	static ProblemeException champs(List<Erreur> erreurs) {
		return new ProblemeException(TypeProbleme.CHAMP_INVALIDE,
				(erreurs.size() == 1) ? "Un champ est à corriger ; rien n'a été enregistré."
						: erreurs.size() + " champs sont à corriger ; rien n'a été enregistré.",
				erreurs);
	}

	/** Refuses a file as the rules for attached files do. */
	static ProblemeException de(RefusDocument refus) {
		List<Erreur> erreurs = (refus.champ() != null) ? List.of(new Erreur(refus.champ(), refus.getMessage()))
				: List.of();
		return switch (refus.statut()) {
			case BAD_REQUEST -> new ProblemeException(TypeProbleme.CHAMP_INVALIDE, refus.getMessage(), erreurs);
			case PAYLOAD_TOO_LARGE ->
				new ProblemeException(TypeProbleme.CORPS_TROP_VOLUMINEUX, refus.getMessage(), erreurs);
			case UNSUPPORTED_MEDIA_TYPE ->
				new ProblemeException(TypeProbleme.FORMAT_NON_PRIS_EN_CHARGE, refus.getMessage(), erreurs);
			case CONFLICT -> refus.passager()
					? new ProblemeException(TypeProbleme.CONFLIT, refus.getMessage()).avec(HttpHeaders.RETRY_AFTER, "1")
					: new ProblemeException(TypeProbleme.DOSSIER_CLOS, refus.getMessage());
			default -> throw new IllegalStateException("No partner is refused with " + refus.statut(), refus);
		};
	}

	/** The same refusal with one more header. */
	public ProblemeException avec(String entete, String valeur) {
		this.entetes.add(entete, valeur);
		return this;
	}

	public TypeProbleme type() {
		return this.type;
	}

	public List<Erreur> erreurs() {
		return this.erreurs;
	}

	HttpHeaders entetes() {
		return this.entetes;
	}

}
