package org.compagnonnage.mission;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.compagnonnage.document.Ecriture;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.form.Controle;
import org.compagnonnage.form.Erreur;
import org.compagnonnage.form.Lignes;
import org.compagnonnage.organisation.Organisation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules on what is entered in a mission that a form's schema cannot say. */
@Configuration(proxyBeanMethods = false)
class MissionControles {

	/** A request may be incomplete: it is sent back; it may not contradict itself. */
	@Bean
	Controle demandeDeMission(Organisation organisation, MissionProcess process) {
		DemandeRules rules = new DemandeRules(organisation.filieres());
		return Controle.de("mission-demande", (saisie, dossier) -> {
			List<Erreur> erreurs = new ArrayList<>(rules.contradictions(demande(saisie)));
			String origine = (String) saisie.get(MissionModel.DOSSIER_ORIGINE);
			if (!Controle.vide(origine) && process.visible(origine).filter(MissionProcess::peutEtreReprise).isEmpty()) {
				erreurs.add(new Erreur(MissionModel.DOSSIER_ORIGINE,
						"Aucune mission close de vos périmètres ne porte cette référence."));
			}
			return erreurs;
		});
	}

	@Bean
	Controle complementsDeMission(Organisation organisation) {
		DemandeRules rules = new DemandeRules(organisation.filieres());
		return Controle.de("mission-complements", (saisie, dossier) -> rules.contradictions(demande(saisie)));
	}

	private static Demande demande(Map<String, Object> valeurs) {
		return Demande.de(date(valeurs, MissionModel.MISSION_DEBUT), date(valeurs, MissionModel.MISSION_FIN),
				(Boolean) valeurs.get(MissionModel.ARTISANS_VOLONTAIRES), Lignes.de(valeurs.get(MissionModel.FILIERES)),
				Lignes.de(valeurs.get(MissionModel.GROUPES)), Lignes.de(valeurs.get(MissionModel.ENTREPRISES)));
	}

	/** S0: without promising markets and willing craftspeople there is no mission. */
	@Bean
	Controle instructionDeMission(Organisation organisation) {
		DemandeRules rules = new DemandeRules(organisation.filieres());
		return Controle.de("mission-instruction", (saisie, dossier) -> {
			List<String> manques = rules.manques(demande(dossier));
			return (MissionModel.RECEVABLE.equals(saisie.get(MissionModel.RECEVABILITE)) && !manques.isEmpty()) ? Erreur
				.de(MissionModel.RECEVABILITE,
						"La demande n'est pas complète, elle ne peut pas être recevable. " + String.join(" ", manques))
					: List.of();
		});
	}

	/** S0: missions of at least four weeks. */
	@Bean
	Controle planificationDeMission(MissionSettings settings, Clock clock) {
		return Controle.de("mission-planification", (saisie, dossier) -> {
			LocalDate debut = date(saisie, MissionModel.MISSION_DEBUT);
			LocalDate fin = date(saisie, MissionModel.MISSION_FIN);
			return debut.isBefore(LocalDate.now(clock))
					? Erreur.de(MissionModel.MISSION_DEBUT, "Une mission se planifie avant de commencer.")
					: duree(settings, debut, fin);
		});
	}

	private static List<Erreur> duree(MissionSettings settings, LocalDate debut, LocalDate fin) {
		if (!fin.isAfter(debut)) {
			return Erreur.de(MissionModel.MISSION_FIN, "La mission se termine après son début.");
		}
		long jours = ChronoUnit.DAYS.between(debut, fin) + 1;
		return (jours < settings.dureeMinimale()) ? Erreur.de(MissionModel.MISSION_FIN,
				"Une mission dure au moins %d jours, celle-ci en compterait %d : elle se termine au plus tôt le %s."
					.formatted(settings.dureeMinimale(), jours,
							Ecriture.jour(debut.plusDays(settings.dureeMinimale() - 1L))))
				: List.of();
	}

