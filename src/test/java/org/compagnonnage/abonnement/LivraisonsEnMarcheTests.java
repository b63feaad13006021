package org.compagnonnage.abonnement;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.compagnonnage.dossier.Dossiers;
import org.compagnonnage.partner.Partenaires;
import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.OnPostgres;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Deliveries as they run: the engine executes its jobs by itself, several at once. */
@ApplicationTest
@OnPostgres
@TestPropertySource(properties = { "camunda.bpm.job-execution.enabled=true",
		"camunda.bpm.job-execution.wait-time-in-millis=100", "camunda.bpm.job-execution.max-wait=200",
		"compagnonnage.abonnement.livraison.reprises=100ms,200ms,300ms,400ms,500ms" })
class LivraisonsEnMarcheTests {

	private static final int DOSSIERS = 12;

	private static final List<String> ETATS = List.of("accueil", "diagnostic", "orientation", "contractualisation",
			"close");

	@Autowired
	private Abonnements abonnements;

	@Autowired
	private JournalLivraisons journal;

	@Autowired
	private Dossiers dossiers;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Partenaires partenaires;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aReceiverThatRefusesEachEventAtFirstGetsAllOfThemInOrderPerCase() {
		try (Recepteur recepteur = new Recepteur()) {
			Set<String> refuses = ConcurrentHashMap.newKeySet();
			recepteur.repond((recu) -> refuses.add(recu.id()) ? 500 : 204);
			String abonnement = abonner(recepteur.url());
			List<String> references = IntStream.range(0, DOSSIERS).mapToObj((numero) -> ouvrir()).toList();
			references.parallelStream().forEach(this::mener);
			await().atMost(Duration.ofSeconds(90)).until(() -> livrees(abonnement) == DOSSIERS * ETATS.size());
			await().atMost(Duration.ofSeconds(10)).until(() -> enCours() == 0);
			assertThat(references)
				.allSatisfy((reference) -> assertThat(recepteur.recus(reference)).extracting(Recepteur.Recu::etat)
					.containsExactlyElementsOf(ETATS.stream().flatMap((etat) -> Stream.of(etat, etat)).toList()));
			assertThat(this.journal.lister(abonnement, null, PageRequest.of(0, 500)))
				.allMatch((livraison) -> livraison.tentatives().size() == 2);
		}
	}

	private String abonner(String url) {
		this.jdbc.sql("insert into partenaire (id, nom, actif, cree_le) values ('en-marche', 'BGE', true, ?)")
			.params(OffsetDateTime.now())
			.update();
		this.partenaires.delivrer("en-marche", List.of("admission-cae"), List.of("37"), LocalDate.now().plusYears(1));
		return this.abonnements
			.creer("en-marche", List.of("37"),
					new DemandeAbonnement(url, List.of("dossier.cree", "dossier.etat-change", "dossier.clos"),
							List.of("admission-cae")))
			.abonnement()
			.id();
	}

	private String ouvrir() {
		return this.dossiers.ouvrir("ADM", "admission-cae", "37", ETATS.get(0), "en-marche", null).reference();
	}

	private void mener(String reference) {
		ETATS.subList(1, ETATS.size() - 1).forEach((etat) -> this.dossiers.changerEtat(reference, etat));
		this.dossiers.clore(reference, "cape-signe");
	}

	private long livrees(String abonnement) {
		return this.journal.lister(abonnement, Livraison.Etat.LIVREE, PageRequest.of(0, 1)).getTotalElements();
	}

	private long enCours() {
		return this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processDefinitionKey("livrer-evenements")
			.count();
	}

}
