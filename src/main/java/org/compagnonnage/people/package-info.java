/**
 * Who may see and do what: groups, périmètres, authorisations, Tasklist filters,
 * accounts, absences.
 */
@ApplicationModule(displayName = "People")
package org.compagnonnage.people;

import org.springframework.modulith.ApplicationModule;