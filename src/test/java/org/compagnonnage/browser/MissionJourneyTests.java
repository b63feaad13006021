package org.compagnonnage.browser;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.task.Task;
import org.compagnonnage.browser.BoiteAuxLettres.Partie;
import org.compagnonnage.document.Document;
import org.compagnonnage.document.Documents;
import org.compagnonnage.dossier.Dossiers;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A mission from its request to its capitalisation, as its people do it in Tasklist:
 * lists filled row by row, each task found in the list, taken when it is nobody's, filled
 * and sent.
 */
class MissionJourneyTests extends BrowserTest {

	private static final String EXPERT_CMA = "expert-cma";

	private static final String COORDINATEUR = "coordinateur";

	private static final String EXPERT_METIER = "expert-metier-bois";

	private static final String ARTISAN = "artisan-sans-frontieres";

	private static final LocalDate AUJOURDHUI = LocalDate.now(ZoneId.of("Europe/Paris"));

	private static final LocalDate DEBUT = AUJOURDHUI.plusDays(20);

	/** What is done in a mission, in the order in which people come to it. */
	private static final List<Geste> GESTES = List.of(
			new Geste("Instruire la demande", EXPERT_CMA,
					(saisie) -> saisie.cocher("La demande est-elle recevable", "Oui")),
			new Geste("Planifier la mission", EXPERT_CMA,
					(saisie) -> saisie.choisir("Coordinateur", "Coordinateur·rice de mission")
						.dater("Premier jour de la mission", Page.ecrite(DEBUT))
						.dater("Dernier jour de la mission", Page.ecrite(DEBUT.plusDays(27)))),
			new Geste("Composer l'équipe de la filière", COORDINATEUR,
					(saisie) -> saisie.choisir("Expert-métier", "Expert·e-métier Bois")
						.choisir("Artisan sans frontières", "Artisan·e sans frontières")),
			new Geste("Former l'équipe locale", EXPERT_CMA,
					(saisie) -> saisie.dater("Date de la formation", Page.ecrite(AUJOURDHUI))
						.ecrire("Formateurs", "CMA Hauts-de-France")
						.ecrire("Contenu de la formation", "Les outils du diagnostic.")),
			new Geste("Établir la situation de départ", EXPERT_METIER,
					(saisie) -> saisie.ecrire("Situation de la filière au départ", "Les artisans travaillent seuls.")),
			new Geste("Diagnostiquer l'entreprise", EXPERT_METIER,
					(saisie) -> saisie.ecrire("Approvisionnement", "Le bois s'achète à la pièce.")
						.ecrire("Production", "Deux machines sur cinq tournent.")
						.ecrire("Organisation de l'atelier", "Il n'y a pas d'aspiration.")
						.ecrire("Commercialisation", "Les clients sont du quartier.")
						.ecrire("Besoins réels", "Un séchoir.")),
			new Geste("Analyser l'environnement de la filière", EXPERT_METIER,
					(saisie) -> saisie.ecrire("Environnement économique", "La demande de mobilier augmente.")
						.ecrire("Environnement institutionnel", "La chambre de métiers ouvre un guichet.")
						.ecrire("Environnement social", "Les apprentis n'ont pas de contrat.")),
			new Geste("Fixer les priorités", COORDINATEUR,
					(saisie) -> saisie.ecrire("Besoins réels de la filière", "Sécher le bois, vendre aux hôtels.")
						.ligne("Priorités d'accompagnement", 1)
						.ecrire("Priorité", "Sécher le bois")
						.ecrire("Pourquoi", "Les meubles travaillent.")),
			new Geste("Formuler les préconisations de l'entreprise", ARTISAN,
					(saisie) -> preconiser(saisie, "Installer une aspiration")),
			new Geste("Formuler les préconisations du groupe", ARTISAN,
					(saisie) -> preconiser(saisie, "Construire un séchoir à plusieurs")),
			new Geste("Faire le suivi de la semaine", EXPERT_METIER, (saisie) -> {
				saisie.choisir("Statut", "Acceptée").ecrire("Note de la semaine", "Le groupe a visité un séchoir.");
				if (saisie.montre("L'accompagnement est-il terminé")) {
					saisie.cocher("L'accompagnement est-il terminé", "Oui");
				}
			}),
			new Geste("Concevoir l'action collective", EXPERT_METIER,
					(saisie) -> saisie.ecrire("Intitulé de l'action", "Acheter le bois ensemble")
						.ecrire("Objectif économique commun", "Payer le bois 10 % moins cher.")
						.ecrire("Ce qui sera fait", "Un appel d'offres par trimestre.")
						.dater("Début prévu", Page.ecrite(AUJOURDHUI))
						.dater("Fin prévue", Page.ecrite(DEBUT))
						.ecrire("Budget prévu", "1250,5")),
			new Geste("Valider l'action collective", COORDINATEUR,
					(saisie) -> saisie.cocher("L'action est", "Validée")),
			new Geste("Suivre la réalisation", EXPERT_METIER,
					(saisie) -> saisie.ecrire("Ce qui a été fait", "Le premier achat est fait.")
						.dater("Commencée le", Page.ecrite(AUJOURDHUI))
						.dater("Finie ou arrêtée le", Page.ecrite(AUJOURDHUI))),
			new Geste("Enregistrer le résultat", EXPERT_METIER,
					(saisie) -> saisie.cocher("L'action a-t-elle abouti", "Oui")
						.ecrire("Résultat obtenu", "Le bois coûte 12 % de moins.")),
			new Geste("Évaluer la mission", EXPERT_METIER,
					(saisie) -> saisie.cocher("Le groupe est-il satisfait", "Tout à fait")
						.ecrire("Artisans présents", "5")
						.ecrire("Ce que la mission a apporté", "Le groupe sait chiffrer un devis.")),
			new Geste("Faire le suivi à trois mois", EXPERT_METIER,
					(saisie) -> saisie.choisir("Statut", "En cours")
						.ecrire("Ce qui a changé", "Les groupes achètent ensemble.")),
			new Geste("Faire le suivi à six mois", EXPERT_METIER,
					(saisie) -> saisie.choisir("Statut", "Faite")
						.ecrire("Ce qui a changé", "Deux hôtels ont commandé.")),
			new Geste("Rédiger la note de capitalisation", COORDINATEUR, (saisie) -> {
				saisie.ecrire("Bilan de la mission", "Deux groupes sont nés.")
					.ecrire("Enseignements", "Commencer par un achat groupé.")
					.ecrire("Offre de services d'appui", "Conseil en devis, séchoir partagé.")
					.cocher("Proposez-vous d'ouvrir un centre", "Non");
				for (int rang = 1; rang <= 2; rang++) {
					saisie.ligne("Plan d'action", rang)
						.ecrire("Action", List.of("Ouvrir un guichet de devis", "Acheter un séchoir").get(rang - 1))
						.ecrire("Responsable", "Aminata Sarr")
						.dater("Échéance", Page.ecrite(DEBUT));
				}
			}));

