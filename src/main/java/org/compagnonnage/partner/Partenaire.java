package org.compagnonnage.partner;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.Set;

import org.compagnonnage.dossier.Dossiers;

/**
 * The partner who calls, with the scope of the key in use; the security principal.
 *
 * @param territoires the périmètres of the key: territories, and organisations that ask
 */
public record Partenaire(String id, String nom, String cle, Set<String> programmes,
		Set<String> territoires) implements Serializable {

	/** Whether the key is for this programme in this périmètre. */
	public boolean couvre(String programme, String perimetre) {
		return this.programmes.contains(programme) && this.territoires.contains(perimetre);
	}

	/**
	 * What the key shows of the partner's cases.
	 * @param programme only this programme, or null
	 */
	Dossiers.Portee portee(String programme) {
		Set<String> visibles = new LinkedHashSet<>(this.programmes);
		visibles.removeIf((visible) -> programme != null && !visible.equals(programme));
		return new Dossiers.Portee(visibles, this.territoires);
	}

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
			throw horsPortee(programme);
		}
	}

	static ProblemeException horsPortee(String programme) {
		return porteeInsuffisante("Cette clé n'est pas valable pour le programme « " + programme + " ».");
	}

	static ProblemeException porteeInsuffisante(String detail) {
		return new ProblemeException(TypeProbleme.PORTEE_INSUFFISANTE, detail).avec("WWW-Authenticate",
				"Bearer realm=\"compagnonnage\", error=\"insufficient_scope\"");
	}

}
