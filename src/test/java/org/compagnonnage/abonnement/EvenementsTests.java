package org.compagnonnage.abonnement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.compagnonnage.admission.AdmissionProcess;
import org.compagnonnage.admission.NouvelleDemande;
import org.compagnonnage.partner.Partenaires;
import org.compagnonnage.support.AdmissionScenario;
import org.compagnonnage.support.AdmissionScenarios;
import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.Tasklist;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a case writes down for its partner while people work on it, and who sees that. */
@ApplicationTest
class EvenementsTests {

	private static final AtomicInteger PARTENAIRES = new AtomicInteger();

	@Autowired
	private AdmissionProcess process;

	@Autowired
	private AdmissionScenarios admissions;

	@Autowired
	private Partenaires partenaires;

	@Autowired
	private Abonnements abonnements;

	@Autowired
	private JournalLivraisons journal;

	@Autowired
	private Tasklist tasklist;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private JdbcClient jdbc;

	private Recepteur recepteur;

	private String partenaire;

	private String cle;

	private String abonnement;

	@BeforeEach
	void aPartnerIsSubscribed() {
		this.recepteur = new Recepteur();
		this.partenaire = "prescripteur-" + PARTENAIRES.incrementAndGet();
		this.jdbc.sql("insert into partenaire (id, nom, actif, cree_le) values (?, 'BGE', true, ?)")
			.params(this.partenaire, OffsetDateTime.now())
			.update();
		this.cle = this.partenaires
			.delivrer(this.partenaire, List.of("admission-cae"), List.of("37", "18"), LocalDate.now().plusYears(1))
			.id();
		this.abonnement = this.abonnements
			.creer(this.partenaire, List.of("37"),
					new DemandeAbonnement(this.recepteur.url(),
							List.of("dossier.cree", "dossier.etat-change", "dossier.clos"), List.of("admission-cae")))
			.abonnement()
			.id();
	}

	@AfterEach
	void theReceiverStops() {
		this.recepteur.close();
	}

	@Test
	void aCaseTellsItsPartnerWhereItStandsWhoeverMovesIt() {
		AdmissionScenario admission = ouvrir("37");
		admission.accueillir().retirer();
		livrer();
		assertThat(this.recepteur.recus(admission.reference())).extracting(Recepteur.Recu::etat)
			.containsExactly("accueil", "diagnostic", "close");
		assertThat(this.recepteur.recus().get(2).json().path("data").path("issue").asText())
			.isEqualTo("demande-retiree");
		assertThat(this.recepteur.recus())
			.allSatisfy((recu) -> assertThat(recu.corps()).doesNotContain("Moreau", "porteur", "exemple.fr", "emploi"));
		admission.assertClos(null, "demande-retiree", "accueil", "diagnostic");
		assertThat(instances()).isEmpty();
	}

	@Test
	void aSubscriptionHearsOfItsPerimetresOnly() {
		ouvrir("18");
		assertThat(this.journal.lister(this.abonnement, null, PageRequest.of(0, 10))).isEmpty();
		assertThat(instances()).isEmpty();
		String reference = ouvrir("37").reference();
		assertThat(this.journal.lister(this.abonnement, null, PageRequest.of(0, 10))).extracting(Livraison::reference)
			.containsExactly(reference);
	}

	@Test
	void whatNoKeyShowsAnyMoreIsToldToNobody() {
		AdmissionScenario admission = ouvrir("37");
		livrer();
		this.partenaires.revoquer(this.cle);
		admission.accueillir();
		assertThat(instances()).isEmpty();
		this.partenaires.delivrer(this.partenaire, List.of("admission-cae"), List.of("18"),
				LocalDate.now().plusYears(1));
		assertThat(ouvrir("37").reference()).isNotNull();
		assertThat(instances()).isEmpty();
		this.partenaires.delivrer(this.partenaire, List.of("admission-cae"), List.of("37"),
				LocalDate.now().plusYears(1));
		admission.retirer();
		livrer();
		assertThat(this.recepteur.recus(admission.reference())).extracting(Recepteur.Recu::etat)
			.containsExactly("accueil", "close");
	}

	@Test
	void aCaseThatIsNotOpenedTellsNothing() {
		assertThatThrownBy(() -> ouvrir("99")).isNotNull();
		assertThat(this.journal.lister(this.abonnement, null, PageRequest.of(0, 10))).isEmpty();
		assertThat(instances()).isEmpty();
	}

	@Test
	void deliveriesBelongToNoCaseAndAreSeenByThoseWhoLead() {
		String reference = ouvrir("37").reference();
		assertThat(instances()).singleElement().satisfies((instance) -> {
			assertThat(instance.getTenantId()).isNull();
			assertThat(instance.getBusinessKey()).isEqualTo(this.abonnement);
		});
		assertThat(visibles("responsable")).isEqualTo(1);
		assertThat(visibles("gerance")).isEqualTo(1);
		assertThat(visibles("referent37")).isZero();
		assertThat(this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(reference)
			.rootProcessInstances()
			.list()).extracting(ProcessInstance::getProcessDefinitionKey).doesNotContain("livrer-evenements");
		assertThat(this.tasklist
			.appeler("responsable", "POST", "/process-definition/key/livrer-evenements/start", Map.of())
			.statut()).isEqualTo(403);
	}

	private AdmissionScenario ouvrir(String territoire) {
		return this.admissions.suivre(this.process
			.ouvrir(new NouvelleDemande("Ana", "Moreau", "ana@exemple.fr", null, territoire, "Céramique utilitaire",
					this.partenaire, "BGE", null))
			.reference());
	}

	private int visibles(String login) {
		JsonNode vues = this.tasklist
			.appeler(login, "GET", "/process-instance?maxResults=10&businessKey=" + this.abonnement, null)
			.reussie();
		return vues.size();
	}

	private List<ProcessInstance> instances() {
		return this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.variableValueEquals("partenaire", this.partenaire)
			.processDefinitionKey("livrer-evenements")
			.list();
	}

	private void livrer() {
		while (!instances().isEmpty()) {
			this.engine.getManagementService()
				.executeJob(this.engine.getManagementService()
					.createJobQuery()
					.processInstanceId(instances().get(0).getId())
					.singleResult()
					.getId());
		}
	}

}
