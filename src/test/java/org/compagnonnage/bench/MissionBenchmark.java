package org.compagnonnage.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.compagnonnage.arret.ArretProcess;
import org.compagnonnage.organisation.Organisation;
import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.Atelier;
import org.compagnonnage.support.OnPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the people of a mission with 20 filières and 500 enterprises wait for in Tasklist,
 * and what it costs the server, beside a mission with one filière and three enterprises.
 * On PostgreSQL, over Tasklist's own calls, under authorisations. Run by
 * {@code mvn -Pbench test -Dtest=MissionBenchmark}; not part of {@code mvn verify}. The
 * runs alternate, so that what else the machine does weighs on both alike.
 */
@ApplicationTest
@OnPostgres
class MissionBenchmark {

	private static final List<String> FILIERES = List.of("bois", "textile", "cuir", "metal", "ceramique",
			"agroalimentaire", "bijouterie", "boulangerie", "broderie", "construction", "cosmetique", "forge",
			"lutherie", "maroquinerie", "mecanique", "papier", "pierre", "teinture", "vannerie", "verre");

	/**
	 * Fewer, a multiple of 20, show in a minute that the benchmark still goes through.
	 */
	private static final int ENTREPRISES = Integer.getInteger("bench.entreprises", 500);

	private static final int MESURES = Integer.getInteger("bench.mesures", 15);

	private static final int ECHAUFFEMENT = 3;

	/** What nobody should wait longer for (median, in ms). */
	private static final double PATIENCE = 1000;

	/** A heap never has the same size twice. */
	private static final double TOLERANCE_MEMOIRE = 0.05;

	private static final String OUVERTS = "all diagnoses open";

	private static final ObjectMapper JSON = new ObjectMapper();

	private final Map<String, List<List<Double>>> tableau = new LinkedHashMap<>();

	private final Map<String, Etat> etats = new LinkedHashMap<>();

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Atelier atelier;

	@Autowired
	private Organisation organisation;

	@Autowired
	private ArretProcess arret;

	@Autowired
	private JdbcClient jdbc;

	private MissionMesuree petite;

	private MissionMesuree grande;

	@DynamicPropertySource
	static void configureFilieres(DynamicPropertyRegistry proprietes) {
		for (int i = 0; i < FILIERES.size(); i++) {
			String code = FILIERES.get(i);
			proprietes.add("organisation.filieres[" + i + "].code", () -> code);
			proprietes.add("organisation.filieres[" + i + "].nom", () -> StringUtils.capitalize(code));
		}
	}

	@Test
	@Timeout(3600)
	void aMissionWithFiveHundredEnterprisesOpensAsASmallOneDoesAndLeavesNothingBehind() {
		List<String> filieres = this.organisation.filieres().stream().map(Organisation.Filiere::code).toList();
		assertThat(filieres).hasSize(20);
		this.petite = new MissionMesuree("oise", filieres.subList(0, 1), 3, this.atelier, this.engine);
		this.grande = new MissionMesuree("lille", filieres, ENTREPRISES, this.atelier, this.engine);
		offrir(filieres);
		this.petite.engager();
		this.grande.engager();
		System.out.println("Warming up…");
		this.petite.jusqua(this.petite.demander(), null);
		relever("before");

		List<String> petites = new ArrayList<>();
		List<String> grandes = new ArrayList<>();
		for (int tour = 0; tour < Math.max(1, MESURES / 3); tour++) {
			comparer("sending the request", () -> petites.add(this.petite.demander()),
					() -> grandes.add(this.grande.demander()));
		}
		String une = garder(petites);
		String autre = garder(grandes);
		cadrer(une, autre);
		diagnostiquer(une, autre);
		suivre(une, autre);
		capitaliser(une, autre);
		relever("finished");
		annuler();

		imprimer();
		this.tableau.forEach((mesure, temps) -> {
			if (mesure.startsWith("list ") || mesure.startsWith("form ")) {
				assertThat(mediane(temps.get(1))).as(mesure).isLessThan(PATIENCE);
			}
		});
		assertThat(this.etats.get("finished").lignes()).as("rows of running cases")
			.isEqualTo(this.etats.get("before").lignes());
		assertThat(this.etats.get("finished").memoire()).as("heap")
			.isLessThan(Math.round(this.etats.get(OUVERTS).memoire() * (1 + TOLERANCE_MEMOIRE)));
	}

	// The mission, step by step

	private void cadrer(String une, String autre) {
		formulaire("Instruire la demande", une, autre, "userTask_instruireDemande");
		envoi("Instruire la demande", une, autre, "userTask_instruireDemande");
		jusqua("userTask_composerEquipe", une, autre);
		formulaire("Composer l'équipe", une, autre, "userTask_composerEquipe");
		jusqua("userTask_formerEquipe", une, autre);
		envoi("Former l'équipe locale", une, autre, "userTask_formerEquipe");
		ajouter("in the background: the filières open, the longest step",
				this.petite.jusqua(une, "userTask_diagnostiquerEntreprise"),
				this.grande.jusqua(autre, "userTask_diagnostiquerEntreprise"));
	}

