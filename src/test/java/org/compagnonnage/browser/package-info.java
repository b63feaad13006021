/** What people see and do, in a real browser over the running application. */
package org.compagnonnage.browser;
