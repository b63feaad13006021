package org.compagnonnage.partner.epreuve;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.compagnonnage.partner.Partenaires;
import org.compagnonnage.support.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.util.TestSocketUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The commands of README's tutorial, run as they stand in one shell: each succeeds, and
 * answers what README shows. Its webhooks leave by the engine's jobs. Skipped where there
 * is no curl or Python, unless {@code CI=true}.
 */
@ApplicationTest
class TutorielTests {

	private static final Pattern SECTION = Pattern.compile("\\n## Partner API: .*?(?=\\n## )", Pattern.DOTALL);

	private static final Pattern BLOC = Pattern.compile("```bash\\n(.*?)```(?:\\s*```json\\n(.*?)```)?",
			Pattern.DOTALL);

	private static final Pattern ENVOI = Pattern
		.compile("secret `(whsec_[^`]+)`.*?```http\\n[^\\n]*\\n(.*?)\\n\\n(.*?)\\n```", Pattern.DOTALL);

	private static final String FIN = "=====8<=====";

	@LocalServerPort
	private int port;

	@Autowired
	private Partenaires partenaires;

	@Autowired
	private ProcessEngine engine;

	@TempDir
	private Path dossier;

	@BeforeEach
	void demo() {
		if (!this.partenaires.existe("demo-partenaire")) {
			this.partenaires.creer("demo-partenaire", "BGE (démonstration)", "api@bge.example");
			this.partenaires.delivrer("demo-partenaire-0000000000000000", "demo-partenaire", List.of("admission-cae"),
					List.of("37", "45"), LocalDate.now().plusMonths(12));
		}
	}

	@Test
	void each_command_of_the_tutorial_answers_what_readme_shows() throws Exception {
		boolean outils = Stream.of("curl", "bash", "python3").allMatch(TutorielTests::estLa);
		assertThat(outils || !"true".equals(System.getenv("CI"))).as("curl, bash and python3 are here").isTrue();
		assumeTrue(outils, "The tutorial needs curl, bash and python3");
		List<Etape> etapes = etapes();
		assertThat(etapes).hasSizeGreaterThan(5);
		List<String> reponses = avecLesTravaux(() -> executer(etapes));
		assertThat(reponses).hasSameSizeAs(etapes);
		for (int i = 0; i < etapes.size(); i++) {
			Etape etape = etapes.get(i);
			String reponse = reponses.get(i);
			if (etape.reponse() != null) {
				assertComme(etape.reponse(), reponse);
			}
			else if (etape.commande().contains("curl")) {
				assertThat(reponse).as(etape.commande()).doesNotContain("urn:compagnonnage:probleme");
			}
		}
		List<String> recus = Files.readAllLines(this.dossier.resolve("recu.log"))
			.stream()
			.filter((ligne) -> ligne.contains("dossier.clos"))
			.toList();
		assertThat(recus).isNotEmpty().allMatch((recu) -> recu.startsWith("True msg_"));
		assertComme(envoi().group(3), recus.get(0).substring(recus.get(0).indexOf('{')));
	}

	@Test
	void the_webhook_that_readme_shows_is_signed_with_the_secret_beside_it() throws Exception {
		MatchResult envoi = envoi();
		Map<String, String> entetes = envoi.group(2)
			.lines()
			.map((ligne) -> ligne.split(": ", 2))
			.collect(Collectors.toMap((entete) -> entete[0], (entete) -> entete[1]));
		assertThat(entetes).containsOnlyKeys("Content-Type", "webhook-id", "webhook-timestamp", "webhook-signature");
		assertThat(new Webhook(envoi.group(1)).sign(entetes.get("webhook-id"),
				Long.parseLong(entetes.get("webhook-timestamp")), envoi.group(3)))
			.isEqualTo(entetes.get("webhook-signature"));
	}

	/** Runs while the engine's jobs run by themselves, as they do outside tests. */
	private <T> T avecLesTravaux(Callable<T> action) throws Exception {
		JobExecutor travaux = ((ProcessEngineConfigurationImpl) this.engine.getProcessEngineConfiguration())
			.getJobExecutor();
		travaux.start();
		try {
			return action.call();
		}
		finally {
			travaux.shutdown();
		}
	}

