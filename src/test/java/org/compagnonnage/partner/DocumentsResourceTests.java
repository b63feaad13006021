package org.compagnonnage.partner;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.compagnonnage.document.Documents;
import org.compagnonnage.document.FichiersExemples;
import org.compagnonnage.dossier.Dossier;
import org.compagnonnage.support.FormulaireEssai;
import org.compagnonnage.support.PartnerApiTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.BDDMockito.given;

/** Files that a partner attaches to its cases; on H2. */
class DocumentsResourceTests extends PartnerApiTest {

	private static final AtomicInteger REFERENCES = new AtomicInteger(200_000);

	private static final int LIMITE = 20 * 1024 * 1024;

	private static final byte[] PDF = FichiersExemples.pdf();

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Documents documents;

	private String reference;

	@BeforeEach
	void unDossier() {
		this.reference = "ADM-2026-" + REFERENCES.incrementAndGet();
		existe(dossier(this.reference, "diagnostic"));
	}

	@Test
	void a_file_is_kept_as_it_was_and_told() {
		HttpResponse<String> reponse = joindre("Devis signé.pdf", PDF);
		assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(201);
		assertThat(reponse.headers().firstValue("Location")).isEmpty();
		JsonNode corps = lire(reponse);
		assertThat(corps.properties()).extracting(Map.Entry::getKey)
			.containsExactlyInAnyOrder("id", "nom", "type", "taille", "deposeLe");
		assertThat(corps.path("nom").asText()).isEqualTo("Devis signé.pdf");
		assertThat(corps.path("type").asText()).isEqualTo("application/pdf");
		assertThat(corps.path("taille").asInt()).isEqualTo(PDF.length);
		assertThat(Instant.parse(corps.path("deposeLe").asText())).isBetween(Instant.now().minusSeconds(60),
				Instant.now());
		assertThat(this.documents.contenu(corps.path("id").asText())).isEqualTo(PDF);
		HttpResponse<String> liste = get(chemin());
		assertThat(liste.statusCode()).isEqualTo(200);
		assertThat(lire(liste).path("elements")).containsExactly(corps);
	}

	@Test
	void a_name_is_kept_safe_for_other_computers() {
		assertThat(lire(joindre("Devis : n° 1 ?.PDF", PDF)).path("nom").asText()).isEqualTo("Devis - n° 1 -.pdf");
	}

	@Test
	void a_name_without_an_ending_gets_that_of_its_type() {
		assertThat(lire(joindre("plan", PDF)).path("nom").asText()).isEqualTo("plan.pdf");
	}

