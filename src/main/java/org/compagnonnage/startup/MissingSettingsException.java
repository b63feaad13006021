package org.compagnonnage.startup;

import java.util.List;

/** Settings without which, or with which, production does not start. */
class MissingSettingsException extends RuntimeException {

	private final transient List<String> settings;

	MissingSettingsException(List<String> settings) {
		super("Missing or refused settings: " + settings);
		this.settings = settings;
	}

	List<String> settings() {
		return this.settings;
	}

}
