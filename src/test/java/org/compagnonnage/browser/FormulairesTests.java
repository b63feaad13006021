package org.compagnonnage.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.compagnonnage.contrat.PlacesCesa;
import org.compagnonnage.dossier.Dossiers;
import org.compagnonnage.form.Lignes;
import org.compagnonnage.support.CentreScenarios;
import org.compagnonnage.support.ConsulaireScenario;
import org.compagnonnage.support.MissionScenarios;
import org.compagnonnage.support.Remplissage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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

	private static final LocalDate AUJOURDHUI = LocalDate.now(ZoneId.of("Europe/Paris"));

	private static final Remplissage REMPLISSAGE = new Remplissage(LONG.substring(0, 900), AUJOURDHUI);

	/** Answers by task, the first time, the second time, …, so that every form is met. */
	private static final Map<String, List<Map<String, Object>>> REPONSES = Map.of("userTask_instruireDemande",
			List.of(Map.of("recevabilite", "a-completer"), Map.of()), "userTask_validerAction",
			List.of(Map.of("actionValidation", "a-revoir"), Map.of()), "userTask_redigerNote",
			List.of(Map.of("centrePropose", false)), "userTask_examinerTermes",
			List.of(Map.of("termesReponsePartenaire", "renvoie"), Map.of()), "userTask_reprendreTermes",
			List.of(Map.of("termesReponseExpert", "renvoie")), "userTask_accepterProgramme",
			List.of(Map.of("axeProgrammeReponse", "renvoie"), Map.of()), "userTask_reunirElements",
			List.of(Map.of("corpsPrets", false), Map.of("corpsPrets", true)), "userTask_fixerExamen",
			List.of(Map.of("reexamenLe", AUJOURDHUI.plusDays(7).toString())), "userTask_preparerEchange",
			List.of(Map.of(), Map.of("echangeDecision", "arreter")));

	@Autowired
	private PlacesCesa places;

	@Autowired
	private Dossiers dossiers;

	@Autowired
	private TaskService tasks;

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
	void theStartFormsOfTheProgrammesAreReadable() {
		this.tasklist.ouvrir("responsable");
		Formulaire mission = demande("Mission de compagnonnage artisanal");
		structure(mission).ecrire("Objet de la demande", LONG).cocher("Les artisans veulent-ils", "Oui");
		mission.ligne("Entreprises", 1).ecrire("Son courriel", "pas un courriel");
		mission.ligne("Filières et marchés porteurs", 1).choisir("Filière", "Bois").ecrire("Marché porteur", LONG);
		mission.ligne("Groupes d'artisans", 1).ecrire("Nom du groupe", LONG.substring(0, 99));
		mission.ligne("Groupes d'artisans", 2).ecrire("Nom du groupe", "Menuisiers").choisir("Filière", "Bois");
		this.tasklist.refuserDemarrage();
		assertThat(mission.erreur("Début souhaité")).isEqualTo("Ce champ est obligatoire.");
		assertThat(mission.ligne("Groupes d'artisans", 1).erreur("Filière du groupe"))
			.isEqualTo("Ce champ est obligatoire.");
		assertThat(mission.ligne("Entreprises", 1).erreur("Son courriel"))
			.startsWith("Indiquez une adresse de courriel valide");
		verifier("formulaire-mission-demande");
		this.tasklist.renoncer();

		Formulaire consulaire = demande("Programme de compagnonnage consulaire");
		structure(consulaire).ecrire("Ce que la structure attend de nous", LONG)
			.ecrire("Référence du dossier auquel", "MIS-2026-12");
		verifier("formulaire-consulaire-demande");
		this.tasklist.renoncer();

		Formulaire axe = demande("Ajouter ou arrêter un axe");
		axe.ecrire("Référence du programme", "CON-2026-000001")
			.cocher("Que décidez-vous", "Ajouter un axe")
			.choisir("Domaine", "Mise en œuvre")
			.ecrire("Intitulé de l'axe", LONG.substring(0, 149))
			.ecrire("Pourquoi", LONG);
		verifier("formulaire-consulaire-evenement");
		this.tasklist.renoncer();

		Formulaire centre = demande("Centre de ressources professionnelles");
		structure(centre).ecrire("Référence de la mission", "MIS-2026-000001")
			.ecrire("Ce que la structure souhaite", LONG);
		verifier("formulaire-centre-demande");
		this.tasklist.renoncer();

		Formulaire report = demande("Reporter une mission");
		report.ecrire("Référence de la mission", "MIS-2026-000001").ecrire("Motif", LONG);
		verifier("formulaire-mission-report");
		this.tasklist.renoncer();

		Formulaire arret = demande("Noter un arrêt ou un signe de vie");
		arret.ecrire("Référence du dossier", "MIS-2026-000001")
			.cocher("Que s'est-il passé", "Le dossier s'arrête")
			.ecrire("Pourquoi s'arrête-t-il", LONG);
		verifier("formulaire-dossier-evenement");
	}

	private Formulaire demande(String processus) {
		this.tasklist.demarrer();
		return this.tasklist.choisirProcessus(processus);
	}

	private static Formulaire structure(Formulaire demande) {
		return demande.choisir("Périmètre", "Chambre de métiers du Sahel")
			.ecrire("Nom de la structure", LONG.substring(0, 99))
			.ecrire("Pays", "Sénégal")
			.ecrire("Prénom", PORTEUR.get("prenom"))
			.ecrire("Courriel", PORTEUR.get("courriel"))
			.ecrire("Téléphone", "+221 33 821 12 34");
	}

	static Stream<Arguments> programmes() {
		return Stream.of(
				arguments("mission", "mission-compagnonnage", MissionScenarios.petiteDemande(AUJOURDHUI.plusDays(20))),
				arguments("consulaire", "programme-consulaire", ConsulaireScenario.demande()),
				arguments("centre", "centre-ressources", CentreScenarios.demande(null)));
	}

	/**
	 * Goes through a programme and looks at each form that it meets, as filled in with
	 * long texts.
	 */
	@ParameterizedTest(name = "{0}")
	@MethodSource("programmes")
	void everyTaskFormOfAProgrammeIsReadable(String dossier, String processus, Map<String, Object> demande)
			throws IOException {
		this.tasklist.ouvrir("responsable");
		String reference = this.api.demarrer("expert-cma", processus, complete(demande));
		Map<String, Integer> fois = new HashMap<>();
		Set<String> vus = new TreeSet<>();
		for (Task tache = prochaine(reference); tache != null; tache = prochaine(reference)) {
			String login = (tache.getAssignee() != null) ? tache.getAssignee()
					: Remplissage.login(this.moteur.groupes(tache));
			int rang = fois.merge(tache.getTaskDefinitionKey(), 1, Integer::sum);
			List<Map<String, Object>> reponses = REPONSES.getOrDefault(tache.getTaskDefinitionKey(), List.of(Map.of()));
			Map<String, Object> saisie = REMPLISSAGE.remplir(this.api.formulaire(login, tache.getId()),
					this.api.variables(login, tache.getId()), reponses.get(Math.min(rang, reponses.size()) - 1));
			if (vus.add(tache.getCamundaFormRef().getKey())) {
				montrer(reference, tache, saisie);
			}
			this.api.soumettre(login, tache.getId(), saisie);
		}
		assertThat(vus).isEqualTo(formulairesDesTaches(dossier));
	}

	/** A centre asks for a mission that ended. */
	private Map<String, Object> complete(Map<String, Object> demande) {
		Map<String, Object> complete = new HashMap<>(demande);
		if (complete.containsKey("missionOrigine")) {
			String mission = this.dossiers
				.ouvrir("MIS", "mission-compagnonnage", CentreScenarios.PERIMETRE, "cadrage", null, null)
				.reference();
			this.dossiers.clore(mission, "mission-capitalisee");
			complete.put("missionOrigine", mission);
		}
		return complete;
	}

	private Task prochaine(String reference) {
		List<Task> taches = this.moteur.taches(reference);
		while (taches.isEmpty() && this.moteur.attendreEcheance(reference)) {
			taches = this.moteur.taches(reference);
		}
		return taches.isEmpty() ? null : taches.get(0);
	}

	/** Shows a form to somebody who sees every task and has taken this one. */
	private void montrer(String reference, Task tache, Map<String, Object> saisie) {
		Map<String, Object> valeurs = new HashMap<>(saisie);
		valeurs.replaceAll((cle, valeur) -> (valeur instanceof List<?>) ? Lignes.json(Lignes.de(valeur)) : valeur);
		this.tasks.setVariablesLocal(tache.getId(), valeurs);
		this.tasks.setAssignee(tache.getId(), "responsable");
		try {
			this.tasklist.ouvrirTache(tache.getId(), reference, tache.getName());
			verifier("formulaire-" + tache.getCamundaFormRef().getKey());
		}
		finally {
			this.tasks.setAssignee(tache.getId(), tache.getAssignee());
			this.tasks.removeVariablesLocal(tache.getId(), valeurs.keySet());
		}
	}

	private static Set<String> formulairesDesTaches(String dossier) throws IOException {
		try (Stream<Path> fichiers = Files.list(Path.of("processes", dossier))) {
			return fichiers.filter((fichier) -> fichier.toString().endsWith(".bpmn"))
				.flatMap((fichier) -> Bpmn.readModelFromFile(fichier.toFile())
					.getModelElementsByType(UserTask.class)
					.stream())
				.map(UserTask::getCamundaFormRef)
				.collect(Collectors.toCollection(TreeSet::new));
		}
	}

	/** The frame around the form is looked at with the pages. */
	private void verifier(String page) {
		this.captures.prendreEnEntier(page);
		this.accessibilite.verifier(page, ".fjs-container");
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
		verifier("formulaire-demande");
		this.tasklist.renoncer();
		this.tasklist.demarrer();
		this.tasklist.choisirProcessus("Noter un retrait")
			.ecrire("Référence du dossier", "ADM-2026-000123")
			.cocher("Qu'a-t-elle fait savoir", "Elle retire sa demande")
			.ecrire("Pourquoi se retire-t-elle", LONG);
		verifier("formulaire-evenement");
	}

	@Test
	void theFormsUpToTheOrientationAreReadable() {
		String reference = demander("37");
		this.tasklist.ouvrir("referent37");
		this.tasklist.choisirFiltre("Territoire 37");
		this.tasklist.ouvrirTache(reference, "Accueillir la personne");
		verifier("formulaire-accueil-a-prendre");
		this.tasklist.prendre();
		verifier("formulaire-accueil");
		this.api.terminer("referent37", reference, "userTask_accueillirPersonne", Map.of("accueilNotes", LONG));
		Formulaire diagnostic = ouvrir("referent37", reference, "Réaliser le diagnostic du projet");
		diagnostic.cocher("La coopérative peut-elle porter", "Non").ecrire("Forces", LONG);
		this.tasklist.refuser();
		assertThat(diagnostic.erreur("Heures de travail par mois")).isEqualTo("Ce champ est obligatoire.");
		verifier("formulaire-diagnostic");
		this.api.terminer("referent37", reference, "userTask_realiserDiagnostic",
				diagnostic(Map.of("heuresMensuelles", 8, "caMensuelHT", 120.5, "swotForces", LONG)));
		Formulaire orientation = ouvrir("referent37", reference, "Valider l'orientation");
		assertThat(orientation.texte()).contains("Il manque 2 h par mois et 39,50 € HT", "120,50 €");
		orientation.cocher("Orientation retenue", "CESA").ecrire("Pourquoi une autre orientation", LONG);
		verifier("formulaire-orientation");
	}

	@Test
	void theFormsOfARedirectionAndAnInformationAreReadable() {
		String redirige = avecDiagnostic("37", Map.of("cadreLegalAdapte", false, "motifCadreLegal", "decennale"));
		this.api.terminer("referent37", redirige, "userTask_validerOrientation",
				Map.of("orientationRetenue", "redirection-cadre-legal"));
		this.api.attendreTache("referent37", redirige, "userTask_choisirStructure");
		Formulaire structure = ouvrir("referent37", redirige, "Choisir la structure partenaire");
		assertThat(structure.texte()).contains("Structure proposée : Coopérative du bâtiment Centre");
		verifier("formulaire-structure");
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
		verifier("formulaire-suivi");
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
		verifier("formulaire-arbitrage");
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
		verifier("formulaire-cesa");
		this.api.terminer("charge-administratif", cesa, "userTask_preparerCesa",
				Map.of("cesaDateDebut", Page.bientot().toString(), "cesaObjectifs", LONG, "cesaActiviteMinimale", LONG,
						"cesaMoyens", LONG, "cesaContribution", 10.5, "cesaPartFixe", 900, "cesaPartVariable", LONG,
						"cesaClientele", LONG));
		this.api.attendreTache("charge-administratif", cesa, "userTask_enregistrerReponse");
		ouvrir("charge-administratif", cesa, "Enregistrer la réponse au contrat")
			.cocher("Que répond la personne", "Elle refuse le contrat")
			.ecrire("Pourquoi refuse-t-elle", LONG);
		verifier("formulaire-reponse");

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
		verifier("formulaire-cape");
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
