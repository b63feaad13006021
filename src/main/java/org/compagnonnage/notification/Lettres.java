package org.compagnonnage.notification;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.mail.internet.InternetAddress;
import org.compagnonnage.document.Gabarits;
import org.compagnonnage.document.ValeurManquante;
import org.compagnonnage.organisation.Organisation;
import org.compagnonnage.organisation.Organisation.Territoire;

import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Writes and sends letters, each once: it is recorded before it leaves and again when it
 * left, so that a step that is tried again sends only what did not leave, under the same
 * Message-ID.
 */
@Component
public class Lettres {

	private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9-]{1,40}");

	private static final Pattern MODELE = Pattern.compile("[a-z0-9-]+/[a-z0-9-]+");

	private static final Pattern OBJET = Pattern.compile("\\AObjet[ \u00a0]?: *(.+)\\R+");

	private static final int OBJET_MAXIMUM = 500;

	private final Gabarits gabarits;

	private final Courriers courriers;

	private final Expedition expedition;

	private final Organisation organisation;

	private final AdresseSettings adresse;

	Lettres(Gabarits gabarits, Courriers courriers, Expedition expedition, Organisation organisation,
			AdresseSettings adresse) {
		this.gabarits = gabarits;
		this.courriers = courriers;
		this.expedition = expedition;
		this.organisation = organisation;
		this.adresse = adresse;
	}

	/**
	 * Sends a letter and returns its Message-ID, which holds the reference, the template
	 * and how many of that template the case had.
	 * @throws MailException when it cannot be sent, or has an impossible address
	 * @throws ValeurManquante when the template needs a value that is absent or blank
	 */
	public String envoyer(Lettre lettre) {
		if (!REFERENCE.matcher(lettre.reference()).matches() || !MODELE.matcher(lettre.modele()).matches()) {
			throw new IllegalArgumentException(
					"Impossible letter: " + Redaction.uneLigne(lettre.reference() + " " + lettre.modele()));
		}
		Map<String, Object> valeurs = new HashMap<>(lettre.valeurs());
		valeurs.put("reference", lettre.reference());
		valeurs.put("perimetre", lettre.perimetre());
		String modele = "mail/" + lettre.modele();
		String texte = this.gabarits.texte(modele, valeurs);
		var premiereLigne = OBJET.matcher(texte);
		if (!premiereLigne.find()) {
			throw new IllegalStateException("The template " + modele + ".txt does not begin with « Objet : »");
		}
		String objet = Redaction.uneLigne(premiereLigne.group(1));
		objet = objet.substring(0, Math.min(objet.length(), OBJET_MAXIMUM));
		String html = this.gabarits.html(modele, valeurs);
		InternetAddress a = Redaction.adresse(lettre.destinataireCourriel(), lettre.destinataireNom());
		Courrier courrier = this.courriers.inscrire(lettre, a.getAddress(), objet,
				(ordinal) -> messageId(lettre, ordinal));
		if (courrier.envoyeLe() != null) {
			return courrier.messageId();
		}
		this.expedition.expedier(courrier, Redaction.message(courrier, expediteur(lettre.perimetre()), a,
				texte.substring(premiereLigne.end()), html, lettre.piecesJointes()));
		this.courriers.partie(courrier);
		return courrier.messageId();
	}

	private String messageId(Lettre lettre, int ordinal) {
		return "<%s.%s.%d@%s>".formatted(lettre.reference(), lettre.modele().replace('/', '.'), ordinal,
				this.adresse.hote());
	}

	private InternetAddress expediteur(String perimetre) {
		return this.organisation.territoire(perimetre)
			.map((Territoire lieu) -> Redaction.adresse(lieu.courriel(), this.organisation.nom() + " – " + lieu.nom()))
			.orElseGet(() -> Redaction.adresse(this.organisation.courriel(), this.organisation.nom()));
	}

}
