package org.compagnonnage.abonnement;

import java.time.OffsetDateTime;
import java.util.List;

import org.compagnonnage.support.SharedPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of the subscriptions of before, which had neither périmètres nor several
 * old secrets.
 */
class AnciensAbonnementsTests {

	private static final OffsetDateTime MAINTENANT = OffsetDateTime.now();

	static List<DriverManagerDataSource> bases() {
		return List.of(new DriverManagerDataSource("jdbc:h2:mem:anciens;DB_CLOSE_DELAY=-1", "sa", ""),
				new DriverManagerDataSource(SharedPostgres.nouvelleBase(), "postgres", ""));
	}

	@ParameterizedTest
	@MethodSource("bases")
	void theyTellOfThePerimetresOfTheirPartnersKeysAndKeepTheirSecrets(DriverManagerDataSource base) {
		Flyway.configure().dataSource(base).target("17").load().migrate();
		JdbcClient jdbc = JdbcClient.create(base);
		for (String partenaire : List.of("bge", "cma")) {
			jdbc.sql("insert into partenaire (id, nom, actif, cree_le) values (?, 'Nom', true, ?)")
				.params(partenaire, MAINTENANT)
				.update();
			jdbc.sql("insert into abonnement (id, partenaire, url, evenements, programmes, secret, ancien_secret,"
					+ " ancien_secret_jusqua, etat, cree_le)"
					+ " values (?, ?, 'https://partenaire.example/', 'dossier.clos', 'admission-cae', 's2', ?, ?, 'actif', ?)")
				.params("abonnement-" + partenaire, partenaire, partenaire.equals("bge") ? "s1" : null,
						partenaire.equals("bge") ? MAINTENANT.plusDays(1) : null, MAINTENANT)
				.update();
		}
		cle(jdbc, "1", "bge", "37,45");
		cle(jdbc, "2", "bge", "37,45");
		cle(jdbc, "3", "bge", "18");
		cle(jdbc, "4", "cma", "cma-sahel");

		Flyway.configure().dataSource(base).load().migrate();

		assertThat(perimetres(jdbc, "abonnement-bge").split(",")).containsExactlyInAnyOrder("37", "45", "18");
		assertThat(perimetres(jdbc, "abonnement-cma")).isEqualTo("cma-sahel");
		assertThat(jdbc.sql("select abonnement, secret from abonnement_ancien_secret where jusqua > ?")
			.param(MAINTENANT)
			.query()
			.singleRow()
			.values()
			.toString()).isEqualTo("[abonnement-bge, s1]");
	}

	private static void cle(JdbcClient jdbc, String id, String partenaire, String perimetres) {
		jdbc.sql("insert into cle_partenaire (id, partenaire, empreinte, programmes, territoires, cree_le, expire_le)"
				+ " values (?, ?, ?, 'admission-cae', ?, ?, ?)")
			.params(id, partenaire, id, perimetres, MAINTENANT, MAINTENANT.plusDays(1))
			.update();
	}

	private static String perimetres(JdbcClient jdbc, String id) {
		return jdbc.sql("select perimetres from abonnement where id = ?").param(id).query(String.class).single();
	}

}
