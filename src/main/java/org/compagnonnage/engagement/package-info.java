/**
 * Who is engaged in a case, staff and others: they come before their group, and they are
 * told when it stops.
 */
@ApplicationModule(displayName = "Engagement")
package org.compagnonnage.engagement;

import org.springframework.modulith.ApplicationModule;
