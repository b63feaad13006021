package org.compagnonnage.mission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.compagnonnage.document.Document;
import org.compagnonnage.document.Documents;
import org.compagnonnage.document.PdfModeles;
import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.Atelier;
import org.compagnonnage.support.FiliereScenario;
import org.compagnonnage.support.ModelCoverage;
import org.compagnonnage.support.MutableClock;
import org.compagnonnage.support.RecordingExpedition;
import org.compagnonnage.support.RecordingExpedition.LettrePartie;
import org.compagnonnage.support.Tasklist.Reponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every way through the accompaniment of a filière, as the mission starts it: people send
 * their forms from Tasklist, jobs and timers are fired by element id.
 */
@ApplicationTest
@Import(ModelCoverage.class)
@TestInstance(Lifecycle.PER_CLASS)
class FiliereProcessTests {

	private static final String[] ENTREPRISES = { "Menuiserie Diallo", "Atelier Keïta", "Scierie Ba" };

	private static final String[] GROUPES = { "Ébénistes", "Scieurs" };

	private static final String[] LES_DEUX = { "artisans-sans-frontieres", "experts-metier-bois" };

	@Autowired
	private Atelier atelier;

	@Autowired
	private Missions missions;

	@Autowired
	private Preconisations preconisations;

	@Autowired
	private Diagnostics diagnostics;

	@Autowired
	private Actions actions;

	@Autowired
	private Documents documents;

	@Autowired
	private FiliereDocuments filiereDocuments;

	@Autowired
	private PdfModeles modeles;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private MutableClock clock;

	@Autowired
	private RecordingExpedition lettres;

	private int missionsOuvertes;

	@BeforeEach
	void itIsAMondayOfOctober() {
		this.clock.set(LocalDateTime.of(2026, 10, 5, 10, 0));
	}

	/**
	 * A model that no scenario touches would not lower the coverage: it is named here.
	 */
	@AfterAll
	void everyModelRan() {
		this.atelier.engine()
			.assertModelesParcourus("processes/mission/mission-filiere.bpmn",
					"processes/mission/mission-diagnostic.bpmn", "processes/mission/mission-accompagnement.bpmn",
					"processes/mission/mission-action.bpmn");
	}

	@Test
	void aFiliereGoesFromItsDiagnosticToTheResultOfEachGroup() {
		FiliereScenario filiere = ouvrir().diagnostiquer(ENTREPRISES)
			.analyserEnvironnement()
			.clore()
			.preconiserAuxEntreprises(ENTREPRISES)
			.preconiserAuxGroupes(GROUPES)
			.executerTous("serviceTask_produirePreconisations", "serviceTask_envoyerPreconisations")
			.suivreSemaine(Map.of("1", Map.of("statut", "acceptee")), Map.of())
			.suivreSemaine(Map.of("1", Map.of("statut", "en-cours", "note", "Le devis est signé.")), Map.of())
			.suivreSemaine(Map.of("1", Map.of("statut", "faite")), Map.of("accompagnementTermine", false))
			.suivreSemaine(Map.of(), Map.of("accompagnementTermine", true))
			.concevoirAction("Ébénistes")
			.renvoyerAction("Ébénistes", "Chiffrez ce que chacun y gagne.")
			.concevoirAction("Ébénistes")
			.validerAction("Ébénistes")
			.suivreAction("Ébénistes")
			.conclureAction("Ébénistes", "realisee")
			.evaluerMission("Ébénistes")
			.attend("userTask_concevoirAction")
			.concevoirAction("Scieurs")
			.validerAction("Scieurs")
			.suivreAction("Scieurs")
			.conclureAction("Scieurs", "non-aboutie")
			.evaluerMission("Scieurs")
			.assertLettres("mission/diagnostic-filiere", "mission/preconisations", "mission/preconisations");
		assertThat(this.atelier.engine().fins(filiere.reference())).containsExactlyInAnyOrder("endEvent_diagnosticClos",
				"endEvent_preconisationsEnvoyees", "endEvent_ficheGardee", "endEvent_suiviTermine",
				"endEvent_actionRealisee", "endEvent_actionNonAboutie", "endEvent_filiereAccompagnee");
		this.atelier.engine().assertNothingLeft(filiere.reference());
		assertThat(this.preconisations.deLaFiliere(filiere.reference(), "bois")).hasSize(8)
			.last()
			.extracting(Preconisation::statut)
			.isEqualTo(StatutPreconisation.FAITE);
		assertThat(this.actions.duDossier(filiere.reference()))
			.extracting((action) -> action.nom() + " " + action.valideeLe() + " " + action.bilan().issue())
			.containsExactly("Ébénistes 2026-11-02 realisee", "Scieurs 2026-11-02 non-aboutie");
	}

