/**
 * Refuses to start in production without what production needs, and runs commands instead
 * of the application.
 */
@ApplicationModule(displayName = "Startup")
package org.compagnonnage.startup;

import org.springframework.modulith.ApplicationModule;
