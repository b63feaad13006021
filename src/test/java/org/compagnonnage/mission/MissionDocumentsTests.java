package org.compagnonnage.mission;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.compagnonnage.document.Gabarits;
import org.compagnonnage.document.PdfModeles;
import org.compagnonnage.document.ValeurManquante;
import org.compagnonnage.form.Lignes;
import org.compagnonnage.organisation.Organisation;
import org.compagnonnage.people.Personne;
import org.compagnonnage.people.Personnes;
import org.compagnonnage.support.ConfiguredOrganisation;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** What the note and the plan tell the partner structure, and what they keep. */
@SpringJUnitConfig(MissionDocumentsTests.Modeles.class)
class MissionDocumentsTests {

	private static final MissionSettings SETTINGS = new MissionSettings(28, Period.ofMonths(3), Period.ofMonths(6));

	private static final String REFERENCE = "MIS-2026-000123";

	private static final String NOTE = "mission/note-capitalisation";

	private static final String PLAN = "mission/plan-action";

	private static final LocalDate JOUR = LocalDate.of(2026, 12, 1);

	@Autowired
	private PdfModeles modeles;

	@Autowired
	private Organisation organisation;

	@Autowired
	private Clock clock;

	private Missions missions;

	private Suivis suivis;

	private Preconisations preconisations;

	private Actions actions;

	private MissionDocuments documents;