	/** All diagnoses are open, and late a week after. */
	private void diagnostiquer(String une, String autre) {
		relever(OUVERTS);
		this.petite.attendre(this.atelier.clock().instant().plus(Duration.ofDays(14)));
		for (String role : List.of("expert", "coordinateur", "responsable")) {
			liste("En retard", role);
		}
		liste("Mes tâches", "expert");
		formulaire("Diagnostiquer l'entreprise", une, autre, "userTask_diagnostiquerEntreprise");
		for (int rang = 0; rang < 2; rang++) {
			envoi("Diagnostiquer l'entreprise", une, autre, "userTask_diagnostiquerEntreprise");
		}
		jusqua("userTask_fixerPriorites", une, autre);
		formulaire("Fixer les priorités", une, autre, "userTask_fixerPriorites");
		envoi("Fixer les priorités", une, autre, "userTask_fixerPriorites");
	}

	/** The second week, which shows the notes of the first. */
	private void suivre(String une, String autre) {
		jusqua("userTask_suivreSemaine", une, autre);
		this.grande.taches(autre).forEach(this.grande::terminer);
		this.petite.taches(une).forEach(this.petite::terminer);
		jusqua("userTask_suivreSemaine", une, autre);
		formulaire("Faire le suivi de la semaine", une, autre, "userTask_suivreSemaine");
		envoi("Faire le suivi de la semaine", une, autre, "userTask_suivreSemaine");
		relever("recommendations followed up");
	}

	private void capitaliser(String une, String autre) {
		jusqua("userTask_redigerNote", une, autre);
		formulaire("Rédiger la note de capitalisation", une, autre, "userTask_redigerNote");
		ajouter("in the background: note and plan leave, the longest step", this.petite.jusqua(une, null),
				this.grande.jusqua(autre, null));
	}

	/** Everybody is engaged, and everybody is told. */
	private void annuler() {
		String une = this.petite.demander();
		String autre = this.grande.demander();
		jusqua("userTask_formerEquipe", une, autre);
		comparer("cancelling the mission", () -> this.arret.arreter(une, "Les routes ne sont plus sûres."),
				() -> this.arret.arreter(autre, "Les routes ne sont plus sûres."));
		ajouter("in the background: everybody is told, the longest step", this.petite.jusqua(une, null),
				this.grande.jusqua(autre, null));
	}

	private void jusqua(String tache, String une, String autre) {
		this.grande.jusqua(autre, tache);
		this.petite.jusqua(une, tache);
	}

	/** Cancels the cases that were only opened to see how long it takes, but one. */
	private String garder(List<String> references) {
		references.subList(1, references.size())
			.forEach((reference) -> this.engine.getRuntimeService()
				.createProcessInstanceQuery()
				.processInstanceBusinessKey(reference)
				.rootProcessInstances()
				.list()
				.forEach((dossier) -> this.engine.getRuntimeService()
					.deleteProcessInstance(dossier.getId(), "mesure", false, true)));
		return references.get(0);
	}

