package org.compagnonnage.centre;

import java.time.LocalDate;

/**
 * A service of a centre.
 *
 * @param contenu what it brings to the craftspeople
 * @param ouvertLe day of its opening, null while it is only planned
 * @param responsable name of the person in charge, null while it is only planned
 */
record ServiceCentre(FamilleServices famille, String contenu, LocalDate ouvertLe, String responsable) {

	/** A service that is not open yet. */
	static ServiceCentre prevu(FamilleServices famille, String contenu) {
		return new ServiceCentre(famille, contenu, null, null);
	}

}
