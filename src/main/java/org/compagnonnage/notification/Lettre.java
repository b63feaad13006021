package org.compagnonnage.notification;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A letter to be written: the reference of the case it belongs to, or of what else it is
 * about, its template ({@code <feature>/<modele>}), who receives it and the values it
 * draws from. What is no case has no {@code perimetre}: the letter comes from the
 * organisation as a whole. {@code cle} tells a step that is tried again, for which the
 * letter leaves once, from a step that the case comes to again.
 */
public record Lettre(String reference, String modele, String cle, String destinataireCourriel, String destinataireNom,
		String perimetre, Map<String, Object> valeurs, List<PieceJointe> piecesJointes) {

	public Lettre {
		// Values of a case may be null, which Map.copyOf refuses.
		valeurs = Collections.unmodifiableMap(new HashMap<>(valeurs));
		piecesJointes = List.copyOf(piecesJointes);
	}

}
