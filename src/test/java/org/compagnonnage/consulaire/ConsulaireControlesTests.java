package org.compagnonnage.consulaire;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.compagnonnage.consulaire.Axe.Statut;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.DossierProcess;
import org.compagnonnage.form.Controle;
import org.compagnonnage.form.Erreur;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** The rules on what is entered in a programme, each by itself. */
class ConsulaireControlesTests {

	private static final String REFERENCE = "CON-2026-000001";

	private final Clock clock = Clock.fixed(Instant.parse("2026-10-05T08:00:00Z"), ZoneId.of("Europe/Paris"));

	private final ConsulaireControles controles = new ConsulaireControles();

	private final ConsulaireProcess programmes = mock(ConsulaireProcess.class);

	private final DossierProcess cas = mock(DossierProcess.class);

	private final Axes axes = mock(Axes.class);

	@BeforeEach
	void aProgrammeWithAnAxisInEachState() {
		given(this.cas.visible(REFERENCE, "programme-consulaire")).willReturn(Optional.of(programme("accompagnement")));
		given(this.programmes.accompagne(REFERENCE)).willReturn(true);
		given(this.axes.duProgramme(REFERENCE)).willReturn(List.of(axe(1, "Former les élus", Statut.OUVERT),
				axe(2, "Structurer les services", Statut.ACHEVE), axe(3, "Définir une offre", Statut.ARRETE)));
	}

	@Test
	void theExpertIsNotThePartenaire() {
		Controle controle = this.controles.partenaireIdentifie();
		assertThat(controle.verifier(Map.of("partenaireReference", "awa", "expertCma", "awa"), Map.of()))
			.extracting(Erreur::champ)
			.containsExactly("expertCma");
		assertThat(controle.verifier(Map.of("partenaireReference", "awa", "expertCma", "paul"), Map.of())).isEmpty();
	}

	@Test
	void aWorkProgrammeNamesTheStepWhoseDatesAreNotInOrder() {
		Map<String, Object> saisie = Map.of("termesEtapes", List.of(Map.of("debut", "2026-10-05", "fin", "2026-10-05"),
				Map.of("debut", "2026-10-06", "fin", "2026-10-05"), Map.of("debut", "2026-10-06")));
		assertThat(this.controles.termesRediges().verifier(saisie, Map.of())).extracting(Erreur::champ)
			.containsExactly("termesEtapes[1].fin");
	}

	@Test
	void aMeetingIsPlannedForAnyDay() {
		assertThat(this.controles.rencontresOrganisees().verifier(rencontres("2099-01-05"), Map.of())).isEmpty();
		assertErreurs(this.controles.rencontresOrganisees().verifier(rencontres(), Map.of()), "rencontres");
	}

	@Test
	void aMeetingThatTookPlaceIsNotInTheFuture() {
		Map<String, Object> saisie = rencontres("2026-10-05", "2026-10-06", "2099-01-05");
		saisie.put("diagnosticPreconisations", List.of(Map.of("preconisation", "Former")));
		assertThat(this.controles.diagnosticMene(this.clock).verifier(saisie, Map.of())).extracting(Erreur::champ)
			.containsExactly("rencontres[1].le", "rencontres[2].le");
	}

	@ParameterizedTest
	@CsvSource({ "2026-10-05,", "2026-10-02,", "2026-10-01,restitueLe", "2026-10-06,restitueLe" })
	void theDiagnosticIsPresentedFromTheLastMeetingUntilToday(String jour, String champ) {
		Map<String, Object> saisie = rencontres("2026-10-02", "2026-09-28");
		saisie.put("restitueLe", jour);
		assertErreurs(this.controles.diagnosticRestitue(this.clock).verifier(saisie, Map.of()), champ);
	}

	@Test
	void theDateOfAMeetingIsCorrectedWhereTheDiagnosticIsPresentedAndStaysInThePast() {
		Map<String, Object> dossier = rencontres("2099-01-05");
		Map<String, Object> saisie = rencontres("2026-10-06");
		saisie.put("restitueLe", "2026-10-05");
		assertErreurs(this.controles.diagnosticRestitue(this.clock).verifier(saisie, dossier), "rencontres[0].le");
		saisie.putAll(rencontres("2026-10-05"));
		assertErreurs(this.controles.diagnosticRestitue(this.clock).verifier(saisie, dossier), null);
	}

	@ParameterizedTest
	@CsvSource({ "false,,,", "true,,,axeSpecialiste", "true,marie,,axeExpertsLocaux", "false,marie,,axeExpertsLocaux",
			"true,marie,Moussa,", "true,awa,Moussa,axeSpecialiste" })
	void aSpecialistIsThereWhereTheDecisionDemandsOneAndPairedWithLocalExperts(boolean requis, String specialiste,
			String local, String champ) {
		Map<String, Object> saisie = preparation("2026-10-05", "2026-10-06");
		saisie.put("axeSpecialiste", specialiste);
		saisie.put("axeExpertsLocaux", (local != null) ? List.of(Map.of("nom", local)) : List.of());
		assertErreurs(this.controles.axePrepare()
			.verifier(saisie, Map.of("axeSpecialisteRequis", requis, "axeExpertiseMotif", "Parce que.",
					"partenaireReference", "awa", "restitueLe", "2026-10-02")),
				champ);
	}

	@ParameterizedTest
	@CsvSource({ "2026-10-02,2026-10-02,", "2026-10-01,2026-10-02,axeDebut", "2026-10-06,2026-10-05,axeFin" })
	void anAxisStartsAfterTheDiagnosticAndEndsAfterItsStart(String debut, String fin, String champ) {
		assertErreurs(this.controles.axePrepare()
			.verifier(preparation(debut, fin), Map.of("axeSpecialisteRequis", false, "restitueLe", "2026-10-02")),
				champ);
	}

