package org.compagnonnage.partner;

import java.util.Map;

import org.compagnonnage.dossier.EtatsDuProgramme;

/**
 * What a programme shows to partners, in their words; each feature that opens cases for
 * partners has one.
 *
 * @param programme its process key
 * @param nom its French name
 * @param etats its states in their order, each with what it means, without {@code close}
 * @param issues its outcomes, each with what it means
 */
public record ProgrammeSuivi(String programme, String nom, Map<String, String> etats,
		Map<String, String> issues) implements EtatsDuProgramme {
}
