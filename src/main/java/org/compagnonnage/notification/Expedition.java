package org.compagnonnage.notification;

import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.MailException;

/** How a letter leaves the application. */
@FunctionalInterface
public interface Expedition {

	/**
	 * Sends a letter whose register row is already written.
	 * @throws MailException when it cannot leave now
	 */
	void expedier(Courrier courrier, MimeMessage message) throws MailException;

}
