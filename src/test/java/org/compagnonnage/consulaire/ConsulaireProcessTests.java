package org.compagnonnage.consulaire;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.compagnonnage.consulaire.Axe.Statut;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.engagement.Engagements;
import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.Atelier;
import org.compagnonnage.support.ConsulaireScenario;
import org.compagnonnage.support.ModelCoverage;
import org.compagnonnage.support.RecordingExpedition;
import org.compagnonnage.support.RecordingExpedition.LettrePartie;
import org.compagnonnage.support.Tasklist.Reponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.compagnonnage.support.ConsulaireScenario.EXPERT;
import static org.compagnonnage.support.ConsulaireScenario.PARTENAIRE;
import static org.compagnonnage.support.ConsulaireScenario.SPECIALISTE;

/**
 * Every way through a consular programme: people send their forms from Tasklist, jobs and
 * timers are fired by element id, and each end is judged by the register, by the engine
 * and by what the people read.
 */
@ApplicationTest
@Import(ModelCoverage.class)
@TestInstance(Lifecycle.PER_CLASS)
class ConsulaireProcessTests {

	private static final String OBJECTIFS = "Une chambre qui rend service.";

	private static final String[] ETAPES = { "cadrage", "termes-de-reference", "diagnostic", "accompagnement",
			"bilan" };

	private static final String[] DEUX_PARTIES = { "awa@exemple.sn", "expert-cma@cooperative.example",
			"partenaire-reference@cooperative.example" };

	private static final Map<String, String> COMMUNICATION = ConsulaireScenario.axe("mise-en-oeuvre", "communication",
			"Faire connaître la chambre", "distance");

	@Autowired
	private Atelier atelier;

	@Autowired
	private Axes axes;

	@Autowired
	private ConsulaireProcess process;

	@Autowired
	private Engagements engagements;

	@Autowired
	private TransactionTemplate transaction;

	@BeforeEach
	void itIsAMondayOfOctober() {
		this.atelier.clock().set(LocalDateTime.of(2026, 10, 5, 10, 0));
	}

	/**
	 * A model that no scenario touches would not lower the coverage: it is named here.
	 */
	@AfterAll
	void everyModelRan() {
		this.atelier.engine().assertModelesParcourus("processes/consulaire/");
	}

	// Cadrage

	@Test
	void aRequestThatIsNotRecevableIsRefusedWithItsReason() {
		ConsulaireScenario dossier = ouvrir().instruire("non-recevable", "La structure n'a pas d'artisans.")
			.executer("serviceTask_annoncerRefus")
			.assertClos("endEvent_demandeNonRecevable", "demande-non-recevable", "cadrage")
			.assertLettres("consulaire/non-recevable");
		LettrePartie lettre = dossier.assertLettre("consulaire/non-recevable", "Bonjour Awa Ndiaye,",
				"Chambre de métiers de Dakar", "La structure n'a pas d'artisans.");
		assertThat(lettre.destinataire()).isEqualTo("awa@exemple.sn");
		assertThat(dossier.variable("origine")).isEqualTo("spontanee");
	}

	@Test
	void aRequestComesBackWithWhatWasMissingAndIsAskedAgain() {
		ConsulaireScenario dossier = ouvrir().demanderComplements("Dites-nous combien d'artisans sont inscrits.");
		dossier.assertLettre("consulaire/complements", "Bonjour Awa Ndiaye,", "combien d'artisans sont inscrits",
				"Nous attendons votre réponse jusqu'au 18/11/2026");
		dossier.recueillirComplements("Douze mille.").attend("userTask_instruireDemande");
		assertThat(dossier.variable("consulaire-cadrage", "complementsDemandes"))
			.isEqualTo("Dites-nous combien d'artisans sont inscrits.");
		assertThat(dossier.variable("consulaire-cadrage", "recevabilite")).as("the former answer").isNull();
		dossier.cadrer().attend("userTask_redigerTermes");
		assertThat(dossier.variable("complements")).isEqualTo("Douze mille.");
		assertThat(dossier.dossier().etat()).isEqualTo("termes-de-reference");
	}

	@Test
	void aReasonIsWrittenUnlessTheRequestIsRecevable() {
		ConsulaireScenario dossier = ouvrir();
		refuse(dossier.envoyer(EXPERT, "userTask_instruireDemande", Map.of("recevabilite", "non-recevable")),
				"recevabiliteMotif", "obligatoire");
		refuse(dossier.envoyer(EXPERT, "userTask_instruireDemande", Map.of("recevabilite", "a-completer")),
				"recevabiliteMotif", "obligatoire");
	}

	@Test
	void aStructureThatStaysSilentIsClosedAndKnowsHowToComeBack() {
		ConsulaireScenario dossier = ouvrir().demanderComplements("Combien d'artisans ?")
			.attendre("event_premiereRelance")
			.executer("serviceTask_envoyerPremiereRelance")
			.attendre("event_secondeRelance")
			.executer("serviceTask_envoyerSecondeRelance")
			.attendre("event_cloture")
			.executer("serviceTask_signalerSilence", "serviceTask_annoncerClassement")
			.assertClos("endEvent_demandeNonRecevable", "demande-non-recevable", "cadrage")
			.assertLettres("consulaire/complements", "commun/relance-1", "commun/relance-2", "consulaire/sans-reponse");
		dossier.assertLettre("consulaire/sans-reponse", "Bonjour Awa Ndiaye,",
				"nous attendions les compléments de votre demande", "nous ouvrirons une nouvelle demande");
	}

