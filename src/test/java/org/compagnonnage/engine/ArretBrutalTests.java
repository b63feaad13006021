package org.compagnonnage.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import org.awaitility.Awaitility;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.compagnonnage.support.ApplicationProcess;
import org.compagnonnage.support.CentreScenarios;
import org.compagnonnage.support.ConsulaireScenario;
import org.compagnonnage.support.MissionScenarios;
import org.compagnonnage.support.Remplissage;
import org.compagnonnage.support.SharedPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The application, as production runs it, is killed while a hundred cases of all
 * programmes run, their documents are written and their letters leave. The mail server
 * stays up and counts what it gets; it kills the application itself, in the middle of
 * taking a letter, so that one letter at least is in flight.
 */
class ArretBrutalTests {

	private static final int ADMISSIONS = 128;

	/** Of each programme, so many cases as there are points at which one is killed. */
	private static final int AUTRES = 4;

	private static final int DOSSIERS = ADMISSIONS + 3 * AUTRES;

	private static final int ENCORE_OUVERTS = 100;

	/** The letter from which on the application may be killed, once all has begun. */
	private static final int ARRET = 8;

	/** The missions that the centres follow: they ended before this test. */
	private static final String MISSION_ACHEVEE = "MIS-2020-%06d";

	private static final Remplissage REMPLISSAGE = new Remplissage("Un séchoir pour les menuisiers.",
			LocalDate.now(ZoneId.of("Europe/Paris")));

	/** As many jobs as may run at once, thus as many letters in flight. */
	private static final int TACHES_DE_FOND = 4;

	private static final Duration PATIENCE = Duration.ofMinutes(6);

	private static final String[] PREFIXES = { "ADM", "MIS", "CON", "CRP" };

	private static final Path JOURNAUX = Path.of("target", "arret-brutal");

	private final HttpClient http = HttpClient.newHttpClient();

	private final ObjectMapper json = new ObjectMapper();

	private final ExecutorService personnes = Executors.newFixedThreadPool(6);

	private final Map<String, JsonNode> formulaires = new ConcurrentHashMap<>();

	private final Boite boite = new Boite();

	private final String base = SharedPostgres.nouvelleBase();

