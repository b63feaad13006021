/**
 * How a person can be reached: the one rule for e-mail addresses and the one for
 * telephone numbers, wherever they are entered and wherever they are used.
 */
@ApplicationModule(displayName = "Coordonnées", allowedDependencies = {})
package org.compagnonnage.coordonnees;

import org.springframework.modulith.ApplicationModule;
