package org.compagnonnage.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What the lists of a form, and choices that the case gives, accept and refuse. */
class ListesTests {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final Formulaire ENTREPRISES = Formulaire.lire(arbre("""
			{"id":"essai","components":[{"type":"dynamiclist","path":"entreprises","label":"Entreprises","components":[
			{"type":"group","components":[{"type":"textfield","key":"nom","label":"Nom",
			"validate":{"required":true,"maxLength":20}}]},
			{"type":"select","key":"filiere","label":"Filière","valuesKey":"filieresPossibles",
			"validate":{"required":true}},
			{"type":"number","key":"salaries","label":"Salariés","decimalDigits":0,"validate":{"min":0}},
			{"type":"textfield","key":"precision","label":"Précision","validate":{"required":true,"maxLength":20},
			"conditional":{"hide":"=filiere != \\"bois\\""}}]}]}"""));

	private static final Formulaire SUIVI = Formulaire.lire(arbre("""
			{"id":"essai","components":[{"type":"dynamiclist","path":"preconisations","label":"Préconisations",
			"allowAddRemove":false,"components":[
			{"type":"textfield","key":"numero","label":"N°","readonly":true,"validate":{"maxLength":20}},
			{"type":"radio","key":"statut","label":"Statut","values":[{"value":"faite"},{"value":"proposee"}]}]}]}"""));

	private static final Map<String, Object> FILIERES = Map.of("filieresPossibles",
			List.of(Map.of("label", "Bois", "value", "bois"), Map.of("label", "Cuir", "value", "cuir")));

	@Test
	void completeRowsAreTaken() {
		assertThat(erreurs(ENTREPRISES, """
				{"entreprises":[{"nom":"Menuiserie Diallo","filiere":"bois","salaries":4,"precision":"meubles"},
				{"nom":"Maroquinerie","filiere":"cuir","salaries":null}]}""", FILIERES)).isEmpty();
		assertThat(erreurs(ENTREPRISES, "{\"entreprises\":[]}", FILIERES)).isEmpty();
		assertThat(erreurs(ENTREPRISES, "{}", FILIERES)).isEmpty();
	}

	@Test
	void theFieldOfARowIsNamedWithItsRow() {
		assertThat(erreurs(ENTREPRISES, """
				{"entreprises":[{"nom":"Menuiserie","filiere":"bois","precision":"meubles"},
				{"nom":"","filiere":"bois","salaries":-1},{"nom":"x","filiere":"verre","pirate":1},"texte"]}""",
				FILIERES))
			.extracting(Erreur::champ)
			.containsExactlyInAnyOrder("entreprises[1].nom", "entreprises[1].salaries", "entreprises[1].precision",
					"entreprises[2].filiere", "entreprises[2].pirate", "entreprises[3]");
		assertThat(ENTREPRISES.designation("entreprises[1].nom"))
			.isEqualTo("Entreprises, ligne 2, Nom (entreprises[1].nom)");
		assertThat(ENTREPRISES.designation("entreprises[3]")).isEqualTo("Entreprises, ligne 4 (entreprises[3])");
		assertThat(ENTREPRISES.designation("inconnu")).isEqualTo("inconnu");
	}

	@Test
	void aChoiceIsOneOfThoseThatTheCaseGives() {
		String verre = "{\"entreprises\":[{\"nom\":\"x\",\"filiere\":\"cuir\"}]}";
		assertThat(erreurs(ENTREPRISES, verre, FILIERES)).isEmpty();
		assertThat(erreurs(ENTREPRISES, verre, Map.of("filieresPossibles", List.of()))).extracting(Erreur::champ)
			.containsExactly("entreprises[0].filiere");
	}

	@Test
	void whatIsNoListIsRefused() {
		for (String valeur : List.of("\"x\"", "1", "true", "{\"nom\":\"x\"}")) {
			assertThat(erreurs(ENTREPRISES, "{\"entreprises\":" + valeur + "}", FILIERES)).as(valeur)
				.extracting(Erreur::champ, Erreur::message)
				.containsExactly(tuple("entreprises", "Ce champ attend une liste."));
		}
		assertThat(erreurs(ENTREPRISES, "{\"entreprises\":[" + "{\"nom\":\"x\"},".repeat(1000) + "{\"nom\":\"x\"}]}",
				FILIERES))
			.containsExactly(new Erreur("entreprises", "Cette liste dépasse 1000 lignes."));
	}

	@Test
	void rowsLeftEmptyAtTheEndAreNoRows() {
		assertThat(ENTREPRISES.retenir("entreprises",
				arbre("""
						[{"nom":"","filiere":null},{"nom":"Menuiserie","filiere":"","salaries":0},{"nom":" ","filiere":""},{}]""")))
			.isEqualTo(arbre(
					"[{\"nom\":null,\"filiere\":null},{\"nom\":\"Menuiserie\",\"filiere\":null,\"salaries\":0}]"));
		assertThat(ENTREPRISES.retenir("entreprises", arbre("[{}]"))).isEqualTo(arbre("[]"));
		assertThat(ENTREPRISES.retenir("entreprises", arbre("\"\""))).isEqualTo(arbre("null"));
	}

	@Test
	void rowsThatTheCaseHasAreNeitherAddedNorRemovedNorRenamed() {
		Map<String, Object> dossier = Map.of("preconisations",
				List.of(Map.of("numero", "P1", "statut", "proposee"), Map.of("numero", "P2", "statut", "proposee")));
		assertThat(erreurs(SUIVI, """
				{"preconisations":[{"numero":"P1","statut":"faite"},{"numero":"P2","statut":"proposee"}]}""", dossier))
			.isEmpty();
		assertThat(erreurs(SUIVI, "{\"preconisations\":[{\"numero\":\"P1\",\"statut\":\"faite\"}]}", dossier))
			.extracting(Erreur::champ)
			.containsExactly("preconisations");
		assertThat(erreurs(SUIVI, "{}", dossier)).extracting(Erreur::champ).containsExactly("preconisations");
		assertThat(erreurs(SUIVI, """
				{"preconisations":[{"numero":"P2","statut":"faite"},{"numero":"P2","statut":"proposee"}]}""", dossier))
			.containsExactly(new Erreur("preconisations[0].numero", "Cette information ne se modifie pas."));
	}

	@Test
	void aListIsTheSameWhenTheEngineGivesItBack() {
		List<Map<String, Object>> lignes = List.of(Map.of("nom", "Menuiserie « L’Érable »", "salaries", 4),
				Map.of("nom", "x"));
		assertThat(Lignes.de(Lignes.json(lignes))).isEqualTo(lignes);
		assertThat(Lignes.de(Lignes.json(lignes).getValue())).isEqualTo(lignes);
		assertThat(Lignes.de(lignes)).isSameAs(lignes);
		assertThat(Lignes.de(null)).isEmpty();
	}

	private static List<Erreur> erreurs(Formulaire formulaire, String saisie, Map<String, Object> dossier) {
		Map<String, JsonNode> valeurs = new LinkedHashMap<>();
		arbre(saisie).fields()
			.forEachRemaining(
					(champ) -> valeurs.put(champ.getKey(), formulaire.retenir(champ.getKey(), champ.getValue())));
		return formulaire.verifier(valeurs, dossier);
	}

	private static JsonNode arbre(String json) {
		try {
			return JSON.readTree(json);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

}
