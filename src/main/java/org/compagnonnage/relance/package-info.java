/**
 * Follows a person from whom we wait for something: reminders, then the closing of a case
 * that stays silent, the same for every programme.
 */
@ApplicationModule(displayName = "Relance")
package org.compagnonnage.relance;

import org.springframework.modulith.ApplicationModule;
