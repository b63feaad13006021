package org.compagnonnage.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.compagnonnage.support.ApplicationProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The second start of the demo, its data present, beside the second start of
 * {@link BareCamunda}: from the start of the JVM until {@code /camunda/app/} answers. Run
 * by {@code mvn -Pbench test -Dtest=StartBenchmark}; not part of {@code mvn verify}. The
 * runs alternate, so that what else the machine does weighs on both alike.
 */
class StartBenchmark {

	private static final int MESURES = Integer.getInteger("bench.mesures", 7);

	private static final double RAPPORT_MAX = 1.3;

	@TempDir
	private Path folder;

	@Test
	@Timeout(3600)
	void theDemoStartsNotMuchLaterThanABareCamunda() throws IOException {
		Candidat demo = new Candidat("org.compagnonnage.CompagnonnageApplication", ApplicationProcess.classpath(),
				this.folder.resolve("demo"), Map.of("spring.profiles.active", "demo"));
		Candidat nue = new Candidat(BareCamunda.class.getName(), classpathNu(), this.folder.resolve("nue"),
				Map.of("spring.datasource.url", "jdbc:h2:file:./camunda;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
						"spring.flyway.baseline-on-migrate", "true", "spring.datasource.username", "sa",
						"camunda.bpm.admin-user.id", "admin", "camunda.bpm.admin-user.password", "demo"));
		demo.demarrer();
		nue.demarrer();
		List<Double> demos = new ArrayList<>();
		List<Double> nues = new ArrayList<>();
		List<Double> rapports = new ArrayList<>();
		for (int tour = 0; tour < MESURES; tour++) {
			double deLaNue = nue.demarrer();
			double deLaDemo = demo.demarrer();
			nues.add(deLaNue);
			demos.add(deLaDemo);
			rapports.add(deLaDemo / deLaNue);
		}
		double rapport = mediane(demos) / mediane(nues);
		System.out.println();
		System.out.println("| second start, s | median | all |");
		System.out.println("|---|---|---|");
		ligne("bare Camunda", nues);
		ligne("demo", demos);
		System.out.printf(Locale.ROOT, "| ratio | %.2f (median of pairs %.2f) | |%n%n", rapport, mediane(rapports));
		assertThat(rapport).isLessThanOrEqualTo(RAPPORT_MAX);
	}

	/** The libraries, and of our classes only the bare application. */
	private String classpathNu() throws IOException {
		String classe = BareCamunda.class.getName().replace('.', '/') + ".class";
		Path cible = this.folder.resolve("classes").resolve(classe);
		Files.createDirectories(cible.getParent());
		try (var source = BareCamunda.class.getClassLoader().getResourceAsStream(classe)) {
			Files.copy(source, cible);
		}
		return this.folder.resolve("classes") + File.pathSeparator
				+ Arrays.stream(ApplicationProcess.classpath().split(File.pathSeparator))
					.filter((entry) -> entry.endsWith(".jar"))
					.collect(Collectors.joining(File.pathSeparator));
	}

	private static void ligne(String nom, List<Double> temps) {
		System.out.printf(Locale.ROOT, "| %s | %.1f | %s |%n", nom, mediane(temps),
				temps.stream().map((t) -> String.format(Locale.ROOT, "%.1f", t)).collect(Collectors.joining(" ")));
	}

	private static double mediane(List<Double> valeurs) {
		return valeurs.stream().sorted().skip(valeurs.size() / 2).findFirst().orElseThrow();
	}

	/** An application that keeps its data from one start to the next. */
	private record Candidat(String mainClass, String classpath, Path dossier, Map<String, String> settings) {

		/** Starts, waits for the first answer, stops; how long it took, in seconds. */
		double demarrer() throws IOException {
			Files.createDirectories(this.dossier);
			try (ApplicationProcess application = ApplicationProcess.demarrer(this.mainClass, this.classpath,
					this.dossier, this.settings, Path.of("target", "bench", this.dossier.getFileName() + ".log"))) {
				return application.attendre("/camunda/app/").toMillis() / 1000.0;
			}
		}

	}

}
