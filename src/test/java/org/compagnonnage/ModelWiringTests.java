package org.compagnonnage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.compagnonnage.organisation.Organisation;
import org.compagnonnage.support.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** What the models name exists in the application: beans, their methods, letters. */
@ApplicationTest
class ModelWiringTests {

	private static final Path MODELS = Path.of("processes");

	private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\(");

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Organisation organisation;

	@ParameterizedTest
	@MethodSource("serviceTasks")
	void aServiceTaskNamesADelegate(String model, String task, String expression) {
		String bean = expression.replaceAll("[${}]", "");
		assertThat(this.context.containsBean(bean)).as(bean).isTrue();
		assertThat(this.context.getBean(bean)).isInstanceOf(JavaDelegate.class);
	}

	@ParameterizedTest
	@MethodSource("letters")
	void aLetterHasItsTwoTemplates(String model, String lettre) {
		assertThat(Path.of("src/main/resources/mail", lettre + ".txt")).exists();
		assertThat(Path.of("src/main/resources/mail", lettre + ".html")).exists();
	}

	@ParameterizedTest
	@MethodSource("calls")
	void whatAnExpressionCallsIsPublicInAPublicBean(String model, String bean, String method) {
		Class<?> type = this.context.getBean(bean).getClass();
		assertThat(Modifier.isPublic(type.getModifiers())).as("public " + type).isTrue();
		assertThat(type.getMethods()).extracting(Method::getName).contains(method);
	}

	/** A start form cannot ask the application: it lists the territories itself. */
	@Test
	void theFormOfARequestOffersTheTerritoriesOfTheOrganisation() throws IOException {
		JsonNode form = new ObjectMapper().readTree(Path.of("forms/admission/admission-demande.form").toFile());
		List<String> offered = form.findParents("key")
			.stream()
			.filter((field) -> "territoire".equals(field.path("key").asText()))
			.flatMap((field) -> StreamSupport.stream(field.path("values").spliterator(), false))
			.map((value) -> value.path("value").asText() + " " + value.path("label").asText())
			.toList();
		assertThat(offered).containsExactlyInAnyOrderElementsOf(this.organisation.territoires()
			.stream()
			.map((territoire) -> territoire.code() + " " + territoire.nom() + " (" + territoire.code() + ")")
			.toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "mission/mission-demande", "consulaire/consulaire-demande", "centre/centre-demande" })
	void theFormOfARequestFromAbroadOffersEveryPerimetre(String formulaire) throws IOException {
		JsonNode form = new ObjectMapper().readTree(Path.of("forms", formulaire + ".form").toFile());
		List<String> offered = form.findParents("key")
			.stream()
			.filter((field) -> "perimetre".equals(field.path("key").asText()))
			.flatMap((field) -> StreamSupport.stream(field.path("values").spliterator(), false))
			.map((value) -> value.path("value").asText() + " " + value.path("label").asText())
			.toList();
		assertThat(offered).containsExactlyElementsOf(Stream
			.concat(this.organisation.territoires()
				.stream()
				.map((territoire) -> "%s %s (%1$s)".formatted(territoire.code(), territoire.nom())),
					this.organisation.organisations().stream().map((autre) -> autre.code() + " " + autre.nom()))
			.toList());
	}

	static Stream<Arguments> serviceTasks() {
		return models().flatMap((model) -> tasks(model).stream()
			.map((task) -> arguments(model, task.getId(), task.getCamundaDelegateExpression())));
	}

	static Stream<Arguments> letters() {
		return models().flatMap((model) -> tasks(model).stream()
			.map(ModelWiringTests::lettre)
			.flatMap(Optional::stream)
			.map((lettre) -> arguments(model, lettre)));
	}

	static Stream<Arguments> calls() {
		return models().flatMap((model) -> CALL.matcher(read(model))
			.results()
			.filter((call) -> !"execution".equals(call.group(1)) && !"decisionResult".equals(call.group(1)))
			.map((call) -> arguments(model, call.group(1), call.group(2))));
	}

	private static Arguments arguments(Path model, Object... values) {
		return Arguments.of(Stream.concat(Stream.of(model.getFileName().toString()), Stream.of(values)).toArray());
	}

	private static Stream<Path> models() {
		try (Stream<Path> files = Files.walk(MODELS)) {
			List<Path> found = files.filter((file) -> file.toString().endsWith(".bpmn")).sorted().toList();
			assertThat(found).isNotEmpty();
			return found.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<ServiceTask> tasks(Path model) {
		return List.copyOf(Bpmn.readModelFromFile(model.toFile()).getModelElementsByType(ServiceTask.class));
	}

	private static Optional<String> lettre(ServiceTask task) {
		ExtensionElements extensions = task.getExtensionElements();
		return (extensions == null) ? Optional.empty()
				: extensions.getElementsQuery()
					.filterByType(CamundaProperties.class)
					.list()
					.stream()
					.flatMap((properties) -> properties.getCamundaProperties().stream())
					.filter((property) -> "lettre".equals(property.getCamundaName()))
					.map(CamundaProperty::getCamundaValue)
					.findFirst();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
