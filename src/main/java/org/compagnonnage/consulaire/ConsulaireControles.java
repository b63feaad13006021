package org.compagnonnage.consulaire;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.DossierProcess;
import org.compagnonnage.form.Controle;
import org.compagnonnage.form.Erreur;
import org.compagnonnage.form.Lignes;
import org.compagnonnage.form.Noms;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules on what is entered in a programme that a form's schema cannot say. */
@Configuration(proxyBeanMethods = false)
class ConsulaireControles {

	@Bean
	Controle demandeDeProgramme(DossierProcess cas) {
		return Controle.de("consulaire-demande", (saisie, dossier) -> {
			Object origine = saisie.get(ConsulaireModel.DOSSIER_ORIGINE);
			return (Controle.vide(origine) || cas.visible((String) origine).isPresent()) ? List.of() : Erreur
				.de(ConsulaireModel.DOSSIER_ORIGINE, "Aucun dossier de vos périmètres ne porte cette référence.");
		});
	}

	/** Who accepts is not who proposes. */
	@Bean
	Controle partenaireIdentifie() {
		return Controle.de("consulaire-partenaire", (saisie, dossier) -> saisie.get(
				ConsulaireModel.PARTENAIRE_REFERENCE)
			.equals(saisie.get(ConsulaireModel.EXPERT_CMA))
					? Erreur.de(ConsulaireModel.EXPERT_CMA,
							"L'expert et le partenaire de référence sont deux personnes : chacun accepte ce que l'autre propose.")
					: List.of());
	}

	@Bean
	Controle termesRediges() {
		return Controle.de("consulaire-termes-redaction", (saisie, dossier) -> etapes(saisie));
	}

	@Bean
	Controle termesDuPartenaire() {
		return Controle.de("consulaire-termes-partenaire", (saisie, dossier) -> reponse(saisie, dossier,
				ConsulaireModel.PARTIE_PARTENAIRE, ConsulaireModel.TERMES_REPONSE_PARTENAIRE));
	}

	@Bean
	Controle termesDeLExpert() {
		return Controle.de("consulaire-termes-expert", (saisie, dossier) -> reponse(saisie, dossier,
				ConsulaireModel.PARTIE_EXPERT, ConsulaireModel.TERMES_REPONSE_EXPERT));
	}

	private static List<Erreur> reponse(Map<String, Object> saisie, Map<String, Object> dossier, String partie,
			String champ) {
		List<Erreur> erreurs = new ArrayList<>(etapes(saisie));
		if (ConsulaireModel.ACCEPTE.equals(saisie.get(champ))) {
			Termes.de(saisie)
				.refusDAccepter(partie, (String) dossier.get(ConsulaireModel.TERMES_AUTEUR), Termes.de(dossier))
				.ifPresent((raison) -> erreurs.add(new Erreur(champ, raison)));
		}
		return erreurs;
	}

	private static List<Erreur> etapes(Map<String, Object> saisie) {
		List<Map<String, Object>> etapes = Lignes.de(saisie.get(ConsulaireModel.TERMES_ETAPES));
		return etapes.isEmpty()
				? Erreur.de(ConsulaireModel.TERMES_ETAPES, "Le programme de travail compte au moins une étape.")
				: Dates.ordre(ConsulaireModel.TERMES_ETAPES, etapes);
	}

	/** What is planned may lie ahead. */
	@Bean
	Controle rencontresOrganisees() {
		return Controle.de("consulaire-rencontres", (saisie, dossier) -> auMoinsUneRencontre(saisie));
	}

	/** The meetings are confirmed as they took place, which is not in the future. */
	@Bean
	Controle diagnosticMene(Clock clock) {
		return Controle.de("consulaire-diagnostic-terrain", (saisie, dossier) -> {
			List<Erreur> erreurs = new ArrayList<>(auMoinsUneRencontre(saisie));
			erreurs.addAll(rencontresPassees(saisie, LocalDate.now(clock)));
			if (Lignes.de(saisie.get(ConsulaireModel.DIAGNOSTIC_PRECONISATIONS)).isEmpty()) {
				erreurs.add(new Erreur(ConsulaireModel.DIAGNOSTIC_PRECONISATIONS,
						"Le diagnostic formule au moins une préconisation."));
			}
			return erreurs;
		});
	}

	private static List<Erreur> auMoinsUneRencontre(Map<String, Object> saisie) {
		return Lignes.de(saisie.get(ConsulaireModel.RENCONTRES)).isEmpty()
				? Erreur.de(ConsulaireModel.RENCONTRES, "Le diagnostic de terrain compte au moins une rencontre.")
				: List.of();
	}

	private static List<Erreur> rencontresPassees(Map<String, Object> saisie, LocalDate aujourdhui) {
		List<Map<String, Object>> rencontres = Lignes.de(saisie.get(ConsulaireModel.RENCONTRES));
		return IntStream.range(0, rencontres.size())
			.filter((rang) -> Dates.lire(rencontres.get(rang).get(ConsulaireModel.RENCONTRE_LE))
				.filter((jour) -> jour.isAfter(aujourdhui))
				.isPresent())
			.mapToObj((rang) -> new Erreur(
					"%s[%d].%s".formatted(ConsulaireModel.RENCONTRES, rang, ConsulaireModel.RENCONTRE_LE),
					"Cette rencontre est dans l'avenir : donnez sa date réelle, ou retirez-la si elle n'a pas eu lieu."))
			.toList();
	}

