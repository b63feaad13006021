/**
 * Gives every user task its candidate groups and due date from the decision
 * {@code affectation}, and offers what stays late to the responsables.
 */
@ApplicationModule(displayName = "Routing")
package org.compagnonnage.routing;

import org.springframework.modulith.ApplicationModule;