	@Autowired
	private Documents documents;

	@Autowired
	private Dossiers dossiers;

	@Test
	void aMissionIsFramedAccompaniedFollowedUpAndCapitalised() {
		this.tasklist.ouvrir(EXPERT_CMA);
		String reference = demander();
		List<String> faits = conduire(reference);

		assertThat(faits).containsExactly("expert-cma : Instruire la demande", "expert-cma : Planifier la mission",
				"coordinateur : Composer l'équipe de la filière – Bois", "expert-cma : Former l'équipe locale",
				"expert-metier-bois : Établir la situation de départ – Bois",
				"expert-metier-bois : Diagnostiquer l'entreprise – Menuiserie Diallo",
				"expert-metier-bois : Diagnostiquer l'entreprise – Menuiserie Ndiaye",
				"expert-metier-bois : Analyser l'environnement de la filière – Bois",
				"coordinateur : Fixer les priorités – Bois",
				"artisan-sans-frontieres : Formuler les préconisations de l'entreprise – Menuiserie Diallo",
				"artisan-sans-frontieres : Formuler les préconisations de l'entreprise – Menuiserie Ndiaye",
				"artisan-sans-frontieres : Formuler les préconisations du groupe – Menuisiers de Dakar",
				"artisan-sans-frontieres : Formuler les préconisations du groupe – Ébénistes de Thiès",
				"expert-metier-bois : Faire le suivi de la semaine – Bois",
				"expert-metier-bois : Faire le suivi de la semaine – Bois",
				"expert-metier-bois : Faire le suivi de la semaine – Bois",
				"expert-metier-bois : Concevoir l'action collective – Menuisiers de Dakar",
				"expert-metier-bois : Concevoir l'action collective – Ébénistes de Thiès",
				"coordinateur : Valider l'action collective – Menuisiers de Dakar",
				"coordinateur : Valider l'action collective – Ébénistes de Thiès",
				"expert-metier-bois : Suivre la réalisation – Menuisiers de Dakar",
				"expert-metier-bois : Suivre la réalisation – Ébénistes de Thiès",
				"expert-metier-bois : Enregistrer le résultat – Menuisiers de Dakar",
				"expert-metier-bois : Enregistrer le résultat – Ébénistes de Thiès",
				"expert-metier-bois : Évaluer la mission – Menuisiers de Dakar",
				"expert-metier-bois : Évaluer la mission – Ébénistes de Thiès",
				"expert-metier-bois : Faire le suivi à trois mois – Bois",
				"expert-metier-bois : Faire le suivi à six mois – Bois",
				"coordinateur : Rédiger la note de capitalisation");
		assertThat(this.moteur.fins(reference)).contains("endEvent_missionCapitalisee");
		assertThat(this.dossiers.trouver(reference).orElseThrow().issue()).isEqualTo("mission-capitalisee");
		assertThat(this.documents.duDossier(reference)).extracting(Document::modele)
			.containsExactlyInAnyOrder("mission/rapport-diagnostic", "mission/preconisations", "mission/preconisations",
					"mission/note-capitalisation", "mission/plan-action");
		assertLettre(reference, "mission/mission-planifiee", "aminata.sarr@exemple.sn");
		assertLettre(reference, "mission/diagnostic-filiere", "aminata.sarr@exemple.sn");
		assertLettre(reference, "mission/preconisations", "diallo@exemple.sn");
		assertLettre(reference, "mission/capitalisation", "aminata.sarr@exemple.sn");
	}

