package org.compagnonnage.centre;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.compagnonnage.document.Ecriture;
import org.compagnonnage.dossier.DossierProcess;
import org.compagnonnage.form.Controle;
import org.compagnonnage.form.Erreur;
import org.compagnonnage.form.Lignes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules on what is entered for a centre that a form's schema cannot say. */
@Configuration(proxyBeanMethods = false)
class CentreControles {

	/**
	 * A centre follows a finished mission of the same périmètre, in which nobody can open
	 * a case who does not belong there, and that has no centre yet.
	 */
	@Bean
	Controle demandeDeCentre(Prerequis prerequis, DossierProcess cas) {
		return Controle.de("centre-demande", (saisie, dossier) -> {
			String mission = (String) saisie.get(CentreModel.MISSION_ORIGINE);
			if (!prerequis.estRempli(mission, (String) saisie.get(CentreModel.PERIMETRE))) {
				return Erreur.de(CentreModel.MISSION_ORIGINE,
						"Aucune mission achevée et capitalisée de ce périmètre ne porte cette référence.");
			}
			return prerequis.suite(mission)
				.map((centre) -> Erreur.de(CentreModel.MISSION_ORIGINE,
						Prerequis.refus(centre, cas.visible(centre.reference()).isPresent())))
				.orElseGet(List::of);
		});
	}

	@Bean
	Controle nouvelExamen(Clock clock) {
		return Controle.de("centre-recommandation", (saisie, dossier) -> {
			if (!CentreModel.REEXAMEN.equals(saisie.get(CentreModel.ELIGIBILITE_SUITE))) {
				return List.of();
			}
			return date(saisie, CentreModel.REEXAMEN_LE).filter((jour) -> jour.isAfter(LocalDate.now(clock)))
				.isPresent() ? List.of()
						: Erreur.de(CentreModel.REEXAMEN_LE, "Le nouvel examen se fixe à un jour à venir.");
		});
	}

	/** At least one service, and each family once. */
	@Bean
	Controle perimetreDuCentre() {
		return Controle.de("centre-perimetre", (saisie, dossier) -> {
			List<Map<String, Object>> services = Lignes.de(saisie.get(CentreModel.SERVICES));
			if (services.isEmpty()) {
				return Erreur.de(CentreModel.SERVICES, "Un centre ouvre au moins un service.");
			}
			Set<Object> familles = new HashSet<>();
			List<Erreur> erreurs = new ArrayList<>();
			for (int rang = 0; rang < services.size(); rang++) {
				if (!familles.add(services.get(rang).get(CentreModel.FAMILLE))) {
					erreurs.add(new Erreur("services[%d].famille".formatted(rang),
							"Cette famille de services figure déjà dans la liste."));
				}
			}
			return erreurs;
		});
	}

	@Bean
	Controle equipeDuCentre() {
		return Controle.de("centre-equipe", (saisie, dossier) -> {
			List<Erreur> erreurs = new ArrayList<>();
			if (Lignes.de(saisie.get(CentreModel.EQUIPE)).isEmpty()) {
				erreurs.add(new Erreur(CentreModel.EQUIPE, "L'équipe compte au moins une personne."));
			}
			if (date(saisie, CentreModel.FORMATION_FIN).orElseThrow()
				.isBefore(date(saisie, CentreModel.FORMATION_DEBUT).orElseThrow())) {
				erreurs.add(new Erreur(CentreModel.FORMATION_FIN, "La formation finit avant d'avoir commencé."));
			}
			return erreurs;
		});
	}

	@Bean
	Controle ateliersDuCentre(Clock clock) {
		return Controle.de("centre-ateliers", (saisie, dossier) -> {
			List<Map<String, Object>> ateliers = Lignes.de(saisie.get(CentreModel.ATELIERS));
			if (ateliers.isEmpty()) {
				return Erreur.de(CentreModel.ATELIERS, "Notez au moins un atelier installé.");
			}
			List<Erreur> erreurs = new ArrayList<>();
			for (int rang = 0; rang < ateliers.size(); rang++) {
				String champ = "ateliers[%d].%s".formatted(rang, CentreModel.INSTALLE_LE);
				date(ateliers.get(rang), CentreModel.INSTALLE_LE).filter((jour) -> jour.isAfter(LocalDate.now(clock)))
					.ifPresent((jour) -> erreurs.add(new Erreur(champ,
							"Cet atelier n'est pas encore installé à ce jour : la date est à venir.")));
			}
			return erreurs;
		});
	}

