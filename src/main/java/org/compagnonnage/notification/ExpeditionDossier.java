package org.compagnonnage.notification;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.springframework.mail.MailSendException;

/**
 * Lays letters down as {@code .eml} files in a folder instead of sending them; the same
 * letter replaces its file, and a reader never sees half of one.
 */
class ExpeditionDossier implements Expedition {

	private final Path dossier;

	ExpeditionDossier(Path dossier) {
		this.dossier = dossier;
	}

	@Override
	public void expedier(Courrier courrier, MimeMessage message) {
		String nom = "%s-%s-%d.eml".formatted(courrier.reference(), courrier.modele().replace('/', '-'),
				courrier.ordinal());
		try {
			Files.createDirectories(this.dossier);
			Path provisoire = Files.createTempFile(this.dossier, ".courrier-", ".tmp");
			try {
				try (OutputStream sortie = Files.newOutputStream(provisoire)) {
					message.writeTo(sortie);
				}
				Files.move(provisoire, this.dossier.resolve(nom), StandardCopyOption.ATOMIC_MOVE,
						StandardCopyOption.REPLACE_EXISTING);
			}
			finally {
				Files.deleteIfExists(provisoire);
			}
		}
		catch (IOException | MessagingException ex) {
			throw new MailSendException("Cannot write the letter " + nom, ex);
		}
	}

}
