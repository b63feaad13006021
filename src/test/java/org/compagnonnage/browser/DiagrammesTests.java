package org.compagnonnage.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.chrome.ChromeDriver;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every diagram as Cockpit draws it: names whole, nothing over anything else. The
 * pictures are kept under {@code target/diagrammes}, and in the folder that the property
 * {@code diagrammes.vers} names, which is how README's are renewed.
 */
class DiagrammesTests extends BrowserTest {

	private static final Path DOSSIER = Path.of("target", "diagrammes");

	private static final String BPMN_JS = "classpath*:META-INF/resources/webjars/bpmn-js/*/dist/";

	static List<Path> modeles() {
		try (Stream<Path> fichiers = Files.walk(Path.of("processes"))) {
			return fichiers.filter((fichier) -> fichier.toString().endsWith(".bpmn")).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@ParameterizedTest
	@MethodSource("modeles")
	void aDiagramIsReadable(Path modele) throws IOException {
		Dessin dessin = dessiner(Files.readString(modele));
		String nom = modele.getFileName().toString().replace(".bpmn", ".png");
		garder(DOSSIER.resolve(nom), dessin);
		String autre = System.getProperty("diagrammes.vers");
		if (autre != null) {
			garder(Path.of(autre, nom), dessin);
		}
		assertThat(dessin.fautes()).as(modele.toString()).isEmpty();
		assertThat(dessin.formes()).isPositive();
	}

	@Test
	void whatAReaderWouldStumbleOverIsFound() throws IOException {
		String modele = new ClassPathResource("browser/illisible.bpmn").getContentAsString(StandardCharsets.UTF_8);
		String longue = "« Réexaminer exceptionnellement la demande incomplète de la personne accompagnée avant sa clôture »";
		assertThat(dessiner(modele).fautes()).containsExactlyInAnyOrder(
				"a word in the name of " + longue + " is cut in two",
				"the name of " + longue + " does not fit in its box",
				"the labels « Demande reçue » and « Vite » overlap",
				"the label « Demande reçue » is crossed by the flow flow_versFin",
				"the label « Est-elle complète ? » lies over « Instruire la demande »",
				"the label « Est-elle complète ? » is crossed by the flow flow_versFin",
				"the label « Vite » is crossed by the flow flow_versFin",
				"the flow flow_versFin passes through « Instruire la demande »",
				"« Instruire la demande » and « Classer la demande » overlap",
				"the name of « Noter » is written over a sign of its box");
	}

	@SuppressWarnings("unchecked")
	private Dessin dessiner(String modele) throws IOException {
		ChromeDriver chrome = this.page.chrome();
		chrome.get("about:blank");
		chrome.executeScript("document.head.append(Object.assign(document.createElement('style'), "
				+ "{textContent: arguments[0]}))", bibliotheque("assets/diagram-js.css"));
		chrome.executeScript(bibliotheque("bpmn-viewer.production.min.js"));
		chrome.manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
		Map<String, Object> lu = (Map<String, Object>) chrome.executeAsyncScript(
				new ClassPathResource("browser/diagramme.js").getContentAsString(StandardCharsets.UTF_8), modele);
		Map<String, Object> image = chrome.executeCdpCommand("Page.captureScreenshot",
				Map.of("format", "png", "captureBeyondViewport", true, "clip",
						Map.of("x", 0, "y", 0, "width", Math.max(1, (Long) lu.get("largeur")), "height",
								Math.max(1, (Long) lu.get("hauteur")), "scale", 1)));
		return new Dessin((List<String>) lu.get("fautes"), (Long) lu.get("formes"),
				Base64.getDecoder().decode((String) image.get("data")));
	}

	private static String bibliotheque(String fichier) throws IOException {
		return new PathMatchingResourcePatternResolver().getResources(BPMN_JS + fichier)[0]
			.getContentAsString(StandardCharsets.UTF_8);
	}

	private static void garder(Path fichier, Dessin dessin) throws IOException {
		Files.createDirectories(fichier.toAbsolutePath().getParent());
		Files.write(fichier, dessin.image());
	}

	/** A drawn model: what is wrong with it, how many shapes it has, and its picture. */
	private record Dessin(List<String> fautes, long formes, byte[] image) {
	}

}
