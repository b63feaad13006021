package org.compagnonnage.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.compagnonnage.document.FichiersExemples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

import static org.assertj.core.api.Assertions.assertThat;

/** The référent adds a file to a case from one of its tasks, and reads it back. */
class FichiersTests extends BrowserTest {

	private static final By ONGLETS = By.cssSelector(".tabbed-content .nav-tabs a");

	private static final By LIGNES = By.cssSelector(".documents tbody tr");

	private static final By CHAMP = By.cssSelector(".documents input[type=file]");

	private static final By ENVOYER = By.cssSelector(".documents button[type=submit]");

	private static final By ANNONCE = By.cssSelector(".documents [role=status]");

	private static final By ERREUR = By.cssSelector(".documents [role=alert]");

	@TempDir
	private Path dossier;

	@Test
	void aFileIsAddedToTheCaseReadBackAndAForbiddenOneIsRefused() throws IOException {
		String reference = this.api.demander(
				Map.of("prenom", "Léa", "nom", "Martin", "courriel", "lea.martin@exemple.fr"), "37",
				"Reliure d’art et restauration de livres anciens");
		this.tasklist.ouvrir("referent37");
		this.tasklist.choisirFiltre("Territoire 37");
		Formulaire formulaire = this.tasklist.ouvrirTache(reference, "Accueillir la personne");
		this.tasklist.prendre();
		formulaire.ecrire("Ce que vous retenez de l'accueil", "Rappeler après le rendez-vous");

		this.page.cliquer(ONGLETS, "Documents");
		this.page.voir(By.cssSelector(".documents"), "Ce dossier n’a pas encore de document.");
		assertThat(this.page.lire(By.cssSelector(".documents"))).contains("Documents du dossier " + reference,
				"Types acceptés : pdf, jpg, jpeg, png, odt, ods, docx, xlsx, txt, csv. Taille : 20 Mio au plus.",
				"Aucun fichier choisi");
		this.page.cliquer(ENVOYER);
		this.page.voir(ERREUR, "Choisissez d’abord un fichier.");

		choisir("devis atelier.pdf", FichiersExemples.pdf());
		this.page.voir(By.cssSelector(".documents-choix"), "devis atelier.pdf");
		// With the keyboard alone.
		this.page.chrome().executeScript("arguments[0].focus()", this.page.chrome().findElement(CHAMP));
		new Actions(this.page.chrome()).sendKeys(Keys.TAB).perform();
		WebElement atteint = this.page.chrome().switchTo().activeElement();
		assertThat(atteint.getText()).isEqualTo("Envoyer le fichier");
		atteint.sendKeys(Keys.ENTER);
		this.page.voir(ANNONCE, "devis atelier.pdf est ajouté au dossier.");
		assertThat(this.page.textes(LIGNES)).singleElement()
			.asString()
			.startsWith("devis atelier.pdf (dans un nouvel onglet)")
			.endsWith("Référent·e Indre-et-Loire");
		this.captures.prendre("fichiers-ajoute");
		this.accessibilite.verifier("Documents, fichier ajouté");
		assertThat(lireDansLaPage(this.page.chrome().findElement(By.cssSelector(".documents tbody a"))))
			.isEqualTo(FichiersExemples.pdf().length);

		choisir("outil.exe", FichiersExemples.PROGRAMME);
		this.page.cliquer(ENVOYER);
		this.page.voir(ERREUR, "outil.exe n’a pas été ajouté. Ce type de fichier n’est pas accepté. "
				+ "Sont acceptés : PDF, JPG, PNG, ODT, ODS, DOCX, XLSX, TXT, CSV.");
		assertThat(this.page.textes(LIGNES)).hasSize(1);
		assertThat(this.page.chrome().findElement(CHAMP).getDomAttribute("aria-invalid")).isEqualTo("true");
		this.captures.prendre("fichiers-refuse");
		this.accessibilite.verifier("Documents, fichier refusé");

		choisir("trop.pdf", new byte[20 * 1024 * 1024 + 1]);
		this.page.cliquer(ENVOYER);
		this.page.voir(ERREUR, "Ce fichier dépasse la taille acceptée, qui est de 20 Mio.");

		// What was typed before is still in the form, and the refused file is still
		// chosen.
		this.page.cliquer(ONGLETS, "Formulaire");
		this.page.attendre("the notes",
				() -> this.page.chrome()
					.findElements(By.cssSelector(".fjs-container textarea"))
					.stream()
					.anyMatch((champ) -> "Rappeler après le rendez-vous".equals(champ.getDomProperty("value"))));
		this.page.cliquer(ONGLETS, "Documents");
		this.page.voir(By.cssSelector(".documents-choix"), "trop.pdf");

		this.tasklist.ouvrir("comptable");
		this.tasklist.choisirFiltre("Territoire 37");
		this.tasklist.ouvrirTache(reference, "Accueillir la personne");
		this.page.cliquer(ONGLETS, "Documents");
		this.page.voir(LIGNES, "devis atelier.pdf");
		this.page.voir(By.cssSelector(".documents-motif"), "Vous pouvez lire ces documents, pas en ajouter");
		assertThat(this.page.textes(ENVOYER)).isEmpty();
	}

	private void choisir(String nom, byte[] contenu) throws IOException {
		Path fichier = Files.write(this.dossier.resolve(nom), contenu);
		this.page.chrome().findElement(CHAMP).sendKeys(fichier.toString());
	}

	/** The bytes behind a link, as the browser gets them in the person's session. */
	private int lireDansLaPage(WebElement lien) {
		Object octets = this.page.chrome()
			.executeAsyncScript("""
					const [lien, fini] = arguments;
					fetch(lien.href).then(reponse => reponse.arrayBuffer()).then(octets => fini(octets.byteLength));""",
					lien);
		assertThat(List.of("_blank")).contains(lien.getDomAttribute("target"));
		return ((Long) octets).intValue();
	}

}
