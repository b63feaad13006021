/**
 * Craft mentoring missions (S0): from the request of a partner structure to the
 * capitalisation of what its craftspeople did.
 */
@ApplicationModule(displayName = "Mission")
package org.compagnonnage.mission;

import org.springframework.modulith.ApplicationModule;
