package org.compagnonnage.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * A Spring Boot application in a JVM of its own, as on a server, with the classpath of
 * the test run without the tests themselves; it answers on the loopback only. Its JVM is
 * set for a short life: it lives for minutes.
 */
public final class ApplicationProcess implements AutoCloseable {

	/** What a node in production seals with; others on its database seal with it too. */
	public static final String CLE_SECRETS = "cmV0ZW5leiBiaWVuIGNldHRlIHBocmFzZSBkJ2Vzc2E=";

	private static final Duration LIMITE = Duration.ofMinutes(5);

	private static final Duration PAUSE = Duration.ofMillis(10);

	private final Process process;

	private final Path journal;

	private final URI adresse;

	private final long debut = System.nanoTime();

	private ApplicationProcess(Process process, Path journal, URI adresse) {
		this.process = process;
		this.journal = journal;
		this.adresse = adresse;
	}

	/** The classes and libraries of the application. */
	public static String classpath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !Path.of(entry).endsWith("test-classes"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	/**
	 * Starts this application as production does, with the accounts of the demo.
	 * @param base the JDBC URL of its PostgreSQL database
	 * @param settings further settings, and others than the usual ones
	 * @param journal the file that gets its output
	 */
	public static ApplicationProcess enProduction(String base, Map<String, String> settings, Path journal) {
		Map<String, String> all = new TreeMap<>();
		all.put("spring.config.import", "classpath:config/comptes-demo.yaml");
		all.put("spring.datasource.url", base);
		all.put("spring.datasource.username", "postgres");
		all.put("spring.datasource.password", "postgres");
		all.put("spring.mail.host", "127.0.0.1");
		all.put("compagnonnage.adresse", "https://compagnonnage.example");
		all.put("compagnonnage.administrateur.id", "administration");
		all.put("compagnonnage.administrateur.mot-de-passe", "une-longue-phrase");
		all.put("compagnonnage.abonnement.cle-secrets", CLE_SECRETS);
		all.putAll(settings);
		return demarrer("org.compagnonnage.CompagnonnageApplication", classpath(), Path.of("").toAbsolutePath(), all,
				journal.toAbsolutePath());
	}

	/**
	 * Starts an application in a folder.
	 * @param settings its settings; the port is added to them
	 * @param journal the file that gets its output
	 */
	public static ApplicationProcess demarrer(String mainClass, String classpath, Path folder,
			Map<String, String> settings, Path journal) {
		try {
			Files.createDirectories(journal.toAbsolutePath().getParent());
			int port = portLibre();
			Map<String, String> all = new TreeMap<>(settings);
			all.put("server.address", "127.0.0.1");
			all.put("server.port", Integer.toString(port));
			List<String> command = new ArrayList<>(
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classpath,
							"-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", mainClass));
			all.forEach((name, value) -> command.add("--" + name + "=" + value));
			ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(journal.toFile());
			builder.environment().keySet().removeIf((name) -> name.startsWith("SPRING_"));
			return new ApplicationProcess(builder.start(), journal, URI.create("http://127.0.0.1:" + port));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Waits until the application answers at a path, be it with a login.
	 * @return how long it took from the start of the process
	 * @throws IllegalStateException when it stops or takes too long
	 */
	public Duration attendre(String path) {
		HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
		HttpRequest request = HttpRequest.newBuilder(this.adresse.resolve(path)).timeout(LIMITE).build();
		while (this.process.isAlive() && depuisLeDebut().compareTo(LIMITE) < 0) {
			try {
				if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 500) {
					return depuisLeDebut();
				}
			}
			catch (ConnectException ex) {
				// The port is not open yet.
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
			LockSupport.parkNanos(PAUSE.toNanos());
		}
		throw new IllegalStateException("The application does not answer; its output is in " + this.journal);
	}

	public URI adresse() {
		return this.adresse;
	}

	public boolean vivante() {
		return this.process.isAlive();
	}

	/** Whether the application is dead, or dies within seconds. */
	public boolean meurt() {
		try {
			return this.process.waitFor(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Kills the application, which gets no chance to finish anything. */
	public void tuer() {
		this.process.destroyForcibly();
		attendreLaFin();
	}

	/** Stops the application in order. */
	@Override
	public void close() {
		this.process.destroy();
		attendreLaFin();
	}

	private void attendreLaFin() {
		try {
			if (!this.process.waitFor(1, TimeUnit.MINUTES)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

	private Duration depuisLeDebut() {
		return Duration.ofNanos(System.nanoTime() - this.debut);
	}

	private static int portLibre() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
