package org.compagnonnage.admission;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.compagnonnage.contrat.Contrat;
import org.compagnonnage.contrat.ContratSigne;
import org.compagnonnage.contrat.Contrats;
import org.compagnonnage.contrat.PlacesCesa;
import org.compagnonnage.contrat.TypeContrat;
import org.compagnonnage.document.Document;
import org.compagnonnage.document.Documents;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.support.AdmissionScenario;
import org.compagnonnage.support.AdmissionScenarios;
import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.Engine;
import org.compagnonnage.support.ModelCoverage;
import org.compagnonnage.support.MutableClock;
import org.compagnonnage.support.RecordingExpedition;
import org.compagnonnage.support.RecordingExpedition.LettrePartie;
import org.compagnonnage.support.Tasklist;
import org.compagnonnage.support.Tasklist.Reponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every way through an admission: people send their forms from Tasklist, jobs and timers
 * are fired by element id, and each end is judged by the register, by the engine and by
 * what the person reads.
 */
@ApplicationTest
@Import(ModelCoverage.class)
@RecordApplicationEvents
@TestInstance(Lifecycle.PER_CLASS)
class AdmissionProcessTests {

	private static final String[] AVANT_CONTRAT = { "accueil", "diagnostic", "orientation" };

	private static final String[] JUSQU_AU_CONTRAT = { "accueil", "diagnostic", "orientation", "contractualisation" };

	@Autowired
	private AdmissionScenarios admissions;

	@Autowired
	private AdmissionProcess process;

	@Autowired
	private Tasklist tasklist;

	@Autowired
	private Engine engine;

	@Autowired
	private ProcessEngine processEngine;

	@Autowired
	private MutableClock clock;

	@Autowired
	private RecordingExpedition lettres;

	@Autowired
	private Documents documents;

	@Autowired
	private Contrats contrats;

	@Autowired
	private PlacesCesa places;

	@Autowired
	private ApplicationEvents events;

	@BeforeEach
	void itIsAMondayOfOctober() {
		this.clock.set(LocalDateTime.of(2026, 10, 5, 10, 0));
	}

	/**
	 * A model that no scenario touches would not lower the coverage: it is named here.
	 */
	@AfterAll
	void everyModelRan() {
		this.engine.assertModelesParcourus("processes/admission/", "processes/commun/relance-personne.bpmn",
				"processes/commun/confier-retards.bpmn");
	}

	// Lateness

	/** Due on Monday 12 October at 18:00, five whole business days late on the 20th. */
	@Test
	void aTaskThatStaysLateIsOfferedToTheResponsablesOnce() {
		AdmissionScenario dossier = this.admissions.ouvrir();
		this.clock.set(LocalDateTime.of(2026, 10, 19, 23, 59));
		confierLesRetards();
		assertThat(this.engine.groupes(dossier.reference(), "userTask_accueillirPersonne"))
			.containsExactly("referents-37");
		assertThat(accueillirCommeResponsable(dossier).statut()).isEqualTo(403);

		this.clock.set(LocalDateTime.of(2026, 10, 20, 0, 1));
		AdmissionScenario nouveau = this.admissions.ouvrir();
		confierLesRetards();
		confierLesRetards();
		assertThat(this.engine.groupes(dossier.reference(), "userTask_accueillirPersonne"))
			.containsExactly("referents-37", "responsables");
		assertThat(this.engine.groupes(nouveau.reference(), "userTask_accueillirPersonne"))
			.containsExactly("referents-37");
		accueillirCommeResponsable(dossier).reussie();
		dossier.attend("userTask_realiserDiagnostic");
	}

	private void confierLesRetards() {
		this.engine.declencher("event_heureEcoulee", "serviceTask_confierRetards");
	}

	private Reponse accueillirCommeResponsable(AdmissionScenario dossier) {
		return this.tasklist.terminer("responsable", dossier.reference(), "userTask_accueillirPersonne", Map.of());
	}

	// Redirection

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource({ "redirection-ideation,, bge-centre, BGE Centre-Val de Loire, contact@bge.example, stade de l'idée",
			"redirection-cadre-legal, decennale, cae-batiment-centre, Coopérative du bâtiment Centre, accueil@cae-batiment.example, assurance décennale",
			"redirection-cadre-legal, profession-reglementee, cma, Chambre de métiers et de l'artisanat, contact@cma.example, la profession est réglementée",
			"redirection-cadre-legal, autre, cae-generaliste, Réseau des coopératives d'activité et d'emploi, contact@cae-reseau.example, ne peut pas porter légalement",
			"redirection-hors-champ,, cae-generaliste, Réseau des coopératives d'activité et d'emploi, contact@cae-reseau.example, n'entre pas dans le champ" })
	void aPersonIsRedirectedToTheStructureThatFitsAndItIsToldWithTheirConsent(String orientation, String motif,
			String structure, String nom, String courriel, String raison) {
		Map<String, Object> diagnostic = AdmissionScenarios.diagnosticPour(orientation);
		if (motif != null) {
			diagnostic.put("motifCadreLegal", motif);
		}
		AdmissionScenario dossier = this.admissions.ouvrir()
			.accueillir()
			.diagnostiquer(diagnostic)
			.confirmer()
			.executer("serviceTask_chercherStructure");
		assertThat(dossier.variable("orientation")).isEqualTo(orientation);
		dossier
			.terminer("userTask_choisirStructure",
					Map.of("structureRetenue",
							this.engine.variable(dossier.reference(), "admission-redirection", "structureProposee"),
							"accordTransmission", true))
			.executer("serviceTask_informerPersonne", "serviceTask_informerStructure")
			.assertClos("endEvent_personneRedirigee", "personne-redirigee", AVANT_CONTRAT)
			.assertLettres("admission/personne-redirigee", "admission/structure-prevenue");
		assertThat(dossier.variable("structureRetenue")).isEqualTo(structure);
		LettrePartie personne = dossier.assertLettre("admission/personne-redirigee", "Bonjour Léa,", raison,
				"Nous vous recommandons", nom, courriel, "nous transmettons à cette structure votre nom");
		assertThat(personne.destinataire()).isEqualTo("lea@exemple.fr");
		assertThat(personne.expediteur()).contains("touraine@cooperative.example");
		LettrePartie prevenue = dossier.assertLettre("admission/structure-prevenue", "Léa Martin", "lea@exemple.fr",
				"06 12 34 56 78", "Graphisme pour les artisans de Touraine", "Avec son accord");
		assertThat(prevenue.destinataire()).isEqualTo(courriel);
		assertThat(prevenue.texte()).doesNotContain(raison);
	}

	@Test
	void withoutConsentTheStructureIsNotToldAndTheReferentMayChooseAnotherOne() {
		AdmissionScenario dossier = this.admissions.ouvrir()
			.orienter("redirection-ideation")
			.executer("serviceTask_chercherStructure");
		Reponse ailleurs = dossier.envoyer("userTask_choisirStructure",
				Map.of("structureRetenue", "bge-atlantique", "accordTransmission", false));
		assertThat(ailleurs.statut()).isEqualTo(400);
		assertThat(ailleurs.corps().toString()).contains("structureRetenue");
		dossier.terminer("userTask_choisirStructure", Map.of("structureRetenue", "cma", "accordTransmission", false))
			.executer("serviceTask_informerPersonne")
			.assertClos("endEvent_personneRedirigee", "personne-redirigee", AVANT_CONTRAT)
			.assertLettres("admission/personne-redirigee");
		dossier.assertLettre("admission/personne-redirigee", "Chambre de métiers et de l'artisanat",
				"contact@cma.example", "nous ne lui avons rien transmis");
	}

