package org.compagnonnage.document;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.compagnonnage.dossier.Dossier;
import org.springframework.stereotype.Component;

/**
 * Asks the engine, in the name of the person whose web session carries the request,
 * whether they may see a case and add to it.
 */
@Component
class DocumentAccess {

	private final IdentityService identites;

	private final HistoryService historique;

	private final AuthorizationService droits;

	DocumentAccess(IdentityService identites, HistoryService historique, AuthorizationService droits) {
		this.identites = identites;
		this.historique = historique;
		this.droits = droits;
	}

	/** Whether the web applications have bound a person to this request. */
	boolean authentifie() {
		return this.identites.getCurrentAuthentication() != null;
	}

	/** The account of that person. */
	String personne() {
		return this.identites.getCurrentAuthentication().getUserId();
	}

	/**
	 * Whether this person's rights and périmètres let them see the case: its programme,
	 * because processes that all programmes share, such as the reminders, carry its
	 * reference too.
	 */
	boolean peutVoir(Dossier dossier) {
		return this.historique.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(dossier.reference())
			.processDefinitionKey(dossier.programme())
			.count() > 0;
	}

	/** Whether this person works on tasks of the case, and does not only read them. */
	boolean participe(Dossier dossier) {
		var personne = this.identites.getCurrentAuthentication();
		return this.droits.isUserAuthorized(personne.getUserId(), personne.getGroupIds(),
				ProcessDefinitionPermissions.TASK_WORK, Resources.PROCESS_DEFINITION, dossier.programme());
	}

	/** What people call these accounts, where they still exist. */
	Map<String, String> noms(Collection<String> comptes) {
		if (comptes.isEmpty()) {
			return Map.of();
		}
		return this.identites.createUserQuery()
			.userIdIn(comptes.stream().distinct().toArray(String[]::new))
			.unlimitedList()
			.stream()
			.collect(Collectors.toMap(User::getId, DocumentAccess::nom));
	}

	private static String nom(User personne) {
		String nom = Stream.of(personne.getFirstName(), personne.getLastName())
			.filter((partie) -> partie != null && !partie.isBlank())
			.collect(Collectors.joining(" "));
		return nom.isEmpty() ? personne.getId() : nom;
	}

}
