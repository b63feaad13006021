package org.compagnonnage.notification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.compagnonnage.document.Gabarits;
import org.compagnonnage.document.ValeurManquante;
import org.compagnonnage.organisation.Organisation;
import org.compagnonnage.support.ConfiguredOrganisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What each letter says, in both of its forms. */
@SpringJUnitConfig(LettresModelesTests.Modeles.class)
class LettresModelesTests {

	private static final String NBSP = "\u00a0";

	@Autowired
	private Gabarits gabarits;

	@ParameterizedTest
	@ValueSource(strings = { "admission/personne-redirigee", "admission/structure-prevenue",
			"admission/information-statuts", "admission/ajournement", "admission/attente-cesa", "admission/contrat",
			"admission/contrat-signe", "admission/contrat-refuse", "admission/demande-retiree",
			"admission/demande-abandonnee", "commun/relance-1", "commun/relance-2", "mission/complements",
			"mission/non-recevable", "mission/sans-reponse", "mission/mission-planifiee", "mission/equipe-constituee",
			"mission/report", "mission/diagnostic-filiere", "mission/preconisations", "mission/capitalisation",
			"mission/annulee", "consulaire/complements", "consulaire/non-recevable", "consulaire/sans-reponse",
			"consulaire/termes-convenus", "consulaire/diagnostic", "consulaire/axe-arrete", "consulaire/bilan",
			"consulaire/programme-interrompu", "centre/avis-eligibilite", "centre/recommandations",
			"centre/centre-ouvert", "centre/projet-abandonne", "abonnement/suspendu", "partenaire/cle-expire" })
	void aLetterIsSignedDatedAndFree(String modele) throws IOException {
		for (String lettre : rendues(modele, LettresExemples.valeurs())) {
			assertThat(lettre)
				.contains("Artefacts", "Indre-et-Loire", "8 place des Artisans, 37000 Tours",
						"touraine@cooperative.example", "02 38 00 00 00", "ADM-2026-000123")
				.containsOnlyOnce("Bien à vous, Artefacts, Indre-et-Loire")
				.containsPattern("Bonjour( Aminata| Anne-Éléonore| Œuvrard-Lefèbvre| Moussa Keïta)?,")
				.doesNotContain("null", "${", "[(", "[[", "th:", "2026-11-", "2026-12-", "2027-01");
		}
		assertThat(this.gabarits.html("mail/" + modele, LettresExemples.valeurs())).startsWith("<!DOCTYPE html>")
			.contains("<html lang=\"fr\">", "<title>", "<h1>", "#0b5f56")
			.doesNotContain("<img", "src=", "url(", "/*");
	}

	@Test
	void theTeamOfAMissionKnowsItsDatesAndOneAnother() throws IOException {
		dit("mission/equipe-constituee", LettresExemples.valeurs(), "Bonjour Œuvrard-Lefèbvre,",
				"comme artisan sans frontières", "30/11/2026", "27/12/2026", "Fatou Œuvrard",
				"Réseau des CMA : Odile Garçon", "Bois : Awa Diop, expert-métier", "Anne Le Goff");
		tait("mission/equipe-constituee", LettresExemples.valeurs("expertCmaNom", null), "Réseau des CMA :");
	}

	@Test
	void thePersonSentElsewhereKnowsWhereWhyAndWhatWasPassedOn() throws IOException {
		dit("admission/personne-redirigee", LettresExemples.valeurs(), "Bonjour Anne-Éléonore,",
				"BGE Centre-Val de Loire", "02 38 11 11 11", "contact@bge.example", "https://bge.example",
				"rendez-vous individuels gratuits", "Le projet est prêt à être testé", "Il manque 2 h par mois",
				"Avec votre accord, nous transmettons");
		dit("admission/personne-redirigee", LettresExemples.valeurs("accordTransmission", false),
				"nous ne lui avons rien transmis");
		tait("admission/personne-redirigee", LettresExemples.valeurs("accordTransmission", false), "Avec votre accord");
	}

	@Test
	void theStructureLearnsOnlyWhatThePersonAgreedTo() throws IOException {
		dit("admission/structure-prevenue", LettresExemples.valeurs(), "Anne-Éléonore Œuvrard-Lefèbvre",
				"anne-eleonore@exemple.fr", "06 12 34 56 78", "Atelier de reliure", "Stages d’initiation",
				"Avec son accord");
		tait("admission/structure-prevenue", LettresExemples.valeurs(), "Le projet est prêt", "Il manque");
		tait("admission/structure-prevenue", LettresExemples.valeurs("porteurTelephone", null), "06 12");
		assertThatException().isThrownBy(() -> this.gabarits.html("mail/admission/structure-prevenue",
				LettresExemples.valeurs("accordTransmission", false)));
		assertThatExceptionOfType(ValeurManquante.class).isThrownBy(() -> this.gabarits
			.html("mail/admission/structure-prevenue", LettresExemples.valeurs("accordTransmission", null)));
	}

