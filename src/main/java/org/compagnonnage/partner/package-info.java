/**
 * What every partner resource shares: keys, idempotency, limits, problems, case status.
 */
@ApplicationModule(displayName = "Partner",
		allowedDependencies = { "coordonnees", "document", "organisation", "dossier", "arret", "calendar", "startup" })
package org.compagnonnage.partner;

import org.springframework.modulith.ApplicationModule;
