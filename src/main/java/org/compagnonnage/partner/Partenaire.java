package org.compagnonnage.partner;

import java.io.Serializable;
import java.util.Set;

/**
 * The partner who calls, with the scope of the key in use; the security principal.
 *
 * @param territoires the périmètres of the key: territories, and organisations that ask
 */
public record Partenaire(String id, String nom, String cle, Set<String> programmes,
		Set<String> territoires) implements Serializable {

	/** Refuses (403) what lies outside the scope of the key. */
	public void exiger(String programme, String perimetre) {
		exiger(programme);
		if (!this.territoires.contains(perimetre)) {
			throw porteeInsuffisante("Cette clé n'est pas valable pour le périmètre « " + perimetre + " ».");
		}
	}

	/** Refuses (403) a programme outside the scope of the key. */
	public void exiger(String programme) {
		if (!this.programmes.contains(programme)) {
			throw porteeInsuffisante("Cette clé n'est pas valable pour le programme « " + programme + " ».");
		}
	}

	private static ProblemeException porteeInsuffisante(String detail) {
		return new ProblemeException(TypeProbleme.PORTEE_INSUFFISANTE, detail).avec("WWW-Authenticate",
				"Bearer realm=\"compagnonnage\", error=\"insufficient_scope\"");
	}

}
