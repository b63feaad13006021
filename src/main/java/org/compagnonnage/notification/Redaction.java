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
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;

import org.springframework.mail.MailParseException;

/**
 * Turns a filled letter into a message: text and HTML side by side, then the attachments.
 */
final class Redaction {

	private static final String UTF_8 = StandardCharsets.UTF_8.name();

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
	 * An address as it may stand in a header: one mailbox, no control character.
	 * @throws MailParseException when it is not one
	 */
	static InternetAddress adresse(String courriel, String nom) {
		String brut = (courriel != null) ? courriel.strip() : "";
		int arobase = brut.lastIndexOf('@');
		if (arobase < 1 || brut.length() > 254 || !brut.matches("[\\x21-\\x7e]+@[^\\s\\p{Cntrl},;:<>\\[\\]()\"]+")) {
			throw new MailParseException("Impossible e-mail address: " + uneLigne(brut));
		}
		try {
			String ascii = brut.substring(0, arobase + 1) + IDN.toASCII(brut.substring(arobase + 1));
			InternetAddress[] adresses = InternetAddress.parse(ascii, true);
			if (adresses.length != 1 || !adresses[0].getAddress().equals(ascii)) {
				throw new MailParseException("Impossible e-mail address: " + brut);
			}
			adresses[0].validate();
			adresses[0].setPersonal(uneLigne(nom), UTF_8);
			return adresses[0];
		}
		catch (AddressException | IllegalArgumentException ex) {
			throw new MailParseException("Impossible e-mail address: " + brut, ex);
		}
		catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
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
