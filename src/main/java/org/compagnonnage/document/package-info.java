/**
 * Documents of a case: text and PDF from versioned templates that leave nothing blank,
 * and files that people and partners attach, kept in the database and read back by those
 * who may see the case.
 */
@ApplicationModule(displayName = "Document")
package org.compagnonnage.document;

import org.springframework.modulith.ApplicationModule;