	@Test
	void theDiagnosticIsReportedInTheWordsOfThoseWhoMadeIt() throws IOException {
		FiliereScenario filiere = ouvrir().diagnostiquer(ENTREPRISES).analyserEnvironnement().clore();
		LettrePartie lettre = filiere.assertLettre("mission/diagnostic-filiere", "Bonjour Fatou,", "la filière Bois",
				"Chambre de métiers du Sahel", "en pièce jointe");
		assertThat(lettre.destinataire()).isEqualTo("fatou@exemple.org");
		assertThat(lettre.objet()).isEqualTo("Le diagnostic de la filière Bois est terminé");
		String nom = "Rapport de diagnostic – Bois – " + filiere.reference() + ".pdf";
		assertThat(lettre.pieces()).containsOnlyKeys(nom);
		String rapport = pdf(lettre.pieces().get(nom));
		assertThat(rapport).contains("Rapport de diagnostic, filière Bois", "Mobilier scolaire", "Burkina Faso",
				"Sécher le bois et vendre hors du quartier.", "Les meubles travaillent.",
				"Répondre à des commandes publiques", "La demande de mobilier scolaire augmente.",
				"La chambre de métiers ouvre un guichet", "Les apprentis apprennent sans contrat.",
				"Entreprises diagnostiquées : 3", "3.2 Atelier Keïta", "Atelier Keïta achète le bois à la pièce.",
				"Atelier Keïta a besoin d'un séchoir.", "Deux machines sur cinq tournent.", "Moussa Keïta");
		assertThat(this.diagnostics.conclusion(filiere.reference(), "bois")).hasValueSatisfying(
				(conclusion) -> assertThat(conclusion.priorites()).extracting(Diagnostic.Priorite::intitule)
					.containsExactly("Sécher le bois", "Répondre à des commandes publiques"));
		assertThat(this.documents.duDossier(filiere.reference())).extracting(Document::modele)
			.containsExactly("mission/rapport-diagnostic");
	}

	@Test
	void eachEnterpriseGetsItsRecommendationsAndThoseOfItsGroupButNoOthers() throws IOException {
		FiliereScenario filiere = jusquAuSuivi();
		List<LettrePartie> envois = this.lettres.duDossier(filiere.reference())
			.stream()
			.filter((lettre) -> lettre.modele().equals("mission/preconisations"))
			.toList();
		assertThat(envois).extracting(LettrePartie::destinataire)
			.containsExactlyInAnyOrder("diallo@exemple.org", "keita@exemple.org");
		LettrePartie envoi = envois.stream()
			.filter((lettre) -> lettre.destinataire().startsWith("keita"))
			.findFirst()
			.orElseThrow();
		assertThat(envoi.texte()).contains("Bonjour Moussa Keïta,", "Atelier Keïta", "filière Bois");
		String nom = "Préconisations – Atelier Keïta – " + filiere.reference() + ".pdf";
		assertThat(envoi.pieces()).containsOnlyKeys(nom);
		String fiche = pdf(envoi.pieces().get(nom));
		assertThat(fiche)
			.contains("Préconisations pour Atelier Keïta", "Installer une aspiration chez Atelier Keïta",
					"Construire un séchoir pour le groupe Ébénistes", "Avec un artisan du groupe.", "Production",
					"Amadou Diallo", "15/10/2026")
			.doesNotContain("Menuiserie Diallo", "Scieurs");
		assertThat(this.documents.duDossier(filiere.reference())).extracting(Document::nom)
			.contains("Préconisations – Scierie Ba – " + filiere.reference() + ".pdf");
	}

