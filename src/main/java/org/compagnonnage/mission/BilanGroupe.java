package org.compagnonnage.mission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a group of craftspeople did together (S0), as the documents that close a mission
 * tell it.
 *
 * @param groupe its name
 * @param filiere the name of its filière
 * @param action null when the group has none
 */
record BilanGroupe(String groupe, String filiere, Action action) {

	static BilanGroupe de(Missions.Groupe groupe, Missions.Filiere filiere, ActionCollective action) {
		return new BilanGroupe(groupe.nom(), filiere.nom(), (action != null) ? Action.de(action) : null);
	}

	/**
	 * An action.
	 *
	 * @param debut when it began, or will begin; null when it stopped before
	 * @param fin when it ended, or will end
	 * @param budget in euros
	 * @param issue how it ended, null when its result is not recorded, as
	 * {@code resultat}
	 * @param difficultes null when nothing was said, as {@code enseignements}
	 */
	record Action(String intitule, String objectif, LocalDate debut, LocalDate fin, BigDecimal budget, String issue,
			String resultat, String difficultes, String enseignements) {

		private static Action de(ActionCollective action) {
			ActionCollective.Projet projet = action.projet();
			ActionCollective.Bilan bilan = action.bilan();
			return (bilan != null)
					? new Action(projet.intitule(), projet.objectif(), bilan.commenceeLe(),
							Objects.requireNonNullElse(bilan.termineeLe(), projet.fin()), projet.budget(),
							issue(bilan.issue()), bilan.resultat(), bilan.difficultes(), bilan.enseignements())
					: new Action(projet.intitule(), projet.objectif(), projet.debut(), projet.fin(), projet.budget(),
							null, null, null, null);
		}

		private static String issue(String code) {
			return switch (code) {
				case "realisee" -> "Réalisée";
				case "non-aboutie" -> "Non aboutie";
				default -> throw new IllegalArgumentException("Not the outcome of an action: " + code);
			};
		}

	}

}