	@Test
	void aSignOfLifeStartsTheRemindersAgainAndTheAnswerEndsThem() {
		ConsulaireScenario dossier = ouvrir().demanderComplements("Combien d'artisans ?")
			.attendre("event_premiereRelance")
			.executer("serviceTask_envoyerPremiereRelance");
		Map<String, Object> signe = Map.of("referenceDossier", dossier.reference(), "evenement", "signe-de-vie");
		assertThat(noter(signe)).isEqualTo("endEvent_evenementTransmis");
		assertThat(this.atelier.engine().echeance(dossier.reference(), "event_premiereRelance"))
			.isAfter(LocalDateTime.of(2026, 10, 20, 0, 0));
		String note = this.atelier.tasklist()
			.demarrer(EXPERT, "dossier-evenement", signe)
			.reussie()
			.path("id")
			.asText();
		dossier.recueillirComplements("Douze mille.");
		assertThat(this.atelier.engine().finir(note)).as("nobody is waited for")
			.isEqualTo("endEvent_dossierNonConcerne");
		dossier.attend("userTask_instruireDemande").assertLettres("consulaire/complements", "commun/relance-1");
	}

	@Test
	void whoAcceptsIsNotWhoProposes() {
		ConsulaireScenario dossier = ouvrir().instruire("recevable", null);
		refuse(dossier.envoyer(EXPERT, "userTask_identifierPartenaire",
				Map.of("partenaireReference", PARTENAIRE, "expertCma", PARTENAIRE)), "expertCma", "choix proposés");
		refuse(dossier.envoyer(EXPERT, "userTask_identifierPartenaire",
				Map.of("partenaireReference", EXPERT, "expertCma", EXPERT)), "partenaireReference", "choix proposés");
	}

	@Test
	void aCaseThatThisOneFollowsIsVisibleToWhoOpensIt() {
		Map<String, Object> demande = ConsulaireScenario.demande();
		demande.put("dossierOrigine", "CON-2025-000999");
		refuse(this.atelier.tasklist().demarrer(EXPERT, "programme-consulaire", demande), "dossierOrigine",
				"Aucun dossier");
		ConsulaireScenario premier = ouvrir().instruire("non-recevable", "Pas maintenant.")
			.executer("serviceTask_annoncerRefus");
		demande.put("dossierOrigine", premier.reference());
		String reference = this.atelier.tasklist()
			.appeler(EXPERT, "GET",
					"/process-instance/" + this.atelier.tasklist()
						.demarrer(EXPERT, "programme-consulaire", demande)
						.reussie()
						.path("id")
						.asText(),
					null)
			.reussie()
			.path("businessKey")
			.asText();
		assertThat(this.atelier.dossiers().trouver(reference)).get()
			.extracting(Dossier::dossierOrigine)
			.isEqualTo(premier.reference());
	}

	@Test
	void aPartnerOpensAProgrammeInTheSamePlace() {
		Dossier dossier = this.process.ouvrir(new NouveauProgramme("37", "Chambre de Tours", "Léa", "Martin",
				"lea@exemple.fr", null, "France", "Un appui.", "bge", null));
		assertThat(dossier.reference()).startsWith("CON-2026-");
		assertThat(dossier.partenaire()).isEqualTo("bge");
		assertThat(dossier.perimetre()).isEqualTo("37");
		assertThat(dossier.etat()).isEqualTo("cadrage");
		ConsulaireScenario scenario = ConsulaireScenario.suivre(this.atelier, dossier.reference());
		assertThat(scenario.variable("origine")).isEqualTo("partenaire");
		scenario.attend("userTask_instruireDemande");
	}

	// Termes de référence

	@Test
	void termsReturnedOnceByEachSideAreAgreedWhenOneAcceptsTheTextOfTheOther() throws IOException {
		ConsulaireScenario dossier = ouvrir().cadrer().rediger();
		assertThat(this.atelier.tasklist().taches(PARTENAIRE, dossier.reference()))
			.containsKey("userTask_examinerTermes");
		dossier.examiner(OBJECTIFS, "renvoie", "Parlez aussi des apprentis.");
		String tache = this.atelier.tasklist().taches(EXPERT, dossier.reference()).get("userTask_reprendreTermes");
		assertThat(this.atelier.tasklist().valeur(EXPERT, tache, "termesRemarquesPartenaire"))
			.isEqualTo("Parlez aussi des apprentis.");

		refuse(dossier.envoyer(EXPERT, "userTask_reprendreTermes", dossier.reprise(OBJECTIFS, "accepte", null)),
				"termesReponseExpert", "Ce texte est le vôtre");
		refuse(dossier.envoyer(EXPERT, "userTask_reprendreTermes",
				dossier.reprise("Avec les apprentis.", "accepte", null)), "termesReponseExpert", "Vous avez modifié");
		dossier.reprendre("Avec les apprentis.", "renvoie", "C'est fait.");

		String examen = this.atelier.tasklist().taches(PARTENAIRE, dossier.reference()).get("userTask_examinerTermes");
		assertThat(this.atelier.tasklist().valeur(PARTENAIRE, examen, "termesRemarquesExpert"))
			.isEqualTo("C'est fait.");
		assertThat(this.atelier.tasklist().valeur(PARTENAIRE, examen, "termesObjectifs"))
			.isEqualTo("Avec les apprentis.");
		refuse(dossier.envoyer(PARTENAIRE, "userTask_examinerTermes",
				dossier.examen("Avec tous les apprentis.", "accepte", null)), "termesReponsePartenaire",
				"Vous avez modifié");
		dossier.examiner("Avec tous les apprentis.", "renvoie", "Tous.")
			.reprendre("Avec tous les apprentis.", "accepte", null)
			.envoyerTermes();

		assertThat(dossier.dossier().etat()).isEqualTo("diagnostic");
		List<LettrePartie> lettres = lettres(dossier, "consulaire/termes-convenus");
		assertThat(lettres).extracting(LettrePartie::destinataire).containsExactlyInAnyOrder(DEUX_PARTIES);
		assertThat(pdf(lettres.get(0), "Termes de référence – " + dossier.reference() + ".pdf")).contains(
				"Chambre de métiers de Dakar", "Avec tous les apprentis.", "Grille d'entretien", "Rencontres à Dakar",
				"12/10/2026", "secrétaire générale");
	}

