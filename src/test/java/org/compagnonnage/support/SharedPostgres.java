package org.compagnonnage.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import static org.awaitility.Awaitility.await;

/**
 * One PostgreSQL server for all tests of a run, started when the first of them asks; each
 * asks for a database of its own.
 */
public final class SharedPostgres {

	private static final AtomicInteger BASES = new AtomicInteger();

	private SharedPostgres() {
	}

	/** The JDBC URL, with its user, of a new empty database. */
	public static String nouvelleBase() {
		String nom = "essai_" + BASES.incrementAndGet();
		try (Connection connection = Serveur.POSTGRES.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + nom + " encoding 'UTF8' template template0");
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Could not create database " + nom, ex);
		}
		return Serveur.POSTGRES.getJdbcUrl("postgres", nom);
	}

	/** Starts the server when it is first touched. */
	private static final class Serveur {

		/** How long who still uses the server gets to leave it. */
		private static final Duration PATIENCE = Duration.ofSeconds(20);

		private static final String AUTRES = "select count(*) from pg_stat_activity"
				+ " where backend_type = 'client backend' and pid <> pg_backend_pid()";

		static final EmbeddedPostgres POSTGRES = demarrer();

		private static EmbeddedPostgres demarrer() {
			try {
				EmbeddedPostgres postgres = EmbeddedPostgres.builder()
					.setRegisterShutdownHook(false)
					.setServerConfig("max_connections", "200")
					.setServerConfig("fsync", "off")
					.start();
				Runtime.getRuntime().addShutdownHook(new Thread(() -> fermer(postgres), "postgres-closer"));
				return postgres;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		/**
		 * Stops the server once everybody has left it: at the end of a run the contexts
		 * of its tests close at the same moment, and each would wait for a database that
		 * is gone.
		 */
		private static void fermer(EmbeddedPostgres postgres) {
			try (postgres;
					Connection connection = postgres.getPostgresDatabase().getConnection();
					Statement statement = connection.createStatement()) {
				await("everybody has left PostgreSQL").atMost(PATIENCE).until(() -> compter(statement) == 0);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (SQLException ex) {
				throw new IllegalStateException("Could not ask who uses the server", ex);
			}
		}

		private static int compter(Statement statement) throws SQLException {
			try (ResultSet lignes = statement.executeQuery(AUTRES)) {
				lignes.next();
				return lignes.getInt(1);
			}
		}

	}

}
