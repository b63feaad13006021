package org.compagnonnage.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the console, in French, what production still needs, or may not have. */
class MissingSettingsFailureAnalyzer extends AbstractFailureAnalyzer<MissingSettingsException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingSettingsException cause) {
		return new FailureAnalysis(
				"Compagnonnage ne démarre pas en production : il reste à régler dans l'environnement\n  - "
						+ String.join("\n  - ", cause.settings()),
				"Renseignez ces variables (README, « Operate »), ou démarrez la démonstration avec le profil « demo ».",
				cause);
	}

}
