package org.compagnonnage.people;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.compagnonnage.engine.ElementProperties;
import org.compagnonnage.form.Lignes;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives a task whose property {@code personnes} names groups the people of these groups
 * to choose from: a list of {@code label} and {@code value} under {@code membres} and the
 * group's name. {@code experts-metier:filiere} is the group of the trade that the
 * variable {@code filiere} names.
 */
@Component
class PersonnesListener {

	private static final String PERSONNES = "personnes";

	private final Personnes personnes;

	private final ElementProperties properties;

	PersonnesListener(Personnes personnes, ElementProperties properties) {
		this.personnes = personnes;
		this.properties = properties;
	}

	@EventListener
	void on(DelegateTask task) {
		if (TaskListener.EVENTNAME_CREATE.equals(task.getEventName())) {
			this.properties.ofElement(task, PERSONNES)
				.ifPresent((groupes) -> List.of(groupes.split("\\s*,\\s*"))
					.forEach((groupe) -> proposer(task, groupe.split(":"))));
		}
	}

	private void proposer(DelegateTask task, String[] groupe) {
		String id = (groupe.length > 1) ? groupe[0] + '-' + task.getVariable(groupe[1]) : groupe[0];
		List<Map<String, Object>> membres = this.personnes.membres(id, task.getTenantId())
			.stream()
			.map((personne) -> Map.<String, Object>of("label", personne.nomComplet(), "value", personne.login()))
			.toList();
		task.setVariableLocal(variable(groupe[0]), Lignes.json(membres));
	}

	/** {@code membresExpertsMetier} for {@code experts-metier}. */
	static String variable(String groupe) {
		StringBuilder nom = new StringBuilder("membres");
		for (String mot : groupe.split("-")) {
			nom.append(Character.toUpperCase(mot.charAt(0))).append(mot.substring(1));
		}
		return nom.toString();
	}

}
