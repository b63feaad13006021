package org.compagnonnage.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import org.compagnonnage.support.ApplicationProcess;
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
 * The application, as production runs it, is killed while two hundred cases run and their
 * letters leave. The mail server stays up and counts what it gets; it kills the
 * application itself, in the middle of taking a letter, so that one letter at least is in
 * flight.
 */
class ArretBrutalTests {

	private static final int DOSSIERS = 240;

	private static final int ENCORE_OUVERTS = 200;

	/** The letter at which the application is killed. */
	private static final int ARRET = 30;

	/** As many jobs as may run at once, thus as many letters in flight. */
	private static final int TACHES_DE_FOND = 4;

	private static final Duration PATIENCE = Duration.ofMinutes(6);

	private static final Path JOURNAUX = Path.of("target", "arret-brutal");

	private final HttpClient http = HttpClient.newHttpClient();

	private final ObjectMapper json = new ObjectMapper();

	private final ExecutorService personnes = Executors.newFixedThreadPool(6);

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

		this.boite.tuerALaLettre(ARRET, this.application);
		conduire("the kill", () -> !this.application.vivante(), true);
		List<String> enVol = lettresEnVol();
		assertThat(enVol).as("letters in flight at the kill")
			.hasSizeBetween(1, TACHES_DE_FOND)
			.contains(this.boite.coupure.get());
		assertThat(dossiersOuverts()).isGreaterThanOrEqualTo(ENCORE_OUVERTS);
		laisserExpirerLesVerrous();
		demarrer(1);
		conduire("the end of every case", () -> dossiersOuverts() == 0, true);

