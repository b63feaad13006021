package org.compagnonnage.document;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.NoSuchElementException;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
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

	enum Base {

		H2 {
			@Override
			void avec(Essai essai) throws Exception {
				essai.sur(migree(new DriverManagerDataSource("jdbc:h2:mem:documents;DB_CLOSE_DELAY=-1", "sa", "")));
			}
		},
		POSTGRESQL {
			@Override
			void avec(Essai essai) throws IOException, Exception {
				try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
					essai.sur(migree(postgres.getPostgresDatabase()));
				}
			}
		};

		abstract void avec(Essai essai) throws Exception;

		private static DataSource migree(DataSource source) {
			Flyway.configure().dataSource(source).load().migrate();
			return source;
		}

	}

	interface Essai {

		void sur(DataSource source) throws Exception;

	}

}
