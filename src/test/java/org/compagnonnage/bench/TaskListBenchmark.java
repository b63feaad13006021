package org.compagnonnage.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a référent waits for in Tasklist at 1 000, 10 000 and 100 000 open tasks on
 * PostgreSQL, under authorisations, beside the engine as shipped. Run by
 * {@code mvn -Pbench test -Dtest=TaskListBenchmark}; not part of {@code mvn verify}.
 *
 * <p>
 * The first thousand tasks are real cases; the larger databases are copies of them with
 * other ids and dates, over five territories. The runs on the three databases alternate,
 * so that what else the machine does weighs on all of them alike.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(TaskListBenchmark.Bases.class)
class TaskListBenchmark {

	private static final int[] TAILLES = { 1_000, 10_000, 100_000 };

	private static final int ECHAUFFEMENT = 5;

	private static final int MESURES = 25;

	/** The first page may grow by this from 1 000 to 100 000 tasks. */
	private static final double CROISSANCE_MAX = 1.5;

	/**
	 * What the engine as shipped may take for one query, and for one row of the table.
	 */
	private static final Duration PATIENCE_REQUETE = Duration.ofSeconds(60);

	private static final Duration PATIENCE_LIGNE = Duration.ofSeconds(40);

	private static final String[] TERRITOIRES = { "18", "37", "41", "44", "45" };

	private static final int PAGE = 15;

	private static final String REFERENT = "referent37";

	private final Map<String, Map<Integer, Temps>> tableau = new LinkedHashMap<>();

	private final HttpClient http = HttpClient.newHttpClient();

	@Autowired
	private ProcessEngine compagnonnage;

	@Autowired
	private BasesDeTaches bases;

	@LocalServerPort
	private int port;

	@Test
	@Timeout(3600)
	void theFirstPageDoesNotGrowWithTheNumberOfTasks() {
		System.out.println("Filling the databases…");
		ouvrirLesCas(this.compagnonnage, "admission-cae");
		this.bases.multiplier(TAILLES);
		Map<String, String> filtres = new LinkedHashMap<>();
		this.compagnonnage.getFilterService()
			.createFilterQuery()
			.orderByFilterName()
			.asc()
			.list()
			.stream()
			.filter((filtre) -> !filtre.getName().startsWith("Territoire") || filtre.getName().contains("37"))
			.forEach((filtre) -> filtres.put(filtre.getName(), filtre.getId()));
		String aPrendre = filtres.get("À prendre dans mes groupes");
		Map<String, Runnable> sondes = new LinkedHashMap<>();
		sondes.put("first page of « À prendre »", () -> assertThat(page(this.compagnonnage, aPrendre)).hasSize(PAGE));
		sondes.put("the same over REST, with variables", () -> pageRest(aPrendre));
		filtres.forEach((nom, id) -> sondes.put("count of « " + nom + " »",
				() -> this.compagnonnage.getFilterService().count(id)));
		mesurer(sondes);

		stock();

		imprimer();
		Map<Integer, Temps> page = this.tableau.get("first page of « À prendre »");
		assertThat(page.get(100_000).mediane() / page.get(1_000).mediane())
			.as("growth of the first page from 1 000 to 100 000 tasks")
			.isLessThanOrEqualTo(CROISSANCE_MAX);
	}

	private void mesurer(Map<String, Runnable> sondes) {
		for (int tour = -ECHAUFFEMENT; tour < MESURES; tour++) {
			for (int taille : TAILLES) {
				this.bases.choisir(taille);
				this.compagnonnage.getIdentityService()
					.setAuthentication(REFERENT, List.of("referents", "referents-37"), List.of("37"));
				for (Map.Entry<String, Runnable> sonde : sondes.entrySet()) {
					long temps = chronometrer(sonde.getValue());
					if (tour >= 0) {
						temps(sonde.getKey(), taille).ajouter(temps);
					}
				}
				this.compagnonnage.getIdentityService().clearAuthentication();
			}
		}
	}

	/** The engine as shipped: a row of authorisation per task, no périmètres. */
	private void stock() {
		BasesDeTaches stock = new BasesDeTaches("set statement_timeout = " + PATIENCE_REQUETE.toMillis());
		ProcessEngineConfiguration configuration = ProcessEngineConfiguration
			.createStandaloneProcessEngineConfiguration();
		configuration.setProcessEngineName("stock");
		configuration.setDataSource(stock);
		configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
		configuration.setHistory(ProcessEngineConfiguration.HISTORY_NONE);
		configuration.setAuthorizationEnabled(true);
		ProcessEngine moteur = configuration.buildProcessEngine();
		try {
			moteur.getRepositoryService()
				.createDeployment()
				.addModelInstance("admission.bpmn",
						Bpmn.createExecutableProcess("admission")
							.camundaHistoryTimeToLiveString("P1D")
							.startEvent()
							.userTask("accueillir")
							.camundaCandidateGroups("referents-${territoire}")
							.endEvent()
							.done())
				.deploy();
			ouvrirLesCas(moteur, "admission");
			String filtre = filtreStock(moteur);
			stock.multiplier(TAILLES);
			for (int taille : TAILLES) {
				stock.choisir(taille);
				moteur.getIdentityService().setAuthentication(REFERENT, List.of("referents", "referents-37"));
				jusquaLaPatience("engine as shipped: the same first page", taille,
						() -> assertThat(page(moteur, filtre)).hasSize(PAGE));
				jusquaLaPatience("engine as shipped: its count", taille,
						() -> assertThat(moteur.getFilterService().count(filtre)).isPositive());
				moteur.getIdentityService().clearAuthentication();
			}
		}
		finally {
			moteur.close();
			stock.fermer();
		}
	}

