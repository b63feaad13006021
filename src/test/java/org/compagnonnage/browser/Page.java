package org.compagnonnage.browser;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What a person does on any page: sign in, wait until something is there, click it. */
class Page {

	static final Duration PATIENCE = Duration.ofSeconds(90);

	/** The visible elements there whose text holds this one, in one call. */
	private static final String AVEC_TEXTE = """
			const [lieu, texte] = arguments;
			const plat = texte => texte.replace(/[\\s\\u00a0\\u202f]+/g, ' ');
			return [...document.querySelectorAll(lieu)]
				.find(element => element.checkVisibility() && plat(element.innerText ?? element.textContent).includes(texte));""";

	private final Navigateur navigateur;

	private final ChromeDriver chrome;

	private final String adresse;

	Page(Navigateur navigateur, String adresse) {
		this.navigateur = navigateur;
		this.chrome = navigateur.chrome();
		this.adresse = adresse;
	}

	ChromeDriver chrome() {
		return this.chrome;
	}

	void aller(String chemin) {
		this.chrome.get(this.adresse + chemin);
	}

	/** Leaves as the person before, if any; what was logged about their pages is gone. */
	void oublier() {
		this.chrome.executeCdpCommand("Network.clearBrowserCookies", Map.of());
		// Another page first: addresses that differ by their fragment only are one page.
		this.chrome.get("about:blank");
		refus();
	}

	/**
	 * The calls that were refused since this was asked last, as Chromium writes them to
	 * its console: address and status.
	 */
	List<String> refus() {
		return this.chrome.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.map(LogEntry::getMessage)
			.filter((message) -> message.contains("Failed to load resource"))
			.toList();
	}

	/**
	 * Leaves as the person before, if any, and signs in; the demo passwords are all the
	 * same.
	 */
	void connecter(String application, String personne) {
		oublier();
		aller("/camunda/app/" + application + "/default/");
		Map<By, String> identifiants = Map.of(By.cssSelector("form input[type=text]"), personne,
				By.cssSelector("form input[type=password]"), "demo");
		// The page puts the cursor into its first field once it is ready, perhaps while
		// the second is written.
		attendre("the form of the sign-in holds what was written", () -> {
			identifiants.forEach((champ, texte) -> ecrire(voir(champ), texte));
			return identifiants.entrySet()
				.stream()
				.allMatch((champ) -> champ.getValue().equals(voir(champ.getKey()).getDomProperty("value")));
		});
		cliquer(By.cssSelector("form button[type=submit]"));
		disparu(By.cssSelector("input[type=password]"));
		this.navigateur.sessions().put(this.adresse + personne, this.chrome.manage().getCookies());
	}

	/**
	 * Leaves as the person before, if any, and comes back as somebody who signed in
	 * before.
	 * @param arrivee what is seen by who is signed in
	 * @return false when the person has to sign in
	 */
	boolean revenir(String application, String personne, By arrivee) {
		Set<Cookie> session = this.navigateur.sessions().get(this.adresse + personne);
		if (session == null) {
			return false;
		}
		oublier();
		session.forEach((cookie) -> this.chrome.executeCdpCommand("Network.setCookie", Map.of("name", cookie.getName(),
				"value", cookie.getValue(), "url", this.adresse + cookie.getPath(), "path", cookie.getPath())));
		aller("/camunda/app/" + application + "/default/");
		return attendre("the page of " + personne,
				() -> Stream.of(arrivee, By.cssSelector("input[type=password]"))
					.filter((lieu) -> this.chrome.findElements(lieu).stream().anyMatch(WebElement::isDisplayed))
					.findFirst()
					.orElse(null)) == arrivee;
	}

	/** Waits for a visible element. */
	WebElement voir(By lieu) {
		return attendre(lieu.toString(),
				() -> this.chrome.findElements(lieu).stream().filter(WebElement::isDisplayed).findFirst().orElse(null));
	}

	/** Waits for a visible element that holds this text. */
	WebElement voir(By lieu, String texte) {
		return attendre(lieu + " « " + texte + " »",
				() -> (WebElement) this.chrome.executeScript(AVEC_TEXTE, selecteur(lieu), texte));
	}

	private static String selecteur(By lieu) {
		return (String) ((By.Remotable) lieu).getRemoteParameters().value();
	}

	void disparu(By lieu) {
		attendre("the end of " + lieu,
				() -> this.chrome.findElements(lieu).stream().noneMatch(WebElement::isDisplayed));
	}

	/** Clicks what is visible there, again when the page redraws it meanwhile. */
	void cliquer(By lieu) {
		faire("a click on " + lieu, () -> toucher(voir(lieu)));
	}

	void cliquer(By lieu, String texte) {
		faire("a click on " + lieu + " « " + texte + " »", () -> toucher(voir(lieu, texte)));
	}

	/** Scrolls to an element, away from the edges of the page, and clicks it. */
	void toucher(WebElement element) {
		this.chrome.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
		element.click();
	}

	/** Writes over what a field holds, all at once. */
	void ecrire(WebElement champ, String texte) {
		toucher(champ);
		champ.sendKeys(Keys.chord(Keys.CONTROL, "a"));
		this.chrome.executeCdpCommand("Input.insertText", Map.of("text", texte));
	}

	/** The text of the first visible element there, once there is one. */
	String lire(By lieu) {
		return attendre("the text of " + lieu, () -> plat(voir(lieu).getText()));
	}

	@SuppressWarnings("unchecked")
	List<String> textes(By lieu) {
		return ((List<String>) this.chrome.executeScript("""
				return [...document.querySelectorAll(arguments[0])]
					.filter(element => element.checkVisibility())
					.map(element => element.innerText ?? element.textContent);""", selecteur(lieu))).stream()
			.map(Page::plat)
			.toList();
	}

	/**
	 * Waits until the answer is neither null nor false, whatever the page does meanwhile.
	 */
	<T> T attendre(String quoi, Supplier<T> reponse) {
		return new WebDriverWait(this.chrome, PATIENCE, Duration.ofMillis(100))
			.ignoring(NoSuchElementException.class, StaleElementReferenceException.class)
			.withMessage(quoi)
			.until((driver) -> reponse.get());
	}

	private void faire(String quoi, Runnable geste) {
		attendre(quoi, () -> {
			try {
				geste.run();
				return true;
			}
			catch (StaleElementReferenceException ex) {
				return false;
			}
			catch (WebDriverException ex) {
				if (ex.getMessage().contains("click intercepted") || ex.getMessage().contains("not interactable")) {
					return false;
				}
				throw ex;
			}
		});
	}

	/** A day in two weeks, on which a contract may begin. */
	static LocalDate bientot() {
		return LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(14);
	}

	/** A date as people write it. */
	static String ecrite(LocalDate jour) {
		return DateTimeFormatter.ofPattern("dd/MM/yyyy").format(jour);
	}

	/** A text without line breaks and no-break spaces. */
	static String plat(String texte) {
		return texte.replaceAll("[\\s\u00a0\u202f]+", " ").strip();
	}

}
