package org.compagnonnage.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** Writes the filters that people find on the left of Tasklist. */
@Component
class FiltresTasklist {

	// Tasklist puts a colon behind the label; French wants a no-break space before it.
	private static final List<Map<String, String>> VARIABLES = List.of(variable("reference", "Dossier\u00a0"),
			variable("porteurPrenom", "Prénom\u00a0"), variable("porteurNom", "Nom\u00a0"),
			variable("structureNom", "Structure\u00a0"));

	private final FilterService filters;

	private final TaskService tasks;

	FiltresTasklist(FilterService filters, TaskService tasks) {
		this.filters = filters;
		this.tasks = tasks;
	}

	/**
	 * Creates or rewrites a filter.
	 * @param id the engine's id of the filter when it was written before, else null
	 * @return the engine's id
	 */
	String poser(PlanOrganisation.Filtre filtre, String id) {
		Filter existing = (id != null) ? this.filters.createFilterQuery().filterId(id).singleResult() : null;
		Filter filter = (existing != null) ? existing : this.filters.newTaskFilter(filtre.nom());
		filter.setName(filtre.nom());
		filter.setProperties(proprietes(filtre));
		filter.setQuery(requete(filtre));
		return this.filters.saveFilter(filter).getId();
	}

	void retirer(String id) {
		if (this.filters.createFilterQuery().filterId(id).count() > 0) {
			this.filters.deleteFilter(id);
		}
	}

	private TaskQuery requete(PlanOrganisation.Filtre filtre) {
		TaskQuery query = this.tasks.createTaskQuery();
		return switch (filtre.requete()) {
			case PRISES_PAR_MOI -> query.taskAssigneeExpression("${currentUser()}");
			case A_PRENDRE -> query.taskUnassigned().taskCandidateGroupInExpression("${currentUserGroups()}");
			case EN_RETARD -> query.dueBeforeExpression("${now()}");
			case CETTE_SEMAINE -> query.dueAfterExpression("${now()}")
				.dueBeforeExpression("${dateTime().withDayOfWeek(7).plusDays(1).withTimeAtStartOfDay()}");
			case DU_PERIMETRE -> query.tenantIdIn(filtre.perimetre());
		};
	}

	private static Map<String, Object> proprietes(PlanOrganisation.Filtre filtre) {
		Map<String, Object> properties = new HashMap<>();
		properties.put("description", filtre.description());
		properties.put("color", filtre.couleur());
		properties.put("priority", filtre.priorite());
		properties.put("refresh", true);
		properties.put("showUndefinedVariable", false);
		properties.put("variables", VARIABLES);
		return properties;
	}

	private static Map<String, String> variable(String name, String label) {
		return Map.of("name", name, "label", label);
	}

}
