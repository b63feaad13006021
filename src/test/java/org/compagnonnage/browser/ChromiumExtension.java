package org.compagnonnage.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Skips the tests where there is no Chromium, unless {@code CI=true}, and keeps a picture
 * of the page at which a test failed.
 */
class ChromiumExtension implements ExecutionCondition, AfterTestExecutionCallback {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (chromium().isPresent() && chromedriver().isPresent()) {
			return ConditionEvaluationResult.enabled("Chromium is here");
		}
		String message = "Browser tests need Chromium and its driver (Debian: apt-get install chromium chromium-driver)";
		if ("true".equals(System.getenv("CI"))) {
			throw new IllegalStateException(message);
		}
		System.err.println("SKIPPED " + context.getDisplayName() + ": " + message);
		return ConditionEvaluationResult.disabled(message);
	}

	@Override
	public void afterTestExecution(ExtensionContext context) {
		if (context.getExecutionException().isPresent()) {
			SpringExtension.getApplicationContext(context)
				.getBean(Captures.class)
				.prendre("echec-" + context.getRequiredTestMethod().getName());
		}
	}

	static Optional<File> chromium() {
		return commande("chromium", "chromium-browser", "google-chrome");
	}

	static Optional<File> chromedriver() {
		return commande("chromedriver");
	}

	private static Optional<File> commande(String... noms) {
		return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.map(Path::of)
			.flatMap((dossier) -> Stream.of(noms).map(dossier::resolve))
			.filter(Files::isExecutable)
			.map(Path::toFile)
			.findFirst();
	}

}
