package org.compagnonnage.browser;

import java.util.LinkedHashMap;
import java.util.Map;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.compagnonnage.contrat.PlacesCesa;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Every form and page that the staff open, with the longest texts they would write:
 * French, readable by all, dates as 21/11/2026. The pictures are for people to look at.
 */
class FormulairesTests extends BrowserTest {

	private static final Map<String, String> PORTEUR = Map.of("prenom", "Marie-Antoinette-Joséphine", "nom",
			"de La Rochefoucauld-Montbéliard d’Estissac", "courriel",
			"marie-antoinette.de-la-rochefoucauld@ateliers-de-la-loire-et-du-cher.exemple.fr", "telephone",
			"+33 2 47 12 34 56");

	private static final String LONG = ("Atelier de reliure d’art et de restauration de livres anciens, destiné aux "
			+ "bibliothèques patrimoniales, aux archives départementales et aux particuliers collectionneurs.\n")
		.repeat(8);

	@Autowired
	private PlacesCesa places;

	@Autowired
	private ManagementService management;

	@Test
	void loginAndWelcomeAreFrench() {
		this.page.oublier();
		this.page.aller("/camunda/app/welcome/default/");
		this.page.voir(By.cssSelector("input[type=password]"));
		verifier("page-connexion", 900);
		this.page.connecter("welcome", "referent37");
		this.page.voir(By.cssSelector(".app-item, .applications, section"));
		verifier("page-accueil", 900);
	}

	@Test
	void tasklistIsFrenchWithAndWithoutTasks() {
		this.tasklist.ouvrir("comptable");
		verifier("page-taches-vide", 900);
		String reference = demander("37");
		this.tasklist.ouvrir("responsable");
		this.tasklist.choisirFiltre("Territoire 37");
		this.tasklist.carte(reference, "Accueillir la personne");
		assertThat(this.tasklist.filtres()).hasSize(9)
			.anyMatch((filtre) -> filtre.startsWith("Mes tâches"))
			.anyMatch((filtre) -> filtre.startsWith("En retard"))
			.anyMatch((filtre) -> filtre.startsWith("Échéance cette semaine"))
			.anyMatch((filtre) -> filtre.matches("Territoire 37 – Indre-et-Loire \\(?\\d+\\)?"));
		verifier("page-taches", 900);
		this.tasklist.ouvrirTache(reference, "Accueillir la personne");
		for (String onglet : new String[] { "Historique", "Diagramme", "Description" }) {
			this.page.cliquer(By.cssSelector(".tabbed-content .nav-tabs a"), onglet);
			this.page.disparu(By.cssSelector(".tabbed-content .loader"));
			verifier("page-tache-" + onglet.toLowerCase(java.util.Locale.ROOT), 900);
		}
	}

	@Test
	void theStartFormsAreReadable() {
		this.tasklist.ouvrir("responsable");
		this.tasklist.demarrer();
		verifier("page-demarrer", 900);
		Formulaire demande = this.tasklist.choisirProcessus("Admission en coopérative");
		demande.ecrire("Prénom", PORTEUR.get("prenom"))
			.ecrire("Nom", PORTEUR.get("nom"))
			.ecrire("Courriel", "pas un courriel")
			.ecrire("Téléphone", PORTEUR.get("telephone"))
			.choisir("Territoire", "Indre-et-Loire (37)")
			.ecrire("Le projet en quelques phrases", LONG)
			.cocher("Comment la personne est-elle venue", "Recommandée par un prescripteur")
			.ecrire("Qui la recommande", "Chambre de métiers et de l’artisanat d’Indre-et-Loire");
		assertThat(demande.erreur("Courriel")).startsWith("Indiquez une adresse de courriel valide");
		verifier("formulaire-demande", 1900);
		this.tasklist.ouvrir("responsable");
		this.tasklist.demarrer();
		this.tasklist.choisirProcessus("Noter un retrait")
			.ecrire("Référence du dossier", "ADM-2026-000123")
			.cocher("Qu'a-t-elle fait savoir", "Elle retire sa demande")
			.ecrire("Pourquoi se retire-t-elle", LONG);
		verifier("formulaire-evenement", 1200);
	}

