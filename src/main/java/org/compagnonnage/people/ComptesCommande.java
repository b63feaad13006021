package org.compagnonnage.people;

import java.util.List;

import org.camunda.bpm.engine.IdentityService;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * The command {@code --compte.debloquer=<identifiant>}: opens an account again that the
 * engine closed for good after ten wrong passwords, which anybody can type, and lets the
 * application exit. It needs no signing in, for the closed account may be the only
 * administrator's.
 */
@Component
class ComptesCommande implements ApplicationRunner {

	static final String DEBLOQUER = "compte.debloquer";

	private final IdentityService identity;

	private final ApplicationContext context;

	ComptesCommande(IdentityService identity, ApplicationContext context) {
		this.identity = identity;
		this.context = context;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (!arguments.containsOption(DEBLOQUER)) {
			return;
		}
		int code = 0;
		try {
			System.out.println(executer(arguments));
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage());
			code = 1;
		}
		int sortie = code;
		System.exit(SpringApplication.exit(this.context, () -> sortie));
	}

	/**
	 * Does what the argument asks.
	 * @return what to tell the person who typed the command
	 * @throws IllegalArgumentException with a French message when there is no such
	 * account
	 */
	String executer(ApplicationArguments arguments) {
		List<String> valeurs = arguments.getOptionValues(DEBLOQUER);
		if (valeurs.size() != 1 || valeurs.get(0).isBlank()) {
			throw new IllegalArgumentException("Donnez une fois l'option --" + DEBLOQUER + "=<identifiant du compte>.");
		}
		String compte = valeurs.get(0);
		if (this.identity.createUserQuery().userId(compte).count() == 0) {
			throw new IllegalArgumentException("Aucun compte n'a l'identifiant « " + compte + " ».");
		}
		this.identity.unlockUser(compte);
		return "Le compte " + compte + " est débloqué : son mot de passe ouvre à nouveau la session.";
	}

}
