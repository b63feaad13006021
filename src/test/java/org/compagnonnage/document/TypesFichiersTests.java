package org.compagnonnage.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class TypesFichiersTests {

	private static final String MACROS = "application/vnd.ms-word.document.macroEnabled";

	private final TypesFichiers types = new TypesFichiers(reglages());

	@TempDir
	private Path dossier;

	static Stream<Arguments> acceptes() {
		String odf = "application/vnd.oasis.opendocument.";
		String office = "application/vnd.openxmlformats-officedocument.";
		return Stream.of(arguments("devis.pdf", FichiersExemples.pdf(), "devis.pdf", "application/pdf"),
				arguments("PHOTO.JPEG", FichiersExemples.image("jpg"), "PHOTO.jpeg", "image/jpeg"),
				arguments("photo.jfif", FichiersExemples.image("jpg"), "photo.jfif.jpg", "image/jpeg"),
				arguments("plan.png", FichiersExemples.image("png"), "plan.png", "image/png"),
				arguments("lettre.odt", FichiersExemples.odf("text"), "lettre.odt", odf + "text"),
				arguments("budget.ods", FichiersExemples.odf("spreadsheet"), "budget.ods", odf + "spreadsheet"),
				arguments("lettre.docx", FichiersExemples.docx(), "lettre.docx", office + "wordprocessingml.document"),
				arguments("budget.xlsx", FichiersExemples.xlsx(), "budget.xlsx", office + "spreadsheetml.sheet"),
				arguments("notes.txt", FichiersExemples.texte("Rappeler l’atelier d’Élise"), "notes.txt", "text/plain"),
				arguments("clients.csv", FichiersExemples.csv(), "clients.csv", "text/csv"),
				arguments("clients", FichiersExemples.csv(), "clients.txt", "text/plain"),
				arguments("devis", FichiersExemples.pdf(), "devis.pdf", "application/pdf"),
				arguments("Devis v1.2", FichiersExemples.pdf(), "Devis v1.2.pdf", "application/pdf"),
				arguments("devis.atelier", FichiersExemples.pdf(), "devis.atelier.pdf", "application/pdf"),
				arguments("../../x", FichiersExemples.pdf(), "x.pdf", "application/pdf"),
				arguments(null, FichiersExemples.pdf(), "document.pdf", "application/pdf"));
	}

	@ParameterizedTest
	@MethodSource("acceptes")
	void aTypeThatIsTakenIsKnownByItsContent(String nom, byte[] contenu, String garde, String type) throws IOException {
		assertThat(verifier(nom, contenu)).isEqualTo(new TypesFichiers.Fichier(garde, type));
	}

	static Stream<Arguments> refuses() {
		return Stream.of(arguments("facture.pdf", FichiersExemples.HTML), arguments("page.html", FichiersExemples.HTML),
				arguments("notes.txt", FichiersExemples.HTML), arguments("outil.exe", FichiersExemples.PROGRAMME),
				arguments("outil.pdf", FichiersExemples.PROGRAMME), arguments("outil", FichiersExemples.PROGRAMME),
				arguments("dessin.svg", FichiersExemples.texte("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
				arguments("dessin.png",
						FichiersExemples.texte("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
				arguments("script.js", FichiersExemples.texte("alert(1)")),
				arguments("script", FichiersExemples.texte("#!/bin/sh\nrm -rf /\n")),
				arguments("archive.zip", FichiersExemples.archive(Map.of("a.txt", "a"))),
				arguments("archive.docx", FichiersExemples.archive(Map.of("a.txt", "a"))),
				arguments("lettre.docx", FichiersExemples.office(MACROS)),
				arguments("lettre.docm", FichiersExemples.office(MACROS)),
				arguments("livre.odt", FichiersExemples.archive(Map.of("mimetype", "application/epub+zip"))),
				arguments("coupe.docx", Arrays.copyOf(FichiersExemples.docx(), 60)),
				arguments("ancien.doc",
						new byte[] { (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a,
								(byte) 0xe1, 0, 0, 0, 0 }),
				arguments("octets.txt", new byte[] { 1, 2, 3, 0, 4 }),
				arguments("octets.pdf", new byte[] { 1, 2, 3, 0, 4 }));
	}

	@ParameterizedTest
	@MethodSource("refuses")
	void aTypeThatIsNotTakenIsRefusedWhateverItsName(String nom, byte[] contenu) {
		assertThatExceptionOfType(RefusDocument.class).isThrownBy(() -> verifier(nom, contenu))
			.withMessage("Ce type de fichier n’est pas accepté. Sont acceptés : "
					+ "PDF, JPG, PNG, ODT, ODS, DOCX, XLSX, TXT, CSV.")
			.satisfies((refus) -> assertThat(refus.statut().value()).isEqualTo(415));
	}

	static Stream<Arguments> menteurs() {
		return Stream.of(arguments("photo.pdf", FichiersExemples.image("png"), "PNG"),
				arguments("budget.docx", FichiersExemples.xlsx(), "XLSX"),
				arguments("devis.exe", FichiersExemples.pdf(), "PDF"),
				arguments("notes.pdf", FichiersExemples.texte("Bonjour"), "TXT"));
	}

	@ParameterizedTest
	@MethodSource("menteurs")
	void aNameThatSaysAnotherTypeIsRefused(String nom, byte[] contenu, String vrai) {
		assertThatExceptionOfType(RefusDocument.class).isThrownBy(() -> verifier(nom, contenu))
			.withMessageStartingWith("Le nom de ce fichier finit par « .%s », mais son contenu est du type %s."
				.formatted(nom.substring(nom.indexOf('.') + 1), vrai))
			.satisfies((refus) -> assertThat(refus.statut().value()).isEqualTo(415));
	}

	@Test
	void anArchiveIsNotUnpackedToKnowIt() throws IOException {
		byte[] bombe = FichiersExemples.archive(Map.of("mimetype", "a".repeat(50_000_000)));
		assertThat(bombe.length).isLessThan(100_000);
		assertThatExceptionOfType(RefusDocument.class).isThrownBy(() -> verifier("bombe.odt", bombe));
	}

	private TypesFichiers.Fichier verifier(String nom, byte[] contenu) throws IOException {
		Path fichier = Files.write(this.dossier.resolve("recu"), contenu);
		return this.types.verifier(fichier, NomFichier.de(nom));
	}

	/** The settings as they stand in {@code config/application.yaml}. */
	private static DocumentSettings reglages() {
		StandardEnvironment environnement = new StandardEnvironment();
		try {
			new YamlPropertySourceLoader().load("application", new ClassPathResource("config/application.yaml"))
				.forEach(environnement.getPropertySources()::addLast);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		return Binder.get(environnement).bind("compagnonnage.document", Bindable.of(DocumentSettings.class)).get();
	}

}
