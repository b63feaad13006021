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

/** The partners of the demo, whose keys everybody knows. */
@Component
@Profile("demo")
@Order(0)
class PartenairesDemo implements ApplicationRunner {

	static final String PARTENAIRE = "demo-partenaire";

	static final String CLE = "demo-partenaire-0000000000000000";

	/** The organisation that asks for the programmes abroad. */
	static final String CHAMBRE = "demo-chambre";

	static final String CLE_CHAMBRE = "demo-chambre-00000000000000000000";

	private final Partenaires partenaires;

	private final Clock clock;

	PartenairesDemo(Partenaires partenaires, Clock clock) {
		this.partenaires = partenaires;
		this.clock = clock;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		inscrire(PARTENAIRE, "BGE (démonstration)", "api@bge.example", CLE, List.of("admission-cae"),
				List.of("37", "45"));
		inscrire(CHAMBRE, "Chambre de métiers du Sahel (démonstration)", "api@chambre-sahel.example", CLE_CHAMBRE,
				List.of("mission-compagnonnage", "programme-consulaire", "centre-ressources"),
				List.of(MissionsDemo.PERIMETRE));
	}

	private void inscrire(String id, String nom, String courriel, String cle, List<String> programmes,
			List<String> perimetres) {
		if (!this.partenaires.existe(id)) {
			this.partenaires.creer(id, nom, courriel);
			this.partenaires.delivrer(cle, id, programmes, perimetres, LocalDate.now(this.clock).plusMonths(18));
		}
	}

}
