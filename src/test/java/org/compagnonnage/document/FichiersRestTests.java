package org.compagnonnage.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.compagnonnage.people.Roles;
import org.compagnonnage.people.Roles.Role;
import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.DossiersEssai;
import org.compagnonnage.support.MoteurRest;
import org.compagnonnage.support.MoteurRest.Adresse;
import org.compagnonnage.support.MoteurRest.Reponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Files attached to a case of Indre-et-Loire over the running application, by those who
 * take part in it and by those who do not.
 */
@ApplicationTest
class FichiersRestTests {

	private static final int LIMITE = 20 * 1024 * 1024;

	private static final byte[] PDF = FichiersExemples.pdf();

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	private MoteurRest rest;

	private ProcessInstance instance;

	private String reference;

	@BeforeEach
	void ouvrir() {
		this.rest = new MoteurRest(this.port);
		this.instance = new DossiersEssai(this.engine).ouvrir("37");
		this.reference = this.engine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processInstanceId(this.instance.getId())
			.singleResult()
			.getBusinessKey();
	}

	static List<Role> roles() {
		return Roles.ADMISSION;
	}

	@ParameterizedTest
	@MethodSource("roles")
	void whoTakesPartAddsFilesWhoSeesReadsThemAndOthersFindNothing(Role role) {
		boolean voit = role.voit().contains("37");
		boolean participe = voit && (!role.agit().isEmpty() || role.conduit() || role.administre());
		String document = envoyer("referent37", "avant.pdf", PDF).json().path("id").asText();

		Reponse liste = this.rest.ailleurs(Adresse.TASKLIST, role.login(), "GET", adresse(), null);
		Reponse envoi = envoyer(role.login(), "apres.pdf", PDF);
		HttpResponse<byte[]> lecture = this.rest.ouvrirFichier(role.login(), "/camunda/api/documents/" + document);

		assertThat(liste.statut()).isEqualTo(voit ? 200 : 404);
		assertThat(lecture.statusCode()).isEqualTo(voit ? 200 : 404);
		assertThat(envoi.statut()).as(envoi.toString()).isEqualTo(participe ? 201 : voit ? 403 : 404);
		assertThat(noms()).isEqualTo(participe ? List.of("avant.pdf", "apres.pdf") : List.of("avant.pdf"));
		if (voit) {
			assertThat(liste.json().path("depot").asBoolean()).isEqualTo(participe);
			assertThat(lecture.body()).isEqualTo(PDF);
		}
		if (!participe) {
			assertThat(envoi.corps()).contains("urn:compagnonnage:probleme:");
			assertThat(envoi.enFrancais()).isTrue();
		}
	}

	@Test
	void aFileIsListedWithWhoBroughtItAndReadBackAsItWas() {
		Reponse envoi = envoyer("referent37", "../../Devis signé.pdf", PDF);
		assertThat(envoi.statut()).as(envoi.toString()).isEqualTo(201);
		String adresse = envoi.entetes().get("location").get(0);
		JsonNode ligne = liste().path("documents").path(0);
		assertThat(ligne).isEqualTo(envoi.json());
		assertThat(ligne.path("nom").asText()).isEqualTo("Devis signé.pdf");
		assertThat(ligne.path("type").asText()).isEqualTo("application/pdf");
		assertThat(ligne.path("taille").asInt()).isEqualTo(PDF.length);
		assertThat(ligne.path("deposePar").asText()).isEqualTo("Référent·e Indre-et-Loire");
		assertThat(ligne.path("modele").asBoolean()).isFalse();
		HttpResponse<byte[]> lecture = this.rest.ouvrirFichier("comptable", adresse);
		assertThat(lecture.body()).isEqualTo(PDF);
		assertThat(lecture.headers().map()).containsEntry("x-content-type-options", List.of("nosniff"))
			.containsEntry("content-length", List.of(String.valueOf(PDF.length)));
		assertThat(lecture.headers().firstValue("content-disposition")).get().asString().startsWith("inline;");
	}

