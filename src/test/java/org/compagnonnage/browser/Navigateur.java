package org.compagnonnage.browser;

import org.openqa.selenium.chrome.ChromeDriver;

/**
 * The one browser of the run. A bean of the driver's own type would be closed by Spring
 * Boot after each test.
 */
record Navigateur(ChromeDriver chrome) implements AutoCloseable {

	@Override
	public void close() {
		this.chrome.quit();
	}

}