	// Tasks

	@Test
	void eachTaskIsNamedAfterItsEnterpriseAndGoesToThePersonEngaged() {
		FiliereScenario filiere = ouvrir();
		assertThat(taches(filiere)).extracting(Task::getName)
			.containsExactlyInAnyOrder("Diagnostiquer l'entreprise – Menuiserie Diallo",
					"Diagnostiquer l'entreprise – Atelier Keïta", "Diagnostiquer l'entreprise – Scierie Ba",
					"Analyser l'environnement de la filière – Bois");
		assertThat(taches(filiere)).extracting(Task::getAssignee).containsOnly(FiliereScenario.EXPERT);
		filiere.diagnostiquer(ENTREPRISES).analyserEnvironnement();
		assertThat(taches(filiere)).extracting((tache) -> tache.getName() + " " + tache.getAssignee())
			.containsExactly("Fixer les priorités – Bois coordinateur");
	}

	@Test
	void theArtisanSansFrontieresRecommendsAndTheExpertFollowsUpEachWithTheOther() {
		FiliereScenario filiere = ouvrir();
		assertThat(groupes(filiere, "Diagnostiquer l'entreprise – Atelier Keïta")).containsExactly(LES_DEUX);
		assertThat(groupes(filiere, "Analyser l'environnement de la filière – Bois"))
			.containsExactly("experts-metier-bois");
		filiere.diagnostiquer(ENTREPRISES).analyserEnvironnement().clore();
		assertThat(taches(filiere)).hasSize(5).allSatisfy((tache) -> {
			assertThat(tache.getAssignee()).isEqualTo(FiliereScenario.ARTISAN);
			assertThat(groupes(filiere, tache.getName())).containsExactly(LES_DEUX);
		});
		filiere.preconiserAuxEntreprises(ENTREPRISES)
			.preconiserAuxGroupes(GROUPES)
			.executerTous("serviceTask_produirePreconisations", "serviceTask_envoyerPreconisations")
			.attendre("event_semaineEcoulee");
		assertThat(taches(filiere)).singleElement().satisfies((tache) -> {
			assertThat(tache.getAssignee()).isEqualTo(FiliereScenario.EXPERT);
			assertThat(groupes(filiere, tache.getName())).containsExactly(LES_DEUX);
		});
		assertThat(this.preconisations.fil(filiere.reference(), "bois")).extracting(Preconisation.Suivi::par)
			.containsOnly(FiliereScenario.ARTISAN);
	}

	private List<String> groupes(FiliereScenario filiere, String nom) {
		return this.engine.getTaskService()
			.getIdentityLinksForTask(tache(filiere, nom))
			.stream()
			.map(IdentityLink::getGroupId)
			.filter((groupe) -> groupe != null)
			.sorted()
			.toList();
	}

	@Test
	void theTasksOfALoopDoNotSeeOneAnothersAnswers() {
		FiliereScenario filiere = ouvrir().diagnostiquer("Menuiserie Diallo");
		String suivante = tache(filiere, "Diagnostiquer l'entreprise – Atelier Keïta");
		assertThat(this.atelier.tasklist().valeur(FiliereScenario.EXPERT, suivante, "besoins")).isIn("", "null");
		assertThat(this.atelier.tasklist().valeur(FiliereScenario.EXPERT, suivante, "entrepriseContactNom"))
			.isEqualTo("Moussa Keïta");
		filiere.diagnostiquer("Atelier Keïta", "Scierie Ba");
		assertThat(this.diagnostics.deLaFiliere(filiere.reference(), "bois"))
			.extracting((entreprise) -> entreprise.nom() + " : " + entreprise.constat().besoins())
			.containsExactly(Stream.of(ENTREPRISES)
				.map((nom) -> nom + " : " + nom + " a besoin d'un séchoir.")
				.toArray(String[]::new));
	}