	@Test
	void theStatusesStandSideBySide() throws IOException {
		dit("admission/information-statuts", LettresExemples.valeurs(), "Maison des artistes", "Micro-entreprise",
				"Portage salarial", "Régime social", "Facturation", "Protection", "Coûts", "Pour qui",
				"10 h de travail", "160 € HT");
		assertThat(this.gabarits.html("mail/admission/information-statuts", LettresExemples.valeurs()))
			.contains("<caption", "scope=\"col\"", "scope=\"row\"");
	}

	@Test
	void aPostponedPersonKnowsWhyAndWhatWouldChangeIt() throws IOException {
		Map<String, Object> valeurs = LettresExemples.valeurs("salarieTempsPlein", true);
		valeurs.put("orientation", "ajournement");
		valeurs.put("orientationRetenue", "ajournement");
		valeurs.put("orientationMotif", "Le CAPE est fermé aux personnes salariées à temps plein.");
		dit("admission/ajournement", valeurs, "Le CAPE est fermé", "article L. 127-1", "temps partiel",
				"Il manque 2 h par mois et 40 € HT pour un CESA.", "nouvelle demande, reliée à celle-ci");
		valeurs.put("orientationManque", "");
		tait("admission/ajournement", valeurs, "Et pour la suite", "Votre prochain pas.");
	}

	@ParameterizedTest
	@CsvSource({ "cape, contrat d’appui au projet d’entreprise (CAPE)",
			"cesa, contrat d’entrepreneur salarié associé (CESA)" })
	void theContractTellsHowAndUntilWhenToAnswer(String type, String nom) throws IOException {
		Map<String, Object> valeurs = LettresExemples.valeurs("contratType", type);
		dit("admission/contrat", valeurs, nom, "pièce jointe", "21/11/2026", "05/01/2027", "Comment répondre",
				"Et pour la suite ? Il manque 2 h par mois", "Le projet est prêt à être testé");
		tait("admission/contrat", valeurs, "toutes les places de l’année");
	}

	@Test
	void anOverrideGivesItsReasonNextToTheProposal() throws IOException {
		Map<String, Object> valeurs = LettresExemples.valeurs("orientationRetenue", "cesa");
		valeurs.put("contratType", "cesa");
		valeurs.put("derogationMotif", "Deux clients ont confirmé leur commande depuis le diagnostic.");
		tait("admission/contrat", valeurs, "Il manque");
		dit("admission/contrat", valeurs, "Notre grille commune donnait ce repère", "Le projet est prêt à être testé",
				"La raison : Deux clients ont confirmé");
	}

	@Test
	void aCapeInsteadOfACesaIsExplained() throws IOException {
		Map<String, Object> valeurs = LettresExemples.valeurs("orientationRetenue", "cesa");
		valeurs.put("orientation", "cesa");
		valeurs.put("arbitrageMotif", "Une place se libérera en janvier.");
		dit("admission/contrat", valeurs, "remplissait les conditions d’un CESA, mais toutes les places de l’année",
				"Une place se libérera en janvier.");
		tait("admission/contrat", valeurs, "envisageait");
		valeurs.put("orientation", "cape");
		dit("admission/contrat", valeurs, "envisageait un CESA avec vous, mais toutes les places de l’année");
		tait("admission/contrat", valeurs, "remplissait");
	}

	@Test
	void aSignedContractOpensTheNextSteps() throws IOException {
		dit("admission/contrat-signe", LettresExemples.valeurs(), "(CAPE)", "28/11/2026", "01/12/2026", "30/11/2027",
				"12 mois", "quinze jours", "incubateur de lancement", "mention du contrat d’appui");
		Map<String, Object> cesa = LettresExemples.valeurs("contratType", "cesa");
		dit("admission/contrat-signe", cesa, "(CESA)", "04/01/2027", "trois ans", "premières factures");
		tait("admission/contrat-signe", cesa, "(CAPE)", "30/11/2027", "mention du contrat d’appui");
	}

	@Test
	void theOtherEndsTellWhatWasNotedAndHowToComeBack() throws IOException {
		dit("admission/contrat-refuse", LettresExemples.valeurs("contratType", "cesa"), "J’ai trouvé un emploi",
				"C’est votre choix", "La place qui vous était réservée", "référence ADM-2026-000123");
		dit("admission/demande-retiree", LettresExemples.valeurs(), "Je déménage en Bretagne.", "19/11/2026",
				"référence ADM-2026-000123");
		dit("admission/demande-abandonnee", LettresExemples.valeurs(), "les éléments du diagnostic", "le 20/11/2026",
				"nous ne vous demanderons rien deux fois", "ADM-2026-000123");
		tait("admission/demande-abandonnee", LettresExemples.valeurs("attente", null), "nous attendions");
	}

