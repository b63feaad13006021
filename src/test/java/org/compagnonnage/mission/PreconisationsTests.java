package org.compagnonnage.mission;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.compagnonnage.form.Erreur;
import org.compagnonnage.support.ConfiguredOrganisation;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Recommendations: who gets which number, how they move, what their thread says. */
class PreconisationsTests {

	private static final String REFERENCE = "MIS-2026-000123";

	private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T23:30:00Z"), ZoneId.of("Europe/Paris"));

	private Missions missions;

	private Preconisations preconisations;

	private TransactionTemplate transaction;

	@BeforeEach
	void aMissionOfOneFiliereIsPlanned() {
		DriverManagerDataSource source = new DriverManagerDataSource(url(), user(), "");
		Flyway.configure().dataSource(source).load().migrate();
		JdbcClient jdbc = JdbcClient.create(source);
		this.missions = new Missions(jdbc, ConfiguredOrganisation.organisation());
		this.preconisations = new Preconisations(jdbc, this.clock);
		this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
		this.missions.inscrire(REFERENCE,
				new Demande(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31), true,
						List.of(new Demande.Filiere("bois", "Mobilier scolaire"),
								new Demande.Filiere("cuir", "Maroquinerie")),
						List.of(new Demande.Groupe("Ébénistes", "bois"), new Demande.Groupe("Selliers", "cuir")),
						List.of(new Demande.Entreprise("Menuiserie Diallo", "bois", "Ébénistes", null, null),
								new Demande.Entreprise("Atelier Keïta", "bois", "Ébénistes", null, null),
								new Demande.Entreprise("Sellerie Ba", "cuir", "Selliers", null, null))));
	}

	/** Another database, for the same tests. */
	protected String url() {
		return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
	}

	protected String user() {
		return "sa";
	}

	@Test
	void recommendationsAreNumberedWithinTheirFiliereAndSayForWhomTheyAre() {
		proposer("bois", entreprise("bois", 0), null, "Installer une aspiration", "Tenir un cahier");
		proposer("bois", null, groupe("bois"), "Construire un séchoir");
		proposer("cuir", entreprise("cuir", 0), null, "Tanner sans chrome");
		assertThat(this.preconisations.deLaFiliere(REFERENCE, "bois")).extracting(Preconisation::numero)
			.containsExactly(1, 2, 3);
		assertThat(this.preconisations.deLaFiliere(REFERENCE, "bois")).extracting(Preconisation::pour)
			.containsExactly("Menuiserie Diallo", "Menuiserie Diallo", "Ébénistes");
		assertThat(this.preconisations.deLaFiliere(REFERENCE, "cuir")).extracting(Preconisation::numero)
			.containsExactly(1);
		assertThat(this.preconisations.lignes(REFERENCE, "cuir")).containsExactly(Map.of("numero", "1", "intitule",
				"Sellerie Ba : Tanner sans chrome (Awa Ba, avant le 15/12/2026)", "statut", "proposee", "note", ""));
	}

	@Test
	void anEnterpriseGetsItsOwnAndThoseOfItsGroup() {
		proposer("bois", entreprise("bois", 0), null, "Installer une aspiration");
		proposer("bois", entreprise("bois", 1), null, "Changer de lames");
		proposer("bois", null, groupe("bois"), "Construire un séchoir");
		assertThat(this.preconisations.deLEntreprise(entreprise("bois", 1), groupe("bois")))
			.extracting(Preconisation::intitule)
			.containsExactly("Changer de lames", "Construire un séchoir");
		assertThat(this.preconisations.duGroupe(groupe("bois"))).extracting(Preconisation::intitule)
			.containsExactly("Construire un séchoir");
	}

	@Test
	void expertsWhoWriteAtTheSameMomentGetDifferentNumbers() throws Exception {
		ExecutorService experts = Executors.newFixedThreadPool(4);
		try {
			List<Callable<Void>> ecritures = IntStream.range(0, 12).mapToObj((i) -> (Callable<Void>) () -> {
				this.transaction.executeWithoutResult(
						(status) -> proposer("bois", entreprise("bois", i % 2), null, "Un " + i, "Deux " + i));
				return null;
			}).toList();
			for (Future<Void> ecriture : experts.invokeAll(ecritures)) {
				ecriture.get();
			}
		}
		finally {
			experts.shutdownNow();
		}
		assertThat(this.preconisations.deLaFiliere(REFERENCE, "bois")).extracting(Preconisation::numero)
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 24).boxed().toList());
	}

	@Test
	void aFollowUpMovesWhatChangedAndKeepsTheThread() {
		proposer("bois", entreprise("bois", 0), null, "Installer une aspiration", "Tenir un cahier",
				"Changer de lames");
		this.preconisations.suivre(REFERENCE, "bois",
				List.of(ligne(1, "en-cours", "Le devis est signé."),
						ligne(2, "non-retenue", "Le fils tient déjà un cahier."), ligne(3, "proposee", " ")),
				List.of(), "expert");
		assertThat(this.preconisations.lignes(REFERENCE, "bois"))
			.extracting((ligne) -> ligne.get("numero") + " " + ligne.get("statut") + ligne.get("note"))
			.containsExactly("1 en-cours", "3 proposee", "2 non-retenue");
		assertThat(this.preconisations.fil(REFERENCE, "bois")).containsExactly(
				suivi("demande", 1, StatutPreconisation.PROPOSEE, null),
				suivi("expert", 1, StatutPreconisation.EN_COURS, "Le devis est signé."),
				suivi("demande", 2, StatutPreconisation.PROPOSEE, null),
				suivi("expert", 2, StatutPreconisation.NON_RETENUE, "Le fils tient déjà un cahier."),
				suivi("demande", 3, StatutPreconisation.PROPOSEE, null));
	}

	@ParameterizedTest
	@CsvSource({ "proposee, '', preconisations[0].statut", "acceptee, '', preconisations[0].statut",
			"non-retenue, '', preconisations[0].note" })
	void anImpossibleFollowUpIsRefusedByItsRowAndNothingIsWritten(String statut, String note, String champ) {
		proposer("bois", entreprise("bois", 0), null, "Installer une aspiration");
		this.preconisations.suivre(REFERENCE, "bois", List.of(ligne(1, "en-cours", "")), List.of(), "expert");
		List<Map<String, Object>> lignes = List.of(ligne(1, statut, note));
		assertThat(this.preconisations.verifier(REFERENCE, "bois", lignes, List.of())).extracting(Erreur::champ)
			.containsExactly(champ);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.preconisations.suivre(REFERENCE, "bois", lignes, List.of(), "expert"));
		assertThat(this.preconisations.deLaFiliere(REFERENCE, "bois")).extracting(Preconisation::statut)
			.containsExactly(StatutPreconisation.EN_COURS);
		assertThat(this.preconisations.fil(REFERENCE, "bois")).hasSize(2);
	}

	@Test
	void aRowOfAnotherFiliereIsRefused() {
		proposer("bois", entreprise("bois", 0), null, "Installer une aspiration");
		assertThat(this.preconisations.verifier(REFERENCE, "cuir", List.of(ligne(1, "faite", "")), List.of()))
			.containsExactly(
					new Erreur("preconisations[0].numero", "Cette préconisation n'existe pas dans la filière."));
	}

	/** Two people opened the same form; each sends all its rows. */
	@Test
	void aStatusLeftAsItWasShownIsNotPutBack() {
		proposer("bois", entreprise("bois", 0), null, "Installer une aspiration", "Tenir un cahier");
		List<Map<String, Object>> vues = List.of(ligne(1, "proposee", ""), ligne(2, "proposee", ""));
		this.preconisations.suivre(REFERENCE, "bois", List.of(ligne(1, "faite", ""), ligne(2, "proposee", "")), vues,
				"expert");
		List<Map<String, Object>> autres = List.of(ligne(1, "proposee", "Le moteur chauffe."),
				ligne(2, "acceptee", ""));
		assertThat(this.preconisations.verifier(REFERENCE, "bois", autres, vues)).isEmpty();
		this.preconisations.suivre(REFERENCE, "bois", autres, vues, "artisan");
		assertThat(this.preconisations.deLaFiliere(REFERENCE, "bois"))
			.extracting((preconisation) -> preconisation.numero() + " " + preconisation.statut())
			.containsExactly("2 ACCEPTEE", "1 FAITE");
		assertThat(this.preconisations.notes(REFERENCE, "bois", 10))
			.containsExactly(suivi("artisan", 1, StatutPreconisation.FAITE, "Le moteur chauffe."));
		assertThat(this.preconisations.verifier(REFERENCE, "bois", List.of(ligne(1, "acceptee", "")), vues))
			.extracting(Erreur::champ)
			.containsExactly("preconisations[0].statut");
	}

	@Test
	void openingAgainIsExplained() {
		proposer("bois", entreprise("bois", 0), null, "Installer une aspiration");
		this.preconisations.suivre(REFERENCE, "bois", List.of(ligne(1, "faite", "")), List.of(), "expert");
		assertThat(this.preconisations.verifier(REFERENCE, "bois", List.of(ligne(1, "en-cours", "")), List.of()))
			.containsExactly(new Erreur("preconisations[0].note", "Dites pourquoi elle est rouverte."));
		this.preconisations.suivre(REFERENCE, "bois", List.of(ligne(1, "en-cours", "Le moteur est en panne.")),
				List.of(), "expert");
		assertThat(this.preconisations.deLaFiliere(REFERENCE, "bois")).extracting(Preconisation::statut)
			.containsExactly(StatutPreconisation.EN_COURS);
	}

	private void proposer(String filiere, String entreprise, String groupe, String... intitules) {
		this.preconisations.proposer(REFERENCE, filiere, entreprise, groupe,
				IntStream.range(0, intitules.length)
					.mapToObj((i) -> new Preconisation.Nouvelle(intitules[i], null, EtapeCycle.PRODUCTION, "Awa Ba",
							LocalDate.of(2026, 12, 15)))
					.toList(),
				"demande");
	}

	private String entreprise(String filiere, int rang) {
		return this.missions.entreprises(REFERENCE, filiere).get(rang);
	}

	private String groupe(String filiere) {
		return this.missions.groupes(REFERENCE, filiere).get(0);
	}

	/** It is already the next day in Paris. */
	private static Preconisation.Suivi suivi(String par, int numero, StatutPreconisation statut, String note) {
		return new Preconisation.Suivi(LocalDate.of(2026, 11, 22), par, numero, statut, note);
	}

	private static Map<String, Object> ligne(int numero, String statut, String note) {
		Map<String, Object> ligne = new LinkedHashMap<>();
		ligne.put("numero", String.valueOf(numero));
		ligne.put("statut", statut);
		ligne.put("note", note);
		return ligne;
	}

}