	@Test
	void whoRecommendsReadsWhatTheDiagnosticSaid() {
		FiliereScenario filiere = ouvrir().diagnostiquer(ENTREPRISES).analyserEnvironnement();
		String priorites = tache(filiere, "Fixer les priorités – Bois");
		assertThat(vu(FiliereScenario.COORDINATEUR, priorites, "diagEconomique"))
			.isEqualTo("La demande de mobilier scolaire augmente.");
		assertThat(vu(FiliereScenario.COORDINATEUR, priorites, "besoinsEntreprises")).contains(ENTREPRISES);
		filiere.clore();
		String individuelle = tache(filiere, "Formuler les préconisations de l'entreprise – Scierie Ba");
		assertThat(vu(FiliereScenario.EXPERT, individuelle, "approvisionnement"))
			.isEqualTo("Scierie Ba achète le bois à la pièce.");
		assertThat(vu(FiliereScenario.EXPERT, individuelle, "groupeNom")).isEqualTo("Scieurs");
		assertThat(vu(FiliereScenario.EXPERT, individuelle, "prioritesFiliere")).contains("Sécher le bois");
		String collective = tache(filiere, "Formuler les préconisations du groupe – Ébénistes");
		assertThat(vu(FiliereScenario.EXPERT, collective, "entreprisesNoms"))
			.isEqualTo("Menuiserie Diallo, Atelier Keïta");
		assertThat(vu(FiliereScenario.EXPERT, collective, "besoinsReels"))
			.isEqualTo("Sécher le bois et vendre hors du quartier.");
	}

	@Test
	void theFollowUpShowsEachRecommendationAndWhatWasNotedBefore() {
		FiliereScenario filiere = jusquAuSuivi()
			.suivreSemaine(Map.of("2", Map.of("statut", "acceptee", "note", "Le cahier est acheté.")), Map.of())
			.attendre("event_semaineEcoulee");
		assertThat(filiere.lignes()).hasSize(8)
			.element(1)
			.satisfies((ligne) -> assertThat(ligne).containsEntry("numero", "2")
				.containsEntry("statut", "acceptee")
				.containsEntry("intitule",
						"Menuiserie Diallo : Tenir un cahier de commandes (Amadou Diallo, avant le 15/10/2026)")
				.containsEntry("note", ""));
		String tache = tache(filiere, "Faire le suivi de la semaine – Bois");
		assertThat(vu(FiliereScenario.EXPERT, tache, "semaineSuivi")).isEqualTo("2");
		assertThat(vu(FiliereScenario.EXPERT, tache, "filSuivi"))
			.isEqualTo("[{\"le\":\"12/10/2026\",\"numero\":2,\"texte\":\"Acceptée. Le cahier est acheté.\"}]");
		assertThat(this.preconisations.fil(filiere.reference(), "bois").get(0))
			.isEqualTo(new Preconisation.Suivi(LocalDate.of(2026, 10, 12), FiliereScenario.EXPERT, 2,
					StatutPreconisation.ACCEPTEE, "Le cahier est acheté."));
	}

	// What is refused

	@Test
	void aDiagnosticWithoutPriorityIsNotClosed() {
		FiliereScenario filiere = ouvrir().diagnostiquer(ENTREPRISES).analyserEnvironnement();
		assertRefus(filiere.envoyer(FiliereScenario.COORDINATEUR, "userTask_fixerPriorites",
				Map.of("besoinsReels", "Sécher le bois.", "priorites", List.of())), "priorites");
		filiere.attend("userTask_fixerPriorites");
	}

	@Test
	void aRecommendationIsCompleteAndNotYetLate() {
		FiliereScenario filiere = ouvrir().diagnostiquer(ENTREPRISES).analyserEnvironnement().clore();
		String tache = "userTask_preconiserGroupe";
		assertRefus(recommander(filiere, List.of()), "nouvellesPreconisations");
		assertRefus(recommander(filiere, List.of(FiliereScenario.preconisation("Sécher", "2026-10-04"))),
				"nouvellesPreconisations[0].echeance");
		Map<String, Object> incomplete = new HashMap<>(FiliereScenario.preconisation("Sécher", "2026-12-01"));
		incomplete.remove("responsable");
		incomplete.put("etapeCycle", "vente");
		assertRefus(recommander(filiere, List.of(FiliereScenario.preconisation("Scier", "2026-12-01"), incomplete)),
				"nouvellesPreconisations[1].etapeCycle", "nouvellesPreconisations[1].responsable");
		filiere.attend(tache);
		assertThat(this.preconisations.deLaFiliere(filiere.reference(), "bois")).isEmpty();
	}

