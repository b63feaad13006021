package org.compagnonnage.admission;

import org.springframework.stereotype.Component;

/**
 * The settings that the models of the admission read in their timers: public because
 * expressions call it.
 */
@Component("admissionSettings")
public class Delais {

	private final AdmissionSettings settings;

	Delais(AdmissionSettings settings) {
		this.settings = settings;
	}

	/** ISO-8601 duration until a person who was informed is called back. */
	public String delaiInformation() {
		return this.settings.delaiInformation().toString();
	}

}
