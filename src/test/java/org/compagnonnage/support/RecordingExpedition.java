package org.compagnonnage.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import org.compagnonnage.notification.Courrier;
import org.compagnonnage.notification.Expedition;

import org.springframework.web.util.HtmlUtils;

/** Keeps the letters that left, read back from the message as a mail program reads it. */
public class RecordingExpedition implements Expedition {

	private final List<LettrePartie> lettres = new CopyOnWriteArrayList<>();

	@Override
	public void expedier(Courrier courrier, MimeMessage message) {
		try {
			message.saveChanges();
			Lecture lecture = new Lecture();
			lecture.lire(message);
			this.lettres.add(new LettrePartie(courrier.reference(), courrier.modele(), message.getMessageID(),
					courrier.destinataire(), message.getFrom()[0].toString(), message.getSubject(), lecture.texte,
					lecture.html, Map.copyOf(lecture.pieces)));
		}
		catch (MessagingException | IOException ex) {
			throw new IllegalStateException("Cannot read the letter " + courrier, ex);
		}
	}

	/** The letters of a case, oldest first. */
	public List<LettrePartie> duDossier(String reference) {
		return this.lettres.stream().filter((lettre) -> lettre.reference().equals(reference)).toList();
	}

	/** The only letter of a template in a case. */
	public LettrePartie seule(String reference, String modele) {
		List<LettrePartie> found = duDossier(reference).stream()
			.filter((lettre) -> lettre.modele().equals(modele))
			.toList();
		if (found.size() != 1) {
			throw new AssertionError("Expected one letter " + modele + " in " + reference + ", but there are "
					+ found.size() + " among " + duDossier(reference).stream().map(LettrePartie::modele).toList());
		}
		return found.get(0);
	}

	public void vider() {
		this.lettres.clear();
	}

	/**
	 * A letter as it left.
	 *
	 * @param texte the text part, without no-break spaces
	 * @param html the HTML part as sent
	 * @param pieces attachments by file name
	 */
	public record LettrePartie(String reference, String modele, String messageId, String destinataire,
			String expediteur, String objet, String texte, String html, Map<String, byte[]> pieces) {

		/** The words of the HTML part, without tags, entities and no-break spaces. */
		public String motsHtml() {
			String sansBalises = this.html.replaceAll("(?s)<(style|title)[^>]*>.*?</\\1>", "")
				.replaceAll("</?(span|strong|em|a)\\b[^>]*>", "")
				.replaceAll("<[^>]+>", " ");
			return mots(HtmlUtils.htmlUnescape(sansBalises));
		}

	}

	/**
	 * Words on one line, with plain spaces and apostrophes, so that a test can name them.
	 */
	public static String mots(String texte) {
		return texte.replaceAll("[\\s\\u00a0\\u202f\\u2009]+", " ").replace('’', '\'').strip();
	}

	/** The parts of one message. */
	private static final class Lecture {

		private String texte = "";

		private String html = "";

		private final Map<String, byte[]> pieces = new LinkedHashMap<>();

		private void lire(Part part) throws MessagingException, IOException {
			if (part.getContent() instanceof Multipart multipart) {
				List<BodyPart> parts = new ArrayList<>();
				for (int i = 0; i < multipart.getCount(); i++) {
					parts.add(multipart.getBodyPart(i));
				}
				for (BodyPart each : parts) {
					lire(each);
				}
			}
			else if (part.getFileName() != null) {
				ByteArrayOutputStream bytes = new ByteArrayOutputStream();
				part.getInputStream().transferTo(bytes);
				this.pieces.put(MimeUtility.decodeText(part.getFileName()), bytes.toByteArray());
			}
			else if (part.isMimeType("text/plain")) {
				this.texte = mots((String) part.getContent());
			}
			else if (part.isMimeType("text/html")) {
				this.html = (String) part.getContent();
			}
		}

	}

}
