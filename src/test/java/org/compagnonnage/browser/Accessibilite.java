package org.compagnonnage.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.deque.html.axecore.selenium.AxeBuilder;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

import static org.assertj.core.api.Assertions.assertThat;

/** What every page owes its readers: French, readable by all, dates as 21/11/2026. */
class Accessibilite {

	private static final Set<String> GRAVES = Set.of("serious", "critical");

	/** Words of the English pages that no French page holds. */
	private static final Pattern ANGLAIS = Pattern
		.compile("\\b(Field|fields?|Select|Claim|Complete|Due|Created?|Loading|Search|Save|Close|required|Required"
				+ "|Start|Tasks?|Process(?:es)?|Form|Filters?|History|Diagram|Add|Remove|Cancel|Back|Next|Previous"
				+ "|Name|Value|Assignee|Business|Key|Username|Password|Log in|Log out|Sign|Follow|My|None|No|Yes|the|and"
				+ "|Running|Deployed?|Deployments|Definitions|Human|Failed|Retry|Retries|Increment|Version Tag|Loaded"
				+ "|Dashboard|Users?|Groups?|Results?|undefined|null|NaN)\\b");

	private static final Pattern DATE_ETRANGERE = Pattern
		.compile("\\b(\\d{4}-\\d{2}-\\d{2}(T\\S*)?|\\d{1,2}:\\d{2} ?[AP]M|\\d{1,2}/(1[3-9]|2\\d|3[01])/\\d{4})\\b");

	private final ChromeDriver chrome;

	Accessibilite(ChromeDriver chrome) {
		this.chrome = chrome;
	}

	/** Fails with all that is wrong on the page as it is now. */
	void verifier(String page) {
		List<String> fautes = new ArrayList<>(fautesDeLangue());
		fautes.addAll(violations());
		assertThat(fautes).as(page).isEmpty();
	}

	/** The same for a page whose frame was looked at before: only this part is new. */
	void verifier(String page, String partie) {
		List<String> fautes = new ArrayList<>(fautesDeLangue());
		fautes.addAll(violations(new AxeBuilder().include(partie)));
		assertThat(fautes).as(page).isEmpty();
	}

	/** Serious and critical violations that axe-core finds. */
	List<String> violations() {
		return violations(new AxeBuilder());
	}

	private List<String> violations(AxeBuilder axe) {
		return axe.setLegacyMode(true)
			.analyze(this.chrome)
			.getViolations()
			.stream()
			.filter((regle) -> GRAVES.contains(regle.getImpact()))
			.flatMap((regle) -> regle.getNodes()
				.stream()
				.map((noeud) -> regle.getId() + " " + noeud.getTarget() + " "
						+ noeud.getHtml().lines().findFirst().orElse("") + " "
						+ noeud.getFailureSummary().replaceAll("\\s+", " ")))
			.toList();
	}

	List<String> fautesDeLangue() {
		List<String> fautes = new ArrayList<>();
		String lang = this.chrome.findElement(By.tagName("html")).getDomAttribute("lang");
		if (!"fr".equals(lang)) {
			fautes.add("lang is " + lang);
		}
		for (String texte : textes()) {
			ANGLAIS.matcher(texte)
				.results()
				.map(MatchResult::group)
				.forEach((mot) -> fautes.add("« " + mot + " » in: " + texte));
			DATE_ETRANGERE.matcher(texte)
				.results()
				.map(MatchResult::group)
				.forEach((date) -> fautes.add("the date " + date + " in: " + texte));
		}
		this.chrome.findElements(By.cssSelector(".ce-eol-banner, .alert-danger:not([notifications-panel] *)"))
			.stream()
			.filter(WebElement::isDisplayed)
			.forEach((rouge) -> fautes.add("a red banner: " + rouge.getText()));
		return fautes;
	}

	/** Each text a person sees or hears, what the person typed left out. */
	@SuppressWarnings("unchecked")
	private List<String> textes() {
		return (List<String>) this.chrome.executeScript("""
				const vus = new Set();
				const marcheur = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
				while (marcheur.nextNode()) {
					const element = marcheur.currentNode.parentElement;
					const texte = marcheur.currentNode.data.trim().replace(/\\s+/g, ' ');
					if (texte && !['SCRIPT', 'STYLE'].includes(element.tagName) && element.checkVisibility()) {
						vus.add(texte);
					}
				}
				for (const element of document.querySelectorAll('*')) {
					for (const nom of ['title', 'placeholder', 'aria-label', 'alt']) {
						if (element.getAttribute(nom) && element.checkVisibility()) {
							vus.add(element.getAttribute(nom));
						}
					}
				}
				vus.add(document.title);
				return [...vus];""");
	}

}
