package org.compagnonnage.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What the real forms of the admission accept and refuse, beyond what every form does.
 */
class SaisieTests {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final String DEMANDE = """
			{"porteurPrenom":"Léa","porteurNom":"Martin","porteurCourriel":"lea@example.org","territoire":"37",
			"projetResume":"Un atelier","origine":"spontanee"}""";

	private static final String DIAGNOSTIC = """
			{"souhait":"rejoindre","economieCreative":true,"cadreLegalAdapte":true,"stadeProjet":"activite",
			"offreDefinie":true,"clientsPrets":false,"heuresMensuelles":12.5,"caMensuelHT":0,
			"salarieTempsPlein":false}""";

	private static final String CESA = """
			{"cesaDateDebut":"2026-12-01","cesaObjectifs":"x","cesaActiviteMinimale":"x","cesaMoyens":"x",
			"cesaContribution":10.25,"cesaPartFixe":0,"cesaPartVariable":"x","cesaClientele":"x"}""";

	private static final String CAPE = """
			{"capeDateDebut":"2026-12-01","capeDureeMois":12,"capeProgramme":"x","capeEngagementsCooperative":"x",
			"capeEngagementsPersonne":"x","capeMoyens":"x","capeRemunerationCooperative":"x",
			"capeLimitesEngagement":"x","capeComptes":"x"}""";

	private static final Map<String, String> COMPLETES = Map.of("admission-demande", DEMANDE, "admission-diagnostic",
			DIAGNOSTIC, "admission-cesa", CESA, "admission-cape", CAPE, "admission-accueil", "{}",
			"admission-orientation", "{\"orientationRetenue\":\"cape\",\"derogationMotif\":\"x\"}",
			"admission-structure", "{\"structureRetenue\":\"cma\",\"accordTransmission\":false}", "admission-arbitrage",
			"{\"arbitrageDecision\":\"attendre\"}", "admission-reponse",
			"{\"contratReponse\":\"refuse\",\"contratRefusMotif\":\"x\"}", "admission-suivi",
			"{\"personneRevient\":false}");

	@Test
	void textsKeepAccentsAndLines() {
		assertThat(erreurs("admission-diagnostic",
				avec("admission-diagnostic", "swotForces", "\"Créative,\\nl’atelier « Chez Zoé »\\t<b>100 %</b>\""),
				Map.of()))
			.isEmpty();
		assertThat(
				erreurs("admission-demande", avec("admission-demande", "porteurNom", "\"Martin\\nDupont\""), Map.of()))
			.extracting(Erreur::champ)
			.containsExactly("porteurNom");
	}

