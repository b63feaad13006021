package org.compagnonnage.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

import org.compagnonnage.partner.Partenaires;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.util.FileSystemUtils;

/** One browser for all tests, letters kept, and a partner whose key is known. */
@TestConfiguration(proxyBeanMethods = false)
class BrowserConfiguration {

	static final int LARGEUR = 1280;

	static final int HAUTEUR = 900;

	static final String CLE = "demo-partenaire-0000000000000000";

	@Bean
	Navigateur navigateur() {
		Map<String, String> environnement = new HashMap<>(System.getenv());
		environnement.put("TZ", "Europe/Paris");
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(ChromiumExtension.chromedriver().orElseThrow())
			.usingAnyFreePort()
			.withEnvironment(environnement)
			.build();
		// A browser that speaks English: the French is the application's own.
		ChromeOptions options = new ChromeOptions().setBinary(ChromiumExtension.chromium().orElseThrow())
			.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
					"--disable-background-networking", "--disable-component-update", "--disable-sync",
					"--disable-dev-shm-usage", "--hide-scrollbars", "--window-size=1280,900", "--lang=en-US",
					"--no-proxy-server", "--user-data-dir=" + profil())
			.setExperimentalOption("prefs", Map.of("intl.accept_languages", "en-US"));
		LoggingPreferences journaux = new LoggingPreferences();
		journaux.enable(LogType.BROWSER, Level.ALL);
		options.setCapability(ChromeOptions.LOGGING_PREFS, journaux);
		ChromeDriver chrome = new ChromeDriver(service, options);
		Captures.fenetre(chrome, HAUTEUR);
		return new Navigateur(chrome);
	}

	private static Path profil() {
		try {
			Path profil = Files.createTempDirectory("compagnonnage-navigateur");
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				try {
					FileSystemUtils.deleteRecursively(profil);
				}
				catch (IOException ex) {
					// The browser may still hold a file; the folder is a temporary one.
				}
			}));
			return profil;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Bean
	Captures captures(Navigateur navigateur) {
		return new Captures(navigateur.chrome());
	}

	@Bean
	@Primary
	BoiteAuxLettres boiteAuxLettres() {
		return new BoiteAuxLettres();
	}

	@Bean
	ApplicationRunner partenaireDeTest(Partenaires partenaires) {
		return (arguments) -> {
			partenaires.creer("bge-touraine", "BGE Touraine", "api@bge.example");
			partenaires.delivrer(CLE, "bge-touraine", List.of("admission-cae"), List.of("37", "45"),
					LocalDate.now().plusMonths(1));
		};
	}

}