	@Test
	void theFormsUpToTheOrientationAreReadable() {
		String reference = demander("37");
		this.tasklist.ouvrir("referent37");
		this.tasklist.choisirFiltre("Territoire 37");
		this.tasklist.ouvrirTache(reference, "Accueillir la personne");
		verifier("formulaire-accueil-a-prendre", 1500);
		this.tasklist.prendre();
		verifier("formulaire-accueil", 1500);
		this.api.terminer("referent37", reference, "userTask_accueillirPersonne", Map.of("accueilNotes", LONG));
		Formulaire diagnostic = ouvrir("referent37", reference, "Réaliser le diagnostic du projet");
		diagnostic.cocher("La coopérative peut-elle porter", "Non").ecrire("Forces", LONG);
		this.tasklist.refuser();
		assertThat(diagnostic.erreur("Heures de travail par mois")).isEqualTo("Ce champ est obligatoire.");
		verifier("formulaire-diagnostic", 3300);
		this.api.terminer("referent37", reference, "userTask_realiserDiagnostic",
				diagnostic(Map.of("heuresMensuelles", 8, "caMensuelHT", 120.5, "swotForces", LONG)));
		Formulaire orientation = ouvrir("referent37", reference, "Valider l'orientation");
		assertThat(orientation.texte()).contains("Il manque 2 h par mois et 39,50 € HT", "120,50 €");
		orientation.cocher("Orientation retenue", "CESA").ecrire("Pourquoi une autre orientation", LONG);
		verifier("formulaire-orientation", 2400);
	}

	@Test
	void theFormsOfARedirectionAndAnInformationAreReadable() {
		String redirige = avecDiagnostic("37", Map.of("cadreLegalAdapte", false, "motifCadreLegal", "decennale"));
		this.api.terminer("referent37", redirige, "userTask_validerOrientation",
				Map.of("orientationRetenue", "redirection-cadre-legal"));
		this.api.attendreTache("referent37", redirige, "userTask_choisirStructure");
		Formulaire structure = ouvrir("referent37", redirige, "Choisir la structure partenaire");
		assertThat(structure.texte()).contains("Structure proposée : Coopérative du bâtiment Centre");
		verifier("formulaire-structure", 1500);
		structure.choisir("Structure retenue", "Chambre de métiers et de l'artisanat");

		String informe = avecDiagnostic("37", Map.of("souhait", "information"));
		this.api.terminer("referent37", informe, "userTask_validerOrientation",
				Map.of("orientationRetenue", "information-statuts"));
		Job delai = await("the timer of " + informe).atMost(Page.PATIENCE)
			.until(() -> this.management.createJobQuery()
				.timers()
				.activityId("event_delaiInformation")
				.list()
				.stream()
				.reduce((premier, dernier) -> dernier)
				.orElse(null), (job) -> job != null);
		this.management.executeJob(delai.getId());
		this.api.attendreTache("referent37", informe, "userTask_reprendreContact");
		ouvrir("referent37", informe, "Reprendre contact avec la personne");
		verifier("formulaire-suivi", 1400);
	}

