package org.compagnonnage.document;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class DocumentControllerTests {

	private final Documents documents = mock(Documents.class);

	private final DocumentAccess acces = mock(DocumentAccess.class);

	private final MockMvcTester mvc = MockMvcTester.of(new DocumentController(this.documents, this.acces));

	@BeforeEach
	void unDocument() {
		given(this.documents.trouver("un")).willReturn(Optional.of(document("Contrat d’été\r\n\"Œuvre\".pdf")));
		given(this.documents.contenu("un")).willReturn("%PDF".getBytes());
	}

	@Test
	void aPersonWhoSeesTheCaseReadsItsDocument() {
		given(this.acces.authentifie()).willReturn(true);
		given(this.acces.peutVoir("ADM-2026-000001")).willReturn(true);
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

	private static Document document(String nom) {
		return new Document("un", "ADM-2026-000001", nom, "application/pdf", "admission/cape", "1.0.0",
				Instant.parse("2026-11-21T09:00:00Z"));
	}

}