	// Information

	@Test
	void aPersonWhoComparesStatusesIsInformedAndCalledBackOnceAfterThirtyDays() {
		AdmissionScenario dossier = this.admissions.ouvrir()
			.orienter("information-statuts")
			.executer("serviceTask_envoyerInformation");
		assertThat(this.engine.echeance(dossier.reference(), "event_delaiInformation"))
			.isEqualTo(LocalDateTime.of(2026, 11, 4, 9, 0));
		dossier.attendre("event_delaiInformation")
			.terminer("userTask_reprendreContact", Map.of("personneRevient", false))
			.assertClos("endEvent_personneInformee", "personne-informee", AVANT_CONTRAT)
			.assertLettres("admission/information-statuts");
		dossier.assertLettre("admission/information-statuts", "la Maison des artistes informe",
				"une convention pour chaque mission", "10 h de travail", "160 €", "nous vous recontacterons une fois");
	}

	@Test
	void aPersonCalledBackMayTakeTheCaseUpAgain() {
		AdmissionScenario dossier = this.admissions.ouvrir()
			.orienter("information-statuts")
			.executer("serviceTask_envoyerInformation")
			.attendre("event_delaiInformation")
			.terminer("userTask_reprendreContact", Map.of("personneRevient", true))
			.diagnostiquer(AdmissionScenarios.diagnosticPour("ajournement"))
			.confirmer()
			.executer("serviceTask_annoncerAjournement")
			.assertClos("endEvent_admissionAjournee", "admission-ajournee", "accueil", "diagnostic", "orientation",
					"diagnostic", "orientation");
		dossier.assertLettres("admission/information-statuts", "admission/ajournement");
	}

	@Test
	void aPersonWhoReturnsInTimeKeepsHerCaseAndIsStillInformedOnlyOnceMore() {
		AdmissionScenario dossier = this.admissions.ouvrir()
			.orienter("information-statuts")
			.executer("serviceTask_envoyerInformation")
			.noter("retour", null)
			.attend("userTask_realiserDiagnostic");
		assertThat(dossier.dossier().etat()).isEqualTo("diagnostic");
		assertThat(dossier.variable("stadeProjet")).as("what the référent noted the first time").isEqualTo("activite");
		dossier.diagnostiquer(AdmissionScenarios.diagnosticPour("information-statuts"))
			.confirmer()
			.executer("serviceTask_envoyerInformation")
			.attendre("event_delaiInformation")
			.terminer("userTask_reprendreContact", Map.of("personneRevient", false))
			.assertClos("endEvent_personneInformee", "personne-informee", "accueil", "diagnostic", "orientation",
					"diagnostic", "orientation")
			.assertLettres("admission/information-statuts", "admission/information-statuts");
	}

	// Ajournement

	@Test
	void aFullTimeEmployeeWithoutClientsIsPostponedAndKnowsWhatWouldChangeIt() {
		AdmissionScenario dossier = this.admissions.ouvrir()
			.orienter("ajournement")
			.executer("serviceTask_annoncerAjournement")
			.assertClos("endEvent_admissionAjournee", "admission-ajournee", AVANT_CONTRAT)
			.assertLettres("admission/ajournement");
		dossier.assertLettre("admission/ajournement", "Bonjour Léa,",
				"la loi ferme le CAPE à une personne salariée à temps plein",
				"Le CESA est ouvert aussi aux personnes salariées à temps plein",
				"Nous ouvrirons une nouvelle demande, reliée à celle-ci");
	}

	// Contrats

	@Test
	void aPersonWhoTestsTheProjectSignsACapeOfTwelveMonths() throws IOException {
		AdmissionScenario dossier = this.admissions.ouvrir().orienter("cape").preparer("cape");
		assertThat(dossier.variable("orientationManque")).isEqualTo("Il manque 2 h par mois et 40 € HT pour un CESA.");
		LettrePartie envoi = dossier.assertLettre("admission/contrat", "contrat d'appui au projet d'entreprise (CAPE)",
				"établi le 05/10/2026", "Et pour la suite ? Il manque 2 h par mois et 40 € HT pour un CESA.",
				"au plus tard le 12/10/2026, jour où il prend effet",
				"Nous attendons votre réponse jusqu'au 18/11/2026. Passé cette date");
		assertThat(envoi.objet()).endsWith("nous attendons votre réponse jusqu’au 18/11/2026");
		assertThat(envoi.texte()).doesNotContain("toutes les places de l'année sont prises");
		String reference = dossier.reference();
		assertThat(envoi.pieces()).containsOnlyKeys("Contrat CAPE " + reference + ".pdf");
		byte[] pdf = envoi.pieces().get("Contrat CAPE " + reference + ".pdf");
		assertThat(pdf(pdf))
			.contains("Léa Martin", reference, "Graphisme pour les artisans de Touraine", "05/10/2026", "12/10/2026",
					"11/10/2027", "12 mois", "bénéficie d'un contrat d'appui", "relevant du territoire Indre-et-Loire")
			.contains(textes("cape"));

		dossier.signer()
			.assertClos("endEvent_capeSigne", "cape-signe", JUSQU_AU_CONTRAT)
			.assertLettres("admission/contrat", "admission/contrat-signe");
		dossier.assertLettre("admission/contrat-signe", "est signé depuis le 05/10/2026",
				"commence le 12/10/2026 et dure 12 mois, jusqu'au 11/10/2027");
		Document document = this.documents.duDossier(reference).get(0);
		assertThat(this.documents.contenu(document.id())).isEqualTo(pdf);
		assertContratSigne(new Contrat(reference, TypeContrat.CAPE, "37", "Léa", "Martin", "lea@exemple.fr",
				"06 12 34 56 78", LocalDate.of(2026, 10, 12), LocalDate.of(2027, 10, 11), LocalDate.of(2026, 10, 5),
				document.id()));
		assertThat(this.places.prises("37", 2026)).as("a CAPE takes no place").isEmpty();
	}

	@Test
	void aPersonWithClientsSignsACesaAndKeepsThePlace() throws IOException {
		AdmissionScenario dossier = this.admissions.ouvrir().orienter("cesa").executer("serviceTask_reserverPlace");
		assertThat(this.places.prises("37", 2026)).contains(1);
		dossier.preparer("cesa");
		String reference = dossier.reference();
		LettrePartie envoi = dossier.assertLettre("admission/contrat", "contrat d'entrepreneur salarié associé (CESA)",
				"L'offre est définie, des clients sont prêts");
		assertThat(envoi.texte()).as("nothing is missing").doesNotContain("Et pour la suite ?", "Il manque");
		byte[] pdf = envoi.pieces().get("Contrat CESA " + reference + ".pdf");
		assertThat(pdf(pdf))
			.contains("Léa Martin", reference, "12/10/2026", "11,5 %", "650 €", "L. 7331-2",
					"relevant du territoire Indre-et-Loire")
			.contains(textes("cesa"));

		this.clock.set(LocalDateTime.of(2026, 10, 9, 15, 0));
		dossier.signer()
			.assertClos("endEvent_cesaSigne", "cesa-signe", JUSQU_AU_CONTRAT)
			.assertLettres("admission/contrat", "admission/contrat-signe");
		dossier.assertLettre("admission/contrat-signe", "est signé depuis le 09/10/2026", "prend effet le 12/10/2026",
				"associé dans les trois ans");
		assertContratSigne(new Contrat(reference, TypeContrat.CESA, "37", "Léa", "Martin", "lea@exemple.fr",
				"06 12 34 56 78", LocalDate.of(2026, 10, 12), null, LocalDate.of(2026, 10, 9),
				this.documents.duDossier(reference).get(0).id()));
		assertThat(this.places.prises("37", 2026)).contains(1);
	}