	/**
	 * The diagnostic is presented once the field work is done, not in the future; a wrong
	 * date of a meeting is corrected on the spot.
	 */
	@Bean
	Controle diagnosticRestitue(Clock clock) {
		return Controle.de("consulaire-restitution", (saisie, dossier) -> {
			LocalDate restitue = LocalDate.parse((String) saisie.get(ConsulaireModel.RESTITUE_LE));
			LocalDate aujourdhui = LocalDate.now(clock);
			List<Erreur> erreurs = new ArrayList<>(rencontresPassees(saisie, aujourdhui));
			if (restitue.isAfter(aujourdhui)) {
				erreurs.add(new Erreur(ConsulaireModel.RESTITUE_LE, "La restitution est dans l'avenir."));
			}
			else if (erreurs.isEmpty()) {
				Lignes.de(saisie.get(ConsulaireModel.RENCONTRES))
					.stream()
					.flatMap((rencontre) -> Dates.lire(rencontre.get(ConsulaireModel.RENCONTRE_LE)).stream())
					.max(Comparator.naturalOrder())
					.filter(restitue::isBefore)
					.map((derniere) -> new Erreur(ConsulaireModel.RESTITUE_LE,
							"La restitution ne précède pas la dernière rencontre, le %s : corrigez l'une ou l'autre date."
								.formatted(Dates.ecrire(derniere))))
					.ifPresent(erreurs::add);
			}
			return erreurs;
		});
	}

	@Bean
	Controle axesChoisis() {
		return Controle.de("consulaire-axes", (saisie, dossier) -> {
			List<NouvelAxe> axes = Lignes.de(saisie.get(ConsulaireModel.AXES_CHOISIS))
				.stream()
				.map(NouvelAxe::de)
				.toList();
			if (axes.isEmpty()) {
				return Erreur.de(ConsulaireModel.AXES_CHOISIS, "Choisissez au moins un axe.");
			}
			return IntStream.range(1, axes.size())
				.filter((rang) -> axes.subList(0, rang)
					.stream()
					.anyMatch((avant) -> Noms.memes(avant.intitule(), axes.get(rang).intitule())))
				.mapToObj((rang) -> new Erreur("%s[%d].intitule".formatted(ConsulaireModel.AXES_CHOISIS, rang),
						"Cet axe est déjà dans la liste."))
				.toList();
		});
	}

	/**
	 * The expertise that the kind of support demands, and no start before the diagnostic.
	 */
	@Bean
	Controle axePrepare() {
		return Controle.de(
				"consulaire-axe-preparation", (saisie,
						dossier) -> Stream
							.of(deuxPersonnes(saisie, dossier), expertise(saisie, dossier),
									apresLaRestitution(ConsulaireModel.AXE_DEBUT, saisie.get(ConsulaireModel.AXE_DEBUT),
											dossier),
									Dates.ordre(ConsulaireModel.AXE_FIN, saisie.get(ConsulaireModel.AXE_DEBUT),
											saisie.get(ConsulaireModel.AXE_FIN)))
							.flatMap((erreurs) -> erreurs)
							.toList());
	}

	private static Stream<Erreur> deuxPersonnes(Map<String, Object> saisie, Map<String, Object> dossier) {
		return Stream.of(ConsulaireModel.AXE_EXPERT, ConsulaireModel.AXE_SPECIALISTE)
			.filter((champ) -> saisie.get(champ) != null
					&& saisie.get(champ).equals(dossier.get(ConsulaireModel.PARTENAIRE_REFERENCE)))
			.map((champ) -> new Erreur(champ, "Le partenaire de référence accepte l'axe : il ne le mène pas."));
	}

	private static Stream<Erreur> expertise(Map<String, Object> saisie, Map<String, Object> dossier) {
		if (Controle.vide(saisie.get(ConsulaireModel.AXE_SPECIALISTE))) {
			return Boolean.TRUE.equals(dossier.get(ConsulaireModel.AXE_SPECIALISTE_REQUIS)) ? Stream
				.of(new Erreur(ConsulaireModel.AXE_SPECIALISTE,
						"Cet axe demande un expert spécialisé. " + dossier.get(ConsulaireModel.AXE_EXPERTISE_MOTIF)))
					: Stream.empty();
		}
		return Lignes.de(saisie.get(ConsulaireModel.AXE_EXPERTS_LOCAUX)).isEmpty()
				? Stream.of(new Erreur(ConsulaireModel.AXE_EXPERTS_LOCAUX,
						"Un expert spécialisé est associé à des experts locaux : nommez-en au moins un."))
				: Stream.empty();
	}

