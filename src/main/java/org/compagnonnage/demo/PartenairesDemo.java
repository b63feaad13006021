package org.compagnonnage.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.compagnonnage.partner.Partenaires;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The partner of the demo, whose key everybody knows. */
@Component
@Profile("demo")
@Order(0)
class PartenairesDemo implements ApplicationRunner {

	static final String PARTENAIRE = "demo-partenaire";

	static final String CLE = "demo-partenaire-0000000000000000";

	private final Partenaires partenaires;

	private final Clock clock;

	PartenairesDemo(Partenaires partenaires, Clock clock) {
		this.partenaires = partenaires;
		this.clock = clock;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (!this.partenaires.existe(PARTENAIRE)) {
			this.partenaires.creer(PARTENAIRE, "BGE (démonstration)");
			this.partenaires.delivrer(CLE, PARTENAIRE, List.of("admission-cae"), List.of("37", "45"),
					LocalDate.now(this.clock).plusMonths(18));
		}
	}

}