	private void assertLettre(String reference, String modele, String destinataire) {
		assertThat(this.lettres.duDossier(reference, modele)).extracting(Partie::courrier)
			.extracting((courrier) -> courrier.destinataire())
			.as(modele)
			.containsExactly(destinataire);
	}

	/** The request, with its lists, and what was forgotten said beside its field. */
	private String demander() {
		this.tasklist.demarrer();
		Formulaire demande = this.tasklist.choisirProcessus("Mission de compagnonnage artisanal");
		demande.choisir("Périmètre", "CMA Hauts-de-France")
			.ecrire("Nom de la structure", "Chambre de métiers de Ziguinchor")
			.ecrire("Pays", "Sénégal")
			.ecrire("Prénom", "Aminata")
			.ecrire("Nom", "Sarr")
			.ecrire("Courriel", "aminata.sarr@exemple.sn")
			.ecrire("Objet de la demande", "Vendre du mobilier aux hôtels.")
			.dater("Début souhaité", Page.ecrite(DEBUT))
			.dater("Fin souhaitée", Page.ecrite(DEBUT.plusDays(27)))
			.cocher("Les artisans veulent-ils", "Oui");
		demande.ligne("Filières et marchés porteurs", 1)
			.choisir("Filière", "Bois")
			.ecrire("Marché porteur identifié", "Mobilier d'hôtel");
		demande.ligne("Filières et marchés porteurs", 2).choisir("Filière", "Cuir");
		demande.retirerLigne("Filières et marchés porteurs");
		List<String> groupes = List.of("Menuisiers de Dakar", "Ébénistes de Thiès");
		List<String> entreprises = List.of("Menuiserie Diallo", "Menuiserie Ndiaye");
		for (int rang = 1; rang <= groupes.size(); rang++) {
			demande.ligne("Groupes d'artisans", rang)
				.ecrire("Nom du groupe", groupes.get(rang - 1))
				.choisir("Filière du groupe", "Bois");
		}
		for (int rang = 1; rang <= entreprises.size(); rang++) {
			demande.ligne("Entreprises", rang)
				.ecrire("Nom de l'entreprise", entreprises.get(rang - 1))
				.choisir("Filière de l'entreprise", "Bois");
		}
		this.tasklist.refuserDemarrage();
		assertThat(demande.ligne("Entreprises", 2).erreur("Groupe")).isEqualTo("Ce champ est obligatoire.");
		for (int rang = 1; rang <= entreprises.size(); rang++) {
			demande.ligne("Entreprises", rang).choisir("Groupe", groupes.get(rang - 1));
		}
		demande.ligne("Entreprises", 1)
			.ecrire("Personne à joindre", "Ousmane Diallo")
			.ecrire("Son courriel", "diallo@exemple.sn");
		this.captures.prendreEnEntier("mission-01-demande");
		this.tasklist.confirmerDemarrage();
		this.tasklist.choisirFiltre("À prendre dans mes groupes");
		return this.tasklist.reference("Chambre de métiers de Ziguinchor", "Instruire la demande");
	}

