/**
 * Stops a case at any time, with a reason, the same for every programme whose process
 * says by which message: staff note it, partners withdraw.
 */
@ApplicationModule(displayName = "Arrêt")
package org.compagnonnage.arret;

import org.springframework.modulith.ApplicationModule;
