package org.compagnonnage.browser;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.WebElement;

/** A form or a row of one of its lists, filled by its labels as a person reads them. */
class Formulaire {

	/**
	 * One call for all fields: a call for each label would take most of a test's time.
	 */
	private static final String CHAMPS = """
			const [cadre, libelle] = arguments;
			const plat = texte => texte.replace(/[\\s\\u00a0\\u202f]+/g, ' ').replace(/ ?\\u2060?\\*$/, '').trim();
			const champs = [...cadre.querySelectorAll('.fjs-form-field:not(.fjs-form-field-grouplike)')]
				.map(champ => [champ, champ.querySelector('label')])
				.filter(([, label]) => label && label.checkVisibility())
				.map(([champ, label]) => [champ, plat(label.innerText)]);
			const exacts = champs.filter(([, texte]) => texte === libelle);
			return (exacts.length ? exacts : champs.filter(([, texte]) => texte.startsWith(libelle)))
				.map(([champ]) => champ);""";

	private static final String CHOIX = """
			const [champ, reponse] = arguments;
			const plat = texte => texte.replace(/[\\s\\u00a0\\u202f]+/g, ' ').trim();
			return [...champ.querySelectorAll('label')].slice(1)
				.find(label => plat(label.innerText).startsWith(reponse));""";

	private static final String LISTE = """
			const [cadre, libelle] = arguments;
			return [...cadre.querySelectorAll('.fjs-form-field-dynamiclist')]
				.find(liste => liste.querySelector(':scope > label').innerText.trim() === libelle);""";

	private static final By AJOUTER = By.cssSelector(".fjs-repeat-render-add");

	private static final By LIGNES = By.cssSelector(".fjs-repeat-row-container");

	private static final By RETIRER = By.cssSelector(".fjs-repeat-row-remove");

	private final Page page;

	private final Supplier<WebElement> cadre;

	Formulaire(Page page, By lieu) {
		this(page, () -> page.voir(lieu));
	}

	private Formulaire(Page page, Supplier<WebElement> cadre) {
		this.page = page;
		this.cadre = cadre;
	}

	WebElement cadre() {
		return this.cadre.get();
	}

	String texte() {
		return this.page.attendre("the text of the form", () -> Page.plat(cadre().getText()));
	}

	/** Writes into a text, number or date field. */
	Formulaire ecrire(String libelle, String valeur) {
		this.page.attendre("the field " + libelle, () -> {
			WebElement champ = saisie(libelle);
			this.page.ecrire(champ, valeur);
			// Leaving the field hands over what is typed, before another field draws the
			// form again; then what stands there counts.
			this.page.chrome().executeScript("arguments[0].blur()", champ);
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
			return date.equals(champ.getDomProperty("value"));
		});
		return this;
	}

	/** Ticks one answer of a question. */
	Formulaire cocher(String question, String reponse) {
		this.page.attendre(question + " " + reponse, () -> {
			this.page.toucher(reponse(question, reponse));
			return reponse(question, reponse).findElement(By.tagName("input")).isSelected();
		});
		return this;
	}

	private WebElement reponse(String question, String reponse) {
		WebElement choix = (WebElement) this.page.chrome().executeScript(CHOIX, champ(question), reponse);
		if (choix == null) {
			throw new NoSuchElementException(question + " " + reponse);
		}
		return choix;
	}

	/** Chooses a line of an open list. */
	Formulaire choisir(String libelle, String valeur) {
		this.page.attendre(libelle + " " + valeur, () -> {
			this.page.toucher(champ(libelle).findElement(By.cssSelector(".fjs-input-group")));
			this.page.cliquer(By.cssSelector(".fjs-dropdownlist-item"), valeur);
			return Page.plat(champ(libelle).getText()).contains(valeur);
		});
		return this;
	}

	/** A row of a list, from 1; it is added when the list ends before it. */
	Formulaire ligne(String liste, int rang) {
		this.page.attendre("row " + rang + " of " + liste, () -> {
			if (lignes(liste).size() < rang) {
				this.page.toucher(liste(liste).findElement(AJOUTER));
			}
			return lignes(liste).size() >= rang;
		});
		return new Formulaire(this.page, () -> lignes(liste).get(rang - 1));
	}

	/** Removes the last row of a list. */
	Formulaire retirerLigne(String liste) {
		int avant = lignes(liste).size();
		List<WebElement> boutons = liste(liste).findElements(RETIRER);
		this.page.toucher(boutons.get(boutons.size() - 1));
		this.page.attendre("one row less in " + liste, () -> lignes(liste).size() == avant - 1);
		return this;
	}

	private List<WebElement> lignes(String liste) {
		return liste(liste).findElements(LIGNES);
	}

	private WebElement liste(String libelle) {
		return this.page.attendre("the list « " + libelle + " »",
				() -> (WebElement) this.page.chrome().executeScript(LISTE, cadre(), libelle));
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

	/** The innermost field whose first label is this, or else begins so. */
	private WebElement champ(String libelle) {
		return this.page.attendre("the field « " + libelle + " »", () -> {
			List<WebElement> trouves = champs(libelle);
			return trouves.isEmpty() ? null : trouves.get(trouves.size() - 1);
		});
	}

	@SuppressWarnings("unchecked")
	private List<WebElement> champs(String libelle) {
		return (List<WebElement>) this.page.chrome().executeScript(CHAMPS, cadre(), libelle);
	}

}
