/**
 * Webhooks after the Standard Webhooks specification: who is told what about its cases,
 * where, and signed with which secret.
 */
@ApplicationModule(displayName = "Abonnement")
package org.compagnonnage.abonnement;

import org.springframework.modulith.ApplicationModule;
