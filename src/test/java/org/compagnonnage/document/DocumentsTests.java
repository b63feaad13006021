package org.compagnonnage.document;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.UUID;

import javax.sql.DataSource;

import org.compagnonnage.support.SharedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DocumentsTests {

	private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T09:00:00.123456Z"), ZoneOffset.UTC);

	@ParameterizedTest
	@EnumSource(Base.class)
	void whatIsKeptIsReadBack(Base base) throws Exception {
		base.avec((source) -> {
			Documents documents = new Documents(JdbcClient.create(source), this.clock);
			Document garde = documents.enregistrer("ADM-2026-000001", "Contrat Œuvre.pdf", "application/pdf",
					new byte[] { 1, 2, 0, -1 }, "admission/cape", "1.0.0");
			documents.enregistrer("ADM-2026-000002", "autre.pdf", "application/pdf", new byte[] { 3 }, "admission/cesa",
					"1.0.0");
			assertThat(documents.trouver(garde.id())).contains(garde);
			assertThat(documents.contenu(garde.id())).containsExactly(1, 2, 0, -1);
			assertThat(documents.duDossier("ADM-2026-000001")).containsExactly(garde);
			assertThat(documents.trouver("inconnu")).isEmpty();
			assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> documents.contenu("inconnu"));
		});
	}

	@ParameterizedTest
	@EnumSource(Base.class)
	void aLargeFileIsKeptInPartsAndReadBackWhole(Base base) throws Exception {
		byte[] contenu = new byte[2 * Documents.PARTIE + 1];
		new Random(1).nextBytes(contenu);
		base.avec((source) -> {
			Documents documents = new Documents(JdbcClient.create(source), this.clock);
			Document garde = documents.deposer("ADM-2026-000003", "photo.png", "image/png", contenu.length,
					new ByteArrayInputStream(contenu), Deposant.personne("referent37"));
			assertThat(documents.trouver(garde.id())).contains(garde).get().satisfies((document) -> {
				assertThat(document.modele()).isNull();
				assertThat(document.deposant()).isEqualTo(Deposant.personne("referent37"));
				assertThat(document.taille()).isEqualTo(contenu.length);
			});
			assertThat(documents.contenu(garde.id())).isEqualTo(contenu);
			assertThat(JdbcClient.create(source)
				.sql("select octet_length(contenu) from document_partie where document = ? order by rang")
				.param(garde.id())
				.query(Integer.class)
				.list()).containsExactly(Documents.PARTIE, Documents.PARTIE, 1);
			Document duPartenaire = documents.deposer("ADM-2026-000003", "plan.png", "image/png", contenu.length,
					new ByteArrayInputStream(contenu), Deposant.partenaire("bge"));
			assertThat(documents.trouver(duPartenaire.id())).contains(duPartenaire);
			assertThat(documents.fichiers("ADM-2026-000003")).isEqualTo(2);
		});
	}

	@ParameterizedTest
	@EnumSource(Base.class)
	void whatWasKeptInOnePieceIsStillThere(Base base) throws Exception {
		base.avant("12?", (source) -> {
			JdbcClient jdbc = JdbcClient.create(source);
			jdbc.sql("insert into document (id, reference, nom, type, modele, version, cree_le, contenu)"
					+ " values ('ancien', 'ADM-2026-000004', 'CAPE.pdf', 'application/pdf', 'admission/cape', '1.0.0',"
					+ " current_timestamp, ?)")
				.param(new byte[] { 1, 2, 3 })
				.update();
			Base.migree(source);
			Documents documents = new Documents(jdbc, this.clock);
			assertThat(documents.contenu("ancien")).containsExactly(1, 2, 3);
			assertThat(documents.trouver("ancien")).get()
				.extracting(Document::taille, Document::deposant, Document::modele)
				.containsExactly(3L, null, "admission/cape");
			assertThat(documents.fichiers("ADM-2026-000004")).isZero();
		});
	}

	enum Base {

		H2 {
			@Override
			void avant(String version, Essai essai) throws Exception {
				essai.sur(migree(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
						"sa", ""), version));
			}
		},
		POSTGRESQL {
			@Override
			void avant(String version, Essai essai) throws Exception {
				essai.sur(migree(new DriverManagerDataSource(SharedPostgres.nouvelleBase(), "postgres", ""), version));
			}
		};

		abstract void avant(String version, Essai essai) throws Exception;

		void avec(Essai essai) throws Exception {
			avant("latest", essai);
		}

		private static DataSource migree(DataSource source) {
			return migree(source, "latest");
		}

		private static DataSource migree(DataSource source, String version) {
			Flyway.configure().dataSource(source).target(version).load().migrate();
			return source;
		}

	}

	interface Essai {

		void sur(DataSource source) throws Exception;

	}

}
