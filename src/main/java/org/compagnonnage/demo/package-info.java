/**
 * Demo accounts, a demo partner and running cases, in the profile {@code demo} only.
 */
@ApplicationModule(displayName = "Demo")
package org.compagnonnage.demo;

import org.springframework.modulith.ApplicationModule;