	@Test
	void theWorkProgrammeHasStepsWhoseDatesAreInOrder() {
		ConsulaireScenario dossier = ouvrir().cadrer();
		Map<String, Object> termes = dossier.termes(OBJECTIFS);
		termes.put("termesEtapes", List.of());
		refuse(dossier.envoyer(EXPERT, "userTask_redigerTermes", termes), "termesEtapes", "au moins une étape");
		termes.put("termesEtapes", List
			.of(Map.of("etape", "Rencontres", "debut", "2026-10-12", "fin", "2026-10-11", "responsable", "l'expert")));
		refuse(dossier.envoyer(EXPERT, "userTask_redigerTermes", termes), "termesEtapes[0].fin",
				"La fin précède le début, le 12/10/2026.");
	}

	// Diagnostic

	@Test
	void theDiagnosticIsPresentedAfterTheFieldWorkAndSentToBothSides() throws IOException {
		ConsulaireScenario dossier = ouvrir().cadrer().convenir();
		refuse(dossier.envoyer(PARTENAIRE, "userTask_organiserRencontres", Map.of("rencontres", List.of())),
				"rencontres", "au moins une rencontre");
		dossier.organiser();
		Map<String, Object> sans = new HashMap<>(dossier.diagnostic());
		sans.put("diagnosticPreconisations", List.of());
		refuse(dossier.envoyer(EXPERT, "userTask_menerDiagnostic", sans), "diagnosticPreconisations",
				"au moins une préconisation");
		dossier.mener();
		refuse(restitution(dossier, "2026-10-06"), "restitueLe", "dans l'avenir");
		refuse(restitution(dossier, "2026-10-04"), "restitueLe", "la dernière rencontre, le 05/10/2026");
		dossier.restituer().envoyerDiagnostic().attend("userTask_choisirAxes");
		List<LettrePartie> lettres = lettres(dossier, "consulaire/diagnostic");
		assertThat(lettres).extracting(LettrePartie::destinataire).containsExactlyInAnyOrder(DEUX_PARTIES);
		assertThat(lettres.get(0).texte()).contains("a été restitué le 05/10/2026");
		assertThat(pdf(lettres.get(0), "Diagnostic de terrain – " + dossier.reference() + ".pdf")).contains(
				"les élus de la chambre", "Peu d'artisans adhèrent.", "Un centre de formation reconnu.",
				"Tenir un répertoire à jour", "Avec les mairies.", "Former les élus", "Le bureau de la chambre.",
				"Priorité à l'apprentissage.");
	}

	private Reponse restitution(ConsulaireScenario dossier, String jour) {
		return restitution(dossier, jour, dossier.rencontres());
	}

	private Reponse restitution(ConsulaireScenario dossier, String jour, List<?> rencontres) {
		return dossier.envoyer(EXPERT, "userTask_restituerDiagnostic",
				Map.of("rencontres", rencontres, "restitueLe", jour, "restitutionParticipants", "Le bureau."));
	}

	@Test
	void aMeetingThatWasPlannedIsConfirmedOnTheDayThatItTookPlace() {
		ConsulaireScenario dossier = ouvrir().cadrer().convenir();
		dossier.terminer(PARTENAIRE, "userTask_organiserRencontres",
				Map.of("rencontres", ConsulaireScenario.rencontres("2062-10-02")));
		Map<String, Object> diagnostic = new HashMap<>(dossier.diagnostic());
		diagnostic.put("rencontres", ConsulaireScenario.rencontres("2062-10-02"));
		refuse(dossier.envoyer(EXPERT, "userTask_menerDiagnostic", diagnostic), "rencontres[0].le", "dans l'avenir");
		diagnostic.put("rencontres", ConsulaireScenario.rencontres("2026-10-02"));
		dossier.terminer(EXPERT, "userTask_menerDiagnostic", diagnostic);
		restitution(dossier, "2026-10-05", ConsulaireScenario.rencontres("2026-10-02")).reussie();
		dossier.envoyerDiagnostic().attend("userTask_choisirAxes");
	}

	@Test
	void aWrongDateOfAMeetingIsCorrectedWhenTheDiagnosticIsPresented() throws IOException {
		ConsulaireScenario dossier = ouvrir().cadrer().convenir().organiser().mener();
		refuse(restitution(dossier, "2026-10-02"), "restitueLe", "la dernière rencontre, le 05/10/2026");
		refuse(restitution(dossier, "2026-10-05", ConsulaireScenario.rencontres("2026-10-06")), "rencontres[0].le",
				"dans l'avenir");
		refuse(restitution(dossier, "2026-10-02", List.of()), "rencontres", "ni ajoutées ni retirées");
		restitution(dossier, "2026-10-02", ConsulaireScenario.rencontres("2026-10-01")).reussie();
		dossier.envoyerDiagnostic();
		assertThat(pdf(lettres(dossier, "consulaire/diagnostic").get(0),
				"Diagnostic de terrain – " + dossier.reference() + ".pdf"))
			.contains("01/10/2026")
			.doesNotContain("05/10/2026 Dakar");
	}

