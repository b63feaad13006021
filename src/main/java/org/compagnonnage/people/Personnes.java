package org.compagnonnage.people;

import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

import org.springframework.stereotype.Component;

/** Who works here: the accounts of a group that belong to a périmètre. */
@Component
public class Personnes {

	private final IdentityService identity;

	Personnes(IdentityService identity) {
		this.identity = identity;
	}

	public Optional<Personne> trouver(String login) {
		return Optional.ofNullable(this.identity.createUserQuery().userId(login).singleResult())
			.map(Personnes::personne);
	}

	/** The members of a group who belong to a périmètre, in the order of their names. */
	public List<Personne> membres(String groupe, String perimetre) {
		return this.identity.createUserQuery()
			.memberOfGroup(groupe)
			.memberOfTenant(perimetre)
			.orderByUserLastName()
			.asc()
			.orderByUserId()
			.asc()
			.unlimitedList()
			.stream()
			.map(Personnes::personne)
			.toList();
	}

	private static Personne personne(User user) {
		return new Personne(user.getId(), texte(user.getFirstName()), texte(user.getLastName()),
				texte(user.getEmail()));
	}

	private static String texte(String texte) {
		return (texte != null) ? texte : "";
	}

}
