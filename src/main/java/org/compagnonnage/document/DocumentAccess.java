package org.compagnonnage.document;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/**
 * Asks the engine, in the name of the person whose web session carries the request,
 * whether they may see a case.
 */
@Component
class DocumentAccess {

	private final IdentityService identites;

	private final HistoryService historique;

	DocumentAccess(IdentityService identites, HistoryService historique) {
		this.identites = identites;
		this.historique = historique;
	}

	/** Whether the web applications have bound a person to this request. */
	boolean authentifie() {
		return this.identites.getCurrentAuthentication() != null;
	}

	/** Whether this person's rights and périmètres let them see a process of the case. */
	boolean peutVoir(String reference) {
		return this.historique.createHistoricProcessInstanceQuery().processInstanceBusinessKey(reference).count() > 0;
	}

}
