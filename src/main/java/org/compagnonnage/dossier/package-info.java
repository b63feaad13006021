/**
 * The register of cases: reference, périmètre, state in the partner's words, timeline and
 * outcome, the same for every programme.
 */
@ApplicationModule(displayName = "Dossier")
package org.compagnonnage.dossier;

import org.springframework.modulith.ApplicationModule;
