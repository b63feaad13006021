package org.compagnonnage.people;

import java.util.Map;

import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.compagnonnage.engine.DemandeImpossible;
import org.compagnonnage.engine.Interdit;
import org.compagnonnage.organisation.Organisation;

/**
 * Gives every case its périmètre, the engine's tenant, once and for all, and refuses a
 * case in a périmètre to which the person who starts it does not belong.
 */
class PerimetreProvider implements TenantIdProvider {

	static final String PERIMETRE = "perimetre";

	static final String TERRITOIRE = "territoire";

	static final String REFERENCE_DOSSIER = "referenceDossier";

	static final String DOSSIER_ORIGINE = "dossierOrigine";

	private final ProcessEngineConfigurationImpl engine;

	private final Organisation organisation;

	PerimetreProvider(ProcessEngineConfigurationImpl engine, Organisation organisation) {
		this.engine = engine;
		this.organisation = organisation;
	}

	@Override
	public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
		if (context.getSuperExecution() != null) {
			return context.getSuperExecution().getTenantId();
		}
		String perimetre = perimetre(context.getVariables());
		if (perimetre == null) {
			if (!estDunDossier(context.getProcessDefinition().getKey())) {
				return null;
			}
			throw new DemandeImpossible("Indiquez le périmètre du dossier : son territoire ou son organisation.");
		}
		if (!this.organisation.perimetres().contains(perimetre)) {
			throw new DemandeImpossible("Le périmètre « " + perimetre + " » n’existe pas.");
		}
		Acteur.courant(this.engine.getIdentityService())
			.filter((acteur) -> !acteur.perimetres().contains(perimetre))
			.ifPresent((acteur) -> {
				throw new Interdit("Vous n’appartenez pas au périmètre « " + perimetre
						+ " » : vous ne pouvez pas y ouvrir de dossier.");
			});
		return perimetre;
	}

	private boolean estDunDossier(String processus) {
		return this.organisation.programmeDe(processus).isPresent()
				|| PlanOrganisation.TECHNIQUES_DES_DOSSIERS.contains(processus);
	}

	@Override
	public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
		return null;
	}

	@Override
	public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext context) {
		return (context.getExecution() != null) ? context.getExecution().getTenantId() : null;
	}

	private String perimetre(Map<String, Object> variables) {
		String reference = texte(variables, REFERENCE_DOSSIER);
		if (reference != null) {
			return perimetreDuDossier(reference);
		}
		String perimetre = texte(variables, PERIMETRE);
		if (perimetre == null) {
			perimetre = texte(variables, TERRITOIRE);
		}
		String origine = texte(variables, DOSSIER_ORIGINE);
		return (perimetre == null && origine != null) ? perimetreDuDossier(origine) : perimetre;
	}

	/**
	 * Closed cases count too; the engine hides those of other périmètres from this query.
	 */
	private String perimetreDuDossier(String reference) {
		return this.engine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(reference)
			.rootProcessInstances()
			.listPage(0, 10)
			.stream()
			.map(HistoricProcessInstance::getTenantId)
			.filter((perimetre) -> perimetre != null)
			.findFirst()
			.orElseThrow(() -> new DemandeImpossible(
					"Aucun dossier de vos périmètres ne porte la référence « " + reference + " »."));
	}

	private static String texte(Map<String, Object> variables, String nom) {
		Object value = variables.get(nom);
		if (value != null && !(value instanceof String)) {
			throw new DemandeImpossible("La valeur de « " + nom + " » doit être un texte.");
		}
		return (value == null || ((String) value).isBlank()) ? null : (String) value;
	}

}
