package org.compagnonnage.notification;

import jakarta.mail.internet.MimeMessage;

import org.springframework.mail.javamail.JavaMailSender;

/** Sends letters through the mail server of {@code spring.mail}. */
class ExpeditionSmtp implements Expedition {

	private final JavaMailSender serveur;

	ExpeditionSmtp(JavaMailSender serveur) {
		this.serveur = serveur;
	}

	@Override
	public void expedier(Courrier courrier, MimeMessage message) {
		this.serveur.send(message);
	}

}
