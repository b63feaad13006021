package org.compagnonnage.mission;

import org.springframework.stereotype.Component;

/**
 * The setting that the model of the accompaniment reads in its timer: public because
 * expressions call it.
 */
@Component("missionSuivi")
public class RythmeSuivi {

	private final SuiviSettings settings;

	RythmeSuivi(SuiviSettings settings) {
		this.settings = settings;
	}

	/** ISO-8601 duration until the next follow-up. */
	public String delai() {
		return this.settings.rythme().toString();
	}

}
