package org.compagnonnage.people;

import java.time.Clock;

import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.compagnonnage.organisation.Organisation;

import org.springframework.stereotype.Component;

/** Tells the engine who may do what, and closes what it leaves open as shipped. */
@Component
class PeoplePlugin extends SpringBootProcessEnginePlugin {

	private static final String IDENTIFIANTS = "[a-zA-Z0-9-]+";

	private final Organisation organisation;

	private final Absences absences;

	private final ObjetsPoses objets;

	private final Clock clock;

	PeoplePlugin(Organisation organisation, Absences absences, ObjetsPoses objets, Clock clock) {
		this.organisation = organisation;
		this.absences = absences;
		this.objets = objets;
		this.clock = clock;
	}

	@Override
	public void preInit(SpringProcessEngineConfiguration engine) {
		engine.setGeneralResourceWhitelistPattern(IDENTIFIANTS);
		engine.setTenantIdProvider(new PerimetreProvider(engine, this.organisation));
		engine.setResourceAuthorizationProvider(new DroitsParDefaut(engine, this.objets, this.absences, this.clock));
	}

	@Override
	public void postInit(SpringProcessEngineConfiguration engine) {
		engine.getCommandCheckers()
			.replaceAll((checker) -> (checker instanceof AuthorizationCommandChecker)
					? new ActeurChecker(engine, this.absences, this.clock) : checker);
	}

}