	private Reponse recommander(FiliereScenario filiere, List<Map<String, Object>> lignes) {
		return this.atelier.tasklist()
			.terminer(FiliereScenario.ARTISAN, filiere.reference(), "userTask_preconiserGroupe",
					Map.of("groupeNom", "Scieurs"), Map.of("nouvellesPreconisations", lignes));
	}

	@Test
	void aStatusMovesSensiblyAndTheAccompanimentLastsThreeWeeks() {
		FiliereScenario filiere = jusquAuSuivi().suivreSemaine(Map.of("1", Map.of("statut", "en-cours")), Map.of())
			.attendre("event_semaineEcoulee");
		assertRefus(filiere.envoyerSuivi(Map.of("1", Map.of("statut", "proposee")), Map.of()),
				"preconisations[0].statut");
		assertRefus(filiere.envoyerSuivi(Map.of("3", Map.of("statut", "non-retenue")), Map.of()),
				"preconisations[2].note");
		assertRefus(filiere.envoyerSuivi(Map.of("1", Map.of("numero", "99")), Map.of()), "preconisations[0].numero");
		assertRefus(filiere.envoyerSuivi(Map.of(), Map.of("accompagnementTermine", true)), "accompagnementTermine");
		assertRefus(filiere.envoyer(FiliereScenario.EXPERT, "userTask_suivreSemaine", Map.of()), "preconisations");
		filiere.attend("userTask_suivreSemaine");
		assertThat(this.preconisations.fil(filiere.reference(), "bois")).as("the proposals and one step").hasSize(9);
		filiere.suivreSemaineOuverte(Map.of(), Map.of()).attendre("event_semaineEcoulee");
		assertRefus(filiere.envoyerSuivi(Map.of(), Map.of()), "accompagnementTermine");
	}

	@ParameterizedTest
	@CsvSource({ "actionDebut, 2026-09-30", "actionFin, 2026-10-30" })
	void anActionIsPlannedInTheRightOrder(String champ, String jour) {
		FiliereScenario filiere = jusquAuxActions();
		Map<String, Object> action = new HashMap<>(filiere.action());
		action.put(champ, jour);
		assertRefus(this.atelier.tasklist()
			.terminer(FiliereScenario.EXPERT, filiere.reference(), "userTask_concevoirAction",
					Map.of("groupeNom", "Scieurs"), action),
				champ);
	}

	@Test
	void anActionComesBackWithTheRemarksAndTheGroupsAdvanceIndependently() {
		FiliereScenario filiere = jusquAuxActions().concevoirAction("Ébénistes");
		assertRefus(filiere.envoyer(FiliereScenario.COORDINATEUR, "userTask_validerAction",
				Map.of("actionValidation", "a-revoir")), "actionRemarques");
		filiere.renvoyerAction("Ébénistes", "Chiffrez ce que chacun y gagne.");
		String reprise = tache(filiere, "Concevoir l'action collective – Ébénistes");
		assertThat(vu(FiliereScenario.EXPERT, reprise, "actionRemarques")).isEqualTo("Chiffrez ce que chacun y gagne.");
		assertThat(vu(FiliereScenario.EXPERT, reprise, "actionIntitule")).isEqualTo("Acheter le bois ensemble");
		assertThat(vu(FiliereScenario.EXPERT, reprise, "preconisationsGroupe"))
			.contains("Construire un séchoir pour le groupe Ébénistes");
		filiere.concevoirAction("Ébénistes").validerAction("Ébénistes");
		String suivi = tache(filiere, "Suivre la réalisation – Ébénistes");
		assertThat(vu(FiliereScenario.EXPERT, suivi, "actionDates")).isEqualTo("du 02/11/2026 au 01/01/2027");
		assertThat(vu(FiliereScenario.EXPERT, suivi, "actionBudgetEcrit")).isEqualTo("1 250,50 €");
		assertRefus(filiere.envoyerRealisation("Ébénistes", "2026-12-01", Map.of()), "actionTermineeLe");
		assertThat(taches(filiere)).extracting(Task::getName)
			.containsExactlyInAnyOrder("Suivre la réalisation – Ébénistes", "Concevoir l'action collective – Scieurs");
		assertThat(this.actions.duDossier(filiere.reference())).singleElement()
			.satisfies((action) -> assertThat(action.bilan()).isNull());
	}