	@ParameterizedTest
	@CsvSource({ "accepte,", "renvoie,axeRealiseLe", ",axeRealiseLe" })
	void anAxisWhoseProgrammeIsNotAcceptedIsNotCarriedOut(String reponse, String champ) {
		Map<String, Object> dossier = new HashMap<>();
		dossier.put("axeProgrammeReponse", reponse);
		assertErreurs(conduite("2026-10-05", "2026-10-05", dossier), champ);
	}

	@ParameterizedTest
	@CsvSource({ "2026-10-02,2026-10-05,", "2026-10-05,2026-10-05,", "2026-10-05,2026-10-06,axeRealiseLe",
			"2026-10-05,2026-10-04,axeRealiseLe", "2026-10-01,2026-10-05,axeCommenceLe" })
	void anAxisWasCarriedOutAfterTheDiagnosticWhateverWasPlanned(String debut, String fin, String champ) {
		assertErreurs(conduite(debut, fin, Map.of("axeProgrammeReponse", "accepte", "restitueLe", "2026-10-02",
				"axeDebut", "2027-01-05", "axeFin", "2027-01-08")), champ);
	}

	private List<Erreur> conduite(String debut, String fin, Map<String, Object> dossier) {
		return this.controles.axeMene(this.clock)
			.verifier(Map.of("axeCommenceLe", debut, "axeRealiseLe", fin), dossier);
	}

	@ParameterizedTest
	@CsvSource({ "accepte,", "renvoie,axeSatisfaction", ",axeSatisfaction" })
	void anAxisWhoseDeliverableIsNotAcceptedIsNotEvaluated(String reponse, String champ) {
		Map<String, Object> dossier = new HashMap<>();
		dossier.put("axeLivrableReponse", reponse);
		assertErreurs(this.controles.axeEvalue().verifier(Map.of("axeSatisfaction", "atteints"), dossier), champ);
	}

	@Test
	void anAxisTwiceIsNamedByItsRow() {
		Map<String, Object> saisie = Map.of("axesChoisis", List.of(Map.of("intitule", "Former les élus"),
				Map.of("intitule", "Une offre"), Map.of("intitule", "former les elus")));
		assertThat(this.controles.axesChoisis().verifier(saisie, Map.of())).extracting(Erreur::champ)
			.containsExactly("axesChoisis[2].intitule");
		assertThat(this.controles.axesChoisis().verifier(Map.of("axesChoisis", List.of()), Map.of()))
			.extracting(Erreur::champ)
			.containsExactly("axesChoisis");
	}

	@ParameterizedTest
	@CsvSource({ "Former les ÉLUS,intitule", "structurer les services,intitule", "Définir une offre,",
			"Former les cadres," })
	void anAxisIsAddedOnceUnlessItWasStopped(String intitule, String champ) {
		assertErreurs(decision(Map.of("evenement", "ajouter", "intitule", intitule)), champ);
	}

	@ParameterizedTest
	@CsvSource({ "1,", "2,axeNumero", "3,axeNumero", "4,axeNumero" })
	void onlyARunningAxisIsStopped(int numero, String champ) {
		assertErreurs(decision(Map.of("evenement", "arreter", "axeNumero", (long) numero)), champ);
	}

	@Test
	void onlyAProgrammeInAccompanimentChangesItsAxes() {
		given(this.programmes.accompagne(REFERENCE)).willReturn(false);
		assertErreurs(decision(Map.of("evenement", "arreter", "axeNumero", 1L)), "referenceDossier");
		given(this.cas.visible(REFERENCE, "programme-consulaire")).willReturn(Optional.of(programme("close")));
		assertErreurs(decision(Map.of("evenement", "arreter", "axeNumero", 1L)), "referenceDossier");
		given(this.cas.visible(REFERENCE, "programme-consulaire")).willReturn(Optional.empty());
		assertErreurs(decision(Map.of("evenement", "arreter", "axeNumero", 1L)), "referenceDossier");
	}

	private List<Erreur> decision(Map<String, Object> decision) {
		Map<String, Object> saisie = new HashMap<>(decision);
		saisie.put("referenceDossier", REFERENCE);
		return this.controles.decisionSurUnAxe(this.cas, this.programmes, this.axes).verifier(saisie, Map.of());
	}

	private static void assertErreurs(List<Erreur> erreurs, String champ) {
		assertThat(erreurs).extracting(Erreur::champ)
			.containsExactlyElementsOf((champ != null) ? List.of(champ) : List.of());
	}

	private static Map<String, Object> rencontres(String... jours) {
		return new HashMap<>(
				Map.of("rencontres", Stream.of(jours).map((jour) -> Map.<String, Object>of("le", jour)).toList()));
	}

	private static Map<String, Object> preparation(String debut, String fin) {
		Map<String, Object> saisie = new HashMap<>();
		saisie.put("axeExpert", "paul");
		saisie.put("axeDebut", debut);
		saisie.put("axeFin", fin);
		return saisie;
	}

	private static Dossier programme(String etat) {
		return new Dossier(REFERENCE, "programme-consulaire", "37", etat, null, null, null, Instant.EPOCH, null);
	}

	private static Axe axe(int numero, String intitule, Statut statut) {
		return new Axe(REFERENCE + "-" + numero, REFERENCE, numero, "offre-de-services", null, intitule, "site", statut,
				null, null, null, null, null, null, null);
	}

}
