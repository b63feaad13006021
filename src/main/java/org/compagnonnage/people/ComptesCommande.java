package org.compagnonnage.people;

import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.compagnonnage.startup.Commande;

import org.springframework.boot.ApplicationArguments;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * The command {@code --compte.debloquer=<identifiant>}: opens an account again that the
 * engine closed for good after ten wrong passwords, which anybody can type, and lets the
 * application exit. It needs no signing in, for the closed account may be the only
 * administrator's.
 */
@Component
class ComptesCommande extends Commande {

	static final String DEBLOQUER = "compte.debloquer";

	private final IdentityService identity;

	ComptesCommande(IdentityService identity, ApplicationContext context) {
		super(context, DEBLOQUER);
		this.identity = identity;
	}

	@Override
	protected String executer(ApplicationArguments arguments) {
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
