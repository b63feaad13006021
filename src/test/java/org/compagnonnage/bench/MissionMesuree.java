package org.compagnonnage.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.compagnonnage.form.Lignes;
import org.compagnonnage.support.Atelier;

/**
 * A mission of some size in a périmètre of its own, with a team that works nowhere else,
 * and the calls that the Tasklist of its people makes.
 *
 * @param perimetre where its people belong, who thus see no other mission
 * @param filieres codes of its filières
 * @param entreprises how many enterprises, spread over the filières, five a group
 */
record MissionMesuree(String perimetre, List<String> filieres, int entreprises, Atelier atelier, ProcessEngine engine) {

	private static final int PAR_GROUPE = 5;

	/** What people write in a field of a workshop's diagnostic. */
	private static final String CONSTAT = "L'atelier achète à la pièce, travaille à la commande et vend au quartier. "
		.repeat(4);

	/** The people of the mission, one a role. */
	void engager() {
		creer("cma", List.of("experts-cma"));
		creer("coordinateur", List.of("coordinateurs"));
		List<String> metiers = new ArrayList<>(List.of("experts-metier"));
		this.filieres.forEach((filiere) -> metiers.add("experts-metier-" + filiere));
		creer("expert", metiers);
		creer("artisan", List.of("artisans-sans-frontieres"));
		creer("responsable", List.of("responsables"));
	}

	private void creer(String role, List<String> groupes) {
		IdentityService identity = this.engine.getIdentityService();
		User personne = identity.newUser(login(role));
		personne.setFirstName(role);
		personne.setLastName(this.perimetre);
		personne.setEmail(login(role) + "@cooperative.example");
		personne.setPassword("demo");
		identity.saveUser(personne);
		groupes.forEach((groupe) -> identity.createMembership(login(role), groupe));
		identity.createTenantUserMembership(this.perimetre, login(role));
	}

	String login(String role) {
		return role + "-" + this.perimetre;
	}

	// The request

	/** Sends the start form and returns the reference. */
	String demander() {
		String instance = this.atelier.tasklist()
			.demarrer(login("cma"), "mission-compagnonnage", demande())
			.reussie()
			.path("id")
			.asText();
		return (String) this.engine.getRuntimeService().getVariable(instance, "reference");
	}

	private Map<String, Object> demande() {
		Map<String, Object> demande = new LinkedHashMap<>(
				Map.of("perimetre", this.perimetre, "structureNom", "Chambre de métiers", "contactPrenom", "Awa",
						"contactNom", "Sarr", "contactCourriel", "awa.sarr@exemple.sn", "pays", "Sénégal", "objet",
						"Vendre aux hôtels et exporter.", "artisansVolontaires", true));
		demande.put("missionDebut", jour(7));
		demande.put("missionFin", jour(40));
		demande.put("filieres",
				this.filieres.stream()
					.map((filiere) -> Map.of("filiere", filiere, "marche", "Les hôtels de la côte."))
					.toList());
		demande.put("groupes",
				this.filieres.stream()
					.flatMap((filiere) -> IntStream.range(0, parFiliere())
						.mapToObj((rang) -> groupe(filiere, rang))
						.distinct()
						.map((nom) -> Map.of("nom", nom, "filiere", filiere)))
					.toList());
		demande.put("entreprises",
				this.filieres.stream()
					.flatMap((filiere) -> IntStream.range(0, parFiliere())
						.mapToObj((rang) -> Map.of("nom", "Atelier %s %d".formatted(filiere, rang), "filiere", filiere,
								"groupe", groupe(filiere, rang), "contactNom", "Chef de l'atelier " + rang,
								"contactCourriel", "atelier.%s.%d@exemple.sn".formatted(filiere, rang))))
					.toList());
		return demande;
	}

	private int parFiliere() {
		return this.entreprises / this.filieres.size();
	}

	private static String groupe(String filiere, int rang) {
		return "Groupe %s %d".formatted(filiere, rang / PAR_GROUPE);
	}

	// What Tasklist asks

	/** The first page of a filter; returns how many tasks the filter has. */
	int liste(String role, String filtre) {
		return this.atelier.tasklist().page(login(role), filtre, 15).reussie().path("count").asInt();
	}

