/**
 * Documents of a case: PDF from versioned templates, kept in the database and read back
 * by those who may see the case.
 */
@ApplicationModule(displayName = "Document")
package org.compagnonnage.document;

import org.springframework.modulith.ApplicationModule;