	@Test
	void aRefusedCesaGivesItsPlaceBack() {
		AdmissionScenario dossier = this.admissions.ouvrir()
			.orienter("cesa")
			.executer("serviceTask_reserverPlace")
			.preparer("cesa")
			.refuser("La part fixe est trop basse.")
			.assertClos("endEvent_contratRefuse", "contrat-refuse", JUSQU_AU_CONTRAT)
			.assertLettres("admission/contrat", "admission/contrat-refuse");
		dossier.assertLettre("admission/contrat-refuse", "La part fixe est trop basse.",
				"La place qui vous était réservée redevient disponible");
		assertThat(this.places.prises("37", 2026)).contains(0);
		assertThat(this.contrats.duDossier(dossier.reference())).isEmpty();
		assertThat(this.events.stream(ContratSigne.class)).isEmpty();
	}

	@Test
	void aRefusedCapeSpeaksOfNoPlace() {
		AdmissionScenario dossier = this.admissions.ouvrir()
			.orienter("cape")
			.preparer("cape")
			.refuser("Je crée mon entreprise.")
			.assertClos("endEvent_contratRefuse", "contrat-refuse", JUSQU_AU_CONTRAT);
		assertThat(dossier.assertLettre("admission/contrat-refuse", "Je crée mon entreprise.").texte())
			.doesNotContain("La place");
	}

	@Test
	void aContractIsNotSignedBeforeItIsDraftedNorTomorrow() {
		AdmissionScenario dossier = this.admissions.ouvrir().orienter("cape").preparer("cape");
		for (String jour : List.of("2026-10-04", "2026-10-06")) {
			Reponse refus = dossier.envoyer("userTask_enregistrerReponse",
					Map.of("contratReponse", "signe", "contratSigneLe", jour));
			assertThat(refus.statut()).isEqualTo(400);
			assertThat(refus.corps().toString()).contains("contratSigneLe");
		}
		dossier.attend("userTask_enregistrerReponse");
	}

	@Test
	void aContractSignedAfterItsStartIsRefusedAndDraftedAgainWithAnotherStart() {
		AdmissionScenario dossier = this.admissions.ouvrir().orienter("cape").preparer("cape");
		this.clock.set(LocalDateTime.of(2026, 10, 13, 10, 0));
		Reponse refus = dossier.envoyer("userTask_enregistrerReponse",
				Map.of("contratReponse", "signe", "contratSigneLe", "2026-10-13"));
		assertThat(refus.statut()).isEqualTo(400);
		assertThat(refus.corps().toString()).contains("contratSigneLe", "prend effet le 12/10/2026",
				"Elle demande une modification");
		dossier.reprendre("Commencer le 20 octobre.")
			.preparer("cape")
			.signer()
			.assertClos("endEvent_capeSigne", "cape-signe", JUSQU_AU_CONTRAT);
		assertThat(this.contrats.duDossier(dossier.reference())).map(Contrat::debut)
			.contains(LocalDate.of(2026, 10, 20));
	}

	@Test
	void aContractMayBeSignedOnTheDayOnWhichItTakesEffect() {
		AdmissionScenario dossier = this.admissions.ouvrir().orienter("cape").preparer("cape");
		this.clock.set(LocalDateTime.of(2026, 10, 12, 18, 0));
		dossier.signer().assertClos("endEvent_capeSigne", "cape-signe", JUSQU_AU_CONTRAT);
	}

	@Test
	void aContractIsAmendedAsOftenAsThePersonAsksAndTheCesaPlaceIsKept() throws IOException {
		AdmissionScenario dossier = this.admissions.ouvrir()
			.orienter("cesa")
			.executer("serviceTask_reserverPlace")
			.preparer("cesa");
		assertThat(dossier.assertLettre("admission/contrat", "Bonjour Léa,").texte()).doesNotContain("modification");
		Reponse sansMotif = dossier.envoyer("userTask_enregistrerReponse", Map.of("contratReponse", "reprendre"));
		assertThat(sansMotif.statut()).isEqualTo(400);
		assertThat(sansMotif.corps().toString()).contains("contratRepriseMotif");

		dossier.reprendre("Une part fixe de 700 €.").attend("userTask_preparerCesa");
		assertThat(this.places.prises("37", 2026)).as("the place is kept").contains(1);
		assertThat(this.engine.positions(dossier.reference())).as("nobody is waited for while we draft")
			.doesNotContain("event_premiereRelance");
		assertThat(dossier.variableDuContrat("contratRepriseMotif")).isEqualTo("Une part fixe de 700 €.");
		assertThat(dossier.variableDuContrat("cesaContribution")).as("what the form shows again").isEqualTo(11.5);

		this.clock.set(LocalDateTime.of(2026, 10, 8, 10, 0));
		Map<String, Object> modifie = AdmissionScenarios.contrat("cesa", "2026-10-15");
		modifie.put("cesaPartFixe", 700);
		dossier.terminer("userTask_preparerCesa", modifie)
			.executer("serviceTask_redigerContrat", "serviceTask_envoyerContrat")
			.attend("userTask_enregistrerReponse");
		LettrePartie second = dossier.assertDerniereLettre("admission/contrat", "établi le 08/10/2026",
				"Il tient compte de la modification demandée : « Une part fixe de 700 €. »",
				"Il remplace le contrat que nous vous avions envoyé, qui n'est plus à signer.");
		assertThat(pdf(second.pieces().get("Contrat CESA " + dossier.reference() + ".pdf"))).contains("700 €",
				"15/10/2026");
		assertThat(dossier.variableDuContrat("contratReponse")).as("the new contract has no answer yet").isNull();

		dossier.reprendre("Corriger l'adresse.");
		this.clock.set(LocalDateTime.of(2026, 10, 9, 10, 0));
		dossier.preparer("cesa")
			.signer()
			.assertClos("endEvent_cesaSigne", "cesa-signe", JUSQU_AU_CONTRAT)
			.assertLettres("admission/contrat", "admission/contrat", "admission/contrat", "admission/contrat-signe");
		List<Document> documents = this.documents.duDossier(dossier.reference());
		assertThat(documents).hasSize(3);
		assertThat(this.contrats.duDossier(dossier.reference())).map(Contrat::document).contains(documents.get(2).id());
		assertThat(this.places.prises("37", 2026)).contains(1);
	}

	@Test
	void aMissingValueSendsTheContractBackWithItsName() {
		AdmissionScenario dossier = this.admissions.ouvrir()
			.orienter("cape")
			.terminer("userTask_preparerCape", AdmissionScenarios.contrat("cape", "2026-10-12"));
		this.engine.effacerVariable(dossier.reference(), "admission-contrat", "capeMoyens");
		dossier.executer("serviceTask_redigerContrat").attend("userTask_preparerCape").assertLettres();
		assertThat(this.documents.duDossier(dossier.reference())).isEmpty();
		assertThat((String) this.engine.variable(dossier.reference(), "admission-contrat", "contratValeurManquante"))
			.contains("capeMoyens");

		dossier.preparer("cape");
		assertThat(this.engine.variable(dossier.reference(), "admission-contrat", "contratValeurManquante")).isNull();
		dossier.signer().assertClos("endEvent_capeSigne", "cape-signe", JUSQU_AU_CONTRAT);
	}