		assertThat(issues()).isEqualTo(issuesAttendues());
		assertThat(this.boite.recues.keySet()).isEqualTo(lettresAttendues());
		this.boite.recues.forEach(
				(messageId, fois) -> assertThat(fois).as(messageId).isBetween(1, enVol.contains(messageId) ? 2 : 1));
		assertThat(this.boite.recues.values()).as("what the kill cut off came again")
			.filteredOn((fois) -> fois > 1)
			.isNotEmpty();
		assertThat(nombre("select count(*) from courrier where envoye_le is null")).isZero();
		assertThat(nombre("select count(*) from courrier")).isEqualTo(lettresAttendues().size());
		assertThat(nombre("select count(*) from act_ru_incident")).isZero();
		await("the engine to be at rest").dontCatchUncaughtExceptions()
			.atMost(PATIENCE)
			.until(() -> nombre("select count(*) from act_ru_execution") == 0);
	}

	private void demarrer(int numero) {
		Map<String, String> settings = new HashMap<>();
		settings.put("spring.config.import", "classpath:config/comptes-demo.yaml");
		settings.put("spring.datasource.url", this.base);
		settings.put("spring.datasource.username", "postgres");
		settings.put("spring.datasource.password", "postgres");
		settings.put("spring.mail.host", "127.0.0.1");
		settings.put("spring.mail.port", Integer.toString(this.courrier.getSmtp().getPort()));
		settings.put("compagnonnage.adresse", "https://compagnonnage.example");
		settings.put("compagnonnage.administrateur.id", "administration");
		settings.put("compagnonnage.administrateur.mot-de-passe", "une-longue-phrase");
		settings.put("camunda.bpm.job-execution.core-pool-size", Integer.toString(TACHES_DE_FOND));
		settings.put("camunda.bpm.job-execution.max-pool-size", Integer.toString(TACHES_DE_FOND));
		settings.put("compagnonnage.admission.delai-information", "PT1S");
		this.application = ApplicationProcess.demarrer("org.compagnonnage.CompagnonnageApplication",
				ApplicationProcess.classpath(), Path.of("").toAbsolutePath(), settings,
				JOURNAUX.resolve("application-" + numero + ".log").toAbsolutePath());
		this.application.attendre("/actuator/health");
	}

	private void ouvrirLesDossiers() {
		tous(IntStream.range(0, DOSSIERS).<Callable<Boolean>>mapToObj((numero) -> () -> {
			String territoire = (numero % 2 == 0) ? "37" : "45";
			return envoyer("referent" + territoire, "/process-definition/key/admission-cae/submit-form",
					Map.of("porteurPrenom", "Camille", "porteurNom", "Dossier " + numero, "porteurCourriel",
							"camille." + numero + "@porteurs.example", "territoire", territoire, "projetResume",
							"Reliure et restauration de livres anciens.", "origine", "spontanee"),
					null);
		}).toList());
		assertThat(dossiersOuverts()).isEqualTo(DOSSIERS);
	}

	/**
	 * The staff take their tasks, again and again, until something has come about; who
	 * gets no answer, because the application was killed, comes back.
	 */
	private void conduire(String but, Callable<Boolean> atteint, boolean decider) {
		await(but).dontCatchUncaughtExceptions().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
			if (atteint.call()) {
				return true;
			}
			tous(taches().stream().<Callable<Boolean>>map((tache) -> () -> faire(tache, decider)).toList());
			return atteint.call();
		});
	}

	private boolean faire(Tache tache, boolean decider) {
		String referent = "referent" + tache.perimetre();
		Parcours parcours = Parcours.de(tache.reference());
		return switch (tache.cle()) {
			case "userTask_accueillirPersonne" -> (parcours == Parcours.RETRAIT) ? decider && retirer(tache, referent)
					: completer(tache, referent, Map.of());
			case "userTask_realiserDiagnostic" -> completer(tache, referent, parcours.diagnostic());
			case "userTask_validerOrientation" ->
				decider && completer(tache, referent, Map.of("orientationRetenue", parcours.orientation));
			case "userTask_choisirStructure" ->
				completer(tache, referent, Map.of("structureRetenue", tache.structure(), "accordTransmission", true));
			case "userTask_reprendreContact" -> completer(tache, referent, Map.of("personneRevient", false));
			default -> throw new IllegalStateException("Unexpected task " + tache);
		};
	}

	private boolean completer(Tache tache, String referent, Map<String, Object> valeurs) {
		return envoyer(referent, "/task/" + tache.id() + "/submit-form", valeurs, tache);
	}

	private boolean retirer(Tache tache, String referent) {
		boolean note = nombre("select count(*) from act_hi_varinst where name_ = 'referenceDossier' and text_ = '"
				+ tache.reference() + "'") > 0;
		return !note && envoyer(
				referent, "/process-definition/key/admission-evenement/submit-form", Map.of("referenceDossier",
						tache.reference(), "evenement", "retrait", "retraitMotif", "La personne a trouvé un emploi."),
				tache);
	}

	/**
	 * Sends what a form collected; false when the application was killed meanwhile, or
	 * the task was done since it was listed.
	 */
	private boolean envoyer(String compte, String chemin, Map<String, Object> valeurs, Tache tache) {
		ApplicationProcess cible = this.application;
		Map<String, Object> variables = new HashMap<>();
		valeurs.forEach((nom, valeur) -> variables.put(nom, Map.of("value", valeur)));
		try {
			HttpRequest request = HttpRequest.newBuilder(cible.adresse().resolve("/engine-rest" + chemin))
				.header("Content-Type", "application/json")
				.header("Authorization",
						"Basic " + Base64.getEncoder()
							.encodeToString((compte + ":demo").getBytes(StandardCharsets.UTF_8)))
				.timeout(Duration.ofMinutes(1))
				.POST(HttpRequest.BodyPublishers.ofString(this.json.writeValueAsString(Map.of("variables", variables))))
				.build();
			HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() / 100 != 2 && tache != null
					&& nombre("select count(*) from act_ru_task where id_ = '" + tache.id() + "'") == 0) {
				return false;
			}
			assertThat(response.statusCode()).as(chemin + " " + response.body()).isBetween(200, 299);
			return true;
		}
		catch (JsonProcessingException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (IOException ex) {
			assertThat(cible.meurt()).as("no answer from a living application: %s", ex).isTrue();
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
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

	private List<Tache> taches() {
		return this.jdbc.sql("""
				select t.id_ as id, t.task_def_key_ as cle, d.reference, d.perimetre, s.text_ as structure
				from act_ru_task t
				join act_ru_execution e on e.id_ = t.proc_inst_id_
				join dossier d on d.reference = e.business_key_
				left join act_ru_variable s on s.proc_inst_id_ = t.proc_inst_id_ and s.name_ = 'structureProposee'""")
			.query(Tache.class)
			.list();
	}

	private long decisionsAPrendre() {
		return taches().stream()
			.filter((tache) -> "userTask_validerOrientation".equals(tache.cle())
					|| Parcours.de(tache.reference()) == Parcours.RETRAIT)
			.count();
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
		this.jdbc.sql("select reference, issue from dossier").query((row) -> {
			issues.put(row.getString("reference"), row.getString("issue"));
		});
		return issues;
	}

	private Map<String, String> issuesAttendues() {
		Map<String, String> issues = new HashMap<>();
		issues().keySet().forEach((reference) -> issues.put(reference, Parcours.de(reference).issue));
		return issues;
	}

	private Set<String> lettresAttendues() {
		Set<String> lettres = new HashSet<>();
		issues().keySet()
			.forEach((reference) -> Parcours.de(reference).lettres
				.forEach((lettre) -> lettres.add("<" + reference + "." + lettre + ".1@compagnonnage.example>")));
		return lettres;
	}

	private static GreenMailUser compte(UserManager comptes, MailAddress destinataire) throws UserException {
		synchronized (comptes) {
			GreenMailUser compte = comptes.getUserByEmail(destinataire.getEmail());
			return (compte != null) ? compte
					: comptes.createUser(destinataire.getEmail(), destinataire.getEmail(), "sans");
		}
	}

	/** A task as the staff find it. */
	record Tache(String id, String cle, String reference, String perimetre, String structure) {
	}

	/** The ways that cases end here, each with its letters; a case's number chooses. */
	enum Parcours {

		AJOURNEMENT("ajournement", "admission-ajournee", "admission.ajournement"),

		REDIRECTION("redirection-ideation", "personne-redirigee", "admission.personne-redirigee",
				"admission.structure-prevenue"),

		INFORMATION("information-statuts", "personne-informee", "admission.information-statuts"),

		RETRAIT(null, "demande-retiree", "admission.demande-retiree");

		private final String orientation;

		private final String issue;

		private final List<String> lettres;

		Parcours(String orientation, String issue, String... lettres) {
			this.orientation = orientation;
			this.issue = issue;
			this.lettres = List.of(lettres);
		}

		static Parcours de(String reference) {
			return values()[Integer.parseInt(reference.substring(reference.lastIndexOf('-') + 1)) % values().length];
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

		private int seuil = Integer.MAX_VALUE;

		private ApplicationProcess cible;

		synchronized void tuerALaLettre(int seuil, ApplicationProcess cible) {
			this.seuil = seuil;
			this.cible = cible;
		}

		void recevoir(MovingMessage message) throws MessagingException {
			String messageId = message.getMessage().getHeader("Message-ID")[0];
			this.recues.merge(messageId, 1, Integer::sum);
			couper(messageId);
		}

		/** Takes the letter, and kills its sender before telling it so. */
		private synchronized void couper(String messageId) {
			if (this.cible != null && this.cible.vivante() && this.recues.size() >= this.seuil) {
				this.coupure.set(messageId);
				this.cible.tuer();
			}
		}

	}

}