	private static boolean estLa(String commande) {
		return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.anyMatch((dossier) -> Files.isExecutable(Path.of(dossier, commande)));
	}

	private static String section() throws IOException {
		Matcher section = SECTION.matcher(Files.readString(Path.of("README.md")));
		assertThat(section.find()).isTrue();
		return section.group();
	}

	/** The secret, the headers and the body of a webhook. */
	private static MatchResult envoi() throws IOException {
		Matcher envoi = ENVOI.matcher(section());
		assertThat(envoi.find()).isTrue();
		return envoi.toMatchResult();
	}

	private static List<Etape> etapes() throws IOException {
		List<Etape> etapes = new ArrayList<>();
		for (Matcher bloc = BLOC.matcher(section()); bloc.find();) {
			etapes.add(new Etape(bloc.group(1), bloc.group(2)));
		}
		return etapes;
	}

	/** Runs all commands in one shell that stops at the first that fails. */
	private List<String> executer(List<Etape> etapes) throws IOException, InterruptedException {
		StringBuilder script = new StringBuilder(
				"set -euo pipefail\ntrap 'kill $(jobs -p) 2> /dev/null || true' EXIT\n");
		// The ports of README may be taken on this machine.
		String recepteur = String.valueOf(TestSocketUtils.findAvailableTcpPort());
		etapes.forEach(
				(etape) -> script
					.append(etape.commande()
						.replace("http://localhost:8080", "http://localhost:" + this.port)
						.replace("8099", recepteur))
					.append("\necho '")
					.append(FIN)
					.append("'\n"));
		Path fichier = Files.writeString(this.dossier.resolve("tutoriel.sh"), script);
		Path sortie = this.dossier.resolve("sortie");
		Process bash = new ProcessBuilder("bash", fichier.toString()).directory(this.dossier.toFile())
			.redirectErrorStream(true)
			.redirectOutput(sortie.toFile())
			.start();
		try {
			assertThat(bash.waitFor(1, TimeUnit.MINUTES)).as("the commands end").isTrue();
		}
		finally {
			bash.destroyForcibly();
		}
		String texte = Files.readString(sortie, StandardCharsets.UTF_8);
		assertThat(bash.exitValue()).as(texte).isZero();
		List<String> reponses = new ArrayList<>(List.of(texte.split(FIN + "\\n", -1)));
		reponses.remove(reponses.size() - 1);
		return reponses;
	}

	private static void assertComme(String attendue, String reponse) {
		assertThat(ecart(DescriptionLue.lire(attendue), DescriptionLue.lire(reponse), ""))
			.as("README: %s%nanswer: %s", attendue, reponse)
			.isEmpty();
	}

	/**
	 * Where an answer has other fields, or another word: a value with a digit may differ.
	 */
	private static String ecart(JsonNode attendue, JsonNode reponse, String lieu) {
		if (attendue.getNodeType() != reponse.getNodeType() || attendue.size() != reponse.size()) {
			return lieu + " " + attendue + " / " + reponse;
		}
		if (attendue.isValueNode()) {
			boolean varie = attendue.asText().matches(".*[0-9].*") && reponse.asText().matches(".*[0-9].*");
			return (varie || attendue.equals(reponse)) ? "" : lieu + " " + attendue + " / " + reponse;
		}
		StringBuilder ecarts = new StringBuilder();
		Iterator<String> champs = attendue.fieldNames();
		champs.forEachRemaining(
				(champ) -> ecarts.append(ecart(attendue.path(champ), reponse.path(champ), lieu + "/" + champ)));
		for (int i = 0; attendue.isArray() && i < attendue.size(); i++) {
			ecarts.append(ecart(attendue.path(i), reponse.path(i), lieu + "/" + i));
		}
		return ecarts.toString();
	}

	/** A command and, or null, the answer that README shows. */
	private record Etape(String commande, String reponse) {
	}

}
