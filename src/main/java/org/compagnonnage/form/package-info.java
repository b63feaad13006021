/**
 * Checks on the server what a person or script sends for a Camunda Form: nothing that the
 * form did not offer, nothing impossible.
 */
@ApplicationModule(displayName = "Form")
package org.compagnonnage.form;

import org.springframework.modulith.ApplicationModule;