	// Axes

	@Test
	void fiveAxesRunSideBySideWithOneAddedAndOneStoppedAndTheBilanGoesToBothSides() throws IOException {
		ConsulaireScenario dossier = accompagner(ConsulaireScenario.CINQ_AXES);
		assertThat(dossier.dossier().etat()).isEqualTo("accompagnement");
		assertThat(this.axes.ouverts(dossier.reference())).hasSize(5);
		assertThat(this.atelier.tasklist()
			.appeler(EXPERT, "GET", "/task?maxResults=50&processInstanceBusinessKey=" + dossier.reference(), null)
			.reussie()
			.findValuesAsText("name")).containsExactlyInAnyOrder(titres("Préparer l'axe"));

		dossier.achever(1, false).preparer(2, false).preparer(3, true).accepterProgramme(3, "accepte", null);
		assertThat(dossier.transmettre(ConsulaireScenario.ajout(COMMUNICATION, "Les élus l'ont demandé.")))
			.isEqualTo("endEvent_decisionTransmise");
		assertThat(dossier.transmettre(ConsulaireScenario.arret(5, "Un autre bailleur s'en charge.")))
			.isEqualTo("endEvent_decisionTransmise");
		dossier.executerTous("serviceTask_prevenirArret");
		List<LettrePartie> arret = lettres(dossier, "consulaire/axe-arrete");
		assertThat(arret).extracting(LettrePartie::destinataire)
			.containsExactlyInAnyOrder("awa@exemple.sn", "expert-cma@cooperative.example",
					"partenaire-reference@cooperative.example", "expert-specialise@cooperative.example");
		assertThat(arret.get(0).texte()).contains("Axe 5 : Définir l'offre de services",
				"Un autre bailleur s'en charge.");

		dossier.accepterProgramme(2, "accepte", null)
			.conduire(2, EXPERT)
			.accepterLivrable(2, "accepte", null)
			.evaluer(2)
			.conduire(3, SPECIALISTE)
			.accepterLivrable(3, "accepte", null)
			.evaluer(3)
			.achever(4, true);
		assertThat(dossier.dossier().etat()).as("the axis that was added still runs").isEqualTo("accompagnement");
		dossier.achever(6, true).attend("userTask_dresserBilan");
		assertThat(this.axes.duProgramme(dossier.reference())).extracting(Axe::statut)
			.containsExactly(Statut.ACHEVE, Statut.ACHEVE, Statut.ACHEVE, Statut.ACHEVE, Statut.ARRETE, Statut.ACHEVE);
		assertThat(this.axes.duProgramme(dossier.reference()).get(5)).satisfies((axe) -> {
			assertThat(axe.motifAjout()).isEqualTo("Les élus l'ont demandé.");
			assertThat(axe.programmeAccepteLe()).isEqualTo("2026-10-05");
			assertThat(axe.livrable()).isEqualTo("Le guide de l'axe 6.");
		});

		dossier.dresserBilan().envoyerBilan().assertClos("endEvent_programmeAcheve", "programme-acheve", ETAPES);
		List<LettrePartie> bilans = lettres(dossier, "consulaire/bilan");
		assertThat(bilans).extracting(LettrePartie::destinataire).contains(DEUX_PARTIES).doesNotHaveDuplicates();
		assertThat(pdf(bilans.get(0), "Bilan du programme – " + dossier.reference() + ".pdf")).contains(
				"Axe 1 – Former les élus et les cadres (achevé)", "L'axe 1 a changé la chambre.",
				"Axe 5 – Définir l'offre de services (arrêté)", "Un autre bailleur s'en charge.",
				"Axe 6 – Faire connaître la chambre (achevé)", "Mise en œuvre du plan de mandature – communication",
				"La chambre rend de nouveaux services.", "Associer les mairies dès le début.",
				"Un programme de suivi.");
	}

	private static String[] titres(String tache) {
		return IntStream.range(0, 5)
			.mapToObj((rang) -> tache + " – Axe " + (rang + 1) + " : "
					+ ConsulaireScenario.CINQ_AXES.get(rang).get("intitule"))
			.toArray(String[]::new);
	}

	@Test
	void nothingOfAnAxisGoesOnUntilThePartenaireAccepts() {
		ConsulaireScenario dossier = accompagner(unAxe()).preparer(1, false);
		assertThat(dossier.transmettre(ConsulaireScenario.arret(1, "Inutile.")))
			.isEqualTo("endEvent_decisionTransmise");
		assertThat(this.atelier.tasklist().taches(PARTENAIRE, dossier.reference())).isEmpty();

		ConsulaireScenario autre = accompagner(unAxe()).preparer(1, false);
		refuse(autre.envoyer(PARTENAIRE, "userTask_accepterProgramme", Map.of("axeProgrammeReponse", "renvoie")),
				"axeProgrammeRemarques", "obligatoire");
		autre.accepterProgramme(1, "renvoie", "Trop court.");
		String tache = this.atelier.tasklist().taches(EXPERT, autre.reference()).get("userTask_preparerAxe");
		assertThat(this.atelier.tasklist().valeur(EXPERT, tache, "axeProgrammeRemarques")).isEqualTo("Trop court.");
		assertThat(this.axes.duProgramme(autre.reference()).get(0).programmeAccepteLe()).isNull();
		autre.preparer(1, false).accepterProgramme(1, "accepte", null);
		refuse(conduite(autre, "2026-10-05", "2026-10-06"), "axeRealiseLe", "dans l'avenir");
		refuse(conduite(autre, "2026-10-05", "2026-10-04"), "axeRealiseLe", "précède le début, le 05/10/2026");
		refuse(conduite(autre, "2026-10-04", "2026-10-05"), "axeCommenceLe",
				"avant la restitution du diagnostic, le 05/10/2026");
		autre.conduire(1, EXPERT).accepterLivrable(1, "renvoie", "Il manque le guide.");
		assertThat(this.atelier.tasklist()
			.valeur(EXPERT, this.atelier.tasklist().taches(EXPERT, autre.reference()).get("userTask_menerAxe"),
					"axeLivrableRemarques"))
			.isEqualTo("Il manque le guide.");
		autre.conduire(1, EXPERT).accepterLivrable(1, "accepte", null).evaluer(1).attend("userTask_dresserBilan");
	}

