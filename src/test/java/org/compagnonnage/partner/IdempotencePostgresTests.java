package org.compagnonnage.partner;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.compagnonnage.support.SharedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The same, on PostgreSQL, where two nodes meet. */
class IdempotencePostgresTests extends IdempotenceTests {

	/** More than the requests of a test that are answered in the end have to wait. */
	private static final Duration ATTENTE = Duration.ofSeconds(6);

	@Autowired
	private PlatformTransactionManager transactions;

	@DynamicPropertySource
	static void postgres(DynamicPropertyRegistry registry) {
		String url = SharedPostgres.nouvelleBase();
		registry.add("spring.datasource.url", () -> url);
		registry.add("spring.datasource.username", () -> "postgres");
		registry.add("compagnonnage.partner.attente-idempotence", () -> ATTENTE);
	}

	@Test
	@Timeout(value = 2, unit = TimeUnit.MINUTES)
	void who_waits_for_another_node_is_told_to_come_back_and_then_gets_its_answer() {
		new TransactionTemplate(this.transactions).executeWithoutResult((autreNoeud) -> {
			this.idempotence.reserver(new Idempotence.Identite(this.partenaire, CHEMIN, "k1"), "autre");
			Instant debut = Instant.now();
			HttpResponse<String> reponse = postUneFois(CHEMIN, DEMANDE, "k1");
			probleme(reponse, 409, "requete-en-cours");
			assertThat(reponse.headers().firstValue("Retry-After")).hasValue("1");
			assertThat(Duration.between(debut, Instant.now())).isGreaterThan(ATTENTE.minusSeconds(1));
			autreNoeud.setRollbackOnly();
		});
		assertThat(cases()).isZero();
		assertThat(postUneFois(CHEMIN, DEMANDE, "k1").statusCode()).isEqualTo(201);
		assertThat(cases()).isOne();
	}

}
