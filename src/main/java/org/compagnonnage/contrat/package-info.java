/**
 * CAPE and CESA: what the contracts must say, their dates, and the CESA places of each
 * territory and year.
 */
@ApplicationModule(displayName = "Contrat")
package org.compagnonnage.contrat;

import org.springframework.modulith.ApplicationModule;