	/** Everybody does what is theirs, until nothing is left; returns who did what. */
	private List<String> conduire(String reference) {
		List<String> faits = new ArrayList<>();
		String personne = EXPERT_CMA;
		for (Task tache = prochaine(reference); tache != null; tache = prochaine(reference)) {
			Geste geste = GESTES.get(rang(tache.getName()));
			if (!geste.personne().equals(personne)) {
				personne = geste.personne();
				this.tasklist.ouvrir(personne);
			}
			this.tasklist.choisirFiltre((tache.getAssignee() != null) ? "Mes tâches" : "À prendre dans mes groupes");
			Formulaire formulaire = this.tasklist.ouvrirTache(reference, tache.getName());
			if (tache.getAssignee() == null) {
				this.tasklist.prendre();
			}
			geste.saisie().accept(formulaire);
			this.captures.prendre("mission-%02d-%s".formatted(faits.size() + 2, tache.getTaskDefinitionKey()));
			if (geste == GESTES.get(GESTES.size() - 1)) {
				lireLesDocuments(formulaire);
			}
			this.tasklist.terminer();
			faits.add(personne + " : " + tache.getName());
		}
		return faits;
	}

	/** What the others handed over stands beside the form, which keeps what was typed. */
	private void lireLesDocuments(Formulaire formulaire) {
		this.page.cliquer(By.cssSelector(".tabbed-content .nav-tabs a"), "Documents");
		this.page.voir(By.cssSelector(".documents tbody tr"), "Rapport de diagnostic");
		assertThat(this.page.textes(By.cssSelector(".documents tbody tr"))).hasSize(3)
			.filteredOn((ligne) -> ligne.startsWith("Préconisations"))
			.hasSize(2);
		this.page.cliquer(By.cssSelector(".tabbed-content .nav-tabs a"), "Formulaire");
		assertThat(formulaire.coche("Proposez-vous d'ouvrir un centre")).contains("Non");
	}

	/** The first of the waiting tasks; time passes when none waits. */
	private Task prochaine(String reference) {
		List<Task> taches = this.moteur.taches(reference);
		while (taches.isEmpty() && this.moteur.attendreEcheance(reference)) {
			taches = this.moteur.taches(reference);
		}
		return taches.stream()
			.min(Comparator.<Task>comparingInt((tache) -> rang(tache.getName())).thenComparing(Task::getName))
			.orElse(null);
	}

	private static int rang(String tache) {
		return IntStream.range(0, GESTES.size())
			.filter((rang) -> tache.startsWith(GESTES.get(rang).tache()))
			.findFirst()
			.orElseThrow(() -> new AssertionError("Nobody knows the task " + tache));
	}

	private static void preconiser(Formulaire saisie, String preconisation) {
		saisie.ligne("Préconisations", 1)
			.ecrire("Préconisation", preconisation)
			.choisir("Étape du cycle de vie", "Production")
			.ecrire("Qui s'en charge", "Amadou Diallo")
			.dater("Jusqu'à quand", Page.ecrite(DEBUT));
	}

	/** What a person does in the tasks of a name. */
	private record Geste(String tache, String personne, Consumer<Formulaire> saisie) {
	}

}
