package org.compagnonnage.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Small files of each kind, as people's programs write them. */
public final class FichiersExemples {

	/** HTML that would run in the name of who opens it. */
	public static final byte[] HTML = "<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"
		.getBytes(StandardCharsets.UTF_8);

	/** The beginning of a program for Windows. */
	public static final byte[] PROGRAMME = Arrays
		.copyOf(new byte[] { 'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xff, (byte) 0xff, 0, 0 }, 512);

	private FichiersExemples() {
	}

	/** A PDF of one empty page. */
	public static byte[] pdf() {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream sortie = new ByteArrayOutputStream()) {
			document.addPage(new PDPage());
			document.save(sortie);
			return sortie.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A PDF of so many bytes. */
	public static byte[] pdf(int taille) {
		return Arrays.copyOf(pdf(), taille);
	}

	static byte[] image(String format) {
		try (ByteArrayOutputStream sortie = new ByteArrayOutputStream()) {
			ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, sortie);
			return sortie.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A document of LibreOffice. */
	static byte[] odf(String type) {
		return archive(Map.of("mimetype", "application/vnd.oasis.opendocument." + type));
	}

	/** A document of Microsoft Office, whose main part has this type. */
	static byte[] office(String type) {
		Map<String, String> parties = new LinkedHashMap<>();
		// Google's programs write the parts in another order than Microsoft's.
		parties.put("word/numbering.xml", "<w:numbering/>");
		parties.put("[Content_Types].xml",
				"<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
						+ "<Default Extension=\"xlsx\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/>"
						+ "<Override PartName=\"/principale.xml\" ContentType=\"" + type + ".main+xml\"/></Types>");
		return archive(parties);
	}

	static byte[] docx() {
		return office("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
	}

	static byte[] xlsx() {
		return office("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
	}

	static byte[] archive(Map<String, String> entrees) {
		try (ByteArrayOutputStream sortie = new ByteArrayOutputStream()) {
			try (ZipOutputStream archive = new ZipOutputStream(sortie)) {
				for (Map.Entry<String, String> entree : entrees.entrySet()) {
					archive.putNextEntry(new ZipEntry(entree.getKey()));
					archive.write(entree.getValue().getBytes(StandardCharsets.UTF_8));
				}
			}
			return sortie.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A table as a French spreadsheet saves it. */
	static byte[] csv() {
		return "Nom;Ville;Trésorerie\r\nAtelier Élan;Châteauroux;1 200,50 €\r\n"
			.getBytes(Charset.forName("windows-1252"));
	}

	static byte[] texte(String texte) {
		return texte.getBytes(StandardCharsets.UTF_8);
	}

}
