package org.compagnonnage.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.compagnonnage.admission.AdmissionProcess;
import org.compagnonnage.admission.NouvelleDemande;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Prepares the demo at its first start, before the web port opens: an admission at every
 * step, some that ended, a full quota in one territory, and one incident. It goes through
 * the processes as people do, nothing is written beside them.
 */
@Component
@Profile("demo")
class DossiersDemo implements SmartLifecycle {

	private static final Map<String, Object> CESA = diagnostic("rejoindre", true, true, "activite", true, true, 40,
			1800, false);

	private static final Map<String, Object> CAPE = diagnostic("rejoindre", true, true, "test", true, false, 0, 0,
			false);

	private static final Map<String, Object> PRESQUE_CESA = diagnostic("rejoindre", true, true, "activite", true, true,
			8, 120, false);

	private static final Map<String, Object> INFORMATION = diagnostic("information", true, true, "test", true, false, 5,
			80, false);

	private static final Map<String, Object> IDEE = diagnostic("rejoindre", true, true, "ideation", false, false, 0, 0,
			false);

	private static final Map<String, Object> AJOURNEMENT = diagnostic("rejoindre", true, true, "test", true, false, 0,
			0, true);

	private final AdmissionProcess admission;

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final ManagementService management;

	private final HistoryService history;

	private final CourrielEnPanne courriel;

	private final Clock clock;

	private boolean running;

	DossiersDemo(AdmissionProcess admission, RuntimeService runtime, TaskService tasks, ManagementService management,
			HistoryService history, CourrielEnPanne courriel, Clock clock) {
		this.admission = admission;
		this.runtime = runtime;
		this.tasks = tasks;
		this.management = management;
		this.history = history;
		this.courriel = courriel;
		this.clock = clock;
	}

	@Override
	public void start() {
		this.running = true;
		if (this.history.createHistoricProcessInstanceQuery().processDefinitionKey("admission-cae").count() == 0) {
			preparer();
		}
	}

	private void preparer() {
		ouvrir("Inès", "Moreau", "37", "Atelier de reliure et carnets cousus main, à Tours.");
		ouvrir("Hugo", "Lefèvre", "45", "Illustration jeunesse et ateliers dans les écoles d'Orléans.");
		accueillir(ouvrir("Camille", "Bernard", "37", "Photographie de patrimoine pour les communes de Touraine."));
		diagnostiquer("Noé", "Garnier", "37", "Graphisme et mise en page pour des associations.", PRESQUE_CESA);
		diagnostiquer("Salomé", "Petit", "45", "Céramique utilitaire, premières ventes sur les marchés.", CAPE);
		retenir("Adam", "Rousseau", "37", "Un café-lecture, l'idée reste à préciser.", IDEE, "redirection-ideation");
		retenir("Lina", "Fournier", "45", "Traductrice, compare les statuts avant de choisir.", INFORMATION,
				"information-statuts");
		String suivie = retenir("Basile", "Girard", "37", "Musicien, hésite entre deux statuts.", INFORMATION,
				"information-statuts");
		executer(suivie, "event_delaiInformation");
		retenir("Mathilde", "Roux", "41", "Vidéaste avec des clients réguliers.", CESA, "cesa");
		retenir("Yanis", "Dupont", "37", "Webdesign, activité à tester.", CAPE, "cape");
		contrat("Élise", "Marchand", "45", "Scénographie d'expositions.");
		repondre(contrat("Paul", "Leroy", "41", "Création sonore pour le spectacle."), "signe");
		repondre(contrat("Jeanne", "Aubert", "44", "Bijouterie contemporaine."), "refuse");
		String ajournee = retenir("Omar", "Benali", "45", "Ébéniste salarié, veut tester son atelier.", AJOURNEMENT,
				"ajournement");
		executer(ajournee, "serviceTask_annoncerAjournement");
		String retiree = ouvrir("Chloé", "Renard", "37", "Cours de dessin à domicile.");
		this.admission.retirer(retiree, "Projet reporté pour raisons familiales.");
		jobs(retiree);
		quotaAtteint();
		incident();
	}

	/** Ten CESA of one territory, and an eleventh that waits for the gérance. */
	private void quotaAtteint() {
		List<String> prenoms = List.of("Anna", "Bruno", "Clara", "David", "Emma", "Félix", "Gaëlle", "Hadrien", "Iris",
				"Jonas", "Karim");
		prenoms
			.forEach((prenom) -> retenir(prenom, "Berry", "18", "Métier d'art installé dans le Cher.", CESA, "cesa"));
	}

	private void incident() {
		String reference = diagnostiquer("Rose", "Colin", "37", "Sérigraphie, salariée à temps plein.", AJOURNEMENT);
		this.courriel.commencer(reference);
		terminer(reference, "userTask_validerOrientation", Map.of("orientationRetenue", "ajournement"));
		Job letter = job(reference, "serviceTask_annoncerAjournement");
		try {
			this.management.executeJob(letter.getId());
		}
		catch (ProcessEngineException | org.springframework.mail.MailException ex) {
			this.management.setJobRetries(letter.getId(), 0);
		}
		this.courriel.finir();
	}

