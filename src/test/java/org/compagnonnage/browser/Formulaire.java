package org.compagnonnage.browser;

import java.util.List;
import java.util.Optional;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.WebElement;

/** A form, filled by its labels as a person reads them. */
class Formulaire {

	private final Page page;

	private final By lieu;

	Formulaire(Page page, By lieu) {
		this.page = page;
		this.lieu = lieu;
	}

	WebElement cadre() {
		return this.page.voir(this.lieu);
	}

	String texte() {
		return this.page.lire(this.lieu);
	}

	/** Writes into a text, number or date field. */
	Formulaire ecrire(String libelle, String valeur) {
		this.page.attendre("the field " + libelle, () -> {
			this.page.ecrire(saisie(libelle), valeur);
			// A number loses its comma and a text its last line break.
			return valeur.strip()
				.replace(',', '.')
				.equals(saisie(libelle).getDomProperty("value").strip().replace(',', '.'));
		});
		return this;
	}

	/** Types a date, key by key, and leaves the field. */
	Formulaire dater(String libelle, String date) {
		this.page.attendre("the date " + libelle, () -> {
			WebElement champ = saisie(libelle);
			this.page.toucher(champ);
			champ.sendKeys(Keys.chord(Keys.CONTROL, "a"), date, Keys.TAB);
			return date.equals(saisie(libelle).getDomProperty("value"));
		});
		return this;
	}

	/** Ticks one answer of a question. */
	Formulaire cocher(String question, String reponse) {
		this.page.attendre(question + " " + reponse, () -> {
			WebElement choix = champ(question).findElements(By.tagName("label"))
				.stream()
				.skip(1)
				.filter((label) -> Page.plat(label.getText()).startsWith(reponse))
				.findFirst()
				.orElseThrow(() -> new NoSuchElementException(question + " " + reponse));
			this.page.toucher(choix);
			return champ(question).findElements(By.tagName("label"))
				.stream()
				.filter((label) -> Page.plat(label.getText()).startsWith(reponse))
				.anyMatch((label) -> label.findElement(By.tagName("input")).isSelected());
		});
		return this;
	}

	/** Chooses a line of an open list. */
	Formulaire choisir(String libelle, String valeur) {
		this.page.attendre(libelle + " " + valeur, () -> {
			this.page.toucher(champ(libelle).findElement(By.cssSelector(".fjs-input-group")));
			this.page.toucher(this.page.voir(By.cssSelector(".fjs-dropdownlist-item"), valeur));
			return Page.plat(champ(libelle).getText()).contains(valeur);
		});
		return this;
	}

	/** The answer that is already ticked. */
	Optional<String> coche(String question) {
		return this.page.attendre("the answer to " + question,
				() -> champ(question).findElements(By.tagName("label"))
					.stream()
					.skip(1)
					.filter((label) -> label.findElement(By.tagName("input")).isSelected())
					.map((label) -> Page.plat(label.getText()))
					.findFirst());
	}

	boolean montre(String libelle) {
		return this.page.attendre("the fields", () -> Optional.of(!champs(libelle).isEmpty())).get();
	}

	/** What the field says is wrong. */
	String erreur(String libelle) {
		return this.page.attendre("an error at " + libelle,
				() -> champ(libelle).findElements(By.cssSelector(".fjs-form-field-error"))
					.stream()
					.filter(WebElement::isDisplayed)
					.map((erreur) -> Page.plat(erreur.getText()))
					.findFirst()
					.orElse(null));
	}

	private WebElement saisie(String libelle) {
		return champ(libelle).findElement(By.cssSelector("input, textarea"));
	}

	/** The innermost field whose first label begins so. */
	private WebElement champ(String libelle) {
		return this.page.attendre("the field « " + libelle + " »", () -> {
			List<WebElement> trouves = champs(libelle);
			return trouves.isEmpty() ? null : trouves.get(trouves.size() - 1);
		});
	}

	private List<WebElement> champs(String libelle) {
		return cadre().findElements(By.cssSelector(".fjs-form-field:not(.fjs-form-field-grouplike)"))
			.stream()
			.filter((champ) -> champ.findElements(By.tagName("label"))
				.stream()
				.limit(1)
				.anyMatch((label) -> Page.plat(label.getText()).startsWith(libelle)))
			.toList();
	}

}