	// Personne

	@Test
	void theNameIsCorrectedAtTheFirstMeetingButNotEmptied() throws IOException {
		AdmissionScenario dossier = this.admissions.ouvrir();
		for (String champ : List.of("porteurPrenom", "porteurNom", "porteurCourriel", "projetResume")) {
			Reponse vide = dossier.envoyer("userTask_accueillirPersonne", Map.of(champ, " "));
			assertThat(vide.statut()).isEqualTo(400);
			assertThat(vide.corps().toString()).contains(champ);
		}
		dossier.terminer("userTask_accueillirPersonne", Map.of("porteurPrenom", "Léo", "porteurNom", "Martins"))
			.diagnostiquer(AdmissionScenarios.diagnosticPour("cape"))
			.confirmer()
			.preparer("cape");
		LettrePartie envoi = dossier.assertLettre("admission/contrat", "Bonjour Léo,");
		assertThat(pdf(envoi.pieces().get("Contrat CAPE " + dossier.reference() + ".pdf"))).contains("Léo Martins");
	}

	@Test
	void whatIsCorrectedWithTheContractReachesTheContractTheRegisterAndTheLaterLetters() throws IOException {
		AdmissionScenario dossier = this.admissions.ouvrir().orienter("cape");
		Map<String, Object> contrat = AdmissionScenarios.contrat("cape", "2026-10-12");
		contrat.put("porteurNom", "");
		Reponse vide = dossier.envoyer("userTask_preparerCape", contrat);
		assertThat(vide.statut()).isEqualTo(400);
		assertThat(vide.corps().toString()).contains("porteurNom", "pas effacée");

		contrat.putAll(Map.of("porteurPrenom", "Léo", "porteurNom", "Martins", "porteurCourriel", "leo@exemple.fr",
				"projetResume", "Graphisme et reliure"));
		dossier.terminer("userTask_preparerCape", contrat)
			.executer("serviceTask_redigerContrat", "serviceTask_envoyerContrat");
		LettrePartie envoi = dossier.assertLettre("admission/contrat", "Bonjour Léo,");
		assertThat(envoi.destinataire()).isEqualTo("leo@exemple.fr");
		assertThat(pdf(envoi.pieces().get("Contrat CAPE " + dossier.reference() + ".pdf"))).contains("Léo Martins",
				"leo@exemple.fr", "Graphisme et reliure");
		assertThat(List.of("porteurPrenom", "porteurNom", "porteurCourriel", "projetResume"))
			.extracting(dossier::variable)
			.containsExactly("Léo", "Martins", "leo@exemple.fr", "Graphisme et reliure");
		dossier.signer().assertClos("endEvent_capeSigne", "cape-signe", JUSQU_AU_CONTRAT);
		assertThat(this.contrats.duDossier(dossier.reference())).map(Contrat::nom).contains("Martins");
		assertThat(this.contrats.duDossier(dossier.reference())).map(Contrat::courriel).contains("leo@exemple.fr");
	}

	@Test
	void aLetterOfTheCaseItselfGoesToTheAddressCorrectedWithTheContract() {
		Map<String, Object> contrat = AdmissionScenarios.contrat("cesa", "2026-10-12");
		contrat.put("porteurCourriel", "leo@exemple.fr");
		AdmissionScenario dossier = this.admissions.ouvrir()
			.orienter("cesa")
			.executer("serviceTask_reserverPlace")
			.terminer("userTask_preparerCesa", contrat)
			.executer("serviceTask_redigerContrat", "serviceTask_envoyerContrat")
			.retirer();
		assertThat(dossier.assertLettre("admission/demande-retiree", "Bonjour Léa,").destinataire())
			.isEqualTo("leo@exemple.fr");
	}

	@Test
	void aMissingNameIsAskedByTheFormToWhichTheContractComesBack() {
		AdmissionScenario dossier = this.admissions.ouvrir()
			.orienter("cape")
			.terminer("userTask_preparerCape", AdmissionScenarios.contrat("cape", "2026-10-12"));
		this.engine.effacerVariable(dossier.reference(), "admission-contrat", "porteurNom");
		dossier.executer("serviceTask_redigerContrat").attend("userTask_preparerCape");
		assertThat((String) dossier.variableDuContrat("contratValeurManquante")).contains("porteurNom");
		Map<String, Object> complet = AdmissionScenarios.contrat("cape", "2026-10-12");
		complet.put("porteurNom", "Martin");
		dossier.terminer("userTask_preparerCape", complet)
			.executer("serviceTask_redigerContrat", "serviceTask_envoyerContrat")
			.signer()
			.assertClos("endEvent_capeSigne", "cape-signe", JUSQU_AU_CONTRAT);
	}

	// Dérogation

	@Test
	void anotherOrientationNeedsAReasonAndBothStayOnRecord() {
		AdmissionScenario dossier = this.admissions.ouvrir()
			.accueillir()
			.diagnostiquer(AdmissionScenarios.diagnosticPour("cape"));
		Reponse sansMotif = dossier.envoyer("userTask_validerOrientation", Map.of("orientationRetenue", "ajournement"));
		assertThat(sansMotif.statut()).isEqualTo(400);
		assertThat(sansMotif.corps().toString()).contains("derogationMotif");
		dossier.attend("userTask_validerOrientation")
			.terminer("userTask_validerOrientation",
					Map.of("orientationRetenue", "ajournement", "derogationMotif", "Le projet dépend d'un local."))
			.executer("serviceTask_annoncerAjournement")
			.assertClos("endEvent_admissionAjournee", "admission-ajournee", AVANT_CONTRAT);
		assertThat(dossier.variable("orientation")).isEqualTo("cape");
		assertThat(dossier.variable("orientationRegle")).isEqualTo("R7-cape");
		assertThat(dossier.variable("orientationRetenue")).isEqualTo("ajournement");
		assertThat(dossier.variable("derogationMotif")).isEqualTo("Le projet dépend d'un local.");
		dossier.assertLettre("admission/ajournement", "votre référent a retenu une autre orientation",
				"La raison : Le projet dépend d'un local.");
	}

	@ParameterizedTest
	@CsvSource({ "ajournement, cape", "redirection-cadre-legal, cape", "redirection-cadre-legal, cesa" })
	void whatTheLawClosesCannotBeChosen(String proposee, String fermee) {
		AdmissionScenario dossier = this.admissions.ouvrir()
			.accueillir()
			.diagnostiquer(AdmissionScenarios.diagnosticPour(proposee));
		Reponse refus = dossier.envoyer("userTask_validerOrientation",
				Map.of("orientationRetenue", fermee, "derogationMotif", "Elle y tient."));
		assertThat(refus.statut()).isEqualTo(400);
		assertThat(refus.corps().toString()).contains("orientationRetenue");
		dossier.attend("userTask_validerOrientation");
		assertThat(dossier.variable("orientationRetenue")).isNull();
	}

	// Quota CESA