	private Reponse conduite(ConsulaireScenario dossier, String debut, String fin) {
		return dossier.envoyer(EXPERT, "userTask_menerAxe", Map.of("axeCommenceLe", debut, "axeRealiseLe", fin,
				"axeRealise", "Fait.", "axeLivrableRemis", "Le guide."));
	}

	@Test
	void anAxisThatBeganBeforeTheDayThatWasPlannedGoesOn() {
		ConsulaireScenario dossier = accompagner(unAxe());
		Map<String, Object> plusTard = dossier.preparation(false);
		plusTard.put("axeDebut", "2027-01-11");
		plusTard.put("axeFin", "2027-01-15");
		dossier.terminer(EXPERT, "userTask_preparerAxe", plusTard).accepterProgramme(1, "accepte", null);
		conduite(dossier, "2026-10-05", "2026-10-05").reussie();
		dossier.accepterLivrable(1, "accepte", null).evaluer(1).attend("userTask_dresserBilan");
	}

	@Test
	void anAxisThatDemandsASpecialistHasOneWithLocalExperts() {
		ConsulaireScenario dossier = accompagner(List.of(COMMUNICATION));
		refuse(dossier.envoyer(EXPERT, "userTask_preparerAxe", dossier.preparation(false)), "axeSpecialiste",
				"demande un expert spécialisé");
		Map<String, Object> seul = dossier.preparation(true);
		seul.put("axeExpertsLocaux", List.of());
		refuse(dossier.envoyer(EXPERT, "userTask_preparerAxe", seul), "axeExpertsLocaux", "experts locaux");
		Map<String, Object> tot = dossier.preparation(true);
		tot.put("axeDebut", "2026-10-04");
		refuse(dossier.envoyer(EXPERT, "userTask_preparerAxe", tot), "axeDebut",
				"avant la restitution du diagnostic, le 05/10/2026");
		Map<String, Object> renverse = dossier.preparation(true);
		renverse.put("axeFin", "2026-10-04");
		refuse(dossier.envoyer(EXPERT, "userTask_preparerAxe", renverse), "axeFin", "La fin précède le début");
		dossier.preparer(1, true).accepterProgramme(1, "accepte", null).attend("userTask_menerAxeSpecialise");
		assertThat(this.atelier.engine().groupes(dossier.reference(), "userTask_menerAxeSpecialise"))
			.containsExactly("experts-specialises");
		assertThat(this.atelier.tasklist()
			.appeler(EXPERT, "GET",
					"/task?maxResults=50&taskDefinitionKey=userTask_menerAxeSpecialise&processInstanceBusinessKey="
							+ dossier.reference(),
					null)
			.reussie()
			.path(0)
			.path("assignee")
			.asText()).isEqualTo(SPECIALISTE);
		dossier.conduire(1, SPECIALISTE).accepterLivrable(1, "accepte", null).attend("userTask_evaluerAxe");
	}

	// Personnes engagées

	@Test
	void anAxisThatIsPreparedAnewEngagesOnlyThoseWhomItNames() {
		ConsulaireScenario dossier = accompagner(unAxe());
		Map<String, Object> preparation = dossier.preparation(true);
		preparation.put("axeExpertsLocaux", List.of(Map.of("nom", "Moussa Diop", "courriel", "moussa@exemple.sn"),
				Map.of("nom", "Fatou Sarr", "courriel", "fatou@exemple.sn")));
		dossier.terminer(EXPERT, "userTask_preparerAxe", preparation);
		assertThat(adresses(dossier)).contains("expert-specialise@cooperative.example", "moussa@exemple.sn",
				"fatou@exemple.sn");
		preparation.put("axeExpertsLocaux", List.of(Map.of("nom", "Fatou Sarr", "courriel", "fatou@exemple.sn")));
		dossier.accepterProgramme(1, "renvoie", "Un seul suffit.")
			.terminer(EXPERT, "userTask_preparerAxe", preparation);
		assertThat(adresses(dossier)).contains("expert-specialise@cooperative.example", "fatou@exemple.sn")
			.doesNotContain("moussa@exemple.sn");
		dossier.accepterProgramme(1, "renvoie", "Sans spécialiste.").preparer(1, false);
		assertThat(adresses(dossier)).containsExactlyInAnyOrder(DEUX_PARTIES);
		dossier.accepterProgramme(1, "accepte", null).attend("userTask_menerAxe");
		assertThat(this.atelier.engine().groupes(dossier.reference(), "userTask_menerAxe"))
			.containsExactly("experts-cma");
	}