	@Test
	void theLimitIsTwentyMebibytesToTheByte() {
		byte[] juste = FichiersExemples.pdf(LIMITE);
		assertThat(envoyer("referent37", "juste.pdf", juste).statut()).isEqualTo(201);
		String id = liste().path("documents").path(0).path("id").asText();
		assertThat(this.rest.ouvrirFichier("referent37", "/camunda/api/documents/" + id).body()).isEqualTo(juste);
		byte[] trop = FichiersExemples.pdf(LIMITE + 1);
		assertRefus(envoyer("referent37", "trop.pdf", trop), 413, "dépasse la taille acceptée");
		assertRefus(
				envoyer("referent37", "trop.pdf", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(trop))),
				413, "dépasse la taille acceptée");
		assertThat(noms()).containsExactly("juste.pdf");
	}

	@Test
	void aHugeFileWhoseSizeIsNotToldIsStoppedAtTheLimit() {
		AtomicLong donnes = new AtomicLong();
		InputStream enorme = new InputStream() {

			@Override
			public int read() {
				return (donnes.incrementAndGet() > 50L * LIMITE) ? -1 : 'a';
			}

		};
		try {
			assertRefus(envoyer("referent37", "enorme.txt", BodyPublishers.ofInputStream(() -> enorme)), 413,
					"dépasse la taille acceptée");
		}
		catch (UncheckedIOException ex) {
			// The application hangs up on who goes on sending.
			assertThat(ex).hasCauseInstanceOf(IOException.class);
		}
		// What is on its way when the application hangs up depends on the machine.
		assertThat(donnes.get()).isLessThan(10L * LIMITE);
		assertThat(noms()).isEmpty();
	}

	@Test
	void aFileOfAForbiddenOrFalseTypeIsRefused() {
		assertRefus(envoyer("referent37", "photo.pdf", FichiersExemples.image("png")), 415, "du type PNG");
		assertRefus(envoyer("referent37", "page.pdf", FichiersExemples.HTML), 415, "Sont acceptés : PDF, JPG");
		assertRefus(envoyer("referent37", "outil.exe", FichiersExemples.PROGRAMME), 415, "Sont acceptés");
		assertRefus(envoyer("referent37", "vide.pdf", new byte[0]), 400, "vide");
		assertThat(noms()).isEmpty();
	}

	@Test
	void aFileThatDoesNotArriveWholeIsNotKept() {
		byte[] debut = FichiersExemples.pdf(1000);
		InputStream coupe = new SequenceInputStream(new ByteArrayInputStream(debut), new InputStream() {

			@Override
			public int read() throws IOException {
				throw new IOException("The computer went to sleep");
			}

		});
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> envoyer("referent37", "coupe.pdf", BodyPublishers.ofInputStream(() -> coupe)));
		assertThat(envoyer("referent37", "entier.pdf", PDF).statut()).isEqualTo(201);
		assertThat(noms()).containsExactly("entier.pdf");
	}

	@Test
	void twoPeopleAddTheSameFileAtOnceAndBothAreKept() throws Exception {
		assertThat(ensemble(() -> envoyer("referent37", "plan.pdf", FichiersExemples.pdf(3_000_000)),
				() -> envoyer("charge-administratif", "plan.pdf", FichiersExemples.pdf(3_000_000))))
			.allSatisfy((reponse) -> assertThat(reponse.statut()).as(reponse.toString()).isEqualTo(201));
		assertThat(liste().path("documents").findValuesAsText("deposePar"))
			.containsExactlyInAnyOrder("Référent·e Indre-et-Loire", "Chargé·e administratif·ve");
	}

	@Test
	void aCaseHoldsTwoHundredFilesAlsoWhenTwoBringTheLastOne() throws Exception {
		for (int rang = 1; rang < 200; rang++) {
			this.jdbc
				.sql("insert into document (id, reference, nom, type, cree_le, taille, depose_par)"
						+ " values (?, ?, ?, 'application/pdf', current_timestamp, 1, 'referent37')")
				.params(UUID.randomUUID().toString(), this.reference, "fichier " + rang + ".pdf")
				.update();
		}
		assertThat(ensemble(() -> envoyer("referent37", "un.pdf", PDF),
				() -> envoyer("charge-administratif", "autre.pdf", PDF))
			.stream()
			.map(Reponse::statut)).containsExactlyInAnyOrder(201, 409);
		assertThat(noms()).hasSize(200);
		Reponse refus = envoyer("referent37", "de trop.pdf", PDF);
		assertThat(refus.statut()).isEqualTo(409);
		assertThat(refus.corps()).contains("200 fichiers");
	}

	@Test
	void nothingIsAddedToAClosedCaseButItsDocumentsStay() {
		envoyer("referent37", "avant.pdf", PDF);
		this.engine.getRuntimeService().deleteProcessInstance(this.instance.getId(), "essai");
		Reponse refus = envoyer("referent37", "apres.pdf", PDF);
		assertThat(refus.statut()).isEqualTo(409);
		assertThat(refus.corps()).contains("Ce dossier est clos");
		JsonNode liste = liste();
		assertThat(liste.path("clos").asBoolean()).isTrue();
		assertThat(liste.path("depot").asBoolean()).isFalse();
		assertThat(noms()).containsExactly("avant.pdf");
	}

	@Test
	void anotherSiteAddsNothingInThePersonsName() {
		Reponse refus = this.rest.envoyerFichierSansJeton("referent37", adresse() + "?nom=x.pdf",
				BodyPublishers.ofByteArray(PDF));
		assertThat(refus.statut()).isEqualTo(403);
		assertThat(this.rest.anonyme("GET", adresse(), null).statut()).isEqualTo(401);
		assertThat(this.rest.anonyme("POST", adresse(), "x").statut()).isIn(401, 403);
		assertThat(noms()).isEmpty();
	}

	@Test
	void aCaseThatDoesNotExistHasNoDocuments() {
		String inconnu = "/camunda/api/dossiers/ADM-1999-000001/documents";
		assertThat(this.rest.ailleurs(Adresse.TASKLIST, "referent37", "GET", inconnu, null).statut()).isEqualTo(404);
		assertThat(this.rest.envoyerFichier("admin", inconnu, BodyPublishers.ofByteArray(PDF)).statut()).isEqualTo(404);
	}

	private void assertRefus(Reponse reponse, int statut, String mots) {
		assertThat(reponse.statut()).as(reponse.toString()).isEqualTo(statut);
		assertThat(reponse.champs()).containsExactly("fichier");
		assertThat(reponse.json().path("detail").asText()).contains(mots)
			.isEqualTo(reponse.json().path("erreurs").path(0).path("message").asText());
		assertThat(reponse.enFrancais()).isTrue();
		assertThat(reponse.entetes().get("content-type").get(0)).startsWith("application/problem+json");
	}

	private List<Reponse> ensemble(Callable<Reponse> un, Callable<Reponse> autre) throws Exception {
		// Both have signed in before the race.
		liste();
		this.rest.ailleurs(Adresse.TASKLIST, "charge-administratif", "GET", adresse(), null);
		CountDownLatch depart = new CountDownLatch(1);
		ExecutorService deux = Executors.newFixedThreadPool(2);
		try {
			List<Future<Reponse>> reponses = List.of(un, autre).stream().map((envoi) -> deux.submit(() -> {
				depart.await();
				return envoi.call();
			})).toList();
			depart.countDown();
			return List.of(reponses.get(0).get(), reponses.get(1).get());
		}
		finally {
			deux.shutdownNow();
		}
	}

	private Reponse envoyer(String login, String nom, byte[] contenu) {
		return envoyer(login, nom, BodyPublishers.ofByteArray(contenu));
	}

	private Reponse envoyer(String login, String nom, BodyPublisher contenu) {
		return this.rest.envoyerFichier(login, adresse() + "?nom=" + URLEncoder.encode(nom, StandardCharsets.UTF_8),
				contenu);
	}

	private JsonNode liste() {
		return this.rest.ailleurs(Adresse.TASKLIST, "referent37", "GET", adresse(), null).json();
	}

	private List<String> noms() {
		return liste().path("documents").findValuesAsText("nom");
	}

	private String adresse() {
		return "/camunda/api/dossiers/" + this.reference + "/documents";
	}

}