	@ParameterizedTest
	@ValueSource(strings = { "commun/relance-1", "commun/relance-2" })
	void aReminderTellsWhatIsAwaitedHowToAnswerAndUntilWhen(String modele) throws IOException {
		dit(modele, LettresExemples.valeurs(), "Bonjour Anne-Éléonore,", "les éléments du diagnostic", "21/11/2026",
				"05/01/2027", "Comment répondre", "02 38 00 00 00");
	}

	@Test
	void theStructureReadsTheNameOfAFiliereAndNoCode() throws IOException {
		dit("mission/diagnostic-filiere", LettresExemples.valeurs(), "filière Céramique");
		tait("mission/diagnostic-filiere", LettresExemples.valeurs(), "ceramique");
		dit("mission/preconisations", LettresExemples.valeurs(), "Bonjour Moussa Keïta,", "filière Céramique");
		dit("mission/preconisations", LettresExemples.valeurs("entrepriseContactNom", null), "Bonjour,");
	}

	@Test
	void theDocumentsThatCloseAMissionMayBePassedOn() throws IOException {
		dit("mission/capitalisation", LettresExemples.valeurs(), "la note de capitalisation", "le plan d’action",
				"réunis par filière, sans nommer les entreprises", "centre de ressources professionnelles");
		tait("mission/capitalisation", LettresExemples.valeurs("centrePropose", false), "centre de ressources");
	}

	@Test
	void aCentreThatOpensTellsItsServicesAndItsWord() throws IOException {
		dit("centre/centre-ouvert", LettresExemples.valeurs(), "depuis le 30/11/2026",
				"- Formation, depuis le 01/12/2026", "Bienvenue à toutes et à tous.");
		tait("centre/centre-ouvert", LettresExemples.valeurs("centreMessage", null), "Bienvenue");
	}

	@Test
	void aPartnerLearnsThatNothingIsSentAnyMoreAndHowToResume() throws IOException {
		String abonnement = "7d1f5a44-9a0e-4d52-8f0b-3f1c1c0e6a52";
		dit("abonnement/suspendu", LettresExemples.valeurs("reference", abonnement), "Depuis le 22/11/2026",
				"BGE Touraine", "partenaire.example", "a répondu 410", "sont gardés",
				"POST /api/v1/abonnements/" + abonnement + "/reprise");
	}

	@Test
	void aPartnerLearnsWhichKeyEndsAndHowToGetAnother() throws IOException {
		Map<String, Object> valeurs = LettresExemples.valeurs("reference", "0f8fad5b-d9cb-469f-a165-70867728950e");
		valeurs.put("perimetre", null);
		dit("partenaire/cle-expire", valeurs, "BGE Touraine", "jusqu’au 15/01/2027 inclus",
				"Identifiant de la clé : 0f8fad5b-d9cb-469f-a165-70867728950e", "Obtenir une nouvelle clé",
				"02 38 00 00 00", "Artefacts, siège", "6 rue Édouard-Branly, 45000 Orléans",
				"contact@cooperative.example");
		tait("partenaire/cle-expire", valeurs, "dossier :");
	}

	private void dit(String modele, Map<String, Object> valeurs, String... mots) throws IOException {
		for (String lettre : rendues(modele, valeurs)) {
			assertThat(lettre).containsIgnoringCase(mots[0]);
			assertThat(Arrays.asList(mots)).allSatisfy((mot) -> assertThat(lettre).containsIgnoringCase(mot));
		}
	}

	private void tait(String modele, Map<String, Object> valeurs, String... mots) throws IOException {
		for (String lettre : rendues(modele, valeurs)) {
			assertThat(lettre).doesNotContain(mots);
		}
	}

	/** The text of both forms, and a copy of each to look at. */
	private List<String> rendues(String modele, Map<String, Object> valeurs) throws IOException {
		String html = this.gabarits.html("mail/" + modele, valeurs);
		String texte = this.gabarits.texte("mail/" + modele, valeurs);
		Path dossier = Files.createDirectories(Path.of("target/apercus"));
		Files.writeString(dossier.resolve(modele.replace('/', '-') + ".html"), html);
		Files.writeString(dossier.resolve(modele.replace('/', '-') + ".txt"), texte);
		return List.of(lisible(html.replaceAll("(?s)<style>.*?</style>", "").replaceAll("<[^>]*>", "")),
				lisible(texte));
	}

	private static String lisible(String texte) {
		return texte.replace(NBSP, " ").replaceAll("\\s+", " ");
	}

	@Import(Gabarits.class)
	static class Modeles {

		@Bean
		Clock clock() {
			return Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneId.of("Europe/Paris"));
		}

		@Bean
		Organisation organisation() {
			return ConfiguredOrganisation.organisation();
		}

	}

}