	@ParameterizedTest
	@MethodSource("org.compagnonnage.support.TextesImprimables#europeens")
	void theLettersOfEuropeAreTaken(String nom) {
		assertThat(erreurs("admission-demande", avec("admission-demande", "porteurNom", '"' + nom + '"'), Map.of()))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "admission-demande,porteurNom", "admission-demande,projetResume", "admission-accueil,projetResume",
			"admission-diagnostic,swotForces", "admission-cape,capeMoyens", "admission-cesa,cesaObjectifs" })
	void whatAContractCannotPrintIsRefusedWhereItIsEntered(String formulaire, String champ) {
		for (String caractere : List.of("🎨", "李")) {
			assertThat(erreurs(formulaire, avec(formulaire, champ, "\"Créative " + caractere + '"'), Map.of()))
				.containsExactly(new Erreur(champ, "Ce texte contient « " + caractere
						+ " », un caractère qui ne peut pas être imprimé dans un document."));
		}
	}

	@ParameterizedTest
	@MethodSource("org.compagnonnage.support.Adresses#impossibles")
	void anImpossibleAddressIsRefused(String courriel) {
		for (String formulaire : List.of("admission-demande", "admission-accueil")) {
			assertThat(erreurs(formulaire, avec(formulaire, "porteurCourriel", JSON.valueToTree(courriel).toString()),
					Map.of()))
				.extracting(Erreur::champ)
				.containsExactly("porteurCourriel");
		}
	}

	@ParameterizedTest
	@MethodSource("org.compagnonnage.support.Adresses#possibles")
	void aPossibleAddressIsTaken(String courriel) {
		for (String formulaire : List.of("admission-demande", "admission-accueil")) {
			assertThat(erreurs(formulaire, avec(formulaire, "porteurCourriel", JSON.valueToTree(courriel).toString()),
					Map.of()))
				.isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "admission-diagnostic,heuresMensuelles,-0.01", "admission-diagnostic,heuresMensuelles,-1",
			"admission-diagnostic,caMensuelHT,-160", "admission-diagnostic,caMensuelHT,1e300",
			"admission-diagnostic,caMensuelHT,99999999999999999999", "admission-diagnostic,heuresMensuelles,10.001",
			"admission-cesa,cesaContribution,100.01", "admission-cesa,cesaContribution,-1",
			"admission-cesa,cesaPartFixe,-0.5", "admission-cape,capeDureeMois,0", "admission-cape,capeDureeMois,13",
			"admission-cape,capeDureeMois,1.5" })
	void aNumberOutOfItsRangeIsRefused(String formulaire, String champ, String valeur) {
		assertThat(erreurs(formulaire, avec(formulaire, champ, valeur), Map.of())).extracting(Erreur::champ)
			.containsExactly(champ);
	}

	@ParameterizedTest
	@CsvSource({ "admission-diagnostic,heuresMensuelles,0", "admission-diagnostic,heuresMensuelles,10.0",
			"admission-diagnostic,caMensuelHT,159.99", "admission-cesa,cesaContribution,100",
			"admission-cape,capeDureeMois,1", "admission-cape,capeDureeMois,12.0" })
	void aNumberAtTheEdgeOfItsRangeIsTaken(String formulaire, String champ, String valeur) {
		assertThat(erreurs(formulaire, avec(formulaire, champ, valeur), Map.of())).isEmpty();
	}

	static Stream<Arguments> masques() {
		return Stream.of(
				arguments("admission-diagnostic", "\"cadreLegalAdapte\":true", "\"cadreLegalAdapte\":false",
						"motifCadreLegal", Map.of()),
				arguments("admission-demande", "\"origine\":\"spontanee\"", "\"origine\":\"prescripteur\"",
						"prescripteur", Map.of()),
				arguments("admission-orientation", "\"orientationRetenue\":\"cape\",\"derogationMotif\":null",
						"\"orientationRetenue\":\"cesa\",\"derogationMotif\":null", "derogationMotif",
						Map.of("orientation", "cape")),
				arguments("admission-arbitrage", "\"arbitrageDecision\":\"attendre\"",
						"\"arbitrageDecision\":\"accepter\"", "arbitrageMotif", Map.of()),
				arguments("admission-reponse", "\"contratReponse\":\"refuse\",\"contratRefusMotif\":\"x\"",
						"\"contratReponse\":\"signe\"", "contratSigneLe", Map.of()));
	}

	@ParameterizedTest
	@MethodSource("masques")
	void aHiddenFieldIsNotAskedForUntilItShows(String formulaire, String masque, String montre, String champ,
			Map<String, Object> dossier) {
		assertThat(erreurs(formulaire, fusion(formulaire, masque), dossier)).isEmpty();
		assertThat(erreurs(formulaire, fusion(formulaire, montre), dossier))
			.contains(new Erreur(champ, "Ce champ est obligatoire."));
	}

	@Test
	void whoComesBackIsAskedNothingThatTheFormerCaseKnows() {
		assertThat(erreurs("admission-demande", "{\"dossierOrigine\":\"ADM-2026-000001\",\"origine\":\"spontanee\"}",
				Map.of()))
			.isEmpty();
		for (String reference : List.of("ADM-26-1", "adm-2026-000001", "MIS-2026-000001", "ADM-2026-000001 ")) {
			assertThat(erreurs("admission-demande",
					"{\"dossierOrigine\":\"" + reference + "\",\"origine\":\"spontanee\"}", Map.of()))
				.extracting(Erreur::champ)
				.contains("dossierOrigine");
		}
	}

	@Test
	void aGroupThatIsHiddenHidesItsFields() {
		Formulaire groupe = Formulaire.lire(arbre("""
				{"id":"g","components":[{"type":"group","conditional":{"hide":"=not(visible = true)"},"components":[
				{"type":"textfield","key":"dedans","validate":{"required":true}}]},
				{"type":"checkbox","key":"visible"},{"type":"checklist","key":"choix",
				"values":[{"value":"a"},{"value":"b"}]},{"type":"textfield","key":"fige","disabled":true}]}"""));
		assertThat(groupe.verifier(champs("{}"), Map.of())).isEmpty();
		assertThat(groupe.verifier(champs("{\"visible\":true}"), Map.of())).extracting(Erreur::champ)
			.containsExactly("dedans");
		assertThat(groupe.verifier(champs("{\"visible\":\"oui\"}"), Map.of())).extracting(Erreur::champ)
			.contains("visible");
		assertThat(groupe.verifier(champs("{\"choix\":[\"a\",\"b\"]}"), Map.of())).isEmpty();
		assertThat(groupe.verifier(champs("{\"choix\":[\"a\",\"c\"]}"), Map.of())).extracting(Erreur::champ)
			.containsExactly("choix");
		assertThat(groupe.verifier(champs("{\"fige\":\"x\"}"), Map.of())).extracting(Erreur::champ)
			.containsExactly("fige");
	}

	@Test
	void aDeclaredTypeSuitsTheValue() {
		Map<String, Champ> champs = lire("admission-diagnostic").champs();
		assertThat(champs.get("heuresMensuelles").typesAcceptes(arbre("12"))).contains("integer", "double")
			.doesNotContain("string", "null", "object", "json");
		assertThat(champs.get("heuresMensuelles").typesAcceptes(arbre("12.5"))).containsExactly("double");
		assertThat(champs.get("economieCreative").typesAcceptes(arbre("true"))).containsExactly("boolean");
		assertThat(champs.get("souhait").typesAcceptes(arbre("\"rejoindre\""))).containsExactly("string");
	}

	private static List<Erreur> erreurs(String formulaire, String saisie, Map<String, Object> dossier) {
		return lire(formulaire).verifier(champs(saisie), dossier);
	}

	private static Formulaire lire(String formulaire) {
		try {
			return Formulaire.lire(JSON.readTree(Path.of("forms/admission", formulaire + ".form").toFile()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String fusion(String formulaire, String membres) {
		Map<String, JsonNode> champs = champs(COMPLETES.get(formulaire));
		champs.putAll(champs('{' + membres + '}'));
		return texte(champs);
	}

	private static String avec(String formulaire, String champ, String valeur) {
		return fusion(formulaire, '"' + champ + "\":" + valeur);
	}

	private static String texte(Map<String, JsonNode> champs) {
		return JSON.createObjectNode().setAll(champs).toString();
	}

	private static Map<String, JsonNode> champs(String saisie) {
		Map<String, JsonNode> champs = new LinkedHashMap<>();
		for (Iterator<Map.Entry<String, JsonNode>> it = arbre(saisie).fields(); it.hasNext();) {
			Map.Entry<String, JsonNode> champ = it.next();
			champs.put(champ.getKey(), champ.getValue());
		}
		return champs;
	}

	private static JsonNode arbre(String json) {
		try {
			return JSON.readTree(json);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
