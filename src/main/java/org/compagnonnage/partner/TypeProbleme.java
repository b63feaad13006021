package org.compagnonnage.partner;

import org.springframework.http.HttpStatus;

/**
 * The problem types of the partner API (RFC 9457): their URI never changes, so that a
 * partner's program may rely on it.
 */
public enum TypeProbleme {

	/** Not JSON (or no form), not UTF-8, empty, or a field twice. */
	CORPS_ILLISIBLE("corps-illisible", HttpStatus.BAD_REQUEST, "Le corps de la requête n'est pas lisible"),

	/** One or more fields of the body are refused. */
	CHAMP_INVALIDE("champ-invalide", HttpStatus.BAD_REQUEST, "Des champs de la requête sont invalides"),

	/** One or more parameters or headers are refused. */
	PARAMETRE_INVALIDE("parametre-invalide", HttpStatus.BAD_REQUEST, "Des paramètres de la requête sont invalides"),

	/** No usable {@code Authorization} header. */
	CLE_ABSENTE("cle-absente", HttpStatus.UNAUTHORIZED, "Une clé de partenaire est nécessaire"),

	/** Unknown, expired or revoked key. */
	CLE_REFUSEE("cle-refusee", HttpStatus.UNAUTHORIZED, "La clé de partenaire est refusée"),

	/** The key lacks this programme or territory. */
	PORTEE_INSUFFISANTE("portee-insuffisante", HttpStatus.FORBIDDEN, "La clé ne permet pas cette opération"),

	/** No such address, or no such case for this partner. */
	INTROUVABLE("introuvable", HttpStatus.NOT_FOUND, "Ressource introuvable"),

	/** Wrong verb. */
	METHODE_REFUSEE("methode-refusee", HttpStatus.METHOD_NOT_ALLOWED, "Méthode HTTP refusée à cette adresse"),

	/** The answer cannot have the requested media type. */
	FORMAT_NON_ACCEPTE("format-non-accepte", HttpStatus.NOT_ACCEPTABLE, "Format de réponse indisponible"),

	/** The case is in a state that does not allow this. */
	DOSSIER_CLOS("dossier-clos", HttpStatus.CONFLICT, "Le dossier ne permet plus cette opération"),

	/**
	 * Somebody else changed the case at the same moment: the same call may succeed next.
	 */
	CONFLIT("conflit", HttpStatus.CONFLICT, "Le dossier est modifié au même moment"),

	/** The partner has as many webhook subscriptions as it may have. */
	TROP_D_ABONNEMENTS("trop-d-abonnements", HttpStatus.CONFLICT, "Le nombre d'abonnements est atteint"),

	/** The subscription is suspended: what is asked for would not leave. */
	ABONNEMENT_SUSPENDU("abonnement-suspendu", HttpStatus.CONFLICT, "L'abonnement est suspendu"),

	/** As many secrets as may be sign for the subscription. */
	TROP_DE_SECRETS("trop-de-secrets", HttpStatus.CONFLICT, "Le nombre de secrets valables est atteint"),

	/** The delivery waits: it cannot be sent again before it is over. */
	LIVRAISON_EN_ATTENTE("livraison-en-attente", HttpStatus.CONFLICT, "La livraison n'est pas terminée"),

	/** The first request with the same idempotency key is not finished. */
	REQUETE_EN_COURS("requete-en-cours", HttpStatus.CONFLICT, "Une requête identique est en cours"),

	/** Body over the limit. */
	CORPS_TROP_VOLUMINEUX("corps-trop-volumineux", HttpStatus.PAYLOAD_TOO_LARGE,
			"Le corps de la requête est trop volumineux"),

	/** The body or the file has a media type that is not taken. */
	FORMAT_NON_PRIS_EN_CHARGE("format-non-pris-en-charge", HttpStatus.UNSUPPORTED_MEDIA_TYPE,
			"Format de requête non pris en charge"),

	/** Same idempotency key, other request. */
	IDEMPOTENCE_INCOHERENTE("idempotence-incoherente", HttpStatus.UNPROCESSABLE_ENTITY,
			"La clé d'idempotence a déjà servi à une autre requête"),

	/** Over the rate of the key. */
	TROP_DE_REQUETES("trop-de-requetes", HttpStatus.TOO_MANY_REQUESTS, "Trop de requêtes"),

	/** Our fault. */
	ERREUR_INTERNE("erreur-interne", HttpStatus.INTERNAL_SERVER_ERROR, "Erreur interne"),

	/** The database does not answer. */
	INDISPONIBLE("indisponible", HttpStatus.SERVICE_UNAVAILABLE, "Service momentanément indisponible");

	private final String nom;

	private final HttpStatus statut;

	private final String titre;

	TypeProbleme(String nom, HttpStatus statut, String titre) {
		this.nom = nom;
		this.statut = statut;
		this.titre = titre;
	}

	public String uri() {
		return "urn:compagnonnage:probleme:" + this.nom;
	}

	public HttpStatus statut() {
		return this.statut;
	}

	public String titre() {
		return this.titre;
	}

}
