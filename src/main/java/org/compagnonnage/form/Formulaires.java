package org.compagnonnage.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;

import org.springframework.stereotype.Component;

/**
 * Finds the deployed form of a task or of a start, as the authenticated person may see
 * it.
 */
@Component
class Formulaires {

	private final FormService forms;

	private final ObjectMapper json;

	private final Map<String, Formulaire> cache = new ConcurrentHashMap<>();

	Formulaires(FormService forms, ObjectMapper json) {
		this.forms = forms;
		this.json = json;
	}

	Formulaire deLaTache(Task task) {
		return lire(task.getProcessDefinitionId() + '#' + task.getTaskDefinitionKey(),
				() -> this.forms.getDeployedTaskForm(task.getId()));
	}

	Formulaire duDepart(String processDefinitionId) {
		return lire(processDefinitionId, () -> this.forms.getDeployedStartForm(processDefinitionId));
	}

	private Formulaire lire(String key, Supplier<InputStream> deployed) {
		Formulaire known = this.cache.get(key);
		if (known != null) {
			return known;
		}
		Formulaire read;
		try (InputStream content = deployed.get()) {
			read = Formulaire.lire(this.json.readTree(content));
		}
		catch (BadUserRequestException | NullValueException ex) {
			read = Formulaire.VIDE;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the form of " + key, ex);
		}
		this.cache.put(key, read);
		return read;
	}

}
