/**
 * French business days and the clock of the application.
 */
@ApplicationModule(displayName = "Calendar")
package org.compagnonnage.calendar;

import org.springframework.modulith.ApplicationModule;