	/** A person clicks on a task: what is read until its form stands. */
	void ouvrir(Task tache) {
		String login = login(tache);
		this.atelier.tasklist().appeler(login, "GET", "/task/" + tache.getId(), null).reussie();
		this.atelier.tasklist().appeler(login, "GET", "/task/" + tache.getId() + "/form", null).reussie();
		this.atelier.tasklist().appeler(login, "GET", "/task/" + tache.getId() + "/deployed-form", null).reussie();
		this.atelier.tasklist()
			.appeler(login, "GET", "/task/" + tache.getId() + "/form-variables?deserializeValues=false", null)
			.reussie();
	}

	/** A person sends the form of a task. */
	void terminer(Task tache) {
		terminer(tache, reponse(tache));
	}

	void terminer(Task tache, Map<String, ?> saisie) {
		this.atelier.tasklist().envoyer(login(tache), tache.getId(), saisie).reussie();
	}

	private String login(Task tache) {
		if (tache.getAssignee() != null) {
			return tache.getAssignee();
		}
		return this.engine.getTaskService()
			.getIdentityLinksForTask(tache.getId())
			.stream()
			.anyMatch((lien) -> "coordinateurs".equals(lien.getGroupId())) ? login("coordinateur") : login("cma");
	}

	// How far it goes

	/**
	 * Does all that there is to do until tasks of this kind, and no others, are open.
	 * @param tache element id of a task, or null for the end of the mission
	 * @return how long the longest of the engine's own steps took
	 */
	Duration jusqua(String reference, String tache) {
		Duration longue = Duration.ZERO;
		while (true) {
			longue = max(longue, travaux());
			List<Task> autres = taches(reference).stream()
				.filter((ouverte) -> !ouverte.getTaskDefinitionKey().equals(tache))
				.toList();
			autres.forEach(this::terminer);
			if (autres.isEmpty()) {
				Optional<Job> minuteur = minuteurs().stream().findFirst();
				if (!taches(reference).isEmpty() || minuteur.isEmpty()) {
					return longue;
				}
				longue = max(longue, attendre(minuteur.get().getDuedate().toInstant()));
			}
		}
	}