	/** Nothing of an axis comes before the diagnostic; today always comes after it. */
	private static Stream<Erreur> apresLaRestitution(String champ, Object jour, Map<String, Object> dossier) {
		Optional<LocalDate> restitue = Dates.lire(dossier.get(ConsulaireModel.RESTITUE_LE));
		return Dates.lire(jour)
			.filter((debut) -> restitue.filter(debut::isBefore).isPresent())
			.map((debut) -> new Erreur(champ,
					"L'accompagnement ne commence pas avant la restitution du diagnostic, le %s."
						.formatted(Dates.ecrire(restitue.get()))))
			.stream();
	}

	/**
	 * What was not accepted is not carried out, even when a task was moved by hand. The
	 * days that count are those on which the axis began and ended, whatever was planned.
	 */
	@Bean
	Controle axeMene(Clock clock) {
		return Controle.de("consulaire-axe-conduite", (saisie, dossier) -> {
			if (!ConsulaireModel.ACCEPTE.equals(dossier.get(ConsulaireModel.AXE_PROGRAMME_REPONSE))) {
				return Erreur.de(ConsulaireModel.AXE_REALISE_LE,
						"Le partenaire de référence n'a pas accepté le programme de cet axe.");
			}
			Object debut = saisie.get(ConsulaireModel.AXE_COMMENCE_LE);
			Object fin = saisie.get(ConsulaireModel.AXE_REALISE_LE);
			return Stream
				.of(pasDansLAvenir(ConsulaireModel.AXE_REALISE_LE, fin, LocalDate.now(clock)),
						apresLaRestitution(ConsulaireModel.AXE_COMMENCE_LE, debut, dossier),
						Dates.ordre(ConsulaireModel.AXE_REALISE_LE, debut, fin))
				.flatMap((erreurs) -> erreurs)
				.toList();
		});
	}

	private static Stream<Erreur> pasDansLAvenir(String champ, Object jour, LocalDate aujourdhui) {
		return Dates.lire(jour)
			.filter((date) -> date.isAfter(aujourdhui))
			.map((date) -> new Erreur(champ, "Cette date est dans l'avenir."))
			.stream();
	}

	@Bean
	Controle axeEvalue() {
		return Controle.de("consulaire-axe-evaluation",
				(saisie, dossier) -> ConsulaireModel.ACCEPTE.equals(dossier.get(ConsulaireModel.AXE_LIVRABLE_REPONSE))
						? List.of() : Erreur.de(ConsulaireModel.AXE_SATISFACTION,
								"Le partenaire de référence n'a pas accepté le livrable de cet axe."));
	}

	@Bean
	Controle decisionSurUnAxe(DossierProcess cas, ConsulaireProcess programmes, Axes axes) {
		return Controle.de("consulaire-evenement", (saisie, dossier) -> {
			Dossier programme = cas
				.visible((String) saisie.get(ConsulaireModel.REFERENCE_DOSSIER), ConsulaireModel.PROGRAMME)
				.orElse(null);
			if (programme == null) {
				return Erreur.de(ConsulaireModel.REFERENCE_DOSSIER,
						"Aucun programme consulaire de vos périmètres ne porte cette référence.");
			}
			if (programme.estClos()) {
				return Erreur.de(ConsulaireModel.REFERENCE_DOSSIER, "Ce programme est déjà clos.");
			}
			if (!programmes.accompagne(programme.reference())) {
				return Erreur.de(ConsulaireModel.REFERENCE_DOSSIER,
						"Ce programme n'est pas en accompagnement : ses axes ne se changent pas en ce moment.");
			}
			List<Axe> connus = axes.duProgramme(programme.reference());
			return ConsulaireModel.AJOUTER.equals(saisie.get(ConsulaireModel.EVENEMENT)) ? ajout(saisie, connus)
					: arret(saisie, connus);
		});
	}

	/** A stopped axis may be taken up again under its title. */
	private static List<Erreur> ajout(Map<String, Object> saisie, List<Axe> connus) {
		String intitule = (String) saisie.get(ConsulaireModel.INTITULE);
		return connus.stream()
			.filter((axe) -> axe.statut() != Axe.Statut.ARRETE && Noms.memes(axe.intitule(), intitule))
			.map((axe) -> new Erreur(ConsulaireModel.INTITULE,
					"Cet axe est déjà au programme, sous le numéro %d.".formatted(axe.numero())))
			.limit(1)
			.toList();
	}

	private static List<Erreur> arret(Map<String, Object> saisie, List<Axe> connus) {
		int numero = ((Number) saisie.get(ConsulaireModel.AXE_NUMERO)).intValue();
		Optional<Axe> vise = connus.stream().filter((axe) -> axe.numero() == numero).findFirst();
		if (vise.isEmpty()) {
			return Erreur.de(ConsulaireModel.AXE_NUMERO, "Ce programme n'a pas d'axe %d.".formatted(numero));
		}
		return vise.get().estOuvert() ? List.of() : Erreur.de(ConsulaireModel.AXE_NUMERO,
				"L'axe %d est déjà %s : il ne s'arrête plus.".formatted(numero, vise.get().statut().mot()));
	}

}
