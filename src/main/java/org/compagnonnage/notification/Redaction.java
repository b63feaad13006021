package org.compagnonnage.notification;

import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import org.compagnonnage.coordonnees.AdresseElectronique;

import org.springframework.mail.MailParseException;

/**
 * Turns a filled letter into a message: text and HTML side by side, then the attachments.
 */
final class Redaction {

	private static final String UTF_8 = StandardCharsets.UTF_8.name();

	private static final String ADRESSE_IMPOSSIBLE = "L'adresse électronique du destinataire, ou celle de l'expéditeur "
			+ "dans la configuration, est impossible : corrigez-la, puis relancez l'envoi.";

	private Redaction() {
	}

	static MimeMessage message(Courrier courrier, InternetAddress de, InternetAddress a, String texte, String html,
			List<PieceJointe> piecesJointes) {
		try {
			MimeMessage message = new MessageIdentifie(courrier.messageId());
			message.setFrom(de);
			message.setRecipient(RecipientType.TO, a);
			message.setSubject(courrier.objet(), UTF_8);
			message.setSentDate(Date.from(courrier.inscritLe()));
			message.setHeader("Auto-Submitted", "auto-generated");
			message.setHeader("Content-Language", "fr");
			MimeMultipart corps = new MimeMultipart("alternative", partie(texte, "plain"), partie(html, "html"));
			message.setContent(piecesJointes.isEmpty() ? corps : avecPieces(corps, piecesJointes));
			message.saveChanges();
			return message;
		}
		catch (MessagingException ex) {
			throw new MailParseException(ex);
		}
	}

	/**
	 * An address as it may stand in a header. A domain that the configuration writes with
	 * accents is put into ASCII first.
	 * @throws MailParseException when it is impossible; the message becomes an incident,
	 * so it does not hold the address
	 */
	static InternetAddress adresse(String courriel, String nom) {
		String ascii = enAscii((courriel != null) ? courriel.strip() : "");
		if (!AdresseElectronique.estPossible(ascii)) {
			throw new MailParseException(ADRESSE_IMPOSSIBLE);
		}
		try {
			InternetAddress adresse = new InternetAddress();
			adresse.setAddress(ascii);
			adresse.setPersonal(uneLigne(nom), UTF_8);
			return adresse;
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String enAscii(String courriel) {
		int domaine = courriel.lastIndexOf('@') + 1;
		try {
			return courriel.substring(0, domaine) + IDN.toASCII(courriel.substring(domaine));
		}
		catch (IllegalArgumentException ex) {
			return courriel;
		}
	}

	/** A text without line breaks or control characters, as a header needs it. */
	static String uneLigne(String texte) {
		return (texte != null) ? texte.replaceAll("[\\p{Cntrl}\\u2028\\u2029 ]+", " ").strip() : "";
	}

	private static MimeMultipart avecPieces(MimeMultipart corps, List<PieceJointe> piecesJointes)
			throws MessagingException {
		MimeMultipart tout = new MimeMultipart("mixed");
		MimeBodyPart lettre = new MimeBodyPart();
		lettre.setContent(corps);
		tout.addBodyPart(lettre);
		for (PieceJointe piece : piecesJointes) {
			MimeBodyPart partie = new MimeBodyPart();
			partie.setDataHandler(new DataHandler(new ByteArrayDataSource(piece.contenu(), piece.type())));
			partie.setFileName(uneLigne(piece.nom()).replaceAll("[/\\\\]", "-"));
			partie.setDisposition(Part.ATTACHMENT);
			tout.addBodyPart(partie);
		}
		return tout;
	}

	private static MimeBodyPart partie(String contenu, String type) throws MessagingException {
		MimeBodyPart partie = new MimeBodyPart();
		partie.setText(contenu, UTF_8, type);
		return partie;
	}

}
