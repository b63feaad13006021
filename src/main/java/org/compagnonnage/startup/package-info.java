/**
 * Refuses to start in production without what production needs.
 */
@ApplicationModule(displayName = "Startup")
package org.compagnonnage.startup;

import org.springframework.modulith.ApplicationModule;
