/**
 * The organisation as configured in {@code config/organisation.yaml}: territories,
 * trades, groups, programmes, directory.
 */
@ApplicationModule(displayName = "Organisation")
package org.compagnonnage.organisation;

import org.springframework.modulith.ApplicationModule;
