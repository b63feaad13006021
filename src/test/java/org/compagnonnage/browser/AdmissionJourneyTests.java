package org.compagnonnage.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import org.compagnonnage.browser.BoiteAuxLettres.Partie;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From a partner's call to a signed contract, as the staff do it in Tasklist. */
class AdmissionJourneyTests extends BrowserTest {

	@Test
	void aPartnersRequestBecomesASignedCesa() throws Exception {
		String reference = this.api.demander(
				Map.of("prenom", "Léa", "nom", "Martin", "courriel", "lea.martin@exemple.fr"), "37",
				"Reliure d’art et restauration de livres anciens");
		assertThat(this.api.dossier(reference).get("etat").asText()).isEqualTo("accueil");

		this.tasklist.ouvrir("referent37");
		this.captures.prendre("admission-01-taches");
		accueillir(reference);
		diagnostiquer(reference);
		retenirLaProposition(reference);

		this.tasklist.ouvrir("charge-administratif");
		preparerLeCesa(reference);
		signer(reference);

		JsonNode dossier = this.api.attendreEtat(reference, "close");
		assertThat(dossier.get("issue").asText()).isEqualTo("cesa-signe");
		assertThat(dossier.get("etapes").findValuesAsText("etape")).containsExactly("accueil", "diagnostic",
				"orientation", "contractualisation", "close");
		assertThat(lettre(reference, "admission/contrat-signe").courrier().destinataire())
			.isEqualTo("lea.martin@exemple.fr");
	}

	private void accueillir(String reference) {
		this.tasklist.choisirFiltre("À prendre dans mes groupes");
		assertThat(this.tasklist.carte(reference, "Accueillir la personne"))
			.contains("Admission en coopérative", "Prénom : Léa", "Nom : Martin")
			.containsPattern("Échéance \\d{2}/\\d{2}/\\d{4}");
		Formulaire accueil = this.tasklist.ouvrirTache(reference, "Accueillir la personne");
		assertThat(accueil.texte()).contains("Personne : Léa Martin", "Indre-et-Loire (37)", "recommandée par BGE");
		this.captures.prendre("admission-02-accueil-a-prendre");
		this.tasklist.prendre();
		accueil.ecrire("Téléphone", "06 12 34 56 78")
			.ecrire("Ce que vous retenez de l'accueil", "Un projet mûr, des clients fidèles.");
		this.captures.prendreEnEntier("admission-03-accueil", 1300);
		this.tasklist.terminer();
	}

	private void diagnostiquer(String reference) {
		Formulaire diagnostic = this.tasklist.ouvrirTache(reference, "Réaliser le diagnostic du projet");
		assertThat(diagnostic.texte()).contains("Un projet mûr, des clients fidèles.");
		this.tasklist.prendre();
		diagnostic.cocher("La personne souhaite", "Rejoindre la coopérative")
			.cocher("Le projet relève-t-il", "Oui")
			.cocher("La coopérative peut-elle porter", "Oui")
			.cocher("Stade du projet", "Une activité qui existe déjà")
			.cocher("L'offre est-elle définie", "Oui")
			.cocher("Des clients sont-ils prêts", "Oui")
			.ecrire("Heures de travail par mois", "40")
			.ecrire("Chiffre d'affaires mensuel", "1800")
			.cocher("La personne est-elle salariée", "Non")
			.ecrire("Forces", "Un savoir-faire rare.");
		this.captures.prendreEnEntier("admission-04-diagnostic", 2900);
		this.tasklist.terminer();
	}

	private void retenirLaProposition(String reference) {
		Formulaire orientation = this.tasklist.ouvrirTache(reference, "Valider l'orientation");
		this.tasklist.prendre();
		assertThat(orientation.texte()).contains("Orientation proposée : CESA", "Explication :");
		assertThat(orientation.coche("Orientation retenue")).as("nobody decides for the référent").isEmpty();
		assertThat(orientation.montre("Pourquoi une autre orientation")).isFalse();
		orientation.cocher("Orientation retenue", "CAPE");
		assertThat(orientation.montre("Pourquoi une autre orientation")).isTrue();
		orientation.cocher("Orientation retenue", "CESA");
		assertThat(orientation.montre("Pourquoi une autre orientation")).isFalse();
		this.captures.prendreEnEntier("admission-05-orientation", 1900);
		this.tasklist.terminer();
	}

	private void preparerLeCesa(String reference) throws IOException, MessagingException {
		this.tasklist.choisirFiltre("À prendre dans mes groupes");
		Formulaire cesa = this.tasklist.ouvrirTache(reference, "Préparer le CESA");
		assertThat(cesa.texte()).contains("Personne : Léa Martin", "40 h et 1800 € HT par mois");
		this.tasklist.prendre();
		this.tasklist.refuser();
		assertThat(cesa.erreur("Objectifs à atteindre")).isEqualTo("Ce champ est obligatoire.");
		cesa.dater("Début du contrat", Page.ecrite(Page.bientot()))
			.ecrire("Objectifs à atteindre", "Vivre de la reliure d’ici deux ans.")
			.ecrire("Activité minimale", "Dix heures par mois.")
			.ecrire("Moyens de soutien", "Un rendez-vous par mois avec le référent.")
			.ecrire("Contribution aux services", "10,5")
			.ecrire("Part fixe de la rémunération", "900")
			.ecrire("Part variable de la rémunération", "Le solde de l’activité, chaque trimestre.")
			.ecrire("Droits sur la clientèle", "La clientèle reste à la personne.");
		this.tasklist.refusOublie();
		this.captures.prendreEnEntier("admission-06-cesa", 2100);
		this.tasklist.terminer();
		Partie contrat = lettre(reference, "admission/contrat");
		assertThat(contrat.courrier().destinataire()).isEqualTo("lea.martin@exemple.fr");
		assertThat(contrat.courrier().objet()).contains("contrat");
		assertThat(piecePdf(contrat)).startsWith("%PDF-");
	}

