package org.compagnonnage.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;

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

	/** The people who have these logins; an unknown login is left out. */
	public Map<String, Personne> trouver(Set<String> logins) {
		return logins.isEmpty() ? Map.of()
				: this.identity.createUserQuery()
					.userIdIn(logins.toArray(String[]::new))
					.unlimitedList()
					.stream()
					.map(Personnes::personne)
					.collect(Collectors.toMap(Personne::login, Function.identity()));
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

	/** The login of whoever completes a task: its holder may have a stand-in. */
	public Optional<String> auteur(DelegateTask task) {
		return Optional.ofNullable(this.identity.getCurrentAuthentication())
			.map(Authentication::getUserId)
			.or(() -> Optional.ofNullable(task.getAssignee()));
	}

	private static Personne personne(User user) {
		return new Personne(user.getId(), texte(user.getFirstName()), texte(user.getLastName()),
				texte(user.getEmail()));
	}

	private static String texte(String texte) {
		return (texte != null) ? texte : "";
	}

}