	/**
	 * The same rules hold for new dates; a mission that has begun keeps its first day.
	 */
	@Bean
	Controle reportDeMission(MissionProcess process, MissionSettings settings, Clock clock) {
		return Controle.de(MissionModel.REPORT, (saisie, dossier) -> {
			String reference = (String) saisie.get(MissionModel.REFERENCE_DOSSIER);
			Dossier mission = process.visible(reference).orElse(null);
			if (mission == null) {
				return Erreur.de(MissionModel.REFERENCE_DOSSIER,
						"Aucune mission de vos périmètres ne porte cette référence.");
			}
			Dates actuelles = process.datesPlanifiees(reference).orElse(null);
			boolean commencee = actuelles != null && process.commencee(reference);
			if (actuelles == null || (commencee && actuelles.fin().isBefore(LocalDate.now(clock)))) {
				return Erreur.de(MissionModel.REFERENCE_DOSSIER,
						mission.estClos() ? "Ce dossier est déjà clos."
								: (actuelles == null)
										? "Cette mission n'est pas encore planifiée, ou elle se ferme déjà."
										: "Cette mission est finie : ses dates ne changent plus.");
			}
			return report(settings, commencee, actuelles,
					new Dates(date(saisie, MissionModel.MISSION_DEBUT), date(saisie, MissionModel.MISSION_FIN)),
					LocalDate.now(clock));
		});
	}

	private static List<Erreur> report(MissionSettings settings, boolean commencee, Dates actuelles, Dates nouvelles,
			LocalDate aujourdhui) {
		if (nouvelles.equals(actuelles)) {
			return Erreur.de(MissionModel.MISSION_DEBUT, "Ces dates sont déjà celles de la mission.");
		}
		if (commencee && !nouvelles.debut().equals(actuelles.debut())) {
			return Erreur.de(MissionModel.MISSION_DEBUT,
					"La mission a commencé le %s : son premier jour ne change plus."
						.formatted(Ecriture.jour(actuelles.debut())));
		}
		if (!commencee && nouvelles.debut().isBefore(aujourdhui)) {
			return Erreur.de(MissionModel.MISSION_DEBUT, "Une mission se planifie avant de commencer.");
		}
		return nouvelles.fin().isBefore(aujourdhui)
				? Erreur.de(MissionModel.MISSION_FIN, "Une mission ne se termine pas dans le passé.")
				: duree(settings, nouvelles.debut(), nouvelles.fin());
	}

	/** S0: the team is trained before it accompanies anybody. */
	@Bean
	Controle formationDeLEquipe(Clock clock) {
		return Controle.de("mission-formation", (saisie, dossier) -> {
			LocalDate formation = date(saisie, MissionModel.FORMATION_LE);
			if (formation.isAfter(LocalDate.now(clock))) {
				return Erreur.de(MissionModel.FORMATION_LE,
						"Cette date est dans l'avenir : terminez la tâche quand la formation a eu lieu.");
			}
			LocalDate debut = date(dossier, MissionModel.MISSION_DEBUT);
			return formation.isAfter(debut)
					? Erreur.de(MissionModel.FORMATION_LE,
							"L'équipe se forme avant la mission, qui commence le %s.".formatted(Ecriture.jour(debut)))
					: List.of();
		});
	}

	@Bean
	Controle planDActions(Clock clock) {
		return Controle.de("mission-capitalisation-note", (saisie, dossier) -> {
			List<Map<String, Object>> actions = Lignes.de(saisie.get(MissionModel.PLAN_ACTIONS));
			if (actions.isEmpty()) {
				return Erreur.de(MissionModel.PLAN_ACTIONS, "Le plan d'action compte au moins une action.");
			}
			List<Erreur> erreurs = new ArrayList<>();
			for (int i = 0; i < actions.size(); i++) {
				if (date(actions.get(i), "echeance").isBefore(LocalDate.now(clock))) {
					erreurs.add(new Erreur("planActions[%d].echeance".formatted(i), "Cette échéance est déjà passée."));
				}
			}
			return erreurs;
		});
	}

	private static LocalDate date(Map<String, Object> valeurs, String champ) {
		return LocalDate.parse((String) valeurs.get(champ));
	}

}
