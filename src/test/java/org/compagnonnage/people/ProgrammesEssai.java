package org.compagnonnage.people;

import java.util.List;

/** Every programme of the application, for the tests that all of them pass. */
public final class ProgrammesEssai {

	private static final List<ProgrammeEssai> TOUS = List.of(new AdmissionEssai());

	private ProgrammesEssai() {
	}

	public static List<ProgrammeEssai> tous() {
		return TOUS;
	}

}