	@BeforeEach
	void thereIsNoMissionYet() {
		DriverManagerDataSource source = new DriverManagerDataSource(
				"jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
		Flyway.configure().dataSource(source).load().migrate();
		JdbcClient jdbc = JdbcClient.create(source);
		Personnes personnes = mock(Personnes.class);
		given(personnes.trouver(anyString())).willReturn(Optional.empty());
		given(personnes.trouver("awa")).willReturn(Optional.of(new Personne("awa", "Awa", "Diop", "awa@exemple.sn")));
		this.missions = new Missions(jdbc, this.organisation);
		this.suivis = new Suivis(jdbc, this.missions, SETTINGS, this.clock);
		this.preconisations = new Preconisations(jdbc, this.clock);
		this.actions = new Actions(jdbc, this.clock);
		this.documents = new MissionDocuments(this.missions, this.suivis, this.preconisations, this.actions, personnes,
				SETTINGS);
	}

	@Test
	void theFiguresOfAFiliereAreAddedUpWithoutNamingAnEnterprise() throws IOException {
		mission(4, "bois");
		situer("bois", Moment.DEPART, 12_500.5, 30_000.0, 8_000.0, null);
		situer("bois", Moment.PREMIER_SUIVI, 12_500.5, 30_000.0, null, null);
		situer("bois", Moment.SECOND_SUIVI, 15_000.0, 32_000.0, 9_000.0, 4_000.0);
		assertThat(texte(NOTE))
			.contains("Filière Bois", "Marché porteur : Mobilier d’hôtel", "Entreprises accompagnées : 4",
					"Expert-métier : Awa Diop. Artisan sans frontières : jean.",
					"Avant la mission 50 500,50 € (3 réponses) 6 (3 réponses)",
					"Trois mois après la mission moins de trois réponses moins de trois réponses",
					"Six mois après la mission 60 000 € (4 réponses) 10 (4 réponses)", "Constat Trois mois après")
			.doesNotContain("Entreprise bois", "12 500", "30 000", "42 500", "Filière bois");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void underThreeEnterprisesThereIsASentenceInsteadOfATable(int entreprises) throws IOException {
		mission(entreprises, "textile");
		situer("textile", Moment.DEPART, 12_500.0, 7_000.0);
		assertThat(texte(NOTE)).contains("Chiffre d’affaires et emplois : moins de trois réponses.")
			.doesNotContain("12 500", "7 000", "19 500", "Ensemble des entreprises");
	}

	@ParameterizedTest
	@ValueSource(strings = { NOTE, PLAN })
	void theRecommendationsAreCountedAndListedByFiliere(String modele) throws IOException {
		mission(3, "bois", "textile");
		String entreprise = this.missions.entreprises(REFERENCE, "bois").get(1);
		proposer("bois", entreprise, null, "Installer une aspiration", "Tenir un cahier de commandes");
		proposer("bois", null, this.missions.groupes(REFERENCE, "bois").get(0), "Construire un séchoir");
		this.preconisations.suivre(REFERENCE, "bois", List.of(ligne(1, "en-cours", ""), ligne(3, "faite", "Il sèche.")),
				List.of(), "awa");
		assertThat(texte(modele)).contains("Filière Proposée Acceptée En cours Faite Non retenue Total",
				"Bois 1 0 1 1 0 3", "Textile 0 0 0 0 0 0", "Construire un séchoir Groupe bois Faite",
				"Installer une aspiration Individuelle En cours", "Tenir un cahier de commandes Individuelle Proposée",
				"Filière Textile Aucune préconisation n’a été faite.")
			.doesNotContain("Entreprise bois");
	}

	@ParameterizedTest
	@ValueSource(strings = { NOTE, PLAN })
	void theActionOfEachGroupIsToldWithItsResult(String modele) throws IOException {
		mission(3, "bois", "textile", "cuir");
		agir("bois", "realisee", "Le bois coûte 12 % de moins.", "À plusieurs, on est écoutés.");
		agir("textile", null, null, null);
		assertThat(texte(modele)).contains("Groupe bois, filière Bois", "Acheter ensemble",
				"Du 08/12/2026 au 20/01/2027, budget de 1 250,50 €.", "Objectif commun Payer 10 % moins cher.",
				"Résultat : réalisée Le bois coûte 12 % de moins.",
				"Ce que le groupe en retient À plusieurs, on est écoutés.", "Groupe textile, filière Textile",
				"Du 01/12/2026 au 30/01/2027, budget de 1 250,50 €.", "Son résultat n’est pas encore enregistré.",
				"Groupe cuir, filière Cuir Ce groupe n’a pas conçu d’action collective.");
	}

	@ParameterizedTest
	@ValueSource(strings = { NOTE, PLAN })
	void aMissionWithoutFiliereGivesNoDocument(String modele) {
		assertThatExceptionOfType(ValeurManquante.class).isThrownBy(() -> this.modeles.pdf(modele, valeurs()))
			.satisfies((manque) -> assertThat(manque.champ()).isEqualTo("bilans"));
	}

	@ParameterizedTest
	@CsvSource({ NOTE + ", 4", PLAN + ", 3" })
	void aMissionOfManyFilieresIsToldInFull(String modele, int pages) throws IOException {
		String[] filieres = { "bois", "textile", "cuir", "metal", "ceramique", "agroalimentaire" };
		mission(8, filieres);
		for (String filiere : filieres) {
			situer(filiere, Moment.DEPART, IntStream.range(1, 9).mapToObj((i) -> i * 4321.5).toArray(Double[]::new));
			situer(filiere, Moment.SECOND_SUIVI,
					IntStream.range(1, 9).mapToObj((i) -> i * 5000.0).toArray(Double[]::new));
			for (String entreprise : this.missions.entreprises(REFERENCE, filiere)) {
				proposer(filiere, entreprise, null,
						"Installer une aspiration à la source sur la dégauchisseuse et la raboteuse",
						"Tenir un cahier de commandes");
			}
			agir(filiere, "realisee", "Les matières coûtent 12 % de moins, livraison comprise.", null);
		}
		byte[] pdf = pdf(modele);
		assertThat(texte(pdf))
			.contains("Filière Céramique", "Métal 16 0 0 0 0 16", "Groupe agroalimentaire, filière Agroalimentaire")
			.doesNotContain("Entreprise ");
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(document.getNumberOfPages()).isGreaterThanOrEqualTo(pages);
		}
	}

	@Test
	void whatStandsInTablesIsPrintedAsWhatStandsInTheCase() throws IOException {
		mission(3, "bois");
		proposer("bois", null, this.missions.groupes(REFERENCE, "bois").get(0),
				"Prendre rendez\u2011vous à l\u2009heure");
		assertThat(texte(PLAN)).contains("Prendre rendez-vous à l heure");
		proposer("bois", null, this.missions.groupes(REFERENCE, "bois").get(0), "Sourire \ud83d\ude00");
		assertThatExceptionOfType(ValeurManquante.class).isThrownBy(() -> pdf(PLAN))
			.withMessageContaining("« \ud83d\ude00 » ne peut pas être imprimé");
	}

	// What a mission knows

	private void mission(int entreprises, String... filieres) {
		List<Demande.Filiere> demandees = new ArrayList<>();
		List<Demande.Groupe> groupes = new ArrayList<>();
		List<Demande.Entreprise> toutes = new ArrayList<>();
		for (String filiere : filieres) {
			demandees.add(new Demande.Filiere(filiere, "Mobilier d’hôtel"));
			groupes.add(new Demande.Groupe("Groupe " + filiere, filiere));
			for (int i = 1; i <= entreprises; i++) {
				toutes.add(new Demande.Entreprise("Entreprise " + filiere + " " + i, filiere, "Groupe " + filiere, null,
						null));
			}
		}
		this.missions.inscrire(REFERENCE, new Demande(JOUR, JOUR.plusDays(30), true, demandees, groupes, toutes));
		for (String filiere : filieres) {
			this.missions.affecter(REFERENCE, filiere, "awa", "jean");
			this.suivis.evaluer(this.missions.groupes(REFERENCE, filiere).get(0), 4, 5, "Nous savons chiffrer.", "",
					null);
		}
	}

	/**
	 * The turnover of each enterprise; one that answered has one more job than the one
	 * before it.
	 */
	private void situer(String filiere, Moment moment, Double... chiffres) {
		List<Map<String, Object>> lignes = new ArrayList<>();
		for (int i = 0; i < this.missions.entreprises(REFERENCE, filiere).size(); i++) {
			Map<String, Object> ligne = new LinkedHashMap<>();
			Double chiffre = (i < chiffres.length) ? chiffres[i] : null;
			ligne.put("chiffreAffaires", chiffre);
			ligne.put("emplois", (chiffre != null) ? i + 1 : null);
			lignes.add(ligne);
		}
		this.suivis.noter(REFERENCE, filiere, moment, lignes, "Constat " + SETTINGS.nom(moment) + ".");
	}

	private void proposer(String filiere, String entreprise, String groupe, String... intitules) {
		this.preconisations.proposer(REFERENCE, filiere, entreprise, groupe, List.of(intitules)
			.stream()
			.map((intitule) -> new Preconisation.Nouvelle(intitule, null, EtapeCycle.PRODUCTION, "Awa Ba", JOUR))
			.toList(), "awa");
	}

	private void agir(String filiere, String issue, String resultat, String enseignements) {
		String groupe = this.missions.groupes(REFERENCE, filiere).get(0);
		this.actions.concevoir(REFERENCE, filiere, groupe,
				new ActionCollective.Projet("Acheter ensemble", "Payer 10 % moins cher.",
						"Un appel d’offres par trimestre.", JOUR, JOUR.plusDays(60), new BigDecimal("1250.5")));
		if (issue != null) {
			this.actions.suivre(groupe, "Le premier achat est fait.", null, JOUR.plusDays(7), JOUR.plusDays(50));
			this.actions.conclure(groupe, issue, resultat, enseignements);
		}
	}

	private static Map<String, Object> ligne(int numero, String statut, String note) {
		return Map.of("numero", String.valueOf(numero), "statut", statut, "note", note);
	}

	// The documents

	private Map<String, Object> valeurs() {
		Map<String, Object> variables = new HashMap<>(Map.of("reference", REFERENCE, "perimetre",
				"chambre-metiers-sahel", "structureNom", "Chambre de métiers de Dakar", "pays", "Sénégal", "objet",
				"Vendre aux hôtels et exporter.", "missionDebut", "2026-12-01", "missionFin", "2026-12-31"));
		variables.putAll(Map.of("coordinateurNom", "Fatou Œuvrard", "noteBilan", "Trois groupes sont nés.",
				"noteEnseignements", "Commencer par un achat groupé.", "noteOffreServices",
				"Conseil en devis, séchoir partagé.", "planActions", Lignes.json(List.of(Map.of("action",
						"Ouvrir un guichet de devis", "responsable", "Aminata Sarr", "echeance", "2027-09-30")))));
		variables.putAll(this.documents.valeurs(variables));
		return variables;
	}

	private byte[] pdf(String modele) throws IOException {
		byte[] pdf = this.modeles.pdf(modele, valeurs());
		Path dossier = Files.createDirectories(Path.of("target/apercus"));
		Files.write(
				dossier
					.resolve("%s-%d.pdf".formatted(modele.replace('/', '-'), this.missions.filieres(REFERENCE).size())),
				pdf);
		return pdf;
	}

	private String texte(String modele) throws IOException {
		return texte(pdf(modele));
	}

	private static String texte(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			PDFTextStripper lecteur = new PDFTextStripper();
			lecteur.setSortByPosition(true);
			return lecteur.getText(document).replaceAll("[\\s\\u00a0\\u202f]+", " ");
		}
	}

	@Import({ Gabarits.class, PdfModeles.class })
	static class Modeles {

		@Bean
		Clock clock() {
			return Clock.fixed(Instant.parse("2027-07-01T09:00:00Z"), ZoneId.of("Europe/Paris"));
		}

		@Bean
		Organisation organisation() {
			return ConfiguredOrganisation.organisation();
		}

	}

}
