/**
 * The process engine: one deployment per feature, closed defaults, errors in French.
 */
@ApplicationModule(displayName = "Engine")
package org.compagnonnage.engine;

import org.springframework.modulith.ApplicationModule;
