package org.compagnonnage.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.compagnonnage.organisation.Organisation;
import org.compagnonnage.support.ConfiguredOrganisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PdfModelesTests {

	private static final Set<String> SANS_EFFET = Set.of("porteurTelephone");

	private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneId.of("Europe/Paris"));

	private final Organisation organisation = ConfiguredOrganisation.organisation();

	private final PdfModeles modeles = new PdfModeles(new Gabarits(this.organisation, this.clock), this.clock);

	@Test
	void theCapeSaysAllThatTheCommercialCodeAsks() throws IOException {
		String texte = texte("cape", ContratsExemples.cape());
		Organisation.Cape clauses = this.organisation.contrats().cape();
		assertThat(texte).contains("Anne-Éléonore Œuvrard-Lefèbvre", "Coopérative Artefacts", "000 000 000",
				"ADM-2026-000123", "21/11/2026", "01/12/2026", "30/11/2027", "12 mois", "1 500 € HT", "R. 127-3",
				"« à la main »", "page 1 / ");
		assertThat(texte).contains(
				"bénéficie d’un contrat d’appui au projet d’entreprise pour la création ou la reprise d’une activité économique",
				"Terme du contrat : 30/11/2027");
		contient(texte, clauses.avantActivite(), clauses.apresActivite(), clauses.moyens(), clauses.chargeFinale(),
				clauses.comptes(), clauses.situationSociale(), clauses.renouvellement(), clauses.ruptureAnticipee());
		contient(texte, formulaire(ContratsExemples.cape(), "cape"));
	}

	@Test
	void theCesaSaysAllThatTheLabourCodeAsks() throws IOException {
		String texte = texte("cesa", ContratsExemples.cesa());
		Organisation.Cesa clauses = this.organisation.contrats().cesa();
		assertThat(texte).contains("04/01/2027", "11,5 %", "1 234,50 €", "L. 7331-2", "L. 7331-3", "trois ans");
		contient(texte, this.organisation.contrats().statuts(), clauses.accompagnement(), clauses.controle(),
				clauses.contribution(), clauses.remuneration(), clauses.periodeEssai(), clauses.conditionsTravail(),
				clauses.clientele(), clauses.proprieteIntellectuelle(), clauses.rupture());
		contient(texte, formulaire(ContratsExemples.cesa(), "cesa"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "cape", "cesa" })
	void everyValueOfAContractIsNeeded(String contrat) {
		Map<String, Object> complet = "cape".equals(contrat) ? ContratsExemples.cape() : ContratsExemples.cesa();
		assertThat(complet.keySet()).filteredOn((champ) -> !SANS_EFFET.contains(champ)).allSatisfy((champ) -> {
			Map<String, Object> troue = "cape".equals(contrat) ? ContratsExemples.cape() : ContratsExemples.cesa();
			troue.remove(champ);
			assertThatExceptionOfType(ValeurManquante.class)
				.isThrownBy(() -> this.modeles.pdf("admission/" + contrat, troue))
				.satisfies((manque) -> assertThat(manque.champ()).isEqualTo(champ));
			troue.put(champ, "  ");
			assertThatExceptionOfType(ValeurManquante.class)
				.isThrownBy(() -> this.modeles.pdf("admission/" + contrat, troue));
		});
	}

	@Test
	void theSameValuesAtTheSameInstantGiveTheSameBytes() throws InterruptedException {
		byte[] premier = this.modeles.pdf("admission/cape", ContratsExemples.cape());
		Thread.sleep(1100);
		assertThat(this.modeles.pdf("admission/cape", ContratsExemples.cape())).isEqualTo(premier);
	}

	@Test
	void aPdfCarriesItsFontsItsTitleAndItsLanguage() throws IOException {
		try (PDDocument document = Loader.loadPDF(this.modeles.pdf("admission/cesa", ContratsExemples.cesa()))) {
			for (PDPage page : document.getPages()) {
				for (var nom : page.getResources().getFontNames()) {
					assertThat(page.getResources().getFont(nom).isEmbedded()).isTrue();
					assertThat(page.getResources().getFont(nom).getName()).contains("LiberationSans");
				}
			}
			assertThat(document.getDocumentInformation().getTitle())
				.isEqualTo("Contrat d’entrepreneur salarié associé (CESA) – ADM-2026-000123");
			assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
			assertThat(document.getDocumentInformation().getCreationDate().toInstant()).isEqualTo(this.clock.instant());
		}
	}

	@Test
	void freeTextCannotBringMarkupOrFilesIntoAContract() throws IOException {
		Map<String, Object> valeurs = ContratsExemples.cape();
		valeurs.put("capeMoyens", "<img src=\"file:///etc/hostname\"/> & <script>x</script> \u0001\u000b ok");
		assertThat(texte("cape", valeurs)).contains("<img src=\"file:///etc/hostname\"/> & <script>x</script>");
	}

	@Test
	void whatCannotBePrintedIsNamedInsteadOfBecomingASign() {
		Map<String, Object> valeurs = ContratsExemples.cape();
		valeurs.put("capeMoyens", "Un atelier \ud83d\ude00");
		assertThatExceptionOfType(ValeurManquante.class).isThrownBy(() -> this.modeles.pdf("admission/cape", valeurs))
			.withMessageContaining(
					"les moyens mis à disposition, où le caractère « \ud83d\ude00 » ne peut pas être imprimé (capeMoyens)");
	}

	@Test
	void spacesHyphensAndAccentsOfOtherKeyboardsArePrinted() throws IOException {
		Map<String, Object> valeurs = ContratsExemples.cape();
		valeurs.put("capeMoyens", "1\u202f200 € e\u0301tablis, rendez\u2011vous\u200b, Łódź, Ñandú, Ășț");
		assertThat(texte("cape", valeurs)).contains("1 200 € établis, rendez-vous, Łódź, Ñandú, Ășț");
	}

	@Test
	void aTemplateTellsItsVersion() {
		assertThat(this.modeles.version("admission/cape")).isEqualTo("1.0.1");
	}

	private String texte(String contrat, Map<String, Object> valeurs) throws IOException {
		byte[] pdf = this.modeles.pdf("admission/" + contrat, valeurs);
		Path dossier = Files.createDirectories(Path.of("target/apercus"));
		Files.write(dossier.resolve(contrat + ".pdf"), pdf);
		try (PDDocument document = Loader.loadPDF(pdf)) {
			PDFTextStripper lecteur = new PDFTextStripper();
			lecteur.setSortByPosition(true);
			return unie(lecteur.getText(document));
		}
	}

	private static String[] formulaire(Map<String, Object> valeurs, String prefixe) {
		return valeurs.entrySet()
			.stream()
			.filter((valeur) -> valeur.getKey().startsWith(prefixe))
			.map(Map.Entry::getValue)
			.filter(String.class::isInstance)
			.map(Object::toString)
			.filter((valeur) -> !valeur.matches("\\d{4}-\\d\\d-\\d\\d"))
			.toArray(String[]::new);
	}

	/** Page breaks put the running lines in the middle of a text: look at its ends. */
	private static void contient(String texte, String... attendus) {
		for (String attendu : attendus) {
			for (String ligne : attendu.split("\\R")) {
				String unie = unie(ligne);
				assertThat(texte).contains(unie.substring(0, Math.min(40, unie.length())));
				assertThat(texte).contains(unie.substring(Math.max(0, unie.length() - 30)));
			}
		}
	}

	private static String unie(String texte) {
		return texte.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
	}

}