	@Bean
	Controle preparationDuService(Clock clock) {
		return Controle.de("centre-service-preparation",
				(saisie, dossier) -> date(saisie, CentreModel.SERVICE_OUVERTURE_PREVUE_LE)
					.filter((jour) -> jour.isBefore(LocalDate.now(clock)))
					.map((jour) -> Erreur.de(CentreModel.SERVICE_OUVERTURE_PREVUE_LE,
							"L'ouverture se prévoit aujourd'hui ou plus tard."))
					.orElseGet(List::of));
	}

	/** Services open one after the other. */
	@Bean
	Controle ouvertureDuService(Centres centres, Clock clock) {
		return Controle.de("centre-service-ouverture",
				(saisie, dossier) -> ouverture(saisie, CentreModel.SERVICE_OUVERT_LE,
						derniereOuverture(centres, dossier), clock,
						"Les services ouvrent l'un après l'autre : le précédent a ouvert le %s."));
	}

	/** A centre opens with its services. */
	@Bean
	Controle ouvertureDuCentre(Centres centres, Clock clock) {
		return Controle.de("centre-ouverture",
				(saisie, dossier) -> ouverture(saisie, CentreModel.CENTRE_OUVERT_LE,
						derniereOuverture(centres, dossier), clock,
						"Le centre ouvre quand tous ses services sont ouverts : le dernier l'est depuis le %s."));
	}

	private static Optional<LocalDate> derniereOuverture(Centres centres, Map<String, Object> dossier) {
		return centres.services((String) dossier.get(CentreModel.REFERENCE))
			.stream()
			.map(ServiceCentre::ouvertLe)
			.filter(Objects::nonNull)
			.max(LocalDate::compareTo);
	}

	private static List<Erreur> ouverture(Map<String, Object> saisie, String champ, Optional<LocalDate> apres,
			Clock clock, String tropTot) {
		LocalDate jour = date(saisie, champ).orElseThrow();
		if (jour.isAfter(LocalDate.now(clock))) {
			return Erreur.de(champ, "Une ouverture se note une fois qu'elle a eu lieu : la date est à venir.");
		}
		return apres.filter(jour::isBefore)
			.map((precedente) -> Erreur.de(champ, tropTot.formatted(Ecriture.jour(precedente))))
			.orElseGet(List::of);
	}

	@Bean
	Controle preparationDeLEchange(Clock clock) {
		return Controle.de("centre-echange-preparation", (saisie, dossier) -> {
			if (!CentreModel.ORGANISER.equals(saisie.get(CentreModel.ECHANGE_DECISION))) {
				return List.of();
			}
			return date(saisie, CentreModel.ECHANGE_LE).filter((jour) -> !jour.isBefore(LocalDate.now(clock)))
				.isPresent() ? List.of()
						: Erreur.de(CentreModel.ECHANGE_LE, "Un échange se prépare pour aujourd'hui ou plus tard.");
		});
	}

	@Bean
	Controle bilanDeLEchange(Clock clock) {
		return Controle.de("centre-echange-bilan",
				(saisie, dossier) -> date(saisie, CentreModel.ECHANGE_LE)
					.filter((jour) -> jour.isAfter(LocalDate.now(clock)))
					.map((jour) -> Erreur.de(CentreModel.ECHANGE_LE,
							"Le bilan se dresse après l'échange : la date est à venir."))
					.orElseGet(List::of));
	}

	/** A day that was entered, which the form's schema has checked. */
	private static Optional<LocalDate> date(Map<String, Object> saisie, String champ) {
		return Optional.ofNullable((String) saisie.get(champ)).filter((jour) -> !jour.isBlank()).map(LocalDate::parse);
	}

}
