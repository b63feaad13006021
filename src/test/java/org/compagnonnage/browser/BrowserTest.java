package org.compagnonnage.browser;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.chrome.ChromeDriver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/**
 * The application with its job executor on, and the people who use it: a partner over
 * REST, the staff in a browser. A step that fails becomes an incident at once.
 */
@ExtendWith(ChromiumExtension.class)
@ActiveProfiles("test")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "camunda.bpm.job-execution.enabled=true",
				"camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle=R1/PT0S" })
@Import(BrowserConfiguration.class)
abstract class BrowserTest {

	@LocalServerPort
	private int port;

	@Autowired
	private Navigateur navigateur;

	@Autowired
	protected Captures captures;

	@Autowired
	protected BoiteAuxLettres lettres;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private JdbcClient jdbc;

	protected Page page;

	protected Tasklist tasklist;

	protected Cockpit cockpit;

	protected Api api;

	protected Moteur moteur;

	protected Accessibilite accessibilite;

	@BeforeEach
	void ouvrir() {
		ChromeDriver chrome = this.navigateur.chrome();
		String adresse = "http://localhost:" + this.port;
		this.page = new Page(this.navigateur, adresse);
		this.moteur = new Moteur(this.engine, this.jdbc);
		this.tasklist = new Tasklist(this.page);
		this.cockpit = new Cockpit(this.page);
		this.accessibilite = new Accessibilite(chrome);
		this.api = new Api(adresse);
	}

}
