package org.compagnonnage.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

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

		static final EmbeddedPostgres POSTGRES = demarrer();

		private static EmbeddedPostgres demarrer() {
			try {
				EmbeddedPostgres postgres = EmbeddedPostgres.builder()
					.setServerConfig("max_connections", "200")
					.setServerConfig("fsync", "off")
					.start();
				Runtime.getRuntime().addShutdownHook(new Thread(() -> fermer(postgres)));
				return postgres;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static void fermer(EmbeddedPostgres postgres) {
			try {
				postgres.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