	/** Each group's task was opened before the other group sent its own. */
	@Test
	void recommendationsMoveWhileTheGroupsActAndNoGroupUndoesWhatAnotherNoted() {
		FiliereScenario filiere = jusquAuxActions();
		Stream.of(GROUPES).forEach((groupe) -> filiere.concevoirAction(groupe).validerAction(groupe));
		String jour = this.clock.today().toString();
		filiere
			.envoyerRealisation("Ébénistes", jour,
					Map.of("1", Map.of("statut", "faite", "note", "L'aspiration tourne.")))
			.reussie();
		assertRefus(filiere.envoyerRealisation("Scieurs", jour, Map.of("1", Map.of("statut", "acceptee"))),
				"preconisations[0].statut");
		filiere.envoyerRealisation("Scieurs", jour, Map.of("2", Map.of("statut", "acceptee"))).reussie();
		assertThat(this.preconisations.deLaFiliere(filiere.reference(), "bois"))
			.filteredOn((preconisation) -> preconisation.statut() != StatutPreconisation.PROPOSEE)
			.extracting((preconisation) -> preconisation.numero() + " " + preconisation.statut())
			.containsExactlyInAnyOrder("1 FAITE", "2 ACCEPTEE");
		assertThat(this.preconisations.notes(filiere.reference(), "bois", 10)).extracting(Preconisation.Suivi::note)
			.containsExactly("L'aspiration tourne.");
	}

	@Test
	void whoFollowsAnActionReadsWhatWasNotedOfTheRecommendations() {
		FiliereScenario filiere = jusquAuSuivi()
			.suivreSemaine(Map.of("2", Map.of("statut", "acceptee", "note", "Le cahier est acheté.")), Map.of())
			.suivreSemaine(Map.of(), Map.of())
			.suivreSemaine(Map.of(), Map.of("accompagnementTermine", true))
			.concevoirAction("Scieurs")
			.validerAction("Scieurs");
		assertThat(RecordingExpedition
			.mots(filiere.vu("userTask_suivreRealisation", Map.of("groupeNom", "Scieurs"), "filSuivi")))
			.contains("Acceptée. Le cahier est acheté.");
	}

	// Size

	/** As many enterprises as a large mission has in a filière. */
	@Test
	void theReportOfTwentyFiveEnterprisesNamesEachOfThem() throws IOException {
		List<String> noms = IntStream.rangeClosed(1, 25).mapToObj((i) -> "Atelier numéro " + i).toList();
		String reference = inscrire(noms.stream()
			.map((nom) -> new Demande.Entreprise(nom, "bois", GROUPES[nom.length() % GROUPES.length], null, null))
			.toList());
		this.missions.entreprisesDeLaFiliere(reference, "bois")
			.forEach((entreprise) -> this.diagnostics.constater(reference, "bois", entreprise.id(),
					new Diagnostic.Constat("Le bois vient de loin. ".repeat(20), "Deux machines sur cinq tournent. ",
							"L'atelier n'a pas d'aspiration.", "Les clients viennent du quartier. ".repeat(10),
							entreprise.nom() + " a besoin d'un séchoir."),
					null));
		this.diagnostics.decrire(reference, "bois",
				new Diagnostic.Environnement("La demande augmente.", "La chambre aide.", "Les apprentis manquent."),
				null);
		this.diagnostics.clore(reference, "bois",
				new Diagnostic.Conclusion("Sécher le bois.", List.of(new Diagnostic.Priorite("Sécher le bois", null))),
				null);
		Map<String, Object> valeurs = variables(reference);
		valeurs.putAll(this.filiereDocuments.valeurs(valeurs));
		byte[] rapport = this.modeles.pdf("mission/rapport-diagnostic", valeurs);
		Files.write(Files.createDirectories(Path.of("target/apercus")).resolve("mission-rapport-diagnostic.pdf"),
				rapport);
		assertThat(pdf(rapport)).contains("Entreprises diagnostiquées : 25", "3.25 ")
			.contains(noms.stream().map((nom) -> nom + " a besoin d'un séchoir.").toArray(String[]::new));
	}

