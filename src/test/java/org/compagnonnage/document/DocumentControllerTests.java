package org.compagnonnage.document;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Optional;

import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.dossier.Dossiers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class DocumentControllerTests {

	private static final Dossier DOSSIER = new Dossier("ADM-2026-000001", "admission-cae", "37", "accueil", null, null,
			null, Instant.EPOCH, null);

	private final Documents documents = mock(Documents.class);

	private final Dossiers dossiers = mock(Dossiers.class);

	private final DocumentAccess acces = mock(DocumentAccess.class);

	private final MockMvcTester mvc = MockMvcTester
		.of(new DocumentController(this.documents, this.dossiers, this.acces));

	@BeforeEach
	void unDocument() {
		given(this.dossiers.trouver("ADM-2026-000001")).willReturn(Optional.of(DOSSIER));
		given(this.documents.trouver("un"))
			.willReturn(Optional.of(document("Contrat d’été\r\n\"Œuvre\".pdf", "application/pdf")));
		given(this.documents.lire("un")).willReturn(new ByteArrayInputStream("%PDF".getBytes()));
	}

	@Test
	void aPersonWhoSeesTheCaseReadsItsDocument() {
		given(this.acces.authentifie()).willReturn(true);
		given(this.acces.peutVoir(DOSSIER)).willReturn(true);
		assertThat(this.mvc.get().uri("/camunda/api/documents/un")).hasStatusOk()
			.hasContentType(MediaType.APPLICATION_PDF)
			.hasHeader("X-Content-Type-Options", "nosniff")
			.hasHeader("Cache-Control", "no-store, private")
			.bodyText()
			.isEqualTo("%PDF");
		assertThat(this.mvc.get()
			.uri("/camunda/api/documents/un")
			.exchange()
			.getResponse()
			.getHeader("Content-Disposition")).startsWith("inline; ")
			.contains("filename*=UTF-8''Contrat%20d%E2%80%99%C3%A9t%C3%A9---%C5%92uvre-.pdf")
			.doesNotContain("\n", "\r");
	}

	@ParameterizedTest
	@CsvSource({ "image/png, inline", "image/jpeg, inline", "text/csv, attachment", "text/plain, attachment",
			"application/vnd.oasis.opendocument.text, attachment" })
	void whatABrowserDoesNotShowSafelyIsSaved(String type, String disposition) {
		given(this.acces.authentifie()).willReturn(true);
		given(this.acces.peutVoir(DOSSIER)).willReturn(true);
		given(this.documents.trouver("un")).willReturn(Optional.of(document("x", type)));
		MvcTestResult reponse = this.mvc.get().uri("/camunda/api/documents/un").exchange();
		assertThat(reponse).hasStatusOk()
			.hasContentType(type)
			.hasHeader("X-Content-Type-Options", "nosniff")
			.hasHeader("Content-Length", "4");
		assertThat(reponse.getResponse().getHeader("Content-Disposition")).startsWith(disposition + "; ");
	}

	@Test
	void withoutASessionOneIsAskedToSignIn() {
		assertThat(this.mvc.get().uri("/camunda/api/documents/un")).hasStatus(401)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.extractingPath("$.title")
			.isEqualTo("Connexion requise");
	}

	@Test
	void anotherPerimetresDocumentDoesNotExist() {
		given(this.acces.authentifie()).willReturn(true);
		assertThat(this.mvc.get().uri("/camunda/api/documents/un")).hasStatus(404)
			.bodyJson()
			.extractingPath("$.title")
			.isEqualTo("Document introuvable");
		assertThat(this.mvc.get().uri("/camunda/api/documents/deux")).hasStatus(404);
	}

	private static Document document(String nom, String type) {
		return new Document("un", "ADM-2026-000001", nom, type, "admission/cape", "1.0.0",
				Instant.parse("2026-11-21T09:00:00Z"), 4, null);
	}

}
