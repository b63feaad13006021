package org.compagnonnage.dossier;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.compagnonnage.engine.ElementProperties;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the register in step with the engine, in its transaction: reference at the start
 * and outcome at the end event of every process that carries the property
 * {@code prefixe}, state at each node that carries {@code etat}. In that process a loop
 * may lead back to an earlier state; the processes that it calls advance each for itself,
 * and the case stands where the one stands that is furthest.
 */
@Component
class DossierListener {

	/** Outcome of a case that a responsable cancelled in Cockpit. */
	static final String ANNULE = "dossier-annule";

	/** The case's reference, in its process. */
	static final String REFERENCE = "reference";

	private final Dossiers dossiers;

	private final ElementProperties properties;

	DossierListener(Dossiers dossiers, ElementProperties properties) {
		this.dossiers = dossiers;
		this.properties = properties;
	}

	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void on(DelegateExecution execution) {
		Optional<String> prefixe = this.properties.ofProcess(execution, "prefixe");
		if (ExecutionListener.EVENTNAME_START.equals(execution.getEventName())) {
			FlowElement element = execution.getBpmnModelElementInstance();
			if (ElementProperties.isProcessItself(execution)) {
				prefixe.ifPresent((valeur) -> open(execution, valeur));
			}
			else if (prefixe.isPresent() && element instanceof EndEvent && isOutcome(element)) {
				this.dossiers.clore(execution.getProcessBusinessKey(), issue(element.getName()));
			}
			else {
				boolean partie = prefixe.isEmpty();
				this.properties.ofElement(execution, "etat")
					.ifPresent((etat) -> entrer(execution.getProcessBusinessKey(), etat, partie));
			}
		}
		else if (prefixe.isPresent() && ExecutionListener.EVENTNAME_END.equals(execution.getEventName())
				&& ElementProperties.isProcessItself(execution)) {
			this.dossiers.clore(execution.getProcessBusinessKey(), ANNULE);
		}
	}

	private void entrer(String reference, String etat, boolean partie) {
		if (partie) {
			this.dossiers.avancer(reference, etat);
		}
		else {
			this.dossiers.changerEtat(reference, etat);
		}
	}

	private void open(DelegateExecution execution, String prefixe) {
		String etat = this.properties.ofProcess(execution, "etat").orElseThrow();
		Dossier dossier = this.dossiers.ouvrir(prefixe, ElementProperties.processKey(execution),
				execution.getTenantId(), etat, (String) execution.getVariable("partenaire"),
				(String) execution.getVariable("dossierOrigine"));
		execution.setProcessBusinessKey(dossier.reference());
		execution.setVariable(REFERENCE, dossier.reference());
		execution.setVariable("perimetre", dossier.perimetre());
	}

	private static boolean isOutcome(FlowElement endEvent) {
		ModelElementInstance parent = endEvent.getParentElement();
		return parent instanceof Process || (parent instanceof SubProcess subProcess && subProcess.triggeredByEvent());
	}

	/**
	 * The end event's name in kebab-case without accents: « CESA signé » gives
	 * {@code cesa-signe}.
	 */
	static String issue(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^a-z0-9]+", "-")
			.replaceAll("^-|-$", "");
	}

}