	@Test
	void theFormsOfTheContractsAreReadable() {
		for (int place = 1; place <= 10; place++) {
			this.places.accepterHorsQuota("45", "ADM-2025-9000" + place);
		}
		String cesa = avecDiagnostic("45", Map.of());
		this.api.terminer("referent45", cesa, "userTask_validerOrientation", Map.of("orientationRetenue", "cesa"));
		this.api.attendreTache("gerance", cesa, "userTask_arbitrerQuota");
		ouvrir("gerance", cesa, "Arbitrer le quota CESA").cocher("Que décidez-vous", "Accepter au-delà du quota")
			.ecrire("Pourquoi dépasser le quota", LONG);
		verifier("formulaire-arbitrage", 1700);
		this.api.terminer("gerance", cesa, "userTask_arbitrerQuota",
				Map.of("arbitrageDecision", "accepter", "arbitrageMotif", LONG));
		this.api.attendreTache("charge-administratif", cesa, "userTask_preparerCesa");
		Formulaire contrat = ouvrir("charge-administratif", cesa, "Préparer le CESA");
		contrat.dater("Début du contrat", Page.ecrite(Page.bientot()));
		for (String champ : new String[] { "Objectifs à atteindre", "Activité minimale", "Moyens de soutien",
				"Part variable", "Droits sur la clientèle" }) {
			contrat.ecrire(champ, LONG);
		}
		contrat.ecrire("Contribution aux services", "101");
		assertThat(contrat.erreur("Contribution aux services")).isEqualTo("La valeur ne doit pas dépasser 100.");
		verifier("formulaire-cesa", 3300);
		this.api.terminer("charge-administratif", cesa, "userTask_preparerCesa",
				Map.of("cesaDateDebut", Page.bientot().toString(), "cesaObjectifs", LONG, "cesaActiviteMinimale", LONG,
						"cesaMoyens", LONG, "cesaContribution", 10.5, "cesaPartFixe", 900, "cesaPartVariable", LONG,
						"cesaClientele", LONG));
		this.api.attendreTache("charge-administratif", cesa, "userTask_enregistrerReponse");
		ouvrir("charge-administratif", cesa, "Enregistrer la réponse au contrat")
			.cocher("Que répond la personne", "Elle refuse le contrat")
			.ecrire("Pourquoi refuse-t-elle", LONG);
		verifier("formulaire-reponse", 1500);

		String cape = avecDiagnostic("37", Map.of("clientsPrets", false));
		this.api.terminer("referent37", cape, "userTask_validerOrientation", Map.of("orientationRetenue", "cape"));
		this.api.attendreTache("charge-administratif", cape, "userTask_preparerCape");
		Formulaire preparation = ouvrir("charge-administratif", cape, "Préparer le CAPE");
		this.page.cliquer(By.cssSelector(".fjs-datepicker input"));
		this.page.voir(By.cssSelector(".flatpickr-calendar.open"));
		assertThat(this.accessibilite.fautesDeLangue()).isEmpty();
		this.captures.prendre("formulaire-cape-calendrier");
		preparation.dater("Début du contrat", Page.ecrite(Page.bientot()));
		for (String champ : new String[] { "Programme de préparation", "Engagements de la coopérative",
				"Engagements de la personne", "Moyens mis à disposition", "Ce que reçoit", "Limites des engagements",
				"Comment les comptes" }) {
			preparation.ecrire(champ, LONG);
		}
		verifier("formulaire-cape", 3500);
	}

	private String demander(String territoire) {
		return this.api.demander(PORTEUR, territoire, LONG);
	}

	/** A case whose diagnostic is done and whose orientation waits for the référent. */
	private String avecDiagnostic(String territoire, Map<String, Object> reponses) {
		String reference = demander(territoire);
		this.api.terminer("referent" + territoire, reference, "userTask_accueillirPersonne",
				Map.of("accueilNotes", LONG));
		this.api.terminer("referent" + territoire, reference, "userTask_realiserDiagnostic", diagnostic(reponses));
		this.api.attendreTache("referent" + territoire, reference, "userTask_validerOrientation");
		return reference;
	}

	private static Map<String, Object> diagnostic(Map<String, Object> reponses) {
		Map<String, Object> diagnostic = new LinkedHashMap<>();
		diagnostic.putAll(Map.of("souhait", "rejoindre", "economieCreative", true, "cadreLegalAdapte", true,
				"stadeProjet", "activite", "offreDefinie", true, "clientsPrets", true, "heuresMensuelles", 40,
				"caMensuelHT", 1800, "salarieTempsPlein", false));
		diagnostic.putAll(reponses);
		return diagnostic;
	}

	private Formulaire ouvrir(String personne, String reference, String tache) {
		this.tasklist.ouvrir(personne);
		this.tasklist.choisirFiltre("À prendre dans mes groupes");
		Formulaire formulaire = this.tasklist.ouvrirTache(reference, tache);
		this.tasklist.prendre();
		return formulaire;
	}

	private void verifier(String page, int hauteur) {
		this.captures.prendreEnEntier(page, hauteur);
		this.accessibilite.verifier(page);
	}

}
