/**
 * Admission into the cooperative (S3), from first contact to a signed CAPE or CESA.
 */
@ApplicationModule(displayName = "Admission")
package org.compagnonnage.admission;

import org.springframework.modulith.ApplicationModule;