	@Test
	void theLocalExpertsOfAnAxisLearnThatItStopsAndWhoHasNoAddressIsNamedToTheTwoParties() {
		ConsulaireScenario dossier = accompagner(List.of(COMMUNICATION, unAxe().get(0)));
		Map<String, Object> preparation = dossier.preparation(true);
		preparation.put("axeExpertsLocaux",
				List.of(Map.of("nom", "Moussa Diop", "courriel", "moussa@exemple.sn"), Map.of("nom", "Fatou Sarr")));
		dossier.terminer(EXPERT, "userTask_preparerAxe", dossier.de(1), preparation)
			.transmettre(ConsulaireScenario.arret(1, "Un autre bailleur s'en charge."));
		dossier.executerTous("serviceTask_prevenirArret");
		List<LettrePartie> lettres = lettres(dossier, "consulaire/axe-arrete");
		assertThat(lettres).extracting(LettrePartie::destinataire)
			.containsExactlyInAnyOrder("awa@exemple.sn", "expert-cma@cooperative.example",
					"partenaire-reference@cooperative.example", "expert-specialise@cooperative.example",
					"moussa@exemple.sn");
		assertThat(lettres).allSatisfy((lettre) -> {
			boolean partie = lettre.destinataire().matches("(expert-cma|partenaire-reference)@.*");
			for (String mots : List.of(lettre.texte(), lettre.motsHtml())) {
				assertThat(mots.contains("à prévenir de vive voix : Fatou Sarr.")).as(mots).isEqualTo(partie);
			}
		});
		assertThat(adresses(dossier)).as("the axis is over for them").containsExactlyInAnyOrder(DEUX_PARTIES);
		assertThat(this.engagements.sansAdresse(dossier.reference())).isEmpty();

		dossier.terminer(EXPERT, "userTask_preparerAxe", preparation)
			.accepterProgramme(2, "accepte", null)
			.conduire(2, SPECIALISTE)
			.accepterLivrable(2, "accepte", null);
		assertThat(adresses(dossier)).contains("moussa@exemple.sn");
		dossier.evaluer(2);
		assertThat(adresses(dossier)).as("the bilan is for the two parties and the staff")
			.contains("expert-specialise@cooperative.example")
			.doesNotContain("moussa@exemple.sn");
	}

	@Test
	void aLetterThatIsWaitingForWhoIsNoLongerEngagedDoesNotLeaveAndHoldsUpNothing() {
		ConsulaireScenario dossier = accompagner(List.of(COMMUNICATION, unAxe().get(0)));
		dossier.preparer(1, true).transmettre(ConsulaireScenario.arret(1, "Élections."));
		dossier.executer("serviceTask_prevenirArret");
		this.engagements.degager(dossier.reference(), "expert spécialisé", dossier.reference() + "-1");
		this.engagements.engager(dossier.reference(), "expert du réseau des CMA", "", EXPERT);
		dossier.executerTous("serviceTask_prevenirArret");
		assertThat(lettres(dossier, "consulaire/axe-arrete")).extracting(LettrePartie::destinataire)
			.containsExactlyInAnyOrder(DEUX_PARTIES);
		assertThat(this.atelier.engine().fins(dossier.reference())).contains("endEvent_axeArreteFin");
	}

	@Test
	void whatTheStructureCorrectsIsCorrectedInTheWholeCaseAtOnce() {
		ConsulaireScenario dossier = ouvrir().demanderComplements("Qui nous répond ?");
		Map<String, Object> complements = ConsulaireScenario.demande();
		complements.remove("perimetre");
		complements.put("contactTelephone", null);
		complements.put("complements", "Notre nouvelle secrétaire générale.");
		complements.put("structureNom", "Chambre de métiers de Thiès");
		complements.put("contactNom", "Fall");
		complements.put("contactCourriel", "fall@exemple.sn");
		dossier.terminer(EXPERT, "userTask_recueillirComplements", complements);
		assertThat(dossier.variable("structureNom")).isEqualTo("Chambre de métiers de Thiès");
		assertThat(dossier.variable("contactTelephone")).isNull();
		dossier.arreter(EXPERT, "Un autre programme.").executerTous("serviceTask_prevenirPersonnes");
		LettrePartie lettre = dossier.assertLettre("consulaire/programme-interrompu", "Bonjour Awa Fall,",
				"Chambre de métiers de Thiès");
		assertThat(lettre.destinataire()).isEqualTo("fall@exemple.sn");
	}

	private List<String> adresses(ConsulaireScenario dossier) {
		return this.engagements.aPrevenir(dossier.reference())
			.stream()
			.map((id) -> this.engagements.trouver(id).orElseThrow().courriel())
			.toList();
	}

	@Test
	void anAxisIsChosenOnce() {
		ConsulaireScenario dossier = ouvrir().cadrer().convenir().diagnostiquer();
		refuse(dossier.envoyer(EXPERT, "userTask_choisirAxes", Map.of("axesChoisis", List.of())), "axesChoisis",
				"au moins un axe");
		refuse(dossier.envoyer(EXPERT, "userTask_choisirAxes", Map.of("axesChoisis",
				List.of(COMMUNICATION,
						ConsulaireScenario.axe("offre-de-services", null, " faire  connaitre la Chambre ", "site")))),
				"axesChoisis[1].intitule", "déjà dans la liste");
		refuse(dossier.envoyer(EXPERT, "userTask_choisirAxes",
				Map.of("axesChoisis", List.of(ConsulaireScenario.axe("mise-en-oeuvre", null, "Un axe", "site")))),
				"axesChoisis[0].sousDomaine", "obligatoire");
	}