	private void signer(String reference) {
		Formulaire reponse = this.tasklist.ouvrirTache(reference, "Enregistrer la réponse au contrat");
		this.tasklist.prendre();
		String pdf = (String) this.page.chrome()
			.executeAsyncScript("fetch(arguments[0]).then(r => r.text()).then(t => arguments[1](t.slice(0, 5)))",
					this.page.voir(By.linkText("Ouvrir le contrat (PDF)")).getDomProperty("href"));
		assertThat(pdf).isEqualTo("%PDF-");
		reponse.cocher("Que répond la personne", "Elle a signé le contrat")
			.dater("Date de la signature", Page.ecrite(LocalDate.now(ZoneId.of("Europe/Paris"))));
		this.captures.prendreEnEntier("admission-07-reponse", 1100);
		this.tasklist.terminer();
		this.captures.prendre("admission-08-fin");
	}

	@Test
	void aSecondPersonSeesThatATaskIsTaken() {
		String reference = this.api.demander(Map.of("prenom", "Noé", "nom", "Petit", "courriel", "noe@exemple.fr"),
				"37", "Céramique utilitaire");
		this.tasklist.ouvrir("referent37");
		this.tasklist.choisirFiltre("À prendre dans mes groupes");
		this.tasklist.ouvrirTache(reference, "Accueillir la personne");
		this.tasklist.prendre();

		this.tasklist.ouvrir("responsable");
		this.tasklist.choisirFiltre("Territoire 37");
		this.tasklist.ouvrirTache(reference, "Accueillir la personne");
		assertThat(this.tasklist.etat()).isEqualTo("Prise par Référent·e Indre-et-Loire");
		assertThat(this.tasklist.peutPrendre()).isFalse();
		assertThat(this.tasklist.peutTerminer()).isFalse();
		this.captures.prendre("admission-09-tache-prise");
	}

	@Test
	void aPersonWhoComesByThemselvesIsReceivedAndMayWithdraw() {
		this.tasklist.ouvrir("referent37");
		this.tasklist.demarrer();
		assertThat(this.tasklist.processusADemarrer()).containsExactlyInAnyOrder(
				"Admission en coopérative d'activité et d'emploi", "Noter un retrait ou un signe de vie");
		this.captures.prendre("admission-10-demarrer");
		Formulaire demande = this.tasklist.choisirProcessus("Admission en coopérative");
		demande.ecrire("Prénom", "Jeanne")
			.ecrire("Nom", "Le Goff")
			.ecrire("Courriel", "jeanne.legoff@exemple.fr")
			.choisir("Territoire", "Indre-et-Loire (37)")
			.ecrire("Le projet en quelques phrases", "Vannerie et ateliers pour les écoles")
			.cocher("Comment la personne est-elle venue", "D'elle-même");
		this.captures.prendreEnEntier("admission-11-demande", 1700);
		this.tasklist.confirmerDemarrage();

		this.tasklist.choisirFiltre("À prendre dans mes groupes");
		String reference = this.tasklist.reference("Le Goff", "Accueillir la personne");
		this.tasklist.ouvrirTache(reference, "Accueillir la personne");
		this.captures.prendre("admission-12-dossier-ouvert");

		this.tasklist.demarrer();
		Formulaire evenement = this.tasklist.choisirProcessus("Noter un retrait ou un signe de vie");
		evenement.ecrire("Référence du dossier", reference)
			.cocher("Qu'a-t-elle fait savoir", "Elle retire sa demande")
			.ecrire("Pourquoi se retire-t-elle", "Elle a trouvé un emploi.");
		this.captures.prendreEnEntier("admission-13-retrait", 1100);
		this.tasklist.confirmerDemarrage();

		Partie confirmation = lettre(reference, "admission/demande-retiree");
		assertThat(confirmation.courrier().destinataire()).isEqualTo("jeanne.legoff@exemple.fr");
	}

	private Partie lettre(String reference, String modele) {
		return await(modele + " of " + reference).atMost(Page.PATIENCE)
			.until(() -> this.lettres.duDossier(reference, modele), (parties) -> !parties.isEmpty())
			.get(0);
	}

	/** The attached PDF as it went over the wire. */
	private static String piecePdf(Partie partie) throws IOException, MessagingException {
		ByteArrayOutputStream brut = new ByteArrayOutputStream();
		partie.message().writeTo(brut);
		String message = brut.toString(StandardCharsets.US_ASCII);
		int piece = message.indexOf("application/pdf");
		assertThat(piece).as("an attached PDF").isPositive();
		String contenu = message.substring(message.indexOf("\r\n\r\n", piece) + 4);
		return new String(Base64.getMimeDecoder().decode(contenu.substring(0, 76)), StandardCharsets.ISO_8859_1);
	}

}