	List<Task> taches(String reference) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(reference)
			.orderByTaskCreateTime()
			.asc()
			.unlimitedList();
	}

	Task tache(String reference, String tache) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(reference)
			.taskDefinitionKey(tache)
			.listPage(0, 1)
			.get(0);
	}

	/** Runs what is due. */
	private Duration travaux() {
		Duration longue = Duration.ZERO;
		for (List<Job> dus = dus(); !dus.isEmpty(); dus = dus()) {
			longue = max(longue, executer(dus));
		}
		return longue;
	}

	private List<Job> dus() {
		return this.engine.getManagementService()
			.createJobQuery()
			.tenantIdIn(this.perimetre)
			.messages()
			.withRetriesLeft()
			.unlimitedList();
	}

	/** Lets the time go by, with the timers that are due meanwhile. */
	Duration attendre(Instant instant) {
		if (instant.isAfter(this.atelier.clock().instant())) {
			this.atelier.clock().set(instant);
		}
		return executer(minuteurs().stream()
			.filter((job) -> !job.getDuedate().toInstant().isAfter(this.atelier.clock().instant()))
			.toList());
	}

	private Duration executer(List<Job> jobs) {
		Duration longue = Duration.ZERO;
		for (Job job : jobs) {
			long debut = System.nanoTime();
			this.engine.getManagementService().executeJob(job.getId());
			longue = max(longue, Duration.ofNanos(System.nanoTime() - debut));
		}
		return longue;
	}

	private static Duration max(Duration une, Duration autre) {
		return (une.compareTo(autre) > 0) ? une : autre;
	}

	private List<Job> minuteurs() {
		return this.engine.getManagementService()
			.createJobQuery()
			.tenantIdIn(this.perimetre)
			.timers()
			.orderByJobDuedate()
			.asc()
			.unlimitedList();
	}

	// What people answer

	/** What the form of a task sends. */
	Map<String, ?> reponse(Task tache) {
		Map<String, Object> vu = this.engine.getTaskService().getVariables(tache.getId());
		return switch (tache.getTaskDefinitionKey()) {
			case "userTask_instruireDemande" -> Map.of("recevabilite", "recevable");
			case "userTask_planifierMission" ->
				Map.of("coordinateur", login("coordinateur"), "missionDebut", jour(0), "missionFin", jour(27));
			case "userTask_composerEquipe" -> Map.of("expertMetier", login("expert"), "artisan", login("artisan"));
			case "userTask_formerEquipe" ->
				Map.of("formationLe", jour(0), "formationFormateurs", "CMA", "formationContenu", "La méthode.");
			case "userTask_etablirSituation" ->
				Map.of("situations", situations(vu), "constats", "Les ateliers travaillent seuls.");
			case "userTask_faireSuiviTroisMois", "userTask_faireSuiviSixMois" ->
				suivi(vu, Map.of("situations", situations(vu), "constats", "Les groupes achètent ensemble."));
			case "userTask_diagnostiquerEntreprise" -> Map.of("approvisionnement", CONSTAT, "production", CONSTAT,
					"organisationAtelier", CONSTAT, "commercialisation", CONSTAT, "besoins", CONSTAT);
			case "userTask_analyserEnvironnement" -> Map.of("environnementEconomique", CONSTAT,
					"environnementInstitutionnel", CONSTAT, "environnementSocial", CONSTAT);
			case "userTask_fixerPriorites" ->
				Map.of("besoinsReels", CONSTAT, "priorites", List.of(Map.of("intitule", "Sécher le bois")));
			case "userTask_preconiserEntreprise", "userTask_preconiserGroupe" ->
				Map.of("nouvellesPreconisations", List.of(preconisation("Sécher le bois avant l'usinage"),
						preconisation("Écrire un devis pour chaque commande")));
			case "userTask_suivreSemaine" -> suivi(vu,
					Boolean.TRUE.equals(vu.get("finPossible")) ? Map.of("accompagnementTermine", true) : Map.of());
			case "userTask_concevoirAction" ->
				Map.of("actionIntitule", "Acheter ensemble", "actionObjectif", "Payer moins cher.", "actionDescription",
						CONSTAT, "actionDebut", jour(0), "actionFin", jour(60), "actionBudget", 1250);
			case "userTask_validerAction" -> Map.of("actionValidation", "validee");
			case "userTask_suivreRealisation" -> suivi(vu,
					Map.of("actionAvancement", CONSTAT, "actionCommenceeLe", jour(0), "actionTermineeLe", jour(0)));
			case "userTask_enregistrerResultat" -> Map.of("actionIssue", "realisee", "actionResultat", CONSTAT);
			case "userTask_evaluerMission" ->
				Map.of("evaluationSatisfaction", 4, "evaluationParticipants", 5, "evaluationAcquis", CONSTAT);
			case "userTask_redigerNote" ->
				Map.of("noteBilan", CONSTAT, "noteEnseignements", CONSTAT, "noteOffreServices", CONSTAT, "planActions",
						List.of(Map.of("action", "Ouvrir un guichet", "responsable", "Awa Sarr", "echeance", jour(90))),
						"centrePropose", false);
			default -> throw new IllegalStateException("No answer to " + tache.getTaskDefinitionKey());
		};
	}

	private static List<Map<String, Object>> situations(Map<String, Object> vu) {
		return Lignes.de(vu.get("situations")).stream().map((avant) -> {
			Map<String, Object> ligne = new LinkedHashMap<>(avant);
			ligne.put("chiffreAffaires", 4800);
			ligne.put("emplois", 3);
			return ligne;
		}).toList();
	}

	private Map<String, Object> preconisation(String intitule) {
		return Map.of("intitule", intitule, "detail", "Avec un artisan du groupe.", "etapeCycle", "production",
				"responsable", "Le chef d'atelier", "echeance", jour(120));
	}

	/** Each recommendation that a form shows gets a note. */
	private static Map<String, Object> suivi(Map<String, Object> vu, Map<String, Object> saisie) {
		Map<String, Object> suivi = new LinkedHashMap<>(saisie);
		if (vu.get("preconisations") != null) {
			suivi.put("preconisations", Lignes.de(vu.get("preconisations")).stream().map((avant) -> {
				Map<String, Object> ligne = new LinkedHashMap<>(avant);
				ligne.put("statut", "en-cours");
				ligne.put("note", "Un premier essai a été fait cette semaine.");
				return ligne;
			}).toList());
		}
		return suivi;
	}

	private String jour(int dans) {
		return LocalDate.now(this.atelier.clock()).plusDays(dans).toString();
	}

}
