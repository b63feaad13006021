package org.compagnonnage.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.compagnonnage.organisation.Organisation;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The engine follows the organisation's configuration, and only where the setup rules.
 */
@PeopleTest
class OrganisationSetupTests {

	@Autowired
	private OrganisationSetup setup;

	@Autowired
	private Organisation organisation;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void groupsCarryTheirTerritoryOrTrade() {
		IdentityService identity = this.engine.getIdentityService();
		for (String groupe : List.of("referents", "referents-18", "referents-37", "referents-45", "experts-metier",
				"experts-metier-bois", "experts-metier-agroalimentaire", "responsables")) {
			assertThat(identity.createGroupQuery().groupId(groupe).groupType(Groups.GROUP_TYPE_WORKFLOW).count())
				.as(groupe)
				.isOne();
		}
		assertThat(
				identity.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).groupType(Groups.GROUP_TYPE_SYSTEM).count())
			.isOne();
		assertThat(List.of("referents-37", "experts-metier-ceramique"))
			.extracting((groupe) -> identity.createGroupQuery().groupId(groupe).singleResult().getName())
			.containsExactly("Référents – Indre-et-Loire", "Experts-métier – Céramique");
		assertThat(identity.createTenantQuery().list()).extracting("id").containsAll(this.organisation.perimetres());
	}

	@Test
	void aSecondRunWritesNothing() {
		List<Map<String, Object>> avant = versions();
		this.setup.afterSingletonsInstantiated();
		assertThat(this.setup.appliquer(this.organisation)).isFalse();
		assertThat(versions()).isEqualTo(avant);
	}

	@Test
	void aChangedConfigurationIsAppliedAndTakenBackWithoutTouchingWhatOthersWrote() {
		IdentityService identity = this.engine.getIdentityService();
		Authorization autre = droitDUneAutreMain();
		String filtre = this.engine.getFilterService()
			.saveFilter(this.engine.getFilterService().newTaskFilter("Filtre de l’administration"))
			.getId();

		assertThat(this.setup.appliquer(agrandie())).isTrue();

		assertThat(identity.createGroupQuery().groupId("stagiaires-99").count()).isOne();
		assertThat(identity.createTenantQuery().tenantId("99").count()).isOne();
		assertThat(filtres("Territoire 99 – Essai")).isOne();
		assertThat(droits("formateurs", Resources.PROCESS_DEFINITION, "essai-acces")).isOne();
		assertThat(droits("stagiaires", Resources.APPLICATION, "tasklist")).isOne();

		assertThat(this.setup.appliquer(this.organisation)).isTrue();

		assertThat(identity.createGroupQuery().groupId("stagiaires-99").count()).isZero();
		assertThat(identity.createGroupQuery().groupId("stagiaires").count()).isZero();
		assertThat(identity.createTenantQuery().tenantId("99").count()).isZero();
		assertThat(filtres("Territoire 99 – Essai")).isZero();
		assertThat(droits("formateurs", Resources.PROCESS_DEFINITION, "essai-acces")).isZero();
		assertThat(droits("stagiaires", Resources.APPLICATION, "tasklist")).isZero();

		AuthorizationService authorizations = this.engine.getAuthorizationService();
		assertThat(authorizations.createAuthorizationQuery().authorizationId(autre.getId()).count()).isOne();
		assertThat(filtres("Filtre de l’administration")).isOne();
		authorizations.deleteAuthorization(autre.getId());
		this.engine.getFilterService().deleteFilter(filtre);
	}

	@Test
	void aPerimetreWithCasesStaysWhenItLeavesTheConfiguration() {
		this.setup.appliquer(agrandie());
		this.engine.getRepositoryService()
			.createDeployment()
			.tenantId("99")
			.addModelInstance("essai-99.bpmn",
					Bpmn.createExecutableProcess("essai-99")
						.camundaHistoryTimeToLiveString("P1D")
						.startEvent()
						.endEvent()
						.done())
			.deploy();
		this.engine.getRuntimeService().startProcessInstanceByKey("essai-99");

		this.setup.appliquer(this.organisation);

		assertThat(this.engine.getIdentityService().createTenantQuery().tenantId("99").count()).isOne();
		this.engine.getHistoryService()
			.deleteHistoricProcessInstance(this.engine.getHistoryService()
				.createHistoricProcessInstanceQuery()
				.tenantIdIn("99")
				.singleResult()
				.getId());
		this.setup.appliquer(agrandie());
		this.setup.appliquer(this.organisation);
		assertThat(this.engine.getIdentityService().createTenantQuery().tenantId("99").count()).isZero();
	}

	@Test
	void aNewMemberOfATerritoryGetsItsFilterAtOnceAndLosesItAtTheNextStart() {
		IdentityService identity = this.engine.getIdentityService();
		User user = identity.newUser("nouvelle-personne");
		identity.saveUser(user);
		FilterService filters = this.engine.getFilterService();
		String filtre = filters.createFilterQuery().filterName("Territoire 41 – Loir-et-Cher").singleResult().getId();

		identity.createTenantUserMembership("41", user.getId());
		assertThat(droitsDe(user, filtre)).isOne();
		identity.deleteTenantUserMembership("41", user.getId());
		identity.createTenantUserMembership("41", user.getId());
		assertThat(droitsDe(user, filtre)).isOne();
		identity.deleteTenantUserMembership("41", user.getId());
		this.setup.afterSingletonsInstantiated();
		assertThat(droitsDe(user, filtre)).isZero();

		identity.deleteUser(user.getId());
	}

	private Organisation agrandie() {
		Organisation o = this.organisation;
		List<Organisation.Territoire> territoires = new ArrayList<>(o.territoires());
		territoires.add(new Organisation.Territoire("99", "Essai", 10, "Ici", "essai@cooperative.example"));
		List<Organisation.Groupe> groupes = new ArrayList<>(o.groupes());
		groupes.add(new Organisation.Groupe("stagiaires", "Stagiaires", "territoire"));
		Organisation.Programme p = o.programmes().get(0);
		List<String> voir = new ArrayList<>(p.voir());
		voir.add("formateurs");
		return new Organisation(o.nom(), o.raisonSociale(), o.formeJuridique(), o.siren(), o.rcs(), o.siege(),
				o.representant(), o.courriel(), o.telephone(), o.site(), o.couleur(), o.contrats(), territoires,
				o.organisations(), o.filieres(), groupes,
				List.of(new Organisation.Programme(p.programme(), p.processus(), voir, p.agir(), p.demarrer())),
				o.annuaire());
	}

	private Authorization droitDUneAutreMain() {
		Authorization droit = this.engine.getAuthorizationService()
			.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
		droit.setGroupId("elus");
		droit.setResource(Resources.PROCESS_DEFINITION);
		droit.setResourceId("essai-acces");
		droit.addPermission(ProcessDefinitionPermissions.READ);
		return this.engine.getAuthorizationService().saveAuthorization(droit);
	}

	private long droits(String groupe, Resources resource, String id) {
		return this.engine.getAuthorizationService()
			.createAuthorizationQuery()
			.groupIdIn(groupe)
			.resourceType(resource)
			.resourceId(id)
			.count();
	}

	private long droitsDe(User user, String filtre) {
		return this.engine.getAuthorizationService()
			.createAuthorizationQuery()
			.userIdIn(user.getId())
			.resourceType(Resources.FILTER)
			.resourceId(filtre)
			.count();
	}

	private long filtres(String nom) {
		return this.engine.getFilterService().createFilterQuery().filterName(nom).count();
	}

	private List<Map<String, Object>> versions() {
		return this.jdbc.sql("""
				select 'droit' as genre, count(*) as lignes, sum(rev_) as versions from act_ru_authorization
				union all select 'filtre', count(*), sum(rev_) from act_ru_filter
				union all select 'groupe', count(*), sum(rev_) from act_id_group
				union all select 'perimetre', count(*), sum(rev_) from act_id_tenant
				union all select 'compte', count(*), sum(rev_) from act_id_user
				union all select 'membre', count(*), 0 from act_id_membership
				union all select 'objet', count(*), 0 from organisation_objet""").query().listOfRows();
	}

}
