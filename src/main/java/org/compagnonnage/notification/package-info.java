/**
 * Letters by e-mail, in HTML and text, each sent once under a stable Message-ID, and
 * reminders to people who are silent.
 */
@ApplicationModule(displayName = "Notification")
package org.compagnonnage.notification;

import org.springframework.modulith.ApplicationModule;
