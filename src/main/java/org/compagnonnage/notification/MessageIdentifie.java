package org.compagnonnage.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/**
 * A message that keeps its own Message-ID, where JavaMail would draw a new one at each
 * save.
 */
class MessageIdentifie extends MimeMessage {

	private final String messageId;

	MessageIdentifie(String messageId) {
		super((Session) null);
		this.messageId = messageId;
	}

	@Override
	protected void updateMessageID() throws MessagingException {
		setHeader("Message-ID", this.messageId);
	}

}
