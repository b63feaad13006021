package org.compagnonnage.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ends the start of the demo on the console with its addresses and logins. */
@Component
@Profile("demo")
class AccueilDemo {

	private static final Logger logger = LoggerFactory.getLogger(AccueilDemo.class);

	@EventListener
	@Order(Ordered.LOWEST_PRECEDENCE)
	void on(ApplicationReadyEvent ready) {
		if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext web
				&& web.getWebServer() != null && web.getWebServer().getPort() > 0) {
			String adresse = "http://localhost:" + web.getWebServer().getPort();
			logger.info(
					"""
							Compagnonnage est prêt (démonstration).

							  Tâches        {}/camunda/app/tasklist/
							                admissions : referent37, referent45, charge-administratif, gerance
							                missions : coordinateur, expert-metier-bois, expert-metier-textile
							                programmes et centres : expert-cma, partenaire-reference, expert-specialise, animateur-crp
							  Cockpit       {}/camunda/app/cockpit/    responsable
							  Comptes       {}/camunda/app/admin/      admin
							  Partenaires   {}/api                     clés {} et {}
							  Le mot de passe de chaque compte est « demo ». Les courriels sont dans data/courriels/.
							""",
					adresse, adresse, adresse, adresse, PartenairesDemo.CLE, PartenairesDemo.CLE_CHAMBRE);
		}
	}

}