	private String ouvrir(String prenom, String nom, String territoire, String resume) {
		String courriel = java.text.Normalizer.normalize(prenom + "." + nom, java.text.Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(java.util.Locale.ROOT) + "@exemple.fr";
		return this.admission
			.ouvrir(new NouvelleDemande(prenom, nom, courriel, "06 12 34 56 78", territoire, resume,
					PartenairesDemo.PARTENAIRE, "BGE (démonstration)", null))
			.reference();
	}

	private String accueillir(String reference) {
		terminer(reference, "userTask_accueillirPersonne", Map.of());
		return reference;
	}

	private String diagnostiquer(String prenom, String nom, String territoire, String resume,
			Map<String, Object> diagnostic) {
		String reference = accueillir(ouvrir(prenom, nom, territoire, resume));
		terminer(reference, "userTask_realiserDiagnostic", diagnostic);
		jobs(reference);
		return reference;
	}

	private String retenir(String prenom, String nom, String territoire, String resume, Map<String, Object> diagnostic,
			String orientation) {
		String reference = diagnostiquer(prenom, nom, territoire, resume, diagnostic);
		terminer(reference, "userTask_validerOrientation", Map.of("orientationRetenue", orientation));
		jobs(reference);
		return reference;
	}

	private String contrat(String prenom, String nom, String territoire, String resume) {
		String reference = retenir(prenom, nom, territoire, resume, CESA, "cesa");
		terminer(reference, "userTask_preparerCesa",
				Map.of("cesaDateDebut", LocalDate.now(this.clock).plusMonths(1).withDayOfMonth(1).toString(),
						"cesaObjectifs", "Développer la clientèle et stabiliser l'activité sur douze mois.",
						"cesaActiviteMinimale",
						"Dix heures de travail par mois et 160 € de chiffre d'affaires hors taxes.", "cesaMoyens",
						"Un rendez-vous mensuel, l'outil de gestion et l'accès aux ateliers.", "cesaContribution", 11.5,
						"cesaPartFixe", 400, "cesaPartVariable",
						"Le solde du compte d'activité, après charges et contribution, chaque trimestre.",
						"cesaClientele", "La clientèle apportée et développée reste attachée à la personne."));
		jobs(reference);
		return reference;
	}

	private void repondre(String reference, String reponse) {
		terminer(reference, "userTask_enregistrerReponse", "signe".equals(reponse)
				? Map.of("contratReponse", reponse, "contratSigneLe", LocalDate.now(this.clock).toString())
				: Map.of("contratReponse", reponse, "contratRefusMotif", "A choisi de créer sa propre société."));
		jobs(reference);
	}

	private void terminer(String reference, String tache, Map<String, Object> saisie) {
		Task task = this.tasks.createTaskQuery()
			.processInstanceBusinessKey(reference)
			.taskDefinitionKey(tache)
			.singleResult();
		this.tasks.complete(task.getId(), saisie);
	}

	/**
	 * Runs what is due in a case, timers excepted, as the job executor would in a moment.
	 */
	private void jobs(String reference) {
		for (Job job = due(reference); job != null; job = due(reference)) {
			this.management.executeJob(job.getId());
		}
	}

	private Job due(String reference) {
		return instances(reference).stream()
			.flatMap((instance) -> this.management.createJobQuery()
				.processInstanceId(instance.getId())
				.messages()
				.list()
				.stream())
			.findFirst()
			.orElse(null);
	}

	private void executer(String reference, String element) {
		Job job = job(reference, element);
		if (job != null) {
			this.management.executeJob(job.getId());
			jobs(reference);
		}
	}

	private Job job(String reference, String element) {
		return instances(reference).stream()
			.flatMap((instance) -> this.management.createJobQuery()
				.processInstanceId(instance.getId())
				.activityId(element)
				.list()
				.stream())
			.findFirst()
			.orElse(null);
	}

	private List<ProcessInstance> instances(String reference) {
		return this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list();
	}

	private static Map<String, Object> diagnostic(String souhait, boolean economieCreative, boolean cadreLegalAdapte,
			String stade, boolean offre, boolean clients, double heures, double chiffre, boolean salarie) {
		return Map.ofEntries(Map.entry("souhait", souhait), Map.entry("economieCreative", economieCreative),
				Map.entry("cadreLegalAdapte", cadreLegalAdapte), Map.entry("stadeProjet", stade),
				Map.entry("offreDefinie", offre), Map.entry("clientsPrets", clients),
				Map.entry("heuresMensuelles", heures), Map.entry("caMensuelHT", chiffre),
				Map.entry("salarieTempsPlein", salarie),
				Map.entry("swotForces", "Un savoir-faire reconnu et un premier réseau."),
				Map.entry("swotFaiblesses", "Peu d'habitude de la prospection et des devis."),
				Map.entry("swotOpportunites", "Des communes et des lieux culturels cherchent ce type d'offre."),
				Map.entry("swotMenaces", "Une activité saisonnière."));
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Before the web server, which starts late among the late ones. */
	@Override
	public int getPhase() {
		return 0;
	}

}