	@Test
	void atTheQuotaTheGeranceMayAcceptWithAReason() {
		remplirLeQuota();
		AdmissionScenario dossier = arbitrer();
		Reponse sansMotif = dossier.envoyer("userTask_arbitrerQuota", Map.of("arbitrageDecision", "accepter"));
		assertThat(sansMotif.statut()).isEqualTo(400);
		assertThat(sansMotif.corps().toString()).contains("arbitrageMotif");
		dossier
			.terminer("userTask_arbitrerQuota",
					Map.of("arbitrageDecision", "accepter", "arbitrageMotif", "Un départ est annoncé."))
			.executer("serviceTask_accepterHorsQuota")
			.preparer("cesa")
			.signer()
			.assertClos("endEvent_cesaSigne", "cesa-signe", JUSQU_AU_CONTRAT)
			.assertLettres("admission/contrat", "admission/contrat-signe");
		assertThat(this.places.prises("37", 2026)).contains(11);
		assertThat(dossier.variable("arbitrageMotif")).isEqualTo("Un départ est annoncé.");
	}

	@Test
	void theGeranceArbitratesKnowingTheYearThePlacesTakenAndThoseAboveTheQuota() {
		remplirLeQuota();
		assertThat(quota(arbitrer())).containsExactly(2026, 10, 10, 0);
		this.places.accepterHorsQuota("37", "ADM-2026-900099");
		AdmissionScenario dossier = arbitrer();
		assertThat(quota(dossier)).containsExactly(2026, 10, 11, 1);
		dossier.terminer("userTask_arbitrerQuota", Map.of("arbitrageDecision", "cape")).attend("userTask_preparerCape");
	}

	private List<Object> quota(AdmissionScenario dossier) {
		return Stream.of("quotaAnnee", "quotaPlaces", "quotaPrises", "quotaDepassement")
			.map((fait) -> this.engine.variable(dossier.reference(), "admission-place-cesa", fait))
			.toList();
	}

	@Test
	void atTheQuotaTheGeranceMayOfferACape() {
		remplirLeQuota();
		AdmissionScenario dossier = arbitrer().terminer("userTask_arbitrerQuota", Map.of("arbitrageDecision", "cape"))
			.preparer("cape")
			.signer()
			.assertClos("endEvent_capeSigne", "cape-signe", JUSQU_AU_CONTRAT);
		assertThat(dossier
			.assertLettre("admission/contrat", "Votre projet remplissait les conditions d'un CESA, mais toutes",
					"commencer sans attendre par un CAPE")
			.texte()).doesNotContain("envisageait");
		assertThat(this.places.prises("37", 2026)).contains(10);
		assertThat(this.contrats.duDossier(dossier.reference())).map(Contrat::type).contains(TypeContrat.CAPE);
	}

	@Test
	void aCapeInsteadOfACesaThatTheReferentChoseDoesNotSpeakOfConditionsThatWereMet() {
		remplirLeQuota();
		AdmissionScenario dossier = this.admissions.ouvrir()
			.accueillir()
			.diagnostiquer(AdmissionScenarios.diagnosticPour("cape"))
			.terminer("userTask_validerOrientation",
					Map.of("orientationRetenue", "cesa", "derogationMotif", "Deux commandes sont arrivées."))
			.executer("serviceTask_reserverPlace")
			.terminer("userTask_arbitrerQuota", Map.of("arbitrageDecision", "cape"))
			.preparer("cape");
		LettrePartie envoi = dossier.assertLettre("admission/contrat",
				"Votre référent envisageait un CESA avec vous, mais toutes les places de l'année sont prises",
				"commencer sans attendre par un CAPE", "La raison : Deux commandes sont arrivées.");
		assertThat(envoi.texte()).doesNotContain("remplissait");
		assertThat(envoi.motsHtml()).doesNotContain("remplissait");
	}

	@Test
	void aFullTimeEmployeeIsNotOfferedACapeAtTheQuota() {
		remplirLeQuota();
		AdmissionScenario dossier = this.admissions.ouvrir()
			.accueillir()
			.diagnostiquer(AdmissionScenarios.diagnostic(Map.of("salarieTempsPlein", true)))
			.confirmer()
			.executer("serviceTask_reserverPlace");
		Reponse refus = dossier.envoyer("userTask_arbitrerQuota", Map.of("arbitrageDecision", "cape"));
		assertThat(refus.statut()).isEqualTo(400);
		assertThat(refus.corps().toString()).contains("arbitrageDecision");
		dossier.attend("userTask_arbitrerQuota");
	}

	@Test
	void whoWaitsIsToldWhyUntilWhenAndWhatRemainsPossible() {
		remplirLeQuota();
		AdmissionScenario dossier = arbitrer().terminer("userTask_arbitrerQuota",
				Map.of("arbitrageDecision", "attendre"));
		this.clock.set(LocalDateTime.of(2026, 10, 7, 9, 0));
		dossier.executer("serviceTask_annoncerAttente")
			.attend("event_attendreJanvier")
			.assertLettres("admission/attente-cesa");
		LettrePartie attente = dossier.assertLettre("admission/attente-cesa", "Bonjour Léa,",
				"toutes les places de l'année 2026 sont prises sur votre territoire",
				"Nous demanderons de nouveau une place pour vous le 01/01/2027", "aucun délai ne court contre vous",
				"(CAPE) reste possible", "Vous pouvez retirer votre demande à tout moment",
				"rappelez la référence " + dossier.reference());
		assertThat(attente.texte()).doesNotContain("temps plein");
		assertThat(attente.objet()).endsWith("une place sera demandée de nouveau le 01/01/2027");
		assertThat(this.engine.positions(dossier.reference())).doesNotContain("event_premiereRelance");
	}

	@Test
	void aFullTimeEmployeeWhoWaitsIsNotPromisedACape() {
		remplirLeQuota();
		AdmissionScenario dossier = this.admissions.ouvrir()
			.accueillir()
			.diagnostiquer(AdmissionScenarios.diagnostic(Map.of("salarieTempsPlein", true)))
			.confirmer()
			.executer("serviceTask_reserverPlace")
			.terminer("userTask_arbitrerQuota", Map.of("arbitrageDecision", "attendre"))
			.executer("serviceTask_annoncerAttente");
		assertThat(
				dossier.assertLettre("admission/attente-cesa", "la loi le ferme aux personnes salariées à temps plein")
					.texte())
			.doesNotContain("reste possible");
	}

	/** Else a decision of January would wait for the January after it. */
	@Test
	void whoseArbitrationComesInTheNewYearAsksForAPlaceOfThatYearAtOnce() {
		remplirLeQuota();
		AdmissionScenario dossier = arbitrer();
		this.clock.set(LocalDateTime.of(2027, 1, 4, 10, 0));
		dossier.terminer("userTask_arbitrerQuota", Map.of("arbitrageDecision", "attendre"))
			.executer("serviceTask_annoncerAttente", "event_attendreJanvier", "serviceTask_reserverPlace")
			.attend("userTask_preparerCesa");
		assertThat(this.places.prises("37", 2027)).contains(1);
	}