	private void jusquaLaPatience(String sonde, int taille, Runnable action) {
		long limite = System.nanoTime() + PATIENCE_LIGNE.toNanos();
		try {
			chronometrer(action);
			for (int tour = 0; tour < MESURES && System.nanoTime() < limite; tour++) {
				temps(sonde, taille).ajouter(chronometrer(action));
			}
		}
		catch (ProcessEngineException ex) {
			temps(sonde, taille).abandonner();
		}
	}

	private static String filtreStock(ProcessEngine moteur) {
		TaskQuery query = moteur.getTaskService()
			.createTaskQuery()
			.taskUnassigned()
			.taskCandidateGroupInExpression("${currentUserGroups()}");
		Filter filtre = moteur.getFilterService()
			.saveFilter(moteur.getFilterService().newTaskFilter("À prendre").setQuery(query));
		Authorization droit = moteur.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		droit.setGroupId("referents");
		droit.setResource(Resources.FILTER);
		droit.setResourceId(filtre.getId());
		droit.addPermission(Permissions.READ);
		moteur.getAuthorizationService().saveAuthorization(droit);
		return filtre.getId();
	}

	private static void ouvrirLesCas(ProcessEngine moteur, String processus) {
		for (int cas = 0; cas < TAILLES[0]; cas++) {
			String territoire = TERRITOIRES[cas % TERRITOIRES.length];
			moteur.getRuntimeService()
				.startProcessInstanceByKey(processus,
						Map.of("porteurPrenom", "Camille", "porteurNom", "Dossier " + cas, "porteurCourriel",
								"camille." + cas + "@porteurs.example", "territoire", territoire, "projetResume",
								"Reliure et restauration de livres anciens.", "origine", "spontanee"));
		}
	}

	private static List<?> page(ProcessEngine moteur, String filtre) {
		return moteur.getFilterService()
			.listPage(filtre, moteur.getTaskService().createTaskQuery().orderByTaskCreateTime().desc(), 0, PAGE);
	}

	/** As Tasklist asks for it: the tasks with the variables that the filter shows. */
	private void pageRest(String filtre) {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.port + "/engine-rest/filter/" + filtre
					+ "/list?firstResult=0&maxResults=" + PAGE))
			.header("Content-Type", "application/json")
			.header("Accept", "application/hal+json")
			.header("Authorization",
					"Basic " + Base64.getEncoder()
						.encodeToString((REFERENT + ":demo").getBytes(StandardCharsets.UTF_8)))
			.POST(HttpRequest.BodyPublishers
				.ofString("{\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}"))
			.build();
		try {
			HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
			assertThat(response.body()).contains("porteurNom");
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static long chronometrer(Runnable action) {
		long debut = System.nanoTime();
		action.run();
		return System.nanoTime() - debut;
	}

	private Temps temps(String sonde, int taille) {
		return this.tableau.computeIfAbsent(sonde, (nom) -> new LinkedHashMap<>())
			.computeIfAbsent(taille, (nombre) -> new Temps());
	}

	private void imprimer() {
		System.out.println();
		System.out.println("| median, ms | 1 000 | 10 000 | 100 000 | 100 000 : 1 000 |");
		System.out.println("|---|---|---|---|---|");
		this.tableau.forEach((sonde, parTaille) -> {
			StringBuilder ligne = new StringBuilder("| " + sonde);
			for (int taille : TAILLES) {
				ligne.append(" | ").append(parTaille.get(taille));
			}
			Temps grand = parTaille.get(TAILLES[2]);
			ligne.append(" | ")
				.append(grand.abandonne() ? ""
						: String.format(Locale.ROOT, "%.2f", grand.mediane() / parTaille.get(TAILLES[0]).mediane()));
			System.out.println(ligne.append(" |"));
		});
		System.out.println();
	}

	/** The databases of the application. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Bases {

		@Bean(destroyMethod = "fermer")
		BasesDeTaches dataSource() {
			return new BasesDeTaches(null);
		}

	}

	/** The durations of one query on one database. */
	private static final class Temps {

		private final List<Long> durees = new ArrayList<>();

		private boolean abandonne;

		void ajouter(long nanos) {
			this.durees.add(nanos);
		}

		void abandonner() {
			this.abandonne = true;
		}

		boolean abandonne() {
			return this.abandonne;
		}

		double mediane() {
			return this.durees.stream().sorted().skip(this.durees.size() / 2).findFirst().orElseThrow() / 1e6;
		}

		@Override
		public String toString() {
			return this.abandonne ? "> " + PATIENCE_REQUETE.toMillis() : String.format(Locale.ROOT, "%.1f", mediane());
		}

	}

}
