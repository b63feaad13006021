/**
 * Consular support programmes (S1), from terms of reference that both sides agree on to a
 * diagnostic, axes of accompaniment and a bilan.
 */
@ApplicationModule(displayName = "Compagnonnage consulaire")
package org.compagnonnage.consulaire;

import org.springframework.modulith.ApplicationModule;
