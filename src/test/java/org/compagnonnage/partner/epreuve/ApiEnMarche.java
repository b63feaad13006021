package org.compagnonnage.partner.epreuve;

import org.compagnonnage.organisation.Organisation;
import org.compagnonnage.partner.Partenaires;
import org.compagnonnage.support.ApplicationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** The whole application, which never says that it gets too much. */
@ApplicationTest
@TestPropertySource(
		properties = { "compagnonnage.partner.appels-par-minute=100000000", "compagnonnage.partner.rafale=100000000",
				"compagnonnage.abonnement.maximum=1000000", "logging.level.org.compagnonnage.partner.audit=off" })
abstract class ApiEnMarche {

	@LocalServerPort
	int port;

	@Autowired
	Partenaires partenaires;

	@Autowired
	Organisation organisation;

	@Autowired
	JdbcTemplate jdbc;

	Reserve reserve(DescriptionLue description) {
		return new Reserve(description, this.port, this.partenaires, this.organisation, this.jdbc);
	}

}
