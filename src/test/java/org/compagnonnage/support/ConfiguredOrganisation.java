package org.compagnonnage.support;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.compagnonnage.organisation.Organisation;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The organisation of {@code config/organisation.yaml}, for tests without a context. */
public final class ConfiguredOrganisation {

	private ConfiguredOrganisation() {
	}

	public static Organisation organisation() {
		StandardEnvironment environment = new StandardEnvironment();
		try {
			new YamlPropertySourceLoader().load("organisation", new ClassPathResource("config/organisation.yaml"))
				.forEach(environment.getPropertySources()::addLast);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return Binder.get(environment).bind("organisation", Organisation.class).get();
	}

}
