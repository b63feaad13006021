package org.compagnonnage.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every form of every programme refuses, field by field and row by row, with an
 * entry made from its own schema.
 */
class TousLesFormulairesTests {

	private static final ObjectMapper JSON = new ObjectMapper();

	/** Texts of which one suits any pattern that a form asks for. */
	private static final List<String> TEXTES = List.of("Un texte", "a@exemple.fr", "06 12 34 56 78", "ADM-2026-000001",
			"MIS-2026-000001", "CON-2026-000001", "CRP-2026-000001", "12");

	static List<Path> formulaires() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("forms"))) {
			return files.filter((file) -> file.toString().endsWith(".form")).sorted().toList();
		}
	}

	@ParameterizedTest
	@MethodSource("formulaires")
	void aCompleteEntryIsTaken(Path fichier) {
		Essai essai = new Essai(fichier);
		assertThat(essai.erreurs(essai.entree)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("formulaires")
	void aFieldThatTheFormDoesNotOfferIsRefusedByName(Path fichier) {
		Essai essai = new Essai(fichier);
		for (String pirate : List.of("pirate", "reference", "perimetre2", "orientationRegle", "placeAttribuee",
				"__proto__")) {
			essai.refuse(pirate, avec(essai.entree, pirate, TextNode.valueOf("x")));
			for (Champ liste : essai.listes()) {
				essai.refuse(liste.cle() + "[0]." + pirate, essai.avecLigne(liste, pirate, TextNode.valueOf("x")));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("formulaires")
	void everyRequiredFieldThatIsShownIsAskedFor(Path fichier) {
		Essai essai = new Essai(fichier);
		for (Place place : essai.places()) {
			if (place.champ().obligatoire() && place.champ().masqueSi().isEmpty() && !place.champ().lecture()) {
				for (String vide : List.of("null", "\"\"", "\" \\t \"")) {
					assertThat(essai.erreurs(place.avec(arbre(vide)))).as("%s : %s", place.nom(), vide)
						.contains(new Erreur(place.nom(), "Ce champ est obligatoire."));
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("formulaires")
	void everyFieldRefusesTheTypesThatItIsNotFor(Path fichier) {
		Essai essai = new Essai(fichier);
		for (Place place : essai.places()) {
			List<String> faux = new ArrayList<>(List.of("{}", "{\"value\":\"x\"}", "[\"pirate\"]"));
			faux.addAll(switch (place.champ().type()) {
				case "number" -> List.of("\"12\"", "true", "1e400", "\"NaN\"", "[]");
				case "textfield", "textarea" -> List.of("12", "true", "0.5", "[]");
				case "datetime" -> List.of("12", "true", "\"demain\"", "\"2026-13-01\"", "\"2026-02-30\"",
						"\"21/11/2026\"", "\"2026-11-21T10:00:00\"", "\"0001-01-01\"", "\"9999-12-31\"", "[]");
				case "radio", "select" -> List.of("12", "[]");
				case "checkbox" -> List.of("\"true\"", "1", "[]");
				default -> List.of("\"x\"", "12");
			});
			if (List.of("radio", "select").contains(place.champ().type()) && essai.choix(place.champ()).isArray()) {
				faux.addAll(List.of("\"ailleurs\"", "\"TRUE\""));
			}
			for (String valeur : faux) {
				essai.refuse(place.nom(), place.avec(arbre(valeur)));
			}
		}
		for (Champ liste : essai.listes()) {
			for (String valeur : List.of("\"x\"", "12", "true", "{}")) {
				essai.refuse(liste.cle(), avec(essai.entree, liste.cle(), arbre(valeur)));
			}
			essai.refuse(liste.cle() + "[0]", avec(essai.entree, liste.cle(), arbre("[\"x\"]")));
		}
	}

	@ParameterizedTest
	@MethodSource("formulaires")
	void everyTextHasALimitAndHoldsOnlyWhatCanBeStored(Path fichier) {
		Essai essai = new Essai(fichier);
		for (Place place : essai.places()) {
			if (!place.champ().type().startsWith("text") || place.champ().lecture()) {
				continue;
			}
			int max = place.champ().validation().path("maxLength").asInt();
			assertThat(max).as("limite de %s", place.nom()).isBetween(1, Champ.LONGUEUR_PAR_DEFAUT);
			assertThat(essai.erreurs(place.avec(TextNode.valueOf("a".repeat(max + 1)))))
				.contains(new Erreur(place.nom(), "Ce texte dépasse %d caractères.".formatted(max)));
			for (String sale : List.of("a\u0000b", "a\u001bb", "a\ud800b", "a\udc00")) {
				essai.refuse(place.nom(), place.avec(TextNode.valueOf(sale)));
			}
		}
	}

	private static Map<String, JsonNode> avec(Map<String, JsonNode> entree, String nom, JsonNode valeur) {
		Map<String, JsonNode> autre = new LinkedHashMap<>(entree);
		autre.put(nom, valeur);
		return autre;
	}

	private static JsonNode arbre(String json) {
		try {
			return JSON.readTree(json);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A field of the form, or of the first row of one of its lists. */
	private record Place(String nom, Champ champ, java.util.function.Function<JsonNode, Map<String, JsonNode>> entree) {

		Map<String, JsonNode> avec(JsonNode valeur) {
			return this.entree.apply(valeur);
		}

	}

	/** A form with a complete entry, and the case that goes with it. */
	private static final class Essai {

		private final Formulaire formulaire;

		private final Map<String, Object> dossier = new HashMap<>();

		private final Map<String, JsonNode> entree;

		Essai(Path fichier) {
			try {
				this.formulaire = Formulaire.lire(JSON.readTree(fichier.toFile()));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			this.entree = entree(this.formulaire);
			listes().stream()
				.filter(Champ::figee)
				.forEach((liste) -> this.dossier.put(liste.cle(),
						JSON.convertValue(this.entree.get(liste.cle()), Object.class)));
		}

		private Map<String, JsonNode> entree(Formulaire formulaire) {
			Map<String, JsonNode> entree = new LinkedHashMap<>();
			formulaire.champs().forEach((cle, champ) -> entree.put(cle, valeur(champ)));
			return entree;
		}

		private JsonNode valeur(Champ champ) {
			if (champ.lignes() != null) {
				ObjectNode ligne = JSON.createObjectNode();
				ligne.setAll(entree(champ.lignes()));
				return JSON.createArrayNode().add(ligne);
			}
			if (!champ.valeursDe().isEmpty()) {
				this.dossier.put(champ.valeursDe(), List.of(Map.of("label", "Choix", "value", "choix")));
			}
			return switch (champ.type()) {
				case "number" -> JSON.getNodeFactory().numberNode(champ.validation().path("min").asInt(0));
				case "checkbox" -> BooleanNode.TRUE;
				case "datetime" -> TextNode.valueOf("2030-01-07");
				case "radio", "select" ->
					choix(champ).isArray() ? choix(champ).path(0).path("value") : TextNode.valueOf("choix");
				case "checklist", "taglist" -> liste(choix(champ).path(0).path("value"));
				default -> TEXTES.stream()
					.<JsonNode>map(TextNode::valueOf)
					.filter((texte) -> champ.erreur(texte, choix(champ)).isEmpty())
					.findFirst()
					.orElseThrow(() -> new AssertionError("No text suits " + champ.cle()));
			};
		}

		private static ArrayNode liste(JsonNode valeur) {
			return JSON.createArrayNode().add(valeur);
		}

		JsonNode choix(Champ champ) {
			return champ.valeursDe().isEmpty() ? champ.valeurs()
					: JSON.valueToTree(this.dossier.get(champ.valeursDe()));
		}

		List<Champ> listes() {
			return this.formulaire.champs().values().stream().filter((champ) -> champ.lignes() != null).toList();
		}

		List<Place> places() {
			List<Place> places = new ArrayList<>();
			this.formulaire.champs().forEach((cle, champ) -> {
				if (champ.lignes() == null) {
					places
						.add(new Place(cle, champ, (valeur) -> TousLesFormulairesTests.avec(this.entree, cle, valeur)));
				}
				else {
					champ.lignes()
						.champs()
						.forEach((enfant, dedans) -> places.add(new Place(cle + "[0]." + enfant, dedans,
								(valeur) -> avecLigne(champ, enfant, valeur))));
				}
			});
			return places;
		}

		Map<String, JsonNode> avecLigne(Champ liste, String enfant, JsonNode valeur) {
			ObjectNode ligne = this.entree.get(liste.cle()).get(0).deepCopy();
			ligne.set(enfant, valeur);
			return TousLesFormulairesTests.avec(this.entree, liste.cle(), liste(ligne));
		}

		List<Erreur> erreurs(Map<String, JsonNode> entree) {
			return this.formulaire.verifier(entree, this.dossier);
		}

		void refuse(String nom, Map<String, JsonNode> entree) {
			assertThat(erreurs(entree)).as("%s de %s", nom, this.formulaire.id())
				.extracting(Erreur::champ)
				.contains(nom);
		}

	}

}