	@Test
	void whoWaitsGetsAPlaceOfTheNewYearWhenItBeginsInParis() {
		remplirLeQuota();
		AdmissionScenario dossier = arbitrer()
			.terminer("userTask_arbitrerQuota", Map.of("arbitrageDecision", "attendre"))
			.executer("serviceTask_annoncerAttente");
		assertThat(this.engine.echeance(dossier.reference(), "event_attendreJanvier"))
			.isEqualTo(LocalDateTime.of(2027, 1, 1, 0, 0));
		dossier.attendre("event_attendreJanvier").executer("serviceTask_reserverPlace");
		assertThat(this.places.prises("37", 2026)).contains(10);
		assertThat(this.places.prises("37", 2027)).contains(1);
		dossier.preparer("cesa").signer().assertClos("endEvent_cesaSigne", "cesa-signe", JUSQU_AU_CONTRAT);
		assertThat(dossier.variable("placeAnnee")).isEqualTo(2027);
	}

	@Test
	void whoWaitedForAYearThatIsFullAtOnceIsArbitratedAgain() {
		remplirLeQuota();
		AdmissionScenario dossier = arbitrer()
			.terminer("userTask_arbitrerQuota", Map.of("arbitrageDecision", "attendre"))
			.executer("serviceTask_annoncerAttente")
			.attendre("event_attendreJanvier");
		remplirLeQuota();
		dossier.executer("serviceTask_reserverPlace")
			.attend("userTask_arbitrerQuota")
			.terminer("userTask_arbitrerQuota", Map.of("arbitrageDecision", "cape"))
			.preparer("cape")
			.signer()
			.assertClos("endEvent_capeSigne", "cape-signe", JUSQU_AU_CONTRAT);
		assertThat(this.places.prises("37", 2027)).contains(10);
	}

	@Test
	void aPlaceGivenBackGoesToTheNext() {
		remplirLeQuota(9);
		AdmissionScenario premiere = this.admissions.ouvrir().orienter("cesa").executer("serviceTask_reserverPlace");
		AdmissionScenario seconde = arbitrer();
		premiere.noter("retrait", "Elle déménage.");
		assertThat(this.places.prises("37", 2026)).as("before the letter leaves").contains(9);
		premiere.executer("serviceTask_confirmerRetrait");
		assertThat(this.places.prises("37", 2026)).contains(9);
		seconde.retirer();
		this.admissions.ouvrir().orienter("cesa").executer("serviceTask_reserverPlace").attend("userTask_preparerCesa");
		assertThat(this.places.prises("37", 2026)).contains(10);
	}

	// Retrait

	@ParameterizedTest(name = "at {0}")
	@MethodSource("attentes")
	void thePersonMayWithdrawAtAnyMoment(String attente, List<String> etapes, UnaryOperator<AdmissionScenario> chemin) {
		if (attente.equals("userTask_arbitrerQuota") || attente.equals("event_attendreJanvier")) {
			remplirLeQuota();
		}
		int avant = this.places.prises("37", 2026).orElse(0);
		AdmissionScenario dossier = chemin.apply(this.admissions.ouvrir()).attend(attente);
		LocalDate jour = this.clock.today();
		dossier.noter("retrait", "J'ai trouvé un emploi");
		this.clock.set(jour.plusDays(3).atTime(10, 0));
		dossier.executer("serviceTask_confirmerRetrait")
			.assertClos("endEvent_demandeRetiree", "demande-retiree", etapes.toArray(String[]::new));
		dossier.assertLettre("admission/demande-retiree",
				"est retirée depuis le " + jour.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")),
				"J'ai trouvé un emploi", "sans vous redemander");
		assertThat(this.places.prises("37", 2026).orElse(0)).as("places held").isEqualTo(avant);
		assertThat(this.contrats.duDossier(dossier.reference())).isEmpty();
	}

	static Stream<Arguments> attentes() {
		return Stream.of(attente("userTask_accueillirPersonne", 1, (dossier) -> dossier),
				attente("userTask_realiserDiagnostic", 2, AdmissionScenario::accueillir),
				attente("serviceTask_expliquerOrientation", 2,
						(dossier) -> dossier.accueillir()
							.terminer("userTask_realiserDiagnostic", AdmissionScenarios.diagnosticCesa())),
				attente("userTask_validerOrientation", 3,
						(dossier) -> dossier.accueillir().diagnostiquer(AdmissionScenarios.diagnosticCesa())),
				attente("userTask_choisirStructure", 3,
						(dossier) -> dossier.orienter("redirection-ideation")
							.executer("serviceTask_chercherStructure")),
				attente("gateway_suite", 3,
						(dossier) -> dossier.orienter("information-statuts")
							.executer("serviceTask_envoyerInformation")),
				attente("userTask_reprendreContact", 3,
						(dossier) -> dossier.orienter("information-statuts")
							.executer("serviceTask_envoyerInformation")
							.attendre("event_delaiInformation")),
				attente("userTask_arbitrerQuota", 4,
						(dossier) -> dossier.orienter("cesa").executer("serviceTask_reserverPlace")),
				attente("event_attendreJanvier", 4,
						(dossier) -> dossier.orienter("cesa")
							.executer("serviceTask_reserverPlace")
							.terminer("userTask_arbitrerQuota", Map.of("arbitrageDecision", "attendre"))
							.executer("serviceTask_annoncerAttente")),
				attente("userTask_preparerCesa", 4,
						(dossier) -> dossier.orienter("cesa").executer("serviceTask_reserverPlace")),
				attente("userTask_preparerCape", 4, (dossier) -> dossier.orienter("cape")),
				attente("userTask_enregistrerReponse", 4,
						(dossier) -> dossier.orienter("cesa").executer("serviceTask_reserverPlace").preparer("cesa")));
	}

	private static Arguments attente(String element, int etapes, UnaryOperator<AdmissionScenario> chemin) {
		return Arguments.of(element, List.of(JUSQU_AU_CONTRAT).subList(0, etapes), chemin);
	}

	@Test
	void aPrescriberWithdrawsOnceAndASecondTimeIsTooLate() {
		Dossier ouvert = this.process.ouvrir(
				new NouvelleDemande("Ana", "Le Goff", "ana@exemple.fr", null, "37", "Céramique", "bge", "BGE", null));
		this.process.retirer(ouvert.reference(), "Elle part à l'étranger.");
		assertThatExceptionOfType(RetraitImpossible.class)
			.isThrownBy(() -> this.process.retirer(ouvert.reference(), "Encore."));
		this.engine.executer(ouvert.reference(), "serviceTask_confirmerRetrait");
		assertThatExceptionOfType(RetraitImpossible.class)
			.isThrownBy(() -> this.process.retirer(ouvert.reference(), "Encore."));
		AdmissionScenario dossier = this.admissions.suivre(ouvert.reference());
		dossier.assertClos("endEvent_demandeRetiree", "demande-retiree", "accueil")
			.assertLettres("admission/demande-retiree");
		dossier.assertLettre("admission/demande-retiree", "Bonjour Ana,", "Elle part à l'étranger.");
		assertThat(dossier.dossier().partenaire()).isEqualTo("bge");
	}

	/** The table of contracts is written by a job, which waits here. */
	@Test
	void aContractWhoseSignatureIsNotedIsNoLongerWithdrawn() {
		AdmissionScenario dossier = this.admissions.ouvrir()
			.orienter("cesa")
			.executer("serviceTask_reserverPlace")
			.preparer("cesa");
		dossier
			.noterTropTard("retrait", "Elle hésite.",
					() -> dossier.terminer("userTask_enregistrerReponse",
							Map.of("contratReponse", "signe", "contratSigneLe", "2026-10-05")))
			.attend("serviceTask_constaterSignature");
		assertThat(this.contrats.duDossier(dossier.reference())).isEmpty();
		assertThatExceptionOfType(RetraitImpossible.class)
			.isThrownBy(() -> this.process.retirer(dossier.reference(), "Trop tard."));
		dossier.assertRefuse("retrait", "est signé")
			.executer("serviceTask_constaterSignature", "serviceTask_feliciterPersonne")
			.assertClos("endEvent_cesaSigne", "cesa-signe", JUSQU_AU_CONTRAT)
			.assertLettres("admission/contrat", "admission/contrat-signe");
		assertThat(this.contrats.duDossier(dossier.reference())).isPresent();
		assertThat(this.places.prises("37", 2026)).contains(1);
	}

