package org.compagnonnage.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;

/** Pictures of the pages, kept under {@code target/captures} for people to look at. */
class Captures {

	private static final Path DOSSIER = Path.of("target", "captures");

	private final ChromeDriver chrome;

	Captures(ChromeDriver chrome) {
		this.chrome = chrome;
	}

	/** The window as a person sees it. */
	void prendre(String nom) {
		garder(nom, this.chrome.getScreenshotAs(OutputType.BYTES));
	}

	/** The window, made as high as the form needs so that all of it is seen. */
	void prendreEnEntier(String nom, int hauteur) {
		fenetre(this.chrome, hauteur);
		try {
			prendre(nom);
		}
		finally {
			fenetre(this.chrome, BrowserConfiguration.HAUTEUR);
		}
	}

	/** The window, made as high as the form that is open. */
	void prendreEnEntier(String nom) {
		Long hauteur = (Long) this.chrome.executeScript(
				"""
						let cachee = 0;
						for (let cadre = [...document.querySelectorAll('.fjs-container')].pop(); cadre; cadre = cadre.parentElement) {
							cachee = Math.max(cachee, cadre.scrollHeight - cadre.clientHeight);
						}
						return window.innerHeight + cachee + 20;""");
		prendreEnEntier(nom, hauteur.intValue());
	}

	/** Gives the page its size, whatever the browser's own frame takes. */
	static void fenetre(ChromeDriver chrome, int hauteur) {
		chrome.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", BrowserConfiguration.LARGEUR,
				"height", hauteur, "deviceScaleFactor", 1, "mobile", false));
	}

	private static void garder(String nom, byte[] image) {
		try {
			Files.createDirectories(DOSSIER);
			Files.write(DOSSIER.resolve(nom + ".png"), image);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
