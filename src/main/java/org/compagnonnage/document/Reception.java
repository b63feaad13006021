package org.compagnonnage.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.springframework.http.HttpStatus;

/**
 * A file while it is received: on disk, where only this application reads it, so that
 * many people sending at once need neither memory nor a connection to the database.
 *
 * @param taille bytes
 */
public record Reception(Path fichier, long taille) implements AutoCloseable {

	private static final String PREFIXE = "compagnonnage-fichier-";

	private static final int TAMPON = 64 * 1024;

	/**
	 * Lets the sender of a file that is too large come to an end, for whoever is still
	 * sending does not hear the answer: nothing is kept, and there is an end to patience
	 * too.
	 */
	static void ignorer(InputStream envoi, long limite) {
		byte[] tampon = new byte[TAMPON];
		long ignores = 0;
		for (int lus = 0; lus >= 0 && ignores < limite; ignores += lus) {
			lus = lire(envoi, tampon, TAMPON);
		}
	}

	/**
	 * Receives a file, and stops as soon as it is too large.
	 * @param limite bytes it has at most
	 * @return the file; its size is above the limit when there was more
	 * @throws RefusDocument when the sender stops in the middle
	 */
	static Reception de(InputStream envoi, long limite) throws IOException {
		Path fichier = Files.createTempFile(PREFIXE, null);
		try (OutputStream sortie = Files.newOutputStream(fichier)) {
			byte[] tampon = new byte[TAMPON];
			long taille = 0;
			while (taille <= limite) {
				int lus = lire(envoi, tampon, (int) Math.min(TAMPON, limite + 1 - taille));
				if (lus < 0) {
					return new Reception(fichier, taille);
				}
				sortie.write(tampon, 0, lus);
				taille += lus;
			}
			return new Reception(fichier, taille);
		}
		catch (IOException | RuntimeException ex) {
			Files.deleteIfExists(fichier);
			throw ex;
		}
	}

	private static int lire(InputStream envoi, byte[] tampon, int taille) {
		try {
			return envoi.read(tampon, 0, taille);
		}
		catch (IOException ex) {
			throw RefusDocument.fichier(HttpStatus.BAD_REQUEST, "envoi-interrompu",
					"L’envoi de ce fichier s’est interrompu : envoyez-le de nouveau.");
		}
	}

	/** Removes what a node that was killed left behind. */
	static void effacerCellesDAvant(Instant limite) throws IOException {
		try (DirectoryStream<Path> restes = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")),
				PREFIXE + "*")) {
			for (Path reste : restes) {
				if (Files.getLastModifiedTime(reste).toInstant().isBefore(limite)) {
					Files.deleteIfExists(reste);
				}
			}
		}
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.fichier);
	}

}
