/**
 * Professional resource centres (S2), from the conditions that make them last to their
 * services, opened one by one, and their exchanges with other centres.
 */
@ApplicationModule(displayName = "Centre de ressources")
package org.compagnonnage.centre;

import org.springframework.modulith.ApplicationModule;
