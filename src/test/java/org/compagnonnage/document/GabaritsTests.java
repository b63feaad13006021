package org.compagnonnage.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.compagnonnage.support.ConfiguredOrganisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GabaritsTests {

	private static final Path RESSOURCES = Path.of("src/main/resources");

	private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");

	private static final Pattern RACINE = Pattern.compile("(?<![.#\\w'’])[a-z][A-Za-z]*");

	private static final Pattern FRAGMENT = Pattern.compile("~\\{([a-z0-9/-]+\\.(?:html|txt))");

	private static final Set<String> TOUJOURS = Set.of("organisation", "lieu", "aujourdhui", "ecrit", "reference");

	private static final Set<String> LANGAGE = Set.of("and", "or", "not", "null", "eq", "ne", "true", "false");

	private static final Set<String> FRAGMENTS = Set.of("titre", "sujet", "version", "contenu", "largeur", "manque");

	/** A name that a loop or a {@code th:with} gives. */
	private static final Pattern LOCALE = Pattern.compile("th:(?:each|with)=\"(\\w+)(?:, *(\\w+))? *[:=]");

	private final Gabarits gabarits = new Gabarits(ConfiguredOrganisation.organisation(), Clock.systemUTC());

	@Test
	void aMissingValueIsNamedInsteadOfBeingLeftBlank() {
		assertThatExceptionOfType(ValeurManquante.class)
			.isThrownBy(
					() -> this.gabarits
						.html("mail/admission/demande-retiree",
								Map.of("reference", "ADM-2026-000001", "perimetre", "37", "porteurPrenom", "Zoé",
										"retraitLe", "2026-10-05")))
			.satisfies((manque) -> {
				assertThat(manque.champ()).isEqualTo("retraitMotif");
				assertThat(manque.libelle()).isEqualTo("le motif du retrait");
			})
			.withMessage("Il manque une valeur : le motif du retrait (retraitMotif).");
	}

	@Test
	void aBlankValueIsAMissingOne() {
		assertThatExceptionOfType(ValeurManquante.class)
			.isThrownBy(() -> this.gabarits.texte("mail/admission/demande-retiree",
					Map.of("reference", "ADM-2026-000001", "perimetre", "37", "porteurPrenom", " \n\t", "retraitMotif",
							"x", "retraitLe", "2026-10-05")))
			.satisfies((manque) -> assertThat(manque.champ()).isEqualTo("porteurPrenom"));
	}

	@Test
	void aPerimetreThatIsUnknownIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(
				() -> this.gabarits.texte("mail/admission/demande-retiree", Map.of("reference", "ADM-2026-000001",
						"perimetre", "99", "porteurPrenom", "Zoé", "retraitMotif", "x", "retraitLe", "2026-10-05")));
	}

	@Test
	void aPerimetreThatIsForgottenIsRefusedButNoneIsTheHeadOffice() {
		Map<String, Object> valeurs = new HashMap<>(Map.of("reference", "ADM-2026-000001", "porteurPrenom", "Zoé",
				"retraitMotif", "x", "retraitLe", "2026-10-05"));
		assertThatExceptionOfType(ValeurManquante.class)
			.isThrownBy(() -> this.gabarits.texte("mail/admission/demande-retiree", valeurs))
			.satisfies((manque) -> assertThat(manque.champ()).isEqualTo("perimetre"));
		valeurs.put("perimetre", null);
		assertThat(this.gabarits.texte("mail/admission/demande-retiree", valeurs)).contains("Artefacts, siège",
				"6 rue Édouard-Branly", "contact@cooperative.example");
	}

	@Test
	void aPerimetreOutsideTheTerritoriesIsServedFromTheHeadOffice() {
		assertThat(
				this.gabarits.texte("mail/admission/demande-retiree",
						Map.of("reference", "ADM-2026-000001", "perimetre", "oise", "porteurPrenom", "Zoé",
								"retraitMotif", "x", "retraitLe", "2026-10-05")))
			.contains("Oise", "6 rue Édouard-Branly");
	}

	@ParameterizedTest
	@ValueSource(strings = { "../application", "mail/admission/../../x", "admission/contrat", "mail/contrat" })
	void aNameThatIsNotATemplatesIsRefused(String modele) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.gabarits.html(modele, Map.of("perimetre", "37")));
	}

	@Test
	void valuesAreNeverReadAsMarkupOrExpressions() {
		Map<String, Object> valeurs = Map.of("reference", "ADM-2026-000001", "perimetre", "37", "porteurPrenom",
				"<b>Zoé</b>", "retraitMotif", "${organisation.siren} [[${1+1}]] __${2}__ \u0000\u0007fin", "retraitLe",
				"2026-10-05");
		assertThat(this.gabarits.html("mail/admission/demande-retiree", valeurs))
			.contains("&lt;b&gt;Zoé&lt;/b&gt;", "${organisation.siren} [[${1+1}]] __${2}__ fin")
			.doesNotContain("<b>Zoé");
		assertThat(this.gabarits.texte("mail/admission/demande-retiree", valeurs)).contains("Bonjour <b>Zoé</b>,",
				"${organisation.siren} [[${1+1}]] __${2}__ fin");
	}

	@ParameterizedTest
	@MethodSource("modeles")
	void aTemplateDeclaresAllItUsesAndUsesAllItDeclares(Path modele) throws IOException {
		String source = Files.readString(modele, StandardCharsets.UTF_8);
		Matcher entete = Pattern.compile("\\A<!--/\\*(.*?)\\*/-->", Pattern.DOTALL).matcher(source);
		assertThat(entete.find()).isTrue();
		Set<String> declarees = new HashSet<>();
		entete.group(1)
			.lines()
			.filter((ligne) -> ligne.contains("="))
			.forEach((ligne) -> declarees.add(ligne.split("=")[0].strip()));
		Set<String> lues = lues(modele);
		Path texte = Path.of(modele.toString().replace(".html", ".txt"));
		if (Files.exists(texte)) {
			assertThat(Files.readString(texte)).startsWith("Objet: ").doesNotContain("[[");
			Set<String> duTexte = lues(texte);
			lues.addAll(duTexte);
		}
		lues.removeAll(LANGAGE);
		lues.removeAll(FRAGMENTS);
		lues.removeAll(locales(modele));
		lues.removeAll(Files.exists(texte) ? locales(texte) : Set.of());
		Set<String> horsDeclaration = new HashSet<>(lues);
		horsDeclaration.removeAll(declarees);
		horsDeclaration.removeAll(TOUJOURS);
		assertThat(horsDeclaration).as("used, not declared").isEmpty();
		declarees.removeAll(lues);
		declarees.removeAll(TOUJOURS);
		assertThat(declarees).as("declared, not used").isEmpty();
	}

	static List<Path> modeles() throws IOException {
		try (Stream<Path> fichiers = Files.walk(RESSOURCES)) {
			return fichiers.filter((fichier) -> fichier.toString().endsWith(".html"))
				.filter((fichier) -> fichier.startsWith(RESSOURCES.resolve("mail"))
						|| fichier.startsWith(RESSOURCES.resolve("document")))
				.filter((fichier) -> !estUnFragment(fichier))
				.toList();
		}
	}

	@ParameterizedTest
	@MethodSource("lettres")
	void everyLetterEndsWithTheSharedClosing(Path lettre) throws IOException {
		Path texte = Path.of(lettre.toString().replace(".html", ".txt"));
		assertThat(Files.readString(lettre)).contains(":: lettre(~{::title}, ~{::main/content()}, ")
			.contains("<p>Bonjour")
			.doesNotContain("Bien à vous", "${organisation.nom}");
		assertThat(Files.readString(texte)).contains("\n\nBonjour")
			.doesNotContain("Bien à vous", "${organisation.nom}")
			.endsWith("[# th:insert=\"~{mail/commun/pied.txt}\" /]");
	}

	static List<Path> lettres() throws IOException {
		return modeles().stream().filter((modele) -> modele.startsWith(RESSOURCES.resolve("mail"))).toList();
	}

	/** What others include is read with them. */
	private static boolean estUnFragment(Path fichier) {
		try {
			return Files.readString(fichier).contains("th:fragment=");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A fragment's comment shows how to use it. */
	private static String sansCommentaires(Path fichier) throws IOException {
		return Files.readString(fichier, StandardCharsets.UTF_8).replaceAll("(?s)<!--/\\*.*?\\*/-->", "");
	}

	/** The names that a template, or a fragment that it includes, gives itself. */
	private static Set<String> locales(Path fichier) throws IOException {
		String source = sansCommentaires(fichier);
		Set<String> locales = new HashSet<>();
		LOCALE.matcher(source)
			.results()
			.flatMap((trouve) -> Stream.of(trouve.group(1), trouve.group(2)))
			.filter((nom) -> nom != null)
			.forEach(locales::add);
		Matcher fragment = FRAGMENT.matcher(source);
		while (fragment.find()) {
			locales.addAll(locales(RESSOURCES.resolve(fragment.group(1))));
		}
		return locales;
	}

	/** The variables read by a template and the fragments it includes. */
	private static Set<String> lues(Path fichier) throws IOException {
		String source = sansCommentaires(fichier);
		Set<String> lues = new HashSet<>();
		Matcher expression = EXPRESSION.matcher(source);
		while (expression.find()) {
			String sansTextes = expression.group(1).replaceAll("'[^']*'", "''");
			RACINE.matcher(sansTextes).results().map((trouve) -> trouve.group()).forEach(lues::add);
		}
		Matcher fragment = FRAGMENT.matcher(source);
		for (String nom : Arrays.asList(fragment.results().map((trouve) -> trouve.group(1)).toArray(String[]::new))) {
			lues.addAll(lues(RESSOURCES.resolve(nom)));
		}
		return lues;
	}

}