	/** The form offers the filières of the configuration; here there are more. */
	private void offrir(List<String> filieres) {
		RepositoryService repository = this.engine.getRepositoryService();
		Deployment mission = repository.createDeploymentQuery().deploymentName("mission").singleResult();
		DeploymentBuilder deployment = repository.createDeployment().name(mission.getName());
		for (String nom : repository.getDeploymentResourceNames(mission.getId())) {
			try (InputStream contenu = repository.getResourceAsStream(mission.getId(), nom)) {
				if (nom.endsWith(".form")) {
					JsonNode formulaire = JSON.readTree(contenu);
					offrir(formulaire, filieres);
					deployment.addString(nom, formulaire.toString());
				}
				else {
					deployment.addInputStream(nom, contenu);
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		deployment.deploy();
	}

	private static void offrir(JsonNode composant, List<String> filieres) {
		if ("filiere".equals(composant.path("key").asText()) && composant.path("values").isArray()) {
			ArrayNode choix = ((ObjectNode) composant).putArray("values");
			filieres.forEach((filiere) -> choix.addObject().put("label", filiere).put("value", filiere));
		}
		composant.path("components").forEach((enfant) -> offrir(enfant, filieres));
	}

	// What is measured

	private void liste(String filtre, String role) {
		String id = this.engine.getFilterService().createFilterQuery().filterName(filtre).singleResult().getId();
		repeter("list « %s », %s".formatted(filtre, role),
				() -> assertThat(this.petite.liste(role, id)).isEqualTo(this.petite.entreprises()),
				() -> assertThat(this.grande.liste(role, id)).isEqualTo(this.grande.entreprises()));
	}

	private void formulaire(String nom, String une, String autre, String tache) {
		Task petite = this.petite.tache(une, tache);
		Task grande = this.grande.tache(autre, tache);
		repeter("form « " + nom + " »", () -> this.petite.ouvrir(petite), () -> this.grande.ouvrir(grande));
	}

	private void envoi(String nom, String une, String autre, String tache) {
		Task petite = this.petite.tache(une, tache);
		Task grande = this.grande.tache(autre, tache);
		Map<String, ?> deLaPetite = this.petite.reponse(petite);
		Map<String, ?> deLaGrande = this.grande.reponse(grande);
		comparer("sending « " + nom + " »", () -> this.petite.terminer(petite, deLaPetite),
				() -> this.grande.terminer(grande, deLaGrande));
	}

	private void repeter(String mesure, Runnable petite, Runnable grande) {
		for (int tour = 0; tour < ECHAUFFEMENT; tour++) {
			petite.run();
			grande.run();
		}
		for (int tour = 0; tour < MESURES; tour++) {
			comparer(mesure, petite, grande);
		}
	}

	private void comparer(String mesure, Runnable petite, Runnable grande) {
		ajouter(mesure, chronometrer(petite), chronometrer(grande));
	}

	private static Duration chronometrer(Runnable geste) {
		long debut = System.nanoTime();
		geste.run();
		return Duration.ofNanos(System.nanoTime() - debut);
	}

	private void ajouter(String mesure, Duration petite, Duration grande) {
		List<List<Double>> temps = this.tableau.computeIfAbsent(mesure,
				(nouvelle) -> List.of(new ArrayList<>(), new ArrayList<>()));
		temps.get(0).add(petite.toNanos() / 1e6);
		temps.get(1).add(grande.toNanos() / 1e6);
	}

	/** What the server holds at a moment, without the letters that the test keeps. */
	private void relever(String moment) {
		this.atelier.lettres().vider();
		Map<String, Long> lignes = new LinkedHashMap<>();
		for (String table : List.of("act_ru_execution", "act_ru_task", "act_ru_variable", "act_ru_job",
				"act_ru_event_subscr")) {
			lignes.put(table, compter("select count(*) from " + table));
		}
		lignes.put("act_ge_bytearray of running cases",
				compter("select count(*) from act_ru_variable where bytearray_id_ is not null"));
		this.etats.put(moment,
				new Etat(lignes, memoire(),
						compter("select coalesce(sum(octet_length(b.bytes_)), 0) from act_ge_bytearray b"
								+ " join act_ru_variable v on v.bytearray_id_ = b.id_")));
		System.out.println(moment + ": " + this.etats.get(moment));
	}

	private long compter(String requete) {
		return this.jdbc.sql(requete).query(Long.class).single();
	}

	/** The heap that is in use when all that can be collected is. */
	private static long memoire() {
		long memoire = Long.MAX_VALUE;
		for (int fois = 0; fois < 5; fois++) {
			System.gc();
			memoire = Math.min(memoire, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
		}
		return memoire;
	}

	private void imprimer() {
		System.out.println();
		System.out.println(
				"| median, ms | 1 filière, 3 enterprises | 20 filières, " + ENTREPRISES + " enterprises | ratio |");
		System.out.println("|---|---|---|---|");
		this.tableau.forEach((mesure, temps) -> System.out.printf(Locale.ROOT, "| %s | %.0f | %.0f | %.1f |%n", mesure,
				mediane(temps.get(0)), mediane(temps.get(1)), mediane(temps.get(1)) / mediane(temps.get(0))));
		System.out.println();
		System.out.println("| | " + String.join(" | ", this.etats.keySet()) + " |");
		System.out.println("|---".repeat(this.etats.size() + 1) + "|");
		this.etats.get(OUVERTS)
			.lignes()
			.keySet()
			.forEach((table) -> etats(table, (etat) -> String.valueOf(etat.lignes().get(table))));
		etats("lists of running cases, MiB", (etat) -> mebioctets(etat.listes()));
		etats("heap after collection, MiB", (etat) -> mebioctets(etat.memoire()));
		System.out.println();
	}

	private void etats(String nom, Function<Etat, String> valeur) {
		System.out.println("| " + nom + " | "
				+ this.etats.values().stream().map(valeur).collect(Collectors.joining(" | ")) + " |");
	}

	private static String mebioctets(long octets) {
		return String.format(Locale.ROOT, "%.1f", octets / 1024.0 / 1024.0);
	}

	private static double mediane(List<Double> valeurs) {
		return valeurs.stream().sorted().skip(valeurs.size() / 2).findFirst().orElseThrow();
	}

	/**
	 * What the server holds.
	 *
	 * @param lignes rows of the engine's tables of running cases
	 * @param memoire heap in use, in bytes
	 * @param listes lists and long texts of running cases in the database, in bytes
	 */
	private record Etat(Map<String, Long> lignes, long memoire, long listes) {
	}

}
