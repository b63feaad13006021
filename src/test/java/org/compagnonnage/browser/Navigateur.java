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

	Navigateur(ChromeDriver chrome) {
		this(chrome, new HashMap<>());
	}

	@Override
	public void close() {
		this.chrome.quit();
	}

}