	@Test
	void a_name_may_have_two_hundred_letters_of_any_kind() {
		assertThat(lire(joindre("é".repeat(200) + ".pdf", PDF)).path("nom").asText()).startsWith("ééé")
			.endsWith(".pdf");
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../etc/passwd.pdf", "/tmp/devis.pdf", "C:\\devis.pdf", "devis\u0007.pdf",
			"devis\u0000.pdf", "\u202Efdp.devis", "devis\u200B.pdf", "devis\uFFFD.pdf", " ", "" })
	void a_name_with_a_path_or_with_what_nobody_sees_is_refused(String nom) {
		assertRefuse(joindre(nom, PDF), "fichier");
		assertRien();
	}

	@Test
	void a_name_that_is_not_utf_8_is_refused() {
		FormulaireEssai formulaire = FormulaireEssai.fichier("devisXX.pdf", PDF);
		byte[] octets = new String(formulaire.octets(), StandardCharsets.ISO_8859_1).replace("XX", "\u00e9\u00e9")
			.getBytes(StandardCharsets.ISO_8859_1);
		assertRefuse(envoyer(
				requete(chemin()).header("Content-Type", formulaire.type()).POST(BodyPublishers.ofByteArray(octets))),
				"fichier");
		assertRien();
	}

	static Stream<Arguments> formulairesInvalides() {
		return Stream.of(arguments("no part", new FormulaireEssai(), List.of("fichier")),
				arguments("a text", new FormulaireEssai().avec("fichier", null, PDF), List.of("fichier")),
				arguments("two files", FormulaireEssai.fichier("a.pdf", PDF).avec("fichier", "b.pdf", PDF),
						List.of("fichier")),
				arguments("the same twice", FormulaireEssai.fichier("a.pdf", PDF).avec("fichier", "a.pdf", PDF),
						List.of("fichier")),
				arguments("a title", FormulaireEssai.fichier("a.pdf", PDF).avec("titre", null, new byte[] { 'a' }),
						List.of("titre")),
				arguments("another field", new FormulaireEssai().avec("document", "a.pdf", PDF), List.of("document")),
				arguments("a field that cannot be shown", FormulaireEssai.fichier("a.pdf", PDF).avec("<b>", null, PDF),
						List.of("(nom illisible)")),
				arguments("an empty file", FormulaireEssai.fichier("a.pdf", new byte[0]), List.of("fichier")));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("formulairesInvalides")
	void a_form_with_anything_else_than_one_file_is_refused(String cas, FormulaireEssai formulaire,
			List<String> champs) {
		assertRefuse(joindre(formulaire), champs.toArray(String[]::new));
		assertRien();
	}

	@Test
	void a_form_with_very_many_parts_is_not_read_to_its_end() {
		FormulaireEssai formulaire = new FormulaireEssai();
		for (int partie = 0; partie < 1000; partie++) {
			formulaire.avec("champ" + partie, null, new byte[] { 'a' });
		}
		probleme(joindre(formulaire), 400, "corps-illisible");
		assertRien();
	}

	@Test
	void a_form_that_is_none_or_not_whole_is_refused() {
		FormulaireEssai formulaire = FormulaireEssai.fichier("a.pdf", PDF);
		byte[] octets = formulaire.octets();
		for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=",
				"multipart/form-data; boundary=autre", "Multipart/Form-Data ;boundary=" + "x".repeat(200))) {
			HttpResponse<String> reponse = envoyer(
					requete(chemin()).header("Content-Type", type).POST(BodyPublishers.ofByteArray(octets)));
			assertThat(reponse.statusCode()).as(type).isEqualTo(400);
		}
		for (byte[] corps : List.of(new byte[0], new byte[] { 0, 1 }, "{}".getBytes(StandardCharsets.UTF_8),
				Arrays.copyOf(octets, 60), Arrays.copyOf(octets, octets.length - 60))) {
			HttpResponse<String> reponse = envoyer(requete(chemin()).header("Content-Type", formulaire.type())
				.POST(BodyPublishers.ofByteArray(corps)));
			assertThat(reponse.statusCode()).as(corps.length + " bytes: " + reponse.body()).isEqualTo(400);
			assertThat(reponse.body()).contains("urn:compagnonnage:probleme:").doesNotContain("Exception");
		}
		assertRien();
	}

	@Test
	void a_part_with_endless_headers_is_refused() {
		probleme(joindre("a".repeat(20_000) + ".pdf", PDF), 400, "corps-illisible");
		assertRien();
	}

	@Test
	void a_wrong_type_names_those_that_are_taken() {
		for (byte[] contenu : List.of(FichiersExemples.HTML, FichiersExemples.PROGRAMME)) {
			JsonNode probleme = probleme(joindre("page.pdf", contenu), 415, "format-non-pris-en-charge");
			assertThat(probleme.path("detail").asText()).contains("Sont acceptés : PDF");
			assertThat(probleme.at("/erreurs/0/champ").asText()).isEqualTo("fichier");
		}
		probleme(joindre("devis.docx", PDF), 415, "format-non-pris-en-charge");
		assertRien();
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/octet-stream", "application/pdf",
			"application/x-www-form-urlencoded", "multipart/mixed; boundary=x", "multipart/form-data-x", "n'importe" })
	void a_body_that_is_no_form_is_refused(String type) {
		HttpResponse<String> reponse = envoyer(
				requete(chemin()).header("Content-Type", type).POST(BodyPublishers.ofByteArray(PDF)));
		assertThat(probleme(reponse, 415, "format-non-pris-en-charge").path("detail").asText())
			.contains("multipart/form-data");
		assertThat(reponse.headers().firstValue("Accept")).hasValue("multipart/form-data");
		assertRien();
	}

	@Test
	void a_body_without_a_type_is_refused() {
		probleme(envoyer(requete(chemin()).POST(BodyPublishers.ofByteArray(PDF))), 415, "format-non-pris-en-charge");
	}

	@Test
	void other_operations_take_no_form_and_no_large_body() {
		FormulaireEssai formulaire = FormulaireEssai.fichier("a.pdf", PDF);
		HttpResponse<String> reponse = envoyer(requete("/api/v1/admissions").header("Content-Type", formulaire.type())
			.POST(BodyPublishers.ofByteArray(formulaire.octets())));
		assertThat(probleme(reponse, 415, "format-non-pris-en-charge").path("detail").asText())
			.contains("application/json");
		for (String adresse : List.of("/api/v1/admissions", "/api/v1/dossiers/" + this.reference + "/retrait",
				chemin())) {
			JsonNode probleme = probleme(post(adresse, new byte[256 * 1024 + 1]), 413, "corps-trop-volumineux");
			assertThat(probleme.path("detail").asText()).contains("256\u00a0Kio");
			probleme(envoyer(requete(adresse + "/").header("Content-Type", formulaire.type())
				.POST(BodyPublishers.ofByteArray(new byte[256 * 1024 + 1]))), 413, "corps-trop-volumineux");
		}
	}

	@Test
	void the_limit_is_twenty_mebibytes_to_the_byte() {
		byte[] juste = FichiersExemples.pdf(LIMITE);
		HttpResponse<String> reponse = joindre("juste.pdf", juste);
		assertThat(reponse.statusCode()).as(reponse.body()).isEqualTo(201);
		assertThat(this.documents.contenu(lire(reponse).path("id").asText())).isEqualTo(juste);
		FormulaireEssai trop = FormulaireEssai.fichier("trop.pdf", FichiersExemples.pdf(LIMITE + 1));
		for (HttpResponse<String> refus : List.of(joindre(trop),
				envoyer(requete(chemin()).header("Content-Type", trop.type())
					.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(trop.octets())))))) {
			JsonNode probleme = probleme(refus, 413, "corps-trop-volumineux");
			assertThat(probleme.path("detail").asText()).contains("20\u00a0Mio");
			assertThat(probleme.at("/erreurs/0/champ").asText()).isEqualTo("fichier");
		}
		assertThat(kept()).isOne();
	}

	@Test
	void a_very_large_part_that_is_no_file_is_not_kept_either() {
		HttpResponse<String> reponse = joindre(
				new FormulaireEssai().avec("titre", null, FichiersExemples.pdf(3 * LIMITE)));
		assertThat(reponse.statusCode()).as(reponse.body()).isIn(400, 413);
		assertRien();
	}

	@Test
	void the_case_of_another_partner_has_no_documents_for_this_one() {
		for (String autre : Arrays.asList("autre", null)) {
			existe(dossier(this.reference, "admission-cae", "37", "accueil", null, autre));
			probleme(get(chemin()), 404, "introuvable");
			probleme(joindre("a.pdf", PDF), 404, "introuvable");
		}
		assertRien();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ADM-2026-999999", "x", "%27--", "ADM-2026-000123%20" })
	void a_case_that_does_not_exist_has_no_documents(String inconnue) {
		probleme(get("/api/v1/dossiers/" + inconnue + "/documents"), 404, "introuvable");
		probleme(joindre(inconnue, FormulaireEssai.fichier("a.pdf", PDF)), 404, "introuvable");
	}

	@Test
	void a_key_for_another_programme_or_perimetre_sees_no_such_case() {
		existe(dossier(this.reference, "admission-cae", "44", "accueil", null, this.partenaire));
		probleme(joindre("a.pdf", PDF), 404, "introuvable");
		cleDe("mission-compagnonnage", "44");
		probleme(joindre("a.pdf", PDF), 404, "introuvable");
		probleme(get(chemin()), 404, "introuvable");
		assertRien();
	}

	@Test
	void nothing_is_added_to_a_closed_case_but_its_files_stay() {
		joindre("avant.pdf", PDF);
		existe(dossier(this.reference, "close"));
		assertThat(probleme(joindre("apres.pdf", PDF), 409, "dossier-clos").path("detail").asText()).contains("clos");
		assertThat(noms()).containsExactly("avant.pdf");
	}

	@Test
	void a_case_that_closes_meanwhile_takes_nothing() {
		given(this.dossiers.reserver(this.reference)).willReturn(Optional.of(dossier(this.reference, "close")));
		probleme(joindre("apres.pdf", PDF), 409, "dossier-clos");
		assertRien();
	}

	@Test
	void a_full_case_takes_nothing() {
		for (int rang = 0; rang < 200; rang++) {
			ligne("referent37", null);
		}
		assertThat(probleme(joindre("a.pdf", PDF), 409, "dossier-clos").path("detail").asText())
			.contains("200 fichiers");
		assertThat(kept()).isEqualTo(200);
	}

	@Test
	void files_of_the_staff_and_of_others_are_not_listed() {
		ligne("referent37", null);
		ligne(null, "autre");
		ligne(null, null);
		joindre("a.pdf", PDF);
		assertThat(noms()).containsExactly("a.pdf");
	}

	@Test
	void the_same_form_sent_again_with_another_boundary_gets_the_first_answer() {
		HttpResponse<String> premiere = joindreUneFois("a.pdf", PDF, "k1");
		HttpResponse<String> seconde = joindreUneFois("a.pdf", PDF, "k1");
		assertThat(premiere.statusCode()).isEqualTo(201);
		assertThat(seconde.statusCode()).isEqualTo(201);
		assertThat(seconde.body()).isEqualTo(premiere.body());
		assertThat(seconde.headers().firstValue("Location")).isEmpty();
		assertThat(kept()).isOne();
		probleme(joindreUneFois("b.pdf", PDF, "k1"), 422, "idempotence-incoherente");
		probleme(joindreUneFois("a.pdf", Arrays.copyOf(PDF, PDF.length + 1), "k1"), 422, "idempotence-incoherente");
		FormulaireEssai autre = FormulaireEssai.fichier("a.pdf", PDF).avec("titre", null, new byte[0]);
		probleme(envoyer(requete(chemin()).header("Content-Type", autre.type())
			.header("Idempotency-Key", "k1")
			.POST(BodyPublishers.ofByteArray(autre.octets()))), 422, "idempotence-incoherente");
		assertThat(kept()).isOne();
	}

	@Test
	void the_same_file_without_a_key_or_with_another_is_attached_again() {
		joindreUneFois("a.pdf", PDF, "k1");
		joindreUneFois("a.pdf", PDF, "k2");
		joindre("a.pdf", PDF);
		assertThat(noms()).containsExactly("a.pdf", "a.pdf", "a.pdf");
	}

	@Test
	void without_a_key_of_a_partner_nothing_is_received() {
		this.partenaires.revoquer(this.partenaires
			.delivrer(this.partenaire, List.of("admission-cae"), List.of("37"), LocalDate.now().plusDays(1))
			.id());
		this.cle = "inconnue";
		probleme(joindre("a.pdf", PDF), 401, "cle-refusee");
		probleme(get(chemin()), 401, "cle-refusee");
		assertRien();
	}

	private void existe(Dossier dossier) {
		given(this.dossiers.trouver(this.reference)).willReturn(Optional.of(dossier));
		given(this.dossiers.reserver(this.reference)).willReturn(Optional.of(dossier));
	}

	private void ligne(String personne, String autre) {
		this.jdbc.sql("""
				insert into document (id, reference, nom, type, cree_le, taille, depose_par, partenaire)
				values (?, ?, 'x.pdf', 'application/pdf', current_timestamp, 1, ?, ?)""")
			.params(UUID.randomUUID().toString(), this.reference, personne, autre)
			.update();
	}

	private HttpResponse<String> joindre(String nom, byte[] contenu) {
		return joindre(FormulaireEssai.fichier(nom, contenu));
	}

	private HttpResponse<String> joindre(FormulaireEssai formulaire) {
		return joindre(this.reference, formulaire);
	}

	private HttpResponse<String> joindreUneFois(String nom, byte[] contenu, String cle) {
		FormulaireEssai formulaire = FormulaireEssai.fichier(nom, contenu);
		return envoyer(requete(chemin()).header("Content-Type", formulaire.type())
			.header("Idempotency-Key", cle)
			.POST(BodyPublishers.ofByteArray(formulaire.octets())));
	}

	private String chemin() {
		return "/api/v1/dossiers/" + this.reference + "/documents";
	}

	private List<String> noms() {
		return lire(get(chemin())).path("elements").findValuesAsText("nom");
	}

	private void assertRien() {
		assertThat(kept()).isZero();
	}

	private int kept() {
		return this.jdbc.sql("select count(*) from document where reference = ?")
			.param(this.reference)
			.query(Integer.class)
			.single();
	}

}
