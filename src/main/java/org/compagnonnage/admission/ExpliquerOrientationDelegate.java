package org.compagnonnage.admission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.compagnonnage.admission.Orientation.Resultat;

import org.springframework.stereotype.Component;

/**
 * Keeps the explanation of the proposed orientation in the case, with what is missing for
 * the next better one. The questions « and if? » are asked of the same version of the
 * table, beside the engine, so that only the real decision is in the records.
 */
@Component("expliquerOrientation")
class ExpliquerOrientationDelegate implements JavaDelegate {

	private final RepositoryService repository;

	private final Map<String, OrientationRules> rules = new ConcurrentHashMap<>();

	private DmnEngine engine;

	ExpliquerOrientationDelegate(RepositoryService repository) {
		this.repository = repository;
	}

	@Override
	public void execute(DelegateExecution execution) {
		DecisionDefinition definition = definition(execution);
		Map<String, Object> diagnostic = new HashMap<>();
		Explication.criteres().forEach((critere) -> diagnostic.put(critere, execution.getVariable(critere)));
		Resultat resultat = new Resultat((String) execution.getVariable(AdmissionModel.ORIENTATION),
				(String) execution.getVariable(AdmissionModel.ORIENTATION_REGLE),
				(String) execution.getVariable(AdmissionModel.ORIENTATION_MOTIF));
		Progression progression = new Progression(this.rules.computeIfAbsent(definition.getId(), this::rules));
		execution.setVariable(AdmissionModel.ORIENTATION_VERSION, definition.getVersionTag());
		execution.setVariable(AdmissionModel.ORIENTATION_EXPLICATION,
				Explication.de(resultat, diagnostic, definition.getVersionTag()));
		execution.setVariable(AdmissionModel.ORIENTATION_MANQUE,
				progression.manque(diagnostic, resultat.orientation()));
		execution.setVariable(AdmissionModel.ORIENTATION_MANQUE_CESA,
				Orientation.AJOURNEMENT.equals(resultat.orientation())
						? progression.manquePour(diagnostic, Orientation.CESA).orElse("") : "");
		execution.setVariable(AdmissionModel.ORIENTATION_CRITERES,
				Explication.criteres(resultat, diagnostic, definition.getVersionTag()));
		// A person who comes back gets a new choice, not the former one.
		execution.setVariable(AdmissionModel.ORIENTATION_RETENUE, null);
		execution.setVariable(AdmissionModel.DEROGATION_MOTIF, null);
	}

	/** The version of the table that the case's own version of the process uses. */
	private DecisionDefinition definition(DelegateExecution execution) {
		String deployment = this.repository.getProcessDefinition(execution.getProcessDefinitionId()).getDeploymentId();
		return this.repository.createDecisionDefinitionQuery()
			.decisionDefinitionKey(AdmissionModel.DECISION_ORIENTATION)
			.deploymentId(deployment)
			.singleResult();
	}

	private OrientationRules rules(String definitionId) {
		DmnEngine engine = engine();
		try (InputStream model = this.repository.getDecisionModel(definitionId)) {
			DmnDecision decision = engine.parseDecision(AdmissionModel.DECISION_ORIENTATION, model);
			return (diagnostic) -> {
				DmnDecisionResult result = engine.evaluateDecision(decision, diagnostic);
				return result.isEmpty() ? Optional.empty()
						: Optional.of(new Resultat(result.getSingleResult().getEntry("orientation"),
								result.getSingleResult().getEntry("regle"),
								result.getSingleResult().getEntry("motif")));
			};
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the decision " + definitionId, ex);
		}
	}

	private synchronized DmnEngine engine() {
		if (this.engine == null) {
			this.engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
		}
		return this.engine;
	}

}
