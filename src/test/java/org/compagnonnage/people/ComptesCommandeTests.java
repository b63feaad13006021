package org.compagnonnage.people;

import java.time.Duration;
import java.time.Instant;

import org.camunda.bpm.engine.IdentityService;
import org.compagnonnage.support.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** An account that wrong passwords have closed is opened again from the command line. */
@PeopleTest
class ComptesCommandeTests {

	private static final String COMPTE = "seule-admin";

	@Autowired
	private IdentityService identity;

	@Autowired
	private ComptesCommande commande;

	private final MutableClock clock = new MutableClock();

	@BeforeEach
	void creer() {
		var compte = this.identity.newUser(COMPTE);
		compte.setPassword("un long secret");
		this.identity.saveUser(compte);
	}

	@AfterEach
	void effacer() {
		this.clock.reset();
		this.identity.deleteUser(COMPTE);
	}

	@Test
	void tenWrongPasswordsCloseAnAccountAndTheCommandOpensItAgain() {
		Instant maintenant = Instant.now();
		for (int essai = 0; essai < 10; essai++) {
			maintenant = maintenant.plus(Duration.ofHours(1));
			this.clock.set(maintenant);
			assertThat(this.identity.checkPassword(COMPTE, "faux")).isFalse();
		}
		this.clock.set(maintenant.plus(Duration.ofDays(365)));
		assertThat(this.identity.checkPassword(COMPTE, "un long secret")).isFalse();

		assertThat(executer("--compte.debloquer=" + COMPTE))
			.isEqualTo("Le compte seule-admin est débloqué : son mot de passe ouvre à nouveau la session.");

		assertThat(this.identity.checkPassword(COMPTE, "faux")).isFalse();
		this.clock.set(maintenant.plus(Duration.ofDays(366)));
		assertThat(this.identity.checkPassword(COMPTE, "un long secret")).isTrue();
	}

	@Test
	void anUnknownAccountIsSaidToBeUnknown() {
		assertThatIllegalArgumentException().isThrownBy(() -> executer("--compte.debloquer=personne"))
			.withMessage("Aucun compte n'a l'identifiant « personne ».");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--compte.debloquer", "--compte.debloquer=", "--compte.debloquer= " })
	void theCommandNeedsAnAccount(String argument) {
		assertThatIllegalArgumentException().isThrownBy(() -> executer(argument))
			.withMessage("Donnez une fois l'option --compte.debloquer=<identifiant du compte>.");
	}

	private String executer(String argument) {
		return this.commande.executer(new DefaultApplicationArguments(argument));
	}

}
