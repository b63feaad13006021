package org.compagnonnage.browser;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.openqa.selenium.Cookie;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * The one browser of the run, and the sessions of the people who signed in with it. A
 * bean of the driver's own type would be closed by Spring Boot after each test.
 */
record Navigateur(ChromeDriver chrome, Map<String, Set<Cookie>> sessions) implements AutoCloseable {

	/**
	 * A dialog that still slides to its place swallows a click on what has moved away.
	 */
	private static final String SANS_ANIMATION = """
			addEventListener('DOMContentLoaded', () => {
				const style = document.createElement('style');
				style.textContent = '*, *::before, *::after { transition: none !important; animation: none !important; }';
				document.head.append(style);
			});""";

	Navigateur(ChromeDriver chrome) {
		this(chrome, new HashMap<>());
		chrome.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", SANS_ANIMATION));
	}

	@Override
	public void close() {
		this.chrome.quit();
	}

}
