package org.compagnonnage.notification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.compagnonnage.document.ValeurManquante;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Letters on a real SMTP server and in a real database. */
@JdbcTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import({ NotificationTestConfiguration.class, LettresTests.ParSmtp.class })
@TestPropertySource(
		properties = { "spring.config.location=optional:classpath:/none/", "spring.datasource.url=jdbc:h2:mem:lettres",
				"spring.flyway.table=schema_compagnonnage", "spring.test.database.replace=none" })
class LettresTests {

	static final GreenMail SERVEUR = new GreenMail(ServerSetupTest.SMTP.dynamicPort())
		.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

	// The context asks for the port before any extension of this class runs.
	static {
		SERVEUR.start();
	}

	@AfterAll
	static void arreter() {
		SERVEUR.stop();
	}

	@Autowired
	private Lettres lettres;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@AfterEach
	void vider() throws Exception {
		SERVEUR.purgeEmailFromAllMailboxes();
		this.jdbc.sql("delete from courrier").update();
	}

	@Test
	void theLetterLeavesInBothFormsUnderItsOwnMessageId() throws Exception {
		String messageId = this.lettres.envoyer(
				lettre("admission/contrat", new PieceJointe("Contrat CAPE.pdf", "application/pdf", new byte[] { 37 })));
		assertThat(messageId).isEqualTo("<ADM-2026-000123.admission.contrat.1@dossiers.cooperative.example>");
		MimeMessage recu = recus()[0];
		assertThat(recu.getHeader("Message-ID")).containsExactly(messageId);
		assertThat(recu.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(recu.getSubject())
			.isEqualTo("Votre contrat est prêt\u00a0: nous attendons votre réponse jusqu’au 05/01/2027");
		InternetAddress de = (InternetAddress) recu.getFrom()[0];
		assertThat(de.getAddress()).isEqualTo("touraine@cooperative.example");
		assertThat(de.getPersonal()).isEqualTo("Artefacts – Indre-et-Loire");
		InternetAddress a = (InternetAddress) recu.getAllRecipients()[0];
		assertThat(a.getPersonal()).isEqualTo("Anne-Éléonore Œuvrard-Lefèbvre");
		assertThat(recu.getSentDate()).isEqualTo("2026-11-21T09:00:00.000Z");
		Multipart tout = (Multipart) recu.getContent();
		assertThat(tout.getContentType()).startsWith("multipart/mixed");
		Multipart corps = (Multipart) tout.getBodyPart(0).getContent();
		assertThat(corps.getContentType()).startsWith("multipart/alternative");
		assertThat(corps.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
		assertThat((String) corps.getBodyPart(0).getContent()).startsWith("Bonjour Anne-Éléonore,")
			.doesNotContain("Objet");
		assertThat(corps.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
		assertThat((String) corps.getBodyPart(1).getContent()).contains("<html lang=\"fr\">");
		assertThat(tout.getBodyPart(1).getFileName()).isEqualTo("Contrat CAPE.pdf");
		assertThat(tout.getBodyPart(1).getContentType()).startsWith("application/pdf");
	}

	@Test
	void withoutAttachmentItIsAPlainAlternative() throws Exception {
		this.lettres.envoyer(lettre("commun/relance-1"));
		assertThat(recus()[0].getContentType()).startsWith("multipart/alternative");
	}

	@Test
	void eachLetterOfATemplateHasItsOrdinal() throws Exception {
		this.lettres.envoyer(lettre("commun/relance-1"));
		assertThat(this.lettres.envoyer(lettre("commun/relance-2"))).contains("commun.relance-2.1@");
		assertThat(this.lettres.envoyer(lettre("commun/relance-1"))).contains("commun.relance-1.2@");
		assertThat(registre()).hasSize(3);
		assertThat(this.jdbc.sql("select objet from courrier where ordinal = 2").query(String.class).single())
			.contains("les éléments du diagnostic");
	}

	@Test
	void aStepRolledBackAfterItsLetterLeftDoesNotSendItAgain() {
		this.transaction.executeWithoutResult((statut) -> {
			this.lettres.envoyer(lettre("commun/relance-1", "etape-1"));
			statut.setRollbackOnly();
		});
		this.transaction.executeWithoutResult((statut) -> this.lettres.envoyer(lettre("commun/relance-1", "etape-1")));
		assertThat(recus()).hasSize(1);
		assertThat(registre()).containsExactly("<ADM-2026-000123.commun.relance-1.1@dossiers.cooperative.example>");
	}

	@Test
	void aLetterInFlightWhenTheServerStoppedLeavesAgainUnderTheSameMessageId() throws Exception {
		this.lettres.envoyer(lettre("commun/relance-1", "etape-1"));
		// As after a kill between the mail server's answer and its record.
		this.jdbc.sql("update courrier set envoye_le = null").update();
		this.lettres.envoyer(lettre("commun/relance-1", "etape-1"));
		assertThat(recus()).extracting((recu) -> recu.getHeader("Message-ID")[0])
			.containsExactly("<ADM-2026-000123.commun.relance-1.1@dossiers.cooperative.example>",
					"<ADM-2026-000123.commun.relance-1.1@dossiers.cooperative.example>");
		assertThat(registre()).hasSize(1);
	}

	@Test
	void whatCannotLeaveIsNotRecorded() {
		JavaMailSenderImpl eteint = new JavaMailSenderImpl();
		eteint.setHost("127.0.0.1");
		eteint.setPort(1);
		Courrier courrier = new Courrier("<x@y>", "ADM-1", "commun/relance-1", 1, "a@b.example", "x", Instant.EPOCH,
				null);
		assertThatExceptionOfType(MailSendException.class).isThrownBy(() -> new ExpeditionSmtp(eteint)
			.expedier(courrier, Redaction.message(courrier, Redaction.adresse("a@b.example", "A"),
					Redaction.adresse("a@b.example", "A"), "x", "x", List.of())));
		assertThatExceptionOfType(MailException.class)
			.isThrownBy(() -> this.lettres.envoyer(new Lettre("ADM-2026-000123", "commun/relance-1", "cle", "rien",
					"Nom", "37", LettresExemples.valeurs(), List.of())));
		assertThat(registre()).isEmpty();
	}

	@Test
	void aMissingValueStopsTheLetterBeforeItIsRecorded() throws Exception {
		Map<String, Object> valeurs = LettresExemples.valeurs("attente", " ");
		assertThatExceptionOfType(ValeurManquante.class)
			.isThrownBy(() -> this.lettres.envoyer(new Lettre("ADM-2026-000123", "commun/relance-1", "cle",
					"a@exemple.fr", "Nom", "37", valeurs, List.of())));
		assertThat(registre()).isEmpty();
		assertThat(recus()).isEmpty();
	}

	@Test
	void namesCannotAddHeaders() throws Exception {
		Map<String, Object> valeurs = LettresExemples.valeurs("attente", "un mot\r\nBcc: espion@exemple.fr");
		this.lettres.envoyer(new Lettre("ADM-2026-000123", "commun/relance-1", "cle", "a@exemple.fr",
				"Nom\r\nBcc: espion@exemple.fr", "37", valeurs, List.of()));
		MimeMessage recu = recus()[0];
		assertThat(recus()).hasSize(1);
		assertThat(recu.getHeader("Bcc")).isNull();
		assertThat(recu.getAllRecipients()).hasSize(1);
		assertThat(((InternetAddress) recu.getAllRecipients()[0]).getPersonal())
			.isEqualTo("Nom Bcc: espion@exemple.fr");
	}

	@ParameterizedTest
	@NullAndEmptySource
	@MethodSource("org.compagnonnage.support.Adresses#impossibles")
	void impossibleAddressesAreRefusedInFrenchWithoutBeingRepeated(String courriel) {
		assertThatExceptionOfType(MailParseException.class)
			.isThrownBy(() -> this.lettres.envoyer(new Lettre("ADM-2026-000123", "commun/relance-1", "cle", courriel,
					"Nom", "37", LettresExemples.valeurs(), List.of())))
			.withMessage("L'adresse électronique du destinataire, ou celle de l'expéditeur dans la configuration, "
					+ "est impossible : corrigez-la, puis relancez l'envoi.")
			.withNoCause();
		assertThat(registre()).isEmpty();
		assertThat(recus()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("org.compagnonnage.support.Adresses#possibles")
	void aLetterLeavesForEveryPossibleAddress(String courriel) throws Exception {
		this.lettres.envoyer(new Lettre("ADM-2026-000123", "commun/relance-1", UUID.randomUUID().toString(), courriel,
				"Nom", "37", LettresExemples.valeurs(), List.of()));
		assertThat(recus()).hasSize(1);
		assertThat(((InternetAddress) recus()[0].getAllRecipients()[0]).getAddress()).isEqualTo(courriel);
	}

	@Test
	void aDomainWithAccentsIsWrittenForTheWire() {
		assertThat(Redaction.adresse("a@école.example", "É").getAddress()).isEqualTo("a@xn--cole-9oa.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../x", "ADM 1", "" })
	void aReferenceThatIsNotOneIsRefused(String reference) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.lettres.envoyer(new Lettre(reference,
				"commun/relance-1", "cle", "a@exemple.fr", "Nom", "37", LettresExemples.valeurs(), List.of())));
	}

	@Test
	void inAFolderTheSameLetterReplacesItsFileAndLeavesNothingElse(@TempDir Path racine) throws Exception {
		Path dossier = racine.resolve("data/courriels");
		Expedition expedition = new ExpeditionDossier(dossier);
		Courrier courrier = new Courrier("<ADM-1.commun.relance-1.1@hote.example>", "ADM-1", "commun/relance-1", 1,
				"a@exemple.fr", "Été", Instant.EPOCH, null);
		for (String texte : List.of("premier", "second")) {
			expedition.expedier(courrier, Redaction.message(courrier, Redaction.adresse("b@exemple.fr", "B"),
					Redaction.adresse("a@exemple.fr", "A"), texte, "<p>" + texte + "</p>", List.of()));
		}
		try (Stream<Path> fichiers = Files.list(dossier)) {
			assertThat(fichiers.map((fichier) -> fichier.getFileName().toString()))
				.containsExactly("ADM-1-commun-relance-1-1.eml");
		}
		try (var fichier = Files.newInputStream(dossier.resolve("ADM-1-commun-relance-1-1.eml"))) {
			MimeMessage relu = new MimeMessage(Session.getInstance(new Properties()), fichier);
			assertThat(relu.getMessageID()).isEqualTo("<ADM-1.commun.relance-1.1@hote.example>");
			assertThat(relu.getSubject()).isEqualTo("Été");
			assertThat(((Multipart) relu.getContent()).getBodyPart(0).getContent()).isEqualTo("second");
		}
	}

	private List<String> registre() {
		return this.jdbc.sql("select message_id from courrier").query(String.class).list();
	}

	private static MimeMessage[] recus() {
		return SERVEUR.getReceivedMessages();
	}

	private static Lettre lettre(String modele, PieceJointe... pieces) {
		return lettre(modele, UUID.randomUUID().toString(), pieces);
	}

	private static Lettre lettre(String modele, String cle, PieceJointe... pieces) {
		return new Lettre("ADM-2026-000123", modele, cle, "anne-eleonore@exemple.fr", "Anne-Éléonore Œuvrard-Lefèbvre",
				"37", LettresExemples.valeurs(), List.of(pieces));
	}

	static class ParSmtp {

		@Bean
		Expedition expedition() {
			JavaMailSenderImpl serveur = new JavaMailSenderImpl();
			serveur.setHost("127.0.0.1");
			serveur.setPort(SERVEUR.getSmtp().getPort());
			return new ExpeditionSmtp(serveur);
		}

	}

}
