package org.compagnonnage.demo;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.mail.internet.MimeMessage;
import org.compagnonnage.notification.Courrier;
import org.compagnonnage.notification.Expedition;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;

/**
 * The demo's mail, which is down for some cases while they are prepared, so that a
 * responsable finds an incident to retry.
 */
@Component
@Primary
@Profile("demo")
class CourrielEnPanne implements Expedition {

	private final Expedition expedition;

	private final Set<String> enPanne = ConcurrentHashMap.newKeySet();

	CourrielEnPanne(@Qualifier("expedition") Expedition expedition) {
		this.expedition = expedition;
	}

	@Override
	public void expedier(Courrier courrier, MimeMessage message) {
		if (this.enPanne.contains(courrier.reference())) {
			throw new MailSendException("Le serveur de courrier ne répond pas (panne de démonstration).");
		}
		this.expedition.expedier(courrier, message);
	}

	/** The mail of this case is down. */
	void commencer(String reference) {
		this.enPanne.add(reference);
	}

	/** The mail works again. */
	void finir() {
		this.enPanne.clear();
	}

}