	@Test
	void whatCannotBeDecidedOfAnAxisIsRefusedWhereItIsEntered() {
		ConsulaireScenario tot = ouvrir().cadrer();
		refuse(tot.decider(ConsulaireScenario.ajout(COMMUNICATION, "Tôt.")), "referenceDossier",
				"n'est pas en accompagnement");
		ConsulaireScenario clos = ouvrir().instruire("non-recevable", "Non.").executer("serviceTask_annoncerRefus");
		refuse(clos.decider(ConsulaireScenario.arret(1, "Clos.")), "referenceDossier", "déjà clos");
		refuse(ConsulaireScenario.suivre(this.atelier, "CON-2020-000001").decider(ConsulaireScenario.arret(1, "x")),
				"referenceDossier", "Aucun");

		ConsulaireScenario dossier = accompagner(List.of(COMMUNICATION, unAxe().get(0))).achever(2, false);
		refuse(dossier.decider(ConsulaireScenario.ajout(COMMUNICATION, "Deux fois.")), "intitule",
				"déjà au programme, sous le numéro 1");
		refuse(dossier.decider(ConsulaireScenario.arret(7, "Inconnu.")), "axeNumero", "pas d'axe 7");
		refuse(dossier.decider(ConsulaireScenario.arret(2, "Fini.")), "axeNumero", "déjà achevé");
		refuse(dossier.decider(Map.of("evenement", "arreter", "axeNumero", 1)), "motif", "obligatoire");
		refuse(dossier.decider(ConsulaireScenario.ajout(ConsulaireScenario.axe("mise-en-oeuvre", null, "Autre", "site"),
				"Sans domaine.")), "sousDomaine", "obligatoire");
	}

	@Test
	void aDecisionThatComesTooLateChangesNothing() {
		ConsulaireScenario dossier = accompagner(List.of(unAxe().get(0), COMMUNICATION));
		dossier.preparer(1, false)
			.accepterProgramme(1, "accepte", null)
			.conduire(1, EXPERT)
			.accepterLivrable(1, "accepte", null);
		String arret = dossier.decider(ConsulaireScenario.arret(1, "Trop tard.")).reussie().path("id").asText();
		dossier.evaluer(1);
		assertThat(this.atelier.engine().finir(arret)).isEqualTo("endEvent_programmeNonConcerne");
		assertThat(this.axes.duProgramme(dossier.reference()).get(0).statut()).isEqualTo(Statut.ACHEVE);

		Map<String, String> nouvel = ConsulaireScenario.axe("offre-de-services", null, "Une offre", "site");
		String ajout = dossier.decider(ConsulaireScenario.ajout(nouvel, "Trop tard.")).reussie().path("id").asText();
		dossier.achever(2, true);
		assertThat(this.atelier.engine().finir(ajout)).isEqualTo("endEvent_programmeNonConcerne");
		assertThat(this.axes.duProgramme(dossier.reference())).hasSize(2);
	}

	@Test
	void aProgrammeWhoseAxesAllStopStillHasItsBilan() throws IOException {
		ConsulaireScenario dossier = accompagner(unAxe());
		assertThat(dossier.transmettre(ConsulaireScenario.arret(1, "Élections.")))
			.isEqualTo("endEvent_decisionTransmise");
		dossier.executerTous("serviceTask_prevenirArret").attend("userTask_dresserBilan");
		String tache = this.atelier.tasklist().taches(EXPERT, dossier.reference()).get("userTask_dresserBilan");
		assertThat(this.atelier.tasklist().valeur(EXPERT, tache, "axesMenes")).contains("arrêté", "Élections.");
		dossier.dresserBilan().envoyerBilan().assertClos("endEvent_programmeAcheve", "programme-acheve", ETAPES);
	}

	// Interruption

	/**
	 * One case goes all the way: at each position its interruption is taken back with its
	 * transaction, but for the last one.
	 */
	@Test
	void aProgrammeInterruptedInAnyStepLeavesNothingAndTellsEachPersonOnce() {
		ConsulaireScenario dossier = ouvrir();
		for (int combien = 0; combien < PAS.size(); combien++) {
			int position = combien;
			this.transaction.executeWithoutResult((status) -> {
				status.setRollbackOnly();
				interrompre(dossier, position);
			});
			PAS.get(combien).accept(dossier);
		}
		interrompre(dossier, PAS.size());
	}

	private void interrompre(ConsulaireScenario dossier, int combien) {
		Set<String> avant = Set.copyOf(this.axes.ouverts(dossier.reference()));
		int deja = this.atelier.lettres().duDossier(dossier.reference()).size();
		assertThatCode(() -> dossier.arreter(EXPERT, "La chambre est dissoute.")
			.executerTous("serviceTask_prevenirPersonnes")
			.assertClos("endEvent_programmeInterrompu", "programme-interrompu", etapes(combien)))
			.as("after %d steps", combien)
			.doesNotThrowAnyException();
		List<LettrePartie> lettres = this.atelier.lettres().duDossier(dossier.reference()).stream().skip(deja).toList();
		assertThat(lettres).extracting(LettrePartie::modele).containsOnly("consulaire/programme-interrompu");
		assertThat(lettres).as("after %d steps", combien)
			.extracting(LettrePartie::destinataire)
			.containsExactlyInAnyOrder(engages(combien));
		assertThat(lettres).allSatisfy((lettre) -> {
			assertThat(lettre.texte()).contains("La chambre est dissoute.", "interrompu depuis le ",
					dossier.reference());
			assertThat(lettre.motsHtml()).contains("La chambre est dissoute.", dossier.reference());
		});
		assertThat(this.axes.duProgramme(dossier.reference())).filteredOn((axe) -> avant.contains(axe.id()))
			.allSatisfy((axe) -> {
				assertThat(axe.statut()).isEqualTo(Statut.ARRETE);
				assertThat(axe.motifArret()).isEqualTo("La chambre est dissoute.");
			});
	}

