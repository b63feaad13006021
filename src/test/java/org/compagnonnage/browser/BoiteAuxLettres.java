package org.compagnonnage.browser;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.mail.internet.MimeMessage;
import org.compagnonnage.notification.Courrier;
import org.compagnonnage.notification.Expedition;

import org.springframework.mail.MailSendException;

/** Keeps the letters that leave, and can be out of order for one of them. */
class BoiteAuxLettres implements Expedition {

	/** A letter that left. */
	record Partie(Courrier courrier, MimeMessage message) {
	}

	private final List<Partie> parties = new CopyOnWriteArrayList<>();

	private final Map<String, Boolean> pannes = new ConcurrentHashMap<>();

	@Override
	public void expedier(Courrier courrier, MimeMessage message) {
		if (this.pannes.remove(courrier.reference() + " " + courrier.modele()) != null) {
			throw new MailSendException("Le serveur de courrier ne répond pas.");
		}
		this.parties.add(new Partie(courrier, message));
	}

	/** The next letter of this template in this case does not leave at the first try. */
	void refuserUneFois(String reference, String modele) {
		this.pannes.put(reference + " " + modele, true);
	}

	List<Partie> duDossier(String reference, String modele) {
		return this.parties.stream()
			.filter((partie) -> partie.courrier().reference().equals(reference)
					&& partie.courrier().modele().equals(modele))
			.toList();
	}

}
