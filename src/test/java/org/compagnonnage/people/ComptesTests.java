package org.compagnonnage.people;

import java.util.List;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.compagnonnage.organisation.Organisation;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Accounts from configuration: created once, never overwritten, never weak. */
@PeopleTest
class ComptesTests {

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Organisation organisation;

	@Test
	void theDemoLoginsAreThoseOfTheDomain() {
		IdentityService identity = this.engine.getIdentityService();
		for (Roles.Role role : Roles.ADMISSION) {
			assertThat(identity.checkPassword(role.login(), "demo")).as(role.login()).isTrue();
		}
		assertThat(identity.createGroupQuery().groupMember("referent37").list()).extracting("id")
			.containsExactlyInAnyOrder("referents", "referents-37");
		assertThat(identity.createTenantQuery().userMember("referent37").list()).extracting("id").containsExactly("37");
		assertThat(identity.createTenantQuery().userMember("gerance").count())
			.isEqualTo(this.organisation.perimetres().size());
	}

	@Test
	void theFirstAdministratorIsCreatedOnceAndItsPasswordIsNeverOverwritten() {
		IdentityService identity = this.engine.getIdentityService();
		comptes(false, new PeopleSettings.Administrateur("premiere-admin", "un long secret")).creer();
		comptes(false, new PeopleSettings.Administrateur("premiere-admin", "un autre secret")).creer();
		assertThat(identity.checkPassword("premiere-admin", "un long secret")).isTrue();
		assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").userId("premiere-admin").count()).isOne();
		identity.deleteUser("premiere-admin");
	}

	@Test
	void aShortAdministratorPasswordStopsTheStart() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> comptes(false, new PeopleSettings.Administrateur("faible", "demo")).creer())
			.withMessageContaining("12 caractères");
		assertThat(this.engine.getIdentityService().createUserQuery().userId("faible").count()).isZero();
	}

	@Test
	void aProductionThatNobodyCouldAdministerStops() {
		IdentityService identity = this.engine.getIdentityService();
		identity.deleteMembership("admin", "camunda-admin");
		try {
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> comptes(false, null).creer())
				.withMessageContaining("COMPAGNONNAGE_ADMINISTRATEUR_ID");
			comptes(true, null).creer();
		}
		finally {
			identity.createMembership("admin", "camunda-admin");
		}
	}

	@Test
	void aPersonChangesTheOwnProfileAndNoOther() {
		IdentityService identity = this.engine.getIdentityService();
		CasEssai cas = new CasEssai(this.engine);
		User elle = identity.createUserQuery().userId("formateur").singleResult();
		cas.comme("formateur", () -> identity.saveUser(elle));
		User autre = identity.createUserQuery().userId("comptable").singleResult();
		assertThatExceptionOfType(AuthorizationException.class)
			.isThrownBy(() -> cas.comme("formateur", () -> identity.saveUser(autre)));
		assertThatExceptionOfType(AuthorizationException.class)
			.isThrownBy(() -> cas.comme("formateur", () -> identity.deleteUser("formateur")));
	}

	private Comptes comptes(boolean demo, PeopleSettings.Administrateur administrateur) {
		return new Comptes(this.engine.getIdentityService(), new PeopleSettings(demo, List.of(), administrateur),
				this.organisation);
	}

}
