/**
 * What is tried on every operation of the partner API, read from its own description.
 */
package org.compagnonnage.partner.epreuve;