	/** Each step of a programme with two axes, one of them added. */
	private static final List<java.util.function.Consumer<ConsulaireScenario>> PAS = List.of(
			(dossier) -> dossier.instruire("a-completer", "Combien ?"),
			(dossier) -> dossier.executer("serviceTask_demanderComplements"),
			(dossier) -> dossier.recueillirComplements("Douze mille."),
			(dossier) -> dossier.instruire("recevable", null), ConsulaireScenario::identifier,
			ConsulaireScenario::rediger, (dossier) -> dossier.examiner(OBJECTIFS, "renvoie", "Plus court."),
			(dossier) -> dossier.reprendre("Court.", "renvoie", "Voilà."),
			(dossier) -> dossier.examiner("Court.", "accepte", null),
			(dossier) -> dossier.executer("serviceTask_produireTermes"),
			(dossier) -> dossier.executerTous("serviceTask_envoyerTermes"), ConsulaireScenario::organiser,
			ConsulaireScenario::mener, ConsulaireScenario::restituer, ConsulaireScenario::envoyerDiagnostic,
			(dossier) -> dossier.choisir(unAxe()), (dossier) -> dossier.preparer(1, true),
			(dossier) -> dossier.transmettre(ConsulaireScenario.ajout(COMMUNICATION, "En plus.")),
			(dossier) -> dossier.accepterProgramme(1, "accepte", null), (dossier) -> dossier.conduire(1, SPECIALISTE),
			(dossier) -> dossier.accepterLivrable(1, "accepte", null), (dossier) -> dossier.evaluer(1),
			(dossier) -> dossier.transmettre(ConsulaireScenario.arret(2, "Finalement non.")),
			(dossier) -> dossier.executerTous("serviceTask_prevenirArret"), ConsulaireScenario::dresserBilan,
			(dossier) -> dossier.executer("serviceTask_produireBilan"));

	private static String[] etapes(int combien) {
		int etape = (combien < 5) ? 1 : (combien < 11) ? 2 : (combien < 16) ? 3 : (combien < 24) ? 4 : 5;
		return Arrays.copyOf(ETAPES, etape);
	}

	private static String[] engages(int combien) {
		return Stream
			.of(Stream.of("awa@exemple.sn"),
					(combien < 5) ? Stream.<String>empty()
							: Stream.of("expert-cma@cooperative.example", "partenaire-reference@cooperative.example"),
					(combien < 17) ? Stream.<String>empty() : Stream.of("expert-specialise@cooperative.example"))
			.flatMap((personnes) -> personnes)
			.toArray(String[]::new);
	}

	@Test
	void aCaseThatAResponsableCancelsIsClosedToo() {
		accompagner(unAxe()).annuler().assertClos(null, "dossier-annule", Arrays.copyOf(ETAPES, 4));
	}

	private ConsulaireScenario ouvrir() {
		return ConsulaireScenario.ouvrir(this.atelier);
	}

	private ConsulaireScenario accompagner(List<Map<String, String>> choisis) {
		return ConsulaireScenario.accompagner(this.atelier, choisis);
	}

	private static List<Map<String, String>> unAxe() {
		return ConsulaireScenario.CINQ_AXES.subList(0, 1);
	}

	private String noter(Map<String, Object> evenement) {
		return this.atelier.engine()
			.finir(this.atelier.tasklist()
				.demarrer(EXPERT, "dossier-evenement", evenement)
				.reussie()
				.path("id")
				.asText());
	}

	/** The letters of a template, of which each is addressed and complete. */
	private List<LettrePartie> lettres(ConsulaireScenario dossier, String modele) {
		List<LettrePartie> lettres = this.atelier.lettres()
			.duDossier(dossier.reference())
			.stream()
			.filter((lettre) -> lettre.modele().equals(modele))
			.toList();
		assertThat(lettres).isNotEmpty().allSatisfy((lettre) -> {
			assertThat(lettre.objet()).contains("Chambre de métiers de Dakar");
			for (String mots : List.of(lettre.texte(), lettre.motsHtml())) {
				assertThat(mots).contains("Bonjour ", "CMA Hauts-de-France", dossier.reference())
					.doesNotContain("null", "${", "[(", "[[", "th:", "2026-10-");
			}
		});
		return lettres;
	}

	private static void refuse(Reponse reponse, String champ, String pourquoi) {
		assertThat(reponse.statut()).as(reponse.corps().toString()).isEqualTo(400);
		assertThat(reponse.corps().path("erreurs")).anySatisfy((erreur) -> {
			assertThat(erreur.path("champ").asText()).isEqualTo(champ);
			assertThat(erreur.path("message").asText()).contains(pourquoi);
		});
	}

	private static String pdf(LettrePartie lettre, String nom) throws IOException {
		assertThat(lettre.pieces()).containsOnlyKeys(nom);
		try (PDDocument document = Loader.loadPDF(lettre.pieces().get(nom))) {
			return RecordingExpedition.mots(new PDFTextStripper().getText(document));
		}
	}

}
