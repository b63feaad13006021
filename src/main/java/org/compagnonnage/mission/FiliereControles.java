package org.compagnonnage.mission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.compagnonnage.form.Controle;
import org.compagnonnage.form.Erreur;
import org.compagnonnage.form.Lignes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules on what is entered for a filière that a form's schema cannot say. */
@Configuration(proxyBeanMethods = false)
class FiliereControles {

	@Bean
	Controle prioritesDeLaFiliere() {
		return Controle.de("mission-priorites",
				(saisie, dossier) -> Lignes.de(saisie.get(FiliereModel.PRIORITES)).isEmpty()
						? Erreur.de(FiliereModel.PRIORITES, "Fixez au moins une priorité : elle clôt le diagnostic.")
						: List.of());
	}

	@Bean
	Controle preconisationsFormulees(Clock clock) {
		return Controle.de("mission-preconisations", (saisie, dossier) -> {
			List<Map<String, Object>> lignes = Lignes.de(saisie.get(FiliereModel.NOUVELLES_PRECONISATIONS));
			if (lignes.isEmpty()) {
				return Erreur.de(FiliereModel.NOUVELLES_PRECONISATIONS, "Formulez au moins une préconisation.");
			}
			List<Erreur> erreurs = new ArrayList<>();
			for (int rang = 0; rang < lignes.size(); rang++) {
				if (jour(lignes.get(rang), "echeance").isBefore(LocalDate.now(clock))) {
					erreurs.add(new Erreur("%s[%d].echeance".formatted(FiliereModel.NOUVELLES_PRECONISATIONS, rang),
							"Cette échéance est déjà passée."));
				}
			}
			return erreurs;
		});
	}

	@Bean
	Controle suiviDeLaSemaine(Preconisations preconisations) {
		return Controle.de("mission-suivi-hebdomadaire", (saisie, dossier) -> {
			List<Erreur> erreurs = new ArrayList<>(statuts(preconisations, saisie, dossier));
			if (Boolean.TRUE.equals(saisie.get(FiliereModel.ACCOMPAGNEMENT_TERMINE))
					&& !Boolean.TRUE.equals(dossier.get(FiliereModel.FIN_POSSIBLE))) {
				erreurs.add(new Erreur(FiliereModel.ACCOMPAGNEMENT_TERMINE,
						"L'accompagnement dure encore : il ne peut pas se terminer dès cette semaine."));
			}
			return erreurs;
		});
	}

	/** The same recommendations, months after the mission. */
	@Bean
	Controle suiviApresLaMission(Preconisations preconisations) {
		return Controle.de("mission-suivi", (saisie, dossier) -> statuts(preconisations, saisie, dossier));
	}

	private static List<Erreur> statuts(Preconisations preconisations, Map<String, Object> saisie,
			Map<String, Object> dossier) {
		return preconisations.verifier((String) dossier.get(MissionModel.REFERENCE),
				(String) dossier.get(MissionModel.FILIERE), Lignes.de(saisie.get(FiliereModel.PRECONISATIONS)),
				Lignes.de(dossier.get(FiliereModel.PRECONISATIONS_VUES)));
	}

	@Bean
	Controle actionConcue(Clock clock) {
		return Controle.de("mission-action-conception", (saisie, dossier) -> {
			LocalDate debut = jour(saisie, FiliereModel.ACTION_DEBUT);
			if (debut.isBefore(LocalDate.now(clock))) {
				return Erreur.de(FiliereModel.ACTION_DEBUT, "Une action à valider ne peut pas avoir déjà commencé.");
			}
			return jour(saisie, FiliereModel.ACTION_FIN).isBefore(debut)
					? Erreur.de(FiliereModel.ACTION_FIN, "La fin prévue est avant le début.") : List.of();
		});
	}

	@Bean
	Controle actionSuivie(Preconisations preconisations, Clock clock) {
		return Controle.de("mission-action-suivi", (saisie, dossier) -> {
			List<Erreur> erreurs = new ArrayList<>(statuts(preconisations, saisie, dossier));
			LocalDate terminee = jour(saisie, FiliereModel.ACTION_TERMINEE_LE);
			if (terminee.isAfter(LocalDate.now(clock))) {
				erreurs.add(new Erreur(FiliereModel.ACTION_TERMINEE_LE,
						"Cette date est dans l'avenir : terminez cette tâche quand l'action est finie ou arrêtée."));
			}
			else if (!Controle.vide(saisie.get(FiliereModel.ACTION_COMMENCEE_LE))
					&& terminee.isBefore(jour(saisie, FiliereModel.ACTION_COMMENCEE_LE))) {
				erreurs.add(new Erreur(FiliereModel.ACTION_TERMINEE_LE, "La fin de l'action est avant son début."));
			}
			return erreurs;
		});
	}

	private static LocalDate jour(Map<String, Object> saisie, String champ) {
		return LocalDate.parse((String) saisie.get(champ));
	}

}
