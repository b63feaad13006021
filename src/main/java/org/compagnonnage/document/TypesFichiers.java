package org.compagnonnage.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Finds the type of a file in its content, whatever its name says, and takes only those
 * that the settings name.
 */
@Component
class TypesFichiers {

	/** What the beginning of such a file holds, far less than a page. */
	private static final int MAX_INDEX = 1024 * 1024;

	private static final byte[] ZIP = { 'P', 'K', 3, 4 };

	/**
	 * The main part of an Office file; with macros it is called otherwise.
	 */
	private static final Pattern PARTIE_PRINCIPALE = Pattern
		.compile("ContentType\\s*=\\s*[\"']([^\"']+)\\.main\\+xml[\"']");

	private final List<DocumentSettings.Type> acceptes;

	TypesFichiers(DocumentSettings settings) {
		this.acceptes = settings.types();
	}

	/** The endings of the types that are taken. */
	List<String> extensions() {
		return this.acceptes.stream().flatMap((type) -> type.extensions().stream()).toList();
	}

	/**
	 * Checks a file.
	 * @param nom its name, made safe
	 * @throws RefusDocument when its type is not taken, or its name says another one
	 */
	Fichier verifier(Path fichier, NomFichier nom) throws IOException {
		String trouve = type(fichier, nom);
		DocumentSettings.Type type = this.acceptes.stream()
			.filter((accepte) -> accepte.type().equals(trouve))
			.findFirst()
			.orElseThrow(() -> refus("Ce type de fichier n’est pas accepté. Sont acceptés : %s.".formatted(liste())));
		if (type.extensions().contains(nom.extension())) {
			return new Fichier(nom.toString(), type.type());
		}
		MediaType annonce = selonLeNom(nom);
		if (annonce.equals(MediaType.OCTET_STREAM) || annonce.toString().equals(type.type())) {
			return new Fichier(nom.sansExtension().avec(type.extension()).toString(), type.type());
		}
		throw refus(
				"Le nom de ce fichier finit par « .%s », mais son contenu est du type %s. Enregistrez-le sous son vrai type, puis choisissez-le de nouveau."
					.formatted(nom.extension(), type.extension().toUpperCase(Locale.ROOT)));
	}

	private String type(Path fichier, NomFichier nom) throws IOException {
		try (InputStream contenu = new BufferedInputStream(Files.newInputStream(fichier))) {
			contenu.mark(ZIP.length);
			boolean zip = Arrays.equals(contenu.readNBytes(ZIP.length), ZIP);
			contenu.reset();
			if (zip) {
				return bureautique(fichier).orElse("application/zip");
			}
			MediaType type = Detection.TYPES.detect(contenu, new Metadata()).getBaseType();
			// Only text has kinds that its name alone tells: a table, a script.
			MediaType annonce = selonLeNom(nom);
			return (type.equals(MediaType.TEXT_PLAIN)
					&& Detection.TYPES.getMediaTypeRegistry().isSpecializationOf(annonce, type) ? annonce : type)
				.toString();
		}
	}

	private static MediaType selonLeNom(NomFichier nom) throws IOException {
		Metadata metadata = new Metadata();
		metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, nom.toString());
		return Detection.TYPES.detect(null, metadata).getBaseType();
	}

	/**
	 * Documents of the office suites are archives that say inside what they are: read
	 * from their index, without unpacking them.
	 */
	private static Optional<String> bureautique(Path fichier) {
		try (ZipFile archive = new ZipFile(fichier.toFile())) {
			Optional<String> odf = texte(archive, "mimetype");
			if (odf.isPresent()) {
				return odf.map(String::strip);
			}
			List<String> types = texte(archive, "[Content_Types].xml").stream()
				.flatMap((index) -> PARTIE_PRINCIPALE.matcher(index).results())
				.map((resultat) -> resultat.group(1))
				.distinct()
				.toList();
			return (types.size() == 1) ? Optional.of(types.get(0)) : Optional.empty();
		}
		catch (IOException | IllegalArgumentException ex) {
			// Not an archive after all, or a broken one: no type that is taken.
			return Optional.empty();
		}
	}

	private static Optional<String> texte(ZipFile archive, String nom) throws IOException {
		ZipEntry entree = archive.getEntry(nom);
		if (entree == null) {
			return Optional.empty();
		}
		try (InputStream contenu = archive.getInputStream(entree)) {
			return Optional.of(new String(contenu.readNBytes(MAX_INDEX), StandardCharsets.UTF_8));
		}
	}

	private String liste() {
		return this.acceptes.stream()
			.map((type) -> type.extension().toUpperCase(Locale.ROOT))
			.collect(Collectors.joining(", "));
	}

	private static RefusDocument refus(String message) {
		return RefusDocument.fichier(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "type-refuse", message);
	}

	/** A file that is taken: the name under which it is kept, and its media type. */
	record Fichier(String nom, String type) {
	}

	/** Read at the first file, not at start-up. */
	private static final class Detection {

		static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

	}

}