	private FiliereScenario jusquAuSuivi() {
		return ouvrir().diagnostiquer(ENTREPRISES)
			.analyserEnvironnement()
			.clore()
			.preconiserAuxEntreprises(ENTREPRISES)
			.preconiserAuxGroupes(GROUPES)
			.executerTous("serviceTask_produirePreconisations", "serviceTask_envoyerPreconisations");
	}

	private FiliereScenario jusquAuxActions() {
		return jusquAuSuivi().suivreSemaine(Map.of(), Map.of())
			.suivreSemaine(Map.of(), Map.of())
			.suivreSemaine(Map.of(), Map.of("accompagnementTermine", true));
	}

	private FiliereScenario ouvrir() {
		return ouvrir(List.of(
				new Demande.Entreprise(ENTREPRISES[0], "bois", "Ébénistes", "Amadou Diallo", "diallo@exemple.org"),
				new Demande.Entreprise(ENTREPRISES[1], "bois", "Ébénistes", "Moussa Keïta", "keita@exemple.org"),
				new Demande.Entreprise(ENTREPRISES[2], "bois", "Scieurs", null, null)));
	}

	/** A mission that is planned, as it starts the accompaniment of its filière. */
	private FiliereScenario ouvrir(List<Demande.Entreprise> entreprises) {
		String reference = inscrire(entreprises);
		this.engine.getRuntimeService().startProcessInstanceByKey("mission-filiere", reference, variables(reference));
		return new FiliereScenario(reference, this.atelier);
	}

	private String inscrire(List<Demande.Entreprise> entreprises) {
		String reference = "MIS-2026-9%05d".formatted(++this.missionsOuvertes);
		this.missions.inscrire(reference,
				new Demande(LocalDate.of(2026, 10, 5), LocalDate.of(2026, 11, 6), true,
						List.of(new Demande.Filiere("bois", "Mobilier scolaire")),
						Stream.of(GROUPES).map((groupe) -> new Demande.Groupe(groupe, "bois")).toList(), entreprises));
		return reference;
	}

	private static Map<String, Object> variables(String reference) {
		Map<String, Object> variables = new HashMap<>();
		variables.putAll(Map.of("reference", reference, "perimetre", "chambre-metiers-sahel", "structureNom",
				"Chambre de métiers du Sahel", "contactPrenom", "Fatou", "contactNom", "Sow", "contactCourriel",
				"fatou@exemple.org", "pays", "Burkina Faso", "coordinateur", FiliereScenario.COORDINATEUR));
		variables.putAll(Map.of("filiere", "bois", "filiereNom", "Bois", "marche", "Mobilier scolaire", "expertMetier",
				FiliereScenario.EXPERT, "artisan", FiliereScenario.ARTISAN));
		return variables;
	}

	private List<Task> taches(FiliereScenario filiere) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(filiere.reference())
			.unlimitedList();
	}

	private String tache(FiliereScenario filiere, String nom) {
		return taches(filiere).stream()
			.filter((tache) -> tache.getName().equals(nom))
			.map(Task::getId)
			.findFirst()
			.orElseThrow();
	}

	/** What the form of a task shows to a person. */
	private String vu(String login, String tache, String variable) {
		return RecordingExpedition.mots(this.atelier.tasklist().valeur(login, tache, variable));
	}

	private static void assertRefus(Reponse reponse, String... champs) {
		assertThat(reponse.statut()).as(reponse.corps().toString()).isEqualTo(400);
		assertThat(reponse.corps().path("erreurs").findValuesAsText("champ")).containsExactlyInAnyOrder(champs);
	}

	private static String pdf(byte[] contenu) throws IOException {
		try (PDDocument document = Loader.loadPDF(contenu)) {
			return RecordingExpedition.mots(new PDFTextStripper().getText(document));
		}
	}

}