	@Test
	void aSignedContractIsNoLongerWithdrawn() {
		AdmissionScenario dossier = this.admissions.ouvrir()
			.orienter("cesa")
			.executer("serviceTask_reserverPlace")
			.preparer("cesa")
			.terminer("userTask_enregistrerReponse", Map.of("contratReponse", "signe", "contratSigneLe", "2026-10-05"))
			.executer("serviceTask_constaterSignature");
		assertThatExceptionOfType(RetraitImpossible.class)
			.isThrownBy(() -> this.process.retirer(dossier.reference(), "Trop tard."));
		dossier.assertRefuse("retrait", "est signé")
			.executer("serviceTask_feliciterPersonne")
			.assertClos("endEvent_cesaSigne", "cesa-signe", JUSQU_AU_CONTRAT);
		assertThat(this.places.prises("37", 2026)).contains(1);
	}

	// Silence

	@ParameterizedTest(name = "{0}")
	@MethodSource("silences")
	void aSilentPersonIsRemindedTwiceThenTheCaseIsClosedAndTheyKnowHowToComeBack(String attendu, List<String> etapes,
			List<String> lettresAvant, UnaryOperator<AdmissionScenario> chemin) {
		AdmissionScenario dossier = chemin.apply(this.admissions.ouvrir());
		String reference = dossier.reference();
		assertThat(this.engine.echeance(reference, "event_premiereRelance"))
			.isEqualTo(LocalDateTime.of(2026, 10, 14, 9, 0));
		dossier.attendre("event_premiereRelance").executer("serviceTask_envoyerPremiereRelance");
		assertThat(this.engine.echeance(reference, "event_secondeRelance"))
			.isEqualTo(LocalDateTime.of(2026, 10, 26, 9, 0));
		dossier.attendre("event_secondeRelance").executer("serviceTask_envoyerSecondeRelance");
		assertThat(this.engine.echeance(reference, "event_cloture")).isEqualTo(LocalDateTime.of(2026, 11, 19, 9, 0));
		dossier.attendre("event_cloture").executer("serviceTask_signalerSilence");
		this.clock.set(LocalDateTime.of(2026, 11, 23, 10, 0));
		dossier.executer("serviceTask_annoncerAbandon")
			.assertClos("endEvent_demandeAbandonnee", "demande-abandonnee", etapes.toArray(String[]::new))
			.assertLettres(Stream
				.concat(lettresAvant.stream(),
						Stream.of("commun/relance-1", "commun/relance-2", "admission/demande-abandonnee"))
				.toArray(String[]::new));
		assertThat(this.engine.fins(reference)).contains("endEvent_silenceConstate");
		dossier.assertLettre("commun/relance-1", "nous attendons " + attendu, "depuis le 05/10/2026",
				"nous attendons votre réponse jusqu'au 18/11/2026. Passé cette date");
		LettrePartie rappel = dossier.assertLettre("commun/relance-2", "nous attendons toujours " + attendu,
				"Nous attendons votre réponse jusqu'au 18/11/2026. Passé cette date", "C'est notre dernier rappel");
		assertThat(rappel.objet()).endsWith("nous attendons votre réponse jusqu’au 18/11/2026");
		dossier.assertLettre("admission/demande-abandonnee", "nous attendions " + attendu, "le 19/11/2026",
				"Nous ouvrirons une nouvelle demande, reliée à celle-ci");
		assertThat(this.places.prises("37", 2026).orElse(0)).as("places held").isZero();
	}

	static Stream<Arguments> silences() {
		UnaryOperator<AdmissionScenario> rien = (dossier) -> dossier;
		UnaryOperator<AdmissionScenario> accueil = AdmissionScenario::accueillir;
		UnaryOperator<AdmissionScenario> contrat = (
				dossier) -> dossier.orienter("cesa").executer("serviceTask_reserverPlace").preparer("cesa");
		return Stream.of(Arguments.of("le rendez-vous d'accueil", List.of("accueil"), List.of(), rien),
				Arguments.of("les éléments du diagnostic", List.of("accueil", "diagnostic"), List.of(), accueil),
				Arguments.of("votre contrat signé", List.of(JUSQU_AU_CONTRAT), List.of("admission/contrat"), contrat));
	}

	@Test
	void whoAnswersAtTheLastMomentIsNotSilent() {
		AdmissionScenario dossier = this.admissions.ouvrir()
			.attendre("event_premiereRelance")
			.executer("serviceTask_envoyerPremiereRelance")
			.attendre("event_secondeRelance")
			.executer("serviceTask_envoyerSecondeRelance")
			.attendre("event_cloture")
			.accueillir()
			.executer("serviceTask_signalerSilence")
			.attend("userTask_realiserDiagnostic")
			.assertLettres("commun/relance-1", "commun/relance-2");
		assertThat(dossier.dossier().etat()).isEqualTo("diagnostic");
		assertThat(this.engine.echeance(dossier.reference(), "event_premiereRelance"))
			.as("the days of the next step count anew")
			.isEqualTo(LocalDateTime.of(2026, 11, 30, 9, 0));
	}

	@Test
	void aSignOfLifeRestartsTheDays() {
		AdmissionScenario dossier = this.admissions.ouvrir()
			.attendre("event_premiereRelance")
			.executer("serviceTask_envoyerPremiereRelance");
		this.clock.set(LocalDateTime.of(2026, 10, 16, 11, 0));
		dossier.noter("signe-de-vie", null).attend("userTask_accueillirPersonne");
		assertThat(this.engine.echeance(dossier.reference(), "event_premiereRelance")).as("nine days later is a Sunday")
			.isEqualTo(LocalDateTime.of(2026, 10, 26, 9, 0));
		dossier.laisserSilencieuse()
			.assertClos("endEvent_demandeAbandonnee", "demande-abandonnee", "accueil")
			.assertLettres("commun/relance-1", "commun/relance-1", "commun/relance-2", "admission/demande-abandonnee");
		assertThat(this.lettres.duDossier(dossier.reference()).get(1).texte()).contains("depuis le 16/10/2026",
				"réponse jusqu'au 29/11/2026");
		assertThat(this.clock.today()).isEqualTo(LocalDate.of(2026, 11, 30));
	}

	@ParameterizedTest(name = "since {0}")
	@CsvSource({ "2026-04-17, 2026-04-27, 2026-05-11, 2026-06-01", "2026-04-22, 2026-05-04, 2026-05-13, 2026-06-08",
			"2026-12-16, 2026-12-28, 2027-01-06, 2027-02-01", "2026-10-05, 2026-10-14, 2026-10-26, 2026-11-19" })
	void aReminderThatFallsOnAWeekendOrAHolidayMovesToTheNextBusinessDay(LocalDate debut, LocalDate premiere,
			LocalDate seconde, LocalDate cloture) {
		this.clock.set(debut.atTime(14, 0));
		AdmissionScenario dossier = this.admissions.ouvrir().attendre("event_premiereRelance");
		assertThat(this.clock.today()).isEqualTo(premiere);
		dossier.executer("serviceTask_envoyerPremiereRelance").attendre("event_secondeRelance");
		assertThat(this.clock.today()).isEqualTo(seconde);
		dossier.executer("serviceTask_envoyerSecondeRelance").attendre("event_cloture");
		assertThat(this.clock.today()).isEqualTo(cloture);
	}

