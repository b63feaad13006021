package org.compagnonnage.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A file while it is received: on disk, where only this application reads it, so that
 * many people sending at once need neither memory nor a connection to the database.
 */
record Reception(Path fichier, long taille) implements AutoCloseable {

	private static final String PREFIXE = "compagnonnage-fichier-";

	private static final int TAMPON = 64 * 1024;

	/**
	 * Receives a file, and stops as soon as it is too large.
	 * @param limite bytes it has at most
	 * @return the file; its size is above the limit when there was more
	 * @throws IOException when the sender stops in the middle
	 */
	static Reception de(InputStream envoi, long limite) throws IOException {
		Path fichier = Files.createTempFile(PREFIXE, null);
		try (OutputStream sortie = Files.newOutputStream(fichier)) {
			byte[] tampon = new byte[TAMPON];
			long taille = 0;
			while (taille <= limite) {
				int lus = envoi.read(tampon, 0, (int) Math.min(TAMPON, limite + 1 - taille));
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
