package org.compagnonnage.people;

import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.compagnonnage.organisation.Organisation;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates the accounts that configuration declares and that do not exist yet; an account
 * that exists is left as it is.
 */
@Component
class Comptes {

	private static final int MOT_DE_PASSE_MIN = 12;

	private static final String TOUS_LES_PERIMETRES = "*";

	private final IdentityService identity;

	private final PeopleSettings settings;

	private final Organisation organisation;

	Comptes(IdentityService identity, PeopleSettings settings, Organisation organisation) {
		this.identity = identity;
		this.settings = settings;
		this.organisation = organisation;
	}

	/**
	 * Creates what is missing.
	 * @throws IllegalStateException when nobody could administer a production
	 */
	@Transactional
	public void creer() {
		this.settings.comptes().stream().filter((compte) -> absent(compte.id())).forEach(this::creer);
		PeopleSettings.Administrateur administrateur = this.settings.administrateur();
		if (administrateur != null && absent(administrateur.id())) {
			creer(administrateur);
		}
		if (!this.settings.demo() && sansAdministrateur()) {
			throw new IllegalStateException("Aucun compte d’administration : donnez COMPAGNONNAGE_ADMINISTRATEUR_ID et "
					+ "COMPAGNONNAGE_ADMINISTRATEUR_MOTDEPASSE (" + MOT_DE_PASSE_MIN + " caractères au moins).");
		}
	}

	private void creer(PeopleSettings.Compte compte) {
		User user = utilisateur(compte.id(), compte.prenom(), compte.nom(), compte.motDePasse());
		user.setEmail(compte.courriel());
		this.identity.saveUser(user);
		compte.groupes().forEach((groupe) -> this.identity.createMembership(compte.id(), groupe));
		perimetres(compte).forEach((perimetre) -> this.identity.createTenantUserMembership(perimetre, compte.id()));
	}

	private void creer(PeopleSettings.Administrateur administrateur) {
		if (administrateur.motDePasse().length() < MOT_DE_PASSE_MIN) {
			throw new IllegalStateException("compagnonnage.administrateur.mot-de-passe : " + MOT_DE_PASSE_MIN
					+ " caractères au moins sont nécessaires.");
		}
		this.identity
			.saveUser(utilisateur(administrateur.id(), "Administration", "Compagnonnage", administrateur.motDePasse()));
		this.identity.createMembership(administrateur.id(), PlanOrganisation.ADMINISTRATEURS);
	}

	private User utilisateur(String id, String prenom, String nom, String motDePasse) {
		User user = this.identity.newUser(id);
		user.setFirstName(prenom);
		user.setLastName(nom);
		user.setPassword(motDePasse);
		return user;
	}

	private List<String> perimetres(PeopleSettings.Compte compte) {
		return compte.perimetres().contains(TOUS_LES_PERIMETRES) ? this.organisation.perimetres() : compte.perimetres();
	}

	private boolean absent(String id) {
		return this.identity.createUserQuery().userId(id).count() == 0;
	}

	private boolean sansAdministrateur() {
		return this.identity.createUserQuery().memberOfGroup(PlanOrganisation.ADMINISTRATEURS).count() == 0;
	}

}