	@Test
	void nobodyIsRemindedOnceTheTaskIsDoneOrWhileTheCaseLiesWithUs() {
		AdmissionScenario dossier = this.admissions.ouvrir();
		this.clock.set(LocalDateTime.of(2026, 10, 13, 17, 0));
		dossier.accueillir();
		assertThat(this.engine.echeance(dossier.reference(), "event_premiereRelance"))
			.as("the days of the next step count from today")
			.isEqualTo(LocalDateTime.of(2026, 10, 22, 9, 0));
		dossier.diagnostiquer(AdmissionScenarios.diagnosticPour("cape"));
		assertThat(this.engine.positions(dossier.reference())).containsExactly("userTask_validerOrientation");
		this.clock.set(LocalDateTime.of(2027, 3, 1, 9, 0));
		dossier.confirmer();
		dossier.attend("userTask_preparerCape");
		assertThat(this.engine.positions(dossier.reference())).doesNotContain("event_premiereRelance");
		assertThat(this.lettres.duDossier(dossier.reference())).isEmpty();
		assertThat(this.engine.fins(dossier.reference())).contains("endEvent_attenteTerminee")
			.doesNotContain("endEvent_silenceConstate");
	}

	// Retour, événements, annulation

	@Test
	void whoComesBackGetsANewCaseLinkedToTheOldOneThatAsksNothingTwice() {
		AdmissionScenario ancien = this.admissions.ouvrir().orienter("cape").preparer("cape").laisserSilencieuse();
		AdmissionScenario nouveau = this.admissions.rouvrir(ancien.reference());
		assertThat(nouveau.reference()).isNotEqualTo(ancien.reference());
		assertThat(nouveau.dossier().dossierOrigine()).isEqualTo(ancien.reference());
		assertThat(nouveau.dossier().perimetre()).isEqualTo("37");
		for (String connu : List.of("porteurPrenom", "porteurNom", "porteurCourriel", "porteurTelephone", "territoire",
				"projetResume", "souhait", "economieCreative", "cadreLegalAdapte", "stadeProjet", "offreDefinie",
				"clientsPrets", "heuresMensuelles", "caMensuelHT", "salarieTempsPlein")) {
			assertThat(nouveau.variable(connu)).as(connu).isNotNull().isEqualTo(ancien.variable(connu));
		}
		assertThat(nouveau.variable("orientation")).isNull();
		nouveau.orienter("cape")
			.preparer("cape")
			.signer()
			.assertClos("endEvent_capeSigne", "cape-signe", JUSQU_AU_CONTRAT);
		assertThat(nouveau.assertLettre("admission/contrat", "Bonjour Léa,").destinataire())
			.isEqualTo("lea@exemple.fr");
		ancien.assertClos("endEvent_demandeAbandonnee", "demande-abandonnee", JUSQU_AU_CONTRAT);
	}

	@Test
	void whoComesBackAfterTheHistoryOfTheirCaseIsGoneIsAskedAgain() {
		Dossier ancien = this.process.ouvrir(
				new NouvelleDemande("Ana", "Le Goff", "ana@exemple.fr", null, "37", "Céramique", "bge", "BGE", null));
		this.process.retirer(ancien.reference(), "Elle part à l'étranger.");
		this.engine.executer(ancien.reference(), "serviceTask_confirmerRetrait");
		this.processEngine.getHistoryService()
			.deleteHistoricProcessInstance(this.processEngine.getHistoryService()
				.createHistoricProcessInstanceQuery()
				.processInstanceBusinessKey(ancien.reference())
				.processDefinitionKey("admission-cae")
				.singleResult()
				.getId());
		Dossier nouveau = this.process.ouvrir(new NouvelleDemande("Ana", "Moreau", "ana@exemple.fr", null, "37",
				"Émail", "bge", "BGE", ancien.reference()));
		assertThat(nouveau.dossierOrigine()).isEqualTo(ancien.reference());
		AdmissionScenario dossier = this.admissions.suivre(nouveau.reference());
		assertThat(dossier.variable("porteurNom")).isEqualTo("Moreau");
		assertThat(dossier.variable("projetResume")).isEqualTo("Émail");
	}

	@Test
	void anEventThatNobodyWaitsForChangesNothing() {
		AdmissionScenario dossier = this.admissions.ouvrir();
		dossier.assertRefuse("retour", "n'attend pas de retour");
		dossier.accueillir().diagnostiquer(AdmissionScenarios.diagnosticCesa());
		dossier.attend("userTask_validerOrientation").assertRefuse("signe-de-vie", "n'attend rien");
		dossier.noterTropTard("retrait", "Une autre raison", () -> dossier.noter("retrait", "Une raison"))
			.assertRefuse("retrait", "se ferme déjà")
			.executer("serviceTask_confirmerRetrait")
			.assertClos("endEvent_demandeRetiree", "demande-retiree", AVANT_CONTRAT);
		dossier.assertLettre("admission/demande-retiree", "Une raison");
	}

	@Test
	void aCaseCancelledInCockpitIsClosedInTheRegisterAndGivesItsPlaceBack() {
		AdmissionScenario dossier = this.admissions.ouvrir()
			.orienter("cesa")
			.executer("serviceTask_reserverPlace")
			.preparer("cesa")
			.annuler()
			.assertClos(null, "dossier-annule", JUSQU_AU_CONTRAT)
			.assertLettres("admission/contrat");
		assertThat(this.places.prises("37", 2026)).contains(0);
		assertThat(this.engine.fins(dossier.reference())).contains("endEvent_attenteTerminee");
	}

	private void assertContratSigne(Contrat attendu) {
		assertThat(this.contrats.duDossier(attendu.reference())).contains(attendu);
		assertThat(this.events.stream(ContratSigne.class)).containsExactly(new ContratSigne(attendu));
	}

	private AdmissionScenario arbitrer() {
		return this.admissions.ouvrir()
			.orienter("cesa")
			.executer("serviceTask_reserverPlace")
			.attend("userTask_arbitrerQuota");
	}

	private void remplirLeQuota() {
		remplirLeQuota(10);
	}

	private void remplirLeQuota(int places) {
		int annee = this.clock.today().getYear();
		IntStream.range(0, places).forEach((i) -> this.places.reserver("37", "ADM-%d-9%05d".formatted(annee, i)));
		assertThat(this.places.prises("37", annee)).contains(places);
	}

	private static String[] textes(String type) {
		return AdmissionScenarios.contrat(type, "2026-10-12")
			.values()
			.stream()
			.filter((valeur) -> valeur.toString().startsWith("Texte"))
			.map(Object::toString)
			.collect(Collectors.toCollection(java.util.TreeSet::new))
			.toArray(String[]::new);
	}

	private static String pdf(byte[] contenu) throws IOException {
		try (PDDocument document = Loader.loadPDF(contenu)) {
			return RecordingExpedition.mots(new PDFTextStripper().getText(document));
		}
	}

}