	private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(this.base));

	private GreenMail courrier;

	private ApplicationProcess application;

	@BeforeEach
	void ouvrirLeServeurDeCourrier() {
		// The kill makes threads of the mail server fail, as it should.
		Awaitility.doNotCatchUncaughtExceptionsByDefault();
		this.courrier = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
			.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
		this.courrier.start();
		UserManager comptes = this.courrier.getUserManager();
		comptes.setMessageDeliveryHandler((message, destinataire) -> {
			this.boite.recevoir(message);
			return compte(comptes, destinataire);
		});
	}

	@AfterEach
	void fermer() {
		this.personnes.shutdownNow();
		if (this.application != null) {
			this.application.close();
		}
		this.courrier.stop();
		Awaitility.reset();
	}

	@Test
	@Timeout(value = 1500, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void afterAKillEveryCaseReachesItsEndAndEachLetterLeavesOnceButForThoseInFlight() {
		demarrer(0);
		ouvrirLesDossiers();
		conduire("the decisions to be taken", () -> decisionsAPrendre() == DOSSIERS, false);

		this.boite.tuerALaLettre(ARRET, this.application,
				() -> etapesEnAttente().keySet().containsAll(List.of(PREFIXES)));
		conduire("the kill", () -> !this.application.vivante(), true);
		assertThat(etapesEnAttente()).as("steps that wait at the kill, by programme")
			.containsOnlyKeys(PREFIXES)
			.allSatisfy((programme, etapes) -> assertThat(etapes).as(programme).isNotEmpty());
		List<String> enVol = lettresEnVol();
		assertThat(enVol).as("letters in flight at the kill")
			.hasSizeBetween(1, TACHES_DE_FOND)
			.contains(this.boite.coupure.get());
		assertThat(dossiersOuverts()).isGreaterThanOrEqualTo(ENCORE_OUVERTS);
		laisserExpirerLesVerrous();
		demarrer(1);
		conduire("the end of every case", () -> dossiersOuverts() == 0, true);
		conduire("the engine to be at rest", () -> nombre("select count(*) from act_ru_execution") == 0, true);

		assertThat(issues()).isEqualTo(issuesAttendues());
		assertThat(this.boite.recues.keySet()).isEqualTo(lettresDesEtapes()).containsAll(lettresAttendues());
		assertThat(this.boite.recues.keySet()).filteredOn((messageId) -> messageId.startsWith("<ADM-"))
			.as("letters of admissions")
			.allMatch(lettresAttendues()::contains);
		this.boite.recues.forEach(
				(messageId, fois) -> assertThat(fois).as(messageId).isBetween(1, enVol.contains(messageId) ? 2 : 1));
		assertThat(this.boite.recues.values()).as("what the kill cut off came again")
			.filteredOn((fois) -> fois > 1)
			.isNotEmpty();
		assertThat(nombre("select count(*) from courrier where envoye_le is null")).isZero();
		assertThat(nombre("select count(*) from courrier")).isEqualTo(this.boite.recues.size());
		assertThat(nombre("select count(*) from act_ru_incident")).isZero();
	}

	private void demarrer(int numero) {
		Map<String, String> settings = new HashMap<>();
		settings.put("spring.mail.port", Integer.toString(this.courrier.getSmtp().getPort()));
		settings.put("camunda.bpm.job-execution.core-pool-size", Integer.toString(TACHES_DE_FOND));
		settings.put("camunda.bpm.job-execution.max-pool-size", Integer.toString(TACHES_DE_FOND));
		settings.put("camunda.bpm.job-execution.max-wait", "1000");
		settings.put("compagnonnage.admission.delai-information", "PT1S");
		this.application = ApplicationProcess.enProduction(this.base, settings,
				JOURNAUX.resolve("application-" + numero + ".log"));
		this.application.attendre("/actuator/health");
	}

	private void ouvrirLesDossiers() {
		List<Callable<Boolean>> demandes = new ArrayList<>();
		for (int numero = 0; numero < AUTRES; numero++) {
			String achevee = missionAchevee(numero);
			demandes.add(() -> ouvrir("expert-cma", "mission-compagnonnage",
					MissionScenarios.petiteDemande(LocalDate.now(ZoneId.of("Europe/Paris")))));
			demandes.add(() -> ouvrir("expert-cma", "programme-consulaire", ConsulaireScenario.demande()));
			demandes.add(() -> ouvrir("expert-cma", "centre-ressources", CentreScenarios.demande(achevee)));
		}
		for (int numero = 0; numero < ADMISSIONS; numero++) {
			String territoire = (numero % 2 == 0) ? "37" : "45";
			Map<String, Object> demande = Map.of("porteurPrenom", "Camille", "porteurNom", "Dossier " + numero,
					"porteurCourriel", "camille." + numero + "@porteurs.example", "territoire", territoire,
					"projetResume", "Reliure et restauration de livres anciens.", "origine", "spontanee");
			demandes.add(() -> ouvrir("referent" + territoire, "admission-cae", demande));
		}
		tous(demandes);
		assertThat(dossiersOuverts()).isEqualTo(DOSSIERS);
	}

	/** A mission of its own for each centre. */
	private String missionAchevee(int numero) {
		String reference = MISSION_ACHEVEE.formatted(numero + 1);
		this.jdbc.sql("""
				insert into dossier (reference, programme, perimetre, etat, issue, ouvert_le, clos_le)
				values (?, 'mission-compagnonnage', ?, 'close', 'mission-capitalisee', now(), now())""")
			.params(reference, CentreScenarios.PERIMETRE)
			.update();
		return reference;
	}

	private boolean ouvrir(String compte, String processus, Map<String, Object> demande) {
		return envoyer(compte, "/process-definition/key/" + processus + "/submit-form", demande, null);
	}

	/**
	 * The staff take their tasks, again and again, until something has come about; who
	 * gets no answer, because the application was killed, comes back.
	 */
	private void conduire(String but, Callable<Boolean> atteint, boolean decider) {
		await(but).dontCatchUncaughtExceptions().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
			if (atteint.call()) {
				return true;
			}
			laisserPasserLeTemps();
			tous(unParDossier(decider).<Callable<Boolean>>map((tache) -> () -> faire(tache)).toList());
			return atteint.call();
		});
	}

	/** Two people who act on one case at the same moment are not what is tried here. */
	private Stream<Tache> unParDossier(boolean decider) {
		Map<String, Tache> parDossier = new LinkedHashMap<>();
		taches().stream()
			.filter((tache) -> decider || !tache.decide())
			.forEach((tache) -> parDossier.putIfAbsent(tache.reference(), tache));
		return parDossier.values().stream();
	}

	private boolean faire(Tache tache) {
		Parcours parcours = Parcours.de(tache.reference());
		return (tache.decide() && parcours.arrete) ? arreter(tache, parcours)
				: envoyer(tache.login(), "/task/" + tache.id() + "/submit-form", saisie(tache, parcours), tache);
	}

	private Map<String, Object> saisie(Tache tache, Parcours parcours) {
		return switch (tache.cle()) {
			case "userTask_accueillirPersonne" -> Map.of();
			case "userTask_realiserDiagnostic" -> parcours.diagnostic();
			case "userTask_validerOrientation" -> Map.of("orientationRetenue", parcours.orientation);
			case "userTask_choisirStructure" ->
				Map.of("structureRetenue", tache.structure(), "accordTransmission", true);
			case "userTask_reprendreContact" -> Map.of("personneRevient", false);
			default -> remplir(tache, parcours);
		};
	}

	/** Fills the form of a task; nothing when the application was killed meanwhile. */
	private Map<String, Object> remplir(Tache tache, Parcours parcours) {
		// Tasks of two programmes may have the same id.
		String cle = parcours.prefixe + ' ' + tache.cle();
		JsonNode formulaire = this.formulaires.get(cle);
		if (formulaire == null) {
			formulaire = lire(tache, "/deployed-form");
			if (!formulaire.isMissingNode()) {
				this.formulaires.put(cle, formulaire);
			}
		}
		return REMPLISSAGE.remplir(formulaire, lire(tache, "/form-variables?deserializeValues=false"),
				switch (tache.cle()) {
					case "userTask_redigerNote" -> Map.of("centrePropose", parcours == Parcours.CAPITALISATION);
					case "userTask_preparerEchange" -> Map.of("echangeDecision", "arreter");
					default -> Map.of();
				});
	}

	private JsonNode lire(Tache tache, String chemin) {
		try {
			HttpResponse<String> response = appeler(
					requete(tache.login(), "/task/" + tache.id() + chemin).GET().build());
			return (response != null && response.statusCode() == 200) ? this.json.readTree(response.body())
					: this.json.missingNode();
		}
		catch (JsonProcessingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean arreter(Tache tache, Parcours parcours) {
		boolean note = nombre("select count(*) from act_hi_varinst where name_ = 'referenceDossier' and text_ = '"
				+ tache.reference() + "'") > 0;
		return !note && ("ADM".equals(parcours.prefixe)
				? ouvrir(tache.login(), "admission-evenement",
						Map.of("referenceDossier", tache.reference(), "evenement", "retrait", "retraitMotif",
								"La personne a trouvé un emploi."))
				: ouvrir("expert-cma", "dossier-evenement", Map.of("referenceDossier", tache.reference(), "evenement",
						"arret", "motif", "La structure se retire.")));
	}

	/**
	 * Sends what a form collected; false when the application was killed meanwhile, the
	 * task was done since it was listed, or its case moved on at the same moment.
	 */
	private boolean envoyer(String compte, String chemin, Map<String, Object> valeurs, Tache tache) {
		HttpResponse<String> response = appeler(requete(compte, chemin).header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(Remplissage.corps(valeurs)))
			.build());
		if (response == null || (tache != null && (response.statusCode() == 409
				|| nombre("select count(*) from act_ru_task where id_ = '" + tache.id() + "'") == 0))) {
			return false;
		}
		assertThat(response.statusCode()).as(chemin + " " + tache + " " + response.body()).isBetween(200, 299);
		return true;
	}

	private HttpRequest.Builder requete(String compte, String chemin) {
		return HttpRequest.newBuilder(this.application.adresse().resolve("/engine-rest" + chemin))
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString((compte + ":demo").getBytes(StandardCharsets.UTF_8)))
			.timeout(Duration.ofMinutes(1));
	}

	/** The answer; null when the application was killed meanwhile. */
	private HttpResponse<String> appeler(HttpRequest request) {
		ApplicationProcess cible = this.application;
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			assertThat(cible.meurt()).as("no answer from a living application: %s", ex).isTrue();
			return null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
	}

	private void tous(List<Callable<Boolean>> gestes) {
		try {
			List<Future<Boolean>> faits = this.personnes.invokeAll(gestes);
			for (Future<Boolean> fait : faits) {
				fait.get();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			throw new AssertionError(ex.getCause());
		}
	}

	/** What the staff find, the programmes first: their steps take longer. */
	private List<Tache> taches() {
		return this.jdbc.sql("""
				select t.id_ as id, t.task_def_key_ as cle, d.reference, t.assignee_ as personne, s.text_ as structure,
					(select string_agg(l.group_id_, ',') from act_ru_identitylink l where l.task_id_ = t.id_) as groupes
				from act_ru_task t
				join act_ru_execution e on e.id_ = t.proc_inst_id_
				join dossier d on d.reference = e.business_key_
				left join act_ru_variable s on s.proc_inst_id_ = t.proc_inst_id_ and s.name_ = 'structureProposee'
				order by d.reference desc, t.create_time_""").query(Tache.class).list();
	}

	private long decisionsAPrendre() {
		return taches().stream().filter(Tache::decide).map(Tache::reference).distinct().count();
	}

	/** The steps that wait to be run, by the programme that they are of. */
	private Map<String, Set<String>> etapesEnAttente() {
		Map<String, Set<String>> etapes = new HashMap<>();
		this.jdbc.sql("""
				select substr(e.business_key_, 1, 3) as programme, d.act_id_ as etape
				from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
				join act_ru_execution e on e.id_ = j.process_instance_id_
				where j.handler_type_ = 'async-continuation' and e.business_key_ is not null""").query((row) -> {
			etapes.computeIfAbsent(row.getString("programme"), (programme) -> new TreeSet<>())
				.add(row.getString("etape"));
		});
		return etapes;
	}

	/** The weeks of a mission and the months after it, the years of a centre. */
	private void laisserPasserLeTemps() {
		this.jdbc.sql("""
				update act_ru_job set duedate_ = duedate_ - interval '3 years'
				where handler_type_ = 'timer-intermediate-transition' and duedate_ > now() + interval '1 hour'
				and (process_def_key_ like 'mission-%' or process_def_key_ like 'centre-%')""").update();
	}

	/**
	 * What the register calls begun and not left, once the database has noticed the kill.
	 */
	private List<String> lettresEnVol() {
		await("the database to notice the kill").dontCatchUncaughtExceptions()
			.atMost(PATIENCE)
			.until(() -> nombre("select count(*) from pg_stat_activity where datname = current_database()"
					+ " and pid <> pg_backend_pid()") == 0);
		return this.jdbc.sql("select message_id from courrier where envoye_le is null").query(String.class).list();
	}

	/**
	 * The jobs of a killed node belong to it for some minutes, which pass here at once.
	 */
	private void laisserExpirerLesVerrous() {
		this.jdbc.sql("update act_ru_job set lock_exp_time_ = lock_exp_time_ - interval '1 hour'").update();
	}

	private long dossiersOuverts() {
		return nombre("select count(*) from dossier where clos_le is null");
	}

	private long nombre(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

	private Map<String, String> issues() {
		Map<String, String> issues = new HashMap<>();
		this.jdbc.sql("select reference, issue from dossier where reference not like 'MIS-2020-%'").query((row) -> {
			issues.put(row.getString("reference"), row.getString("issue"));
		});
		return issues;
	}

	private Map<String, String> issuesAttendues() {
		Map<String, String> issues = new HashMap<>();
		issues().keySet().forEach((reference) -> issues.put(reference, Parcours.de(reference).issue));
		return issues;
	}

	/** What the step sends at which each case was killed, or that came after it. */
	private Set<String> lettresAttendues() {
		return issues().keySet()
			.stream()
			.flatMap((reference) -> Parcours.de(reference).lettres.stream()
				.map((lettre) -> messageId(reference, lettre, 1)))
			.collect(Collectors.toSet());
	}

	/**
	 * One letter for each step that sends one and was done, as the engine's log has it.
	 */
	private Set<String> lettresDesEtapes() {
		Map<String, String> modeles = modelesDesLettres();
		Map<String, Integer> ordinaux = new HashMap<>();
		return this.jdbc.sql("""
				select p.business_key_ || ' ' || a.proc_def_key_ || ' ' || a.act_id_
				from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_
				where a.act_type_ = 'serviceTask' and a.end_time_ is not null and a.act_inst_state_ <> 2
				and p.business_key_ is not null""")
			.query(String.class)
			.list()
			.stream()
			.map((etape) -> etape.split(" ", 2))
			.filter((etape) -> modeles.containsKey(etape[1]))
			.map((etape) -> {
				String modele = modeles.get(etape[1]).replace('/', '.');
				return messageId(etape[0], modele, ordinaux.merge(etape[0] + modele, 1, Integer::sum));
			})
			.collect(Collectors.toSet());
	}

	private static String messageId(String reference, String lettre, int ordinal) {
		return "<" + reference + "." + lettre + "." + ordinal + "@compagnonnage.example>";
	}

	/** The letter of each step, by process and step, as the models name it. */
	private static Map<String, String> modelesDesLettres() {
		Map<String, String> modeles = new HashMap<>();
		try (Stream<Path> fichiers = Files.walk(Path.of("processes"))) {
			fichiers.filter((fichier) -> fichier.toString().endsWith(".bpmn"))
				.map((fichier) -> Bpmn.readModelFromFile(fichier.toFile()))
				.forEach((modele) -> modele.getModelElementsByType(CamundaProperty.class)
					.stream()
					.filter((propriete) -> "lettre".equals(propriete.getCamundaName()))
					.forEach((propriete) -> modeles
						.put(modele.getModelElementsByType(Process.class).iterator().next().getId() + ' '
								+ etape(propriete).getId(), propriete.getCamundaValue())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return modeles;
	}

	private static FlowNode etape(ModelElementInstance element) {
		return (element instanceof FlowNode etape) ? etape : etape(element.getParentElement());
	}

	private static GreenMailUser compte(UserManager comptes, MailAddress destinataire) throws UserException {
		synchronized (comptes) {
			GreenMailUser compte = comptes.getUserByEmail(destinataire.getEmail());
			return (compte != null) ? compte
					: comptes.createUser(destinataire.getEmail(), destinataire.getEmail(), "sans");
		}
	}

	/** A task as the staff find it. */
	record Tache(String id, String cle, String reference, String personne, String structure, String groupes) {

		/** Whether its case waits there for the kill. */
		boolean decide() {
			return this.cle.equals(Parcours.de(this.reference).decision);
		}

		String login() {
			return (this.personne != null) ? this.personne : Remplissage.login(List.of(this.groupes.split(",")));
		}

	}

	/**
	 * The ways that cases go here, each with the task after which the application is
	 * killed, and letters that come after it; a case's number chooses.
	 */
	enum Parcours {

		AJOURNEMENT("ADM", "userTask_validerOrientation", "ajournement", "admission-ajournee", "admission.ajournement"),

		REDIRECTION("ADM", "userTask_validerOrientation", "redirection-ideation", "personne-redirigee",
				"admission.personne-redirigee", "admission.structure-prevenue"),

		INFORMATION("ADM", "userTask_validerOrientation", "information-statuts", "personne-informee",
				"admission.information-statuts"),

		RETRAIT("ADM", "userTask_accueillirPersonne", null, "demande-retiree", "admission.demande-retiree"),

		RAPPORT("MIS", "userTask_fixerPriorites", "", "mission-capitalisee", "mission.diagnostic-filiere",
				"mission.capitalisation"),

		PRECONISATIONS("MIS", "userTask_preconiserGroupe", "", "mission-capitalisee", "mission.preconisations",
				"mission.capitalisation"),

		CAPITALISATION("MIS", "userTask_redigerNote", "", "mission-capitalisee", "mission.capitalisation"),

		ANNULATION("MIS", "userTask_analyserEnvironnement", null, "mission-annulee", "mission.annulee"),

		TERMES("CON", "userTask_examinerTermes", "", "programme-acheve", "consulaire.termes-convenus",
				"consulaire.bilan"),

		DIAGNOSTIC("CON", "userTask_restituerDiagnostic", "", "programme-acheve", "consulaire.diagnostic",
				"consulaire.bilan"),

		BILAN("CON", "userTask_dresserBilan", "", "programme-acheve", "consulaire.bilan"),

		INTERRUPTION("CON", "userTask_preparerAxe", null, "programme-interrompu", "consulaire.programme-interrompu"),

		AVIS("CRP", "userTask_reunirElements", "", "centre-ouvert", "centre.avis-eligibilite", "centre.centre-ouvert"),

		SERVICE("CRP", "userTask_ouvrirService", "", "centre-ouvert", "centre.centre-ouvert"),

		OUVERTURE("CRP", "userTask_ouvrirCentre", "", "centre-ouvert", "centre.centre-ouvert"),

		ABANDON("CRP", "userTask_formerEquipe", null, "projet-abandonne", "centre.projet-abandonne");

		private final String prefixe;

		private final String decision;

		private final boolean arrete;

		private final String orientation;

		private final String issue;

		private final List<String> lettres;

		/** A case without an orientation is stopped at its decision. */
		Parcours(String prefixe, String decision, String orientation, String issue, String... lettres) {
			this.prefixe = prefixe;
			this.decision = decision;
			this.arrete = orientation == null;
			this.orientation = orientation;
			this.issue = issue;
			this.lettres = List.of(lettres);
		}

		static Parcours de(String reference) {
			List<Parcours> siens = Stream.of(values())
				.filter((parcours) -> reference.startsWith(parcours.prefixe))
				.toList();
			return siens.get(Integer.parseInt(reference.substring(reference.lastIndexOf('-') + 1)) % siens.size());
		}

		Map<String, Object> diagnostic() {
			Map<String, Object> diagnostic = new HashMap<>(Map.of("economieCreative", true, "cadreLegalAdapte", true,
					"stadeProjet", "test", "offreDefinie", true, "clientsPrets", false, "heuresMensuelles", 0,
					"caMensuelHT", 0, "salarieTempsPlein", this == AJOURNEMENT));
			diagnostic.put("souhait", (this == INFORMATION) ? "information" : "rejoindre");
			if (this == REDIRECTION) {
				diagnostic.put("stadeProjet", "ideation");
				diagnostic.put("offreDefinie", false);
			}
			return diagnostic;
		}

	}

	/** What the mail server got: how many times each Message-ID. */
	private static final class Boite {

		private final Map<String, Integer> recues = new ConcurrentHashMap<>();

		private final AtomicReference<String> coupure = new AtomicReference<>();

		private int seuil;

		private ApplicationProcess cible;

		private BooleanSupplier moment;

		synchronized void tuerALaLettre(int encore, ApplicationProcess cible, BooleanSupplier moment) {
			this.seuil = this.recues.size() + encore;
			this.moment = moment;
			this.cible = cible;
		}

		void recevoir(MovingMessage message) throws MessagingException {
			String messageId = message.getMessage().getHeader("Message-ID")[0];
			this.recues.merge(messageId, 1, Integer::sum);
			couper(messageId);
		}

		/** Takes the letter, and kills its sender before telling it so. */
		private synchronized void couper(String messageId) {
			if (this.cible != null && this.cible.vivante() && this.recues.size() >= this.seuil
					&& this.moment.getAsBoolean()) {
				this.coupure.set(messageId);
				this.cible.tuer();
			}
		}

	}

}
