package org.compagnonnage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What can be read from the models, tables and forms without running them. */
class ModelConventionsTests {

	private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	private static final String KEBAB_CASE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

	private static final String CAMEL_CASE = "[a-z][A-Za-z0-9]*";

	private static final String SEMVER = "\\d+\\.\\d+\\.\\d+";

	/**
	 * A variable that is true or false, or the comparison of one variable with a word.
	 */
	private static final String ONE_VARIABLE = "\\$\\{" + CAMEL_CASE + "( == '[a-z-]+')?}";

	/**
	 * One capital at the start of the label; later words have none, unless they are
	 * acronyms.
	 */
	private static final String SENTENCE_CASE = "\\p{Lu}[^\\p{Lu}]*((?<=\\P{L})\\p{Lu}{2,}(?=\\P{L}|$)[^\\p{Lu}]*)*";

	/** Acronyms may also come first, before the state of an event. */
	private static final String ACRONYM_FIRST = "\\p{Lu}{2,} [^\\p{Lu}]*";

	private static final Set<String> BANNED_VERBS = Set.of("Gérer", "Traiter");

	/** The types that form-js 1.8.7 draws in Tasklist; a filepicker breaks the form. */
	private static final Set<String> FORM_TYPES = Set.of("textfield", "textarea", "number", "checkbox", "checklist",
			"radio", "select", "taglist", "datetime", "text", "html", "table", "group", "dynamiclist", "expression",
			"separator", "spacer");

	/**
	 * Start and end events say what a process is about; the nodes between are what one
	 * has to follow.
	 */
	private static final int MOST_NODES_TO_FOLLOW = 15;

	private static final ObjectMapper JSON = new ObjectMapper();

	@Test
	void fileNamesAreUniqueAcrossFolders() {
		for (String folder : List.of("processes", "forms")) {
			assertThat(files(folder, "").map(Path::getFileName)).isNotEmpty().doesNotHaveDuplicates();
		}
	}

	@ParameterizedTest
	@MethodSource("processes")
	void aProcessIsNamedAfterItsFileAndSaysWhatItIs(Path file) {
		Process process = process(file);
		assertThat(process.getId()).isEqualTo(bareName(file)).matches(KEBAB_CASE);
		assertThat(process.isExecutable()).isTrue();
		assertThat(process.getName()).isNotBlank();
		assertThat(process.getCamundaVersionTag()).matches(SEMVER);
		assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
		assertThat(documentation(process)).hasSizeGreaterThan(80).contains("Propriétaire").doesNotContain("\n");
	}

	@ParameterizedTest
	@MethodSource("processes")
	void anElementIsIdentifiedByItsKindAndWhatItDoes(Path file) {
		for (FlowElement element : elements(file, FlowElement.class)) {
			assertThat(element.getId()).matches(kind(element) + "_" + CAMEL_CASE);
		}
	}

	@ParameterizedTest
	@MethodSource("processes")
	void theLabelsOfAProcessAreUnique(Path file) {
		List<String> names = elements(file, FlowNode.class).stream()
			.map(FlowNode::getName)
			.filter((name) -> name != null)
			.toList();
		assertThat(names).doesNotHaveDuplicates().allSatisfy((name) -> assertThat(name).isNotBlank());
	}

	@ParameterizedTest
	@MethodSource("processes")
	void anActivityIsAnInfinitiveAndItsObject(Path file) {
		for (Activity activity : elements(file, Activity.class)) {
			if (activity instanceof SubProcess subProcess && subProcess.triggeredByEvent()) {
				continue;
			}
			assertThat(activity.getName()).as(activity.getId()).matches(SENTENCE_CASE).contains(" ");
			assertThat(activity.getName().split(" ")[0]).matches(".*(er|ir|re)").isNotIn(BANNED_VERBS);
		}
	}

	@ParameterizedTest
	@MethodSource("processes")
	void anEventIsAnObjectAndItsState(Path file) {
		for (Event event : elements(file, Event.class)) {
			assertThat(event.getName()).as(event.getId())
				.matches(SENTENCE_CASE + "|" + ACRONYM_FIRST)
				.contains(" ")
				.doesNotEndWith("?");
		}
	}

	@ParameterizedTest
	@MethodSource("processes")
	void aSplitAsksAQuestionThatItsFlowsAnswerAndAJoinSaysNothing(Path file) {
		for (Gateway gateway : elements(file, Gateway.class)) {
			boolean splits = gateway.getOutgoing().size() > 1;
			assertThat(splits && gateway.getIncoming().size() > 1).as(gateway.getId() + " splits and joins").isFalse();
			if (splits && gateway instanceof ExclusiveGateway) {
				assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
				assertThat(gateway.getOutgoing()).allSatisfy((flow) -> assertThat(flow.getName()).isNotBlank());
			}
			else {
				assertThat(gateway.getName()).as(gateway.getId()).isNull();
			}
		}
	}

	@ParameterizedTest
	@MethodSource("processes")
	void aSplitHasADefaultAndEachConditionReadsOneVariable(Path file) {
		for (ExclusiveGateway gateway : elements(file, ExclusiveGateway.class)) {
			if (gateway.getOutgoing().size() < 2) {
				continue;
			}
			assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull().isIn(gateway.getOutgoing());
			for (SequenceFlow flow : gateway.getOutgoing()) {
				if (flow.equals(gateway.getDefault())) {
					assertThat(flow.getConditionExpression()).as(flow.getId()).isNull();
				}
				else {
					assertThat(flow.getConditionExpression().getTextContent()).as(flow.getId()).matches(ONE_VARIABLE);
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("processes")
	void everyNodeIsConnectedAndWritesItsFlows(Path file) {
		for (SequenceFlow flow : elements(file, SequenceFlow.class)) {
			assertThat(flow.getSource().getOutgoing()).contains(flow);
			assertThat(flow.getTarget().getIncoming()).contains(flow);
		}
		for (FlowNode node : elements(file, FlowNode.class)) {
			boolean starts = node instanceof StartEvent || node instanceof BoundaryEvent
					|| node instanceof SubProcess subProcess && subProcess.triggeredByEvent();
			boolean ends = node instanceof EndEvent
					|| node instanceof SubProcess subProcess && subProcess.triggeredByEvent();
			assertThat(node.getIncoming().isEmpty()).as(node.getId() + " comes from somewhere").isEqualTo(starts);
			assertThat(node.getOutgoing().isEmpty()).as(node.getId() + " leads somewhere").isEqualTo(ends);
		}
	}

	@ParameterizedTest
	@MethodSource("processes")
	void workIsDoneByDelegatesThatStartATransactionOfTheirOwn(Path file) {
		for (ServiceTask task : elements(file, ServiceTask.class)) {
			assertThat(task.getCamundaDelegateExpression()).as(task.getId()).matches("\\$\\{" + CAMEL_CASE + "}");
			assertThat(task.getCamundaClass()).isNull();
			assertThat(task.getCamundaExpression()).isNull();
			assertThat(task.getCamundaType()).isNull();
		}
		for (FlowNode node : elements(file, FlowNode.class)) {
			// A decision is read in the transaction of the answers that it judges.
			boolean works = node instanceof ServiceTask || node instanceof SendTask;
			assertThat(node.isCamundaAsyncBefore()).as(node.getId() + " asyncBefore").isEqualTo(works);
			if ("true".equals(node.getAttributeValueNs(CAMUNDA, "asyncAfter"))) {
				assertThat(node).isInstanceOf(UserTask.class);
				assertThat(node.getSucceedingNodes().list()).noneMatch(FlowNode::isCamundaAsyncBefore);
			}
		}
		assertThat(elements(file, ScriptTask.class)).isEmpty();
		assertThat(elements(file, CamundaScript.class)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("processes")
	void aLetterNamesItsTemplate(Path file) {
		for (ServiceTask task : elements(file, ServiceTask.class)) {
			boolean writes = "${envoyerLettre}".equals(task.getCamundaDelegateExpression());
			String lettre = property(task, "lettre");
			if (writes) {
				assertThat(lettre).as(task.getId()).matches("[a-z]+/" + KEBAB_CASE);
			}
			else {
				assertThat(lettre).as(task.getId()).isNull();
			}
		}
	}

	@ParameterizedTest
	@MethodSource("processes")
	void ownRetriesAndLiteralTimersGiveTheirReason(Path file) {
		for (CamundaFailedJobRetryTimeCycle retry : elements(file, CamundaFailedJobRetryTimeCycle.class)) {
			assertThat(documentation((BaseElement) retry.getParentElement().getParentElement())).isNotBlank();
		}
		for (TimerEventDefinition timer : elements(file, TimerEventDefinition.class)) {
			String when = timer.getRawTextContent().strip();
			if (!when.startsWith("${")) {
				assertThat(when).matches("(R\\d*/)?P.*");
				assertThat(documentation((BaseElement) timer.getParentElement())).isNotBlank();
			}
		}
	}

	@ParameterizedTest
	@MethodSource("processes")
	void messagesAndErrorsAreNamedAfterTheirFeatureAndState(Path file) {
		assertThat(elements(file, Message.class))
			.allSatisfy((message) -> assertThat(message.getName()).matches("[a-z]+\\." + CAMEL_CASE));
		assertThat(elements(file, Error.class))
			.allSatisfy((error) -> assertThat(error.getErrorCode()).matches("[a-z]+\\." + CAMEL_CASE));
	}

	@ParameterizedTest
	@MethodSource("processes")
	void whatIsCalledExistsAndIsBoundToTheDeploymentWithinAFeature(Path file) {
		for (CallActivity call : elements(file, CallActivity.class)) {
			assertBinding(file, call.getCalledElement() + ".bpmn", call.getCamundaCalledElementBinding());
		}
		for (BusinessRuleTask task : elements(file, BusinessRuleTask.class)) {
			assertBinding(file, task.getCamundaDecisionRef() + ".dmn", task.getCamundaDecisionRefBinding());
		}
	}

	@ParameterizedTest
	@MethodSource("processes")
	void aUserTaskHasAFormAndTellsThePersonWhatIsExpected(Path file) {
		List<FlowNode> asked = new ArrayList<>(elements(file, UserTask.class));
		elements(file, StartEvent.class).stream()
			.filter((start) -> start.getAttributeValueNs(CAMUNDA, "formRef") != null)
			.forEach(asked::add);
		for (FlowNode node : asked) {
			assertThat(documentation(node)).as(node.getId()).hasSizeGreaterThan(30);
			Path form = Path.of("forms", feature(file), node.getAttributeValueNs(CAMUNDA, "formRef") + ".form");
			assertThat(form).exists();
			assertThat(node.getAttributeValueNs(CAMUNDA, "formRefBinding")).isEqualTo("deployment");
		}
	}

	@Test
	void everyFormIsAsked() {
		Set<String> asked = new HashSet<>();
		processes().forEach((file) -> elements(file, FlowNode.class)
			.forEach((node) -> asked.add(node.getAttributeValueNs(CAMUNDA, "formRef"))));
		assertThat(forms().map(ModelConventionsTests::bareName)).isNotEmpty().allMatch(asked::contains);
	}

	@Test
	void everyUserTaskHasExactlyOneRowOfTheAffectation() {
		List<String> rows = Dmn.readModelFromFile(Path.of("processes/commun/affectation.dmn").toFile())
			.getModelElementsByType(Rule.class)
			.stream()
			.map((rule) -> rule.getInputEntries()
				.stream()
				.map((entry) -> entry.getTextContent().strip().replace("\"", ""))
				.toList())
			.map((entries) -> String.join(" ", entries))
			.toList();
		List<String> tasks = processes().flatMap(
				(file) -> elements(file, UserTask.class).stream().map((task) -> bareName(file) + " " + task.getId()))
			.toList();
		assertThat(tasks).isNotEmpty();
		assertThat(rows).containsExactlyInAnyOrderElementsOf(tasks);
	}

	@ParameterizedTest
	@MethodSource("processes")
	void aDiagramIsShortEnoughToBeRead(Path file) {
		Map<ModelElementInstance, Integer> nodes = new HashMap<>();
		for (FlowNode node : elements(file, FlowNode.class)) {
			if (!(node instanceof StartEvent || node instanceof EndEvent || node instanceof BoundaryEvent
					|| node instanceof SubProcess subProcess && subProcess.triggeredByEvent())) {
				nodes.merge(node.getParentElement(), 1, Integer::sum);
			}
		}
		assertThat(nodes.values()).allMatch((count) -> count <= MOST_NODES_TO_FOLLOW);
	}

	@ParameterizedTest
	@MethodSource("processes")
	void everyElementIsDrawnAndNothingOverlaps(Path file) {
		Map<FlowNode, Bounds> drawn = new LinkedHashMap<>();
		for (FlowNode node : elements(file, FlowNode.class)) {
			assertThat(node.getDiagramElement()).as(node.getId()).isInstanceOf(BpmnShape.class);
			drawn.put(node, ((BpmnShape) node.getDiagramElement()).getBounds());
		}
		drawn.forEach((one, bounds) -> drawn.forEach((other, otherBounds) -> {
			if (one.getId().compareTo(other.getId()) < 0 && !isWithin(one, other) && !isWithin(other, one)) {
				assertThat(overlap(bounds, otherBounds)).as(one.getId() + " over " + other.getId()).isFalse();
			}
		}));
		for (BpmnShape shape : elements(file, BpmnShape.class)) {
			if (shape.getBpmnLabel() != null && shape.getBpmnLabel().getBounds() != null) {
				drawn.forEach((node,
						bounds) -> assertThat(
								!(node instanceof SubProcess) && overlap(bounds, shape.getBpmnLabel().getBounds()))
							.as("label of " + shape.getBpmnElement().getId() + " over " + node.getId())
							.isFalse());
			}
		}
	}

	@ParameterizedTest
	@MethodSource("processes")
	void everyFlowIsDrawnWithRightAngles(Path file) {
		for (SequenceFlow flow : elements(file, SequenceFlow.class)) {
			assertThat(flow.getDiagramElement()).as(flow.getId()).isInstanceOf(BpmnEdge.class);
			List<Waypoint> points = List.copyOf(((BpmnEdge) flow.getDiagramElement()).getWaypoints());
			assertThat(points).hasSizeGreaterThan(1);
			for (int i = 1; i < points.size(); i++) {
				double across = Math.abs(points.get(i).getX() - points.get(i - 1).getX());
				double down = Math.abs(points.get(i).getY() - points.get(i - 1).getY());
				assertThat(Math.min(across, down)).as(flow.getId()).isLessThanOrEqualTo(1);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("decisions")
	void aDecisionIsNamedAfterItsFileAndEveryRuleSaysWhy(Path file) {
		Collection<Decision> decisions = Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class);
		assertThat(decisions).hasSize(1);
		Decision decision = decisions.iterator().next();
		assertThat(decision.getId()).isEqualTo(bareName(file)).matches(CAMEL_CASE);
		assertThat(decision.getName()).isNotBlank();
		assertThat(decision.getVersionTag()).matches(SEMVER);
		assertThat(decision.getDescription().getTextContent()).isNotBlank();
		DecisionTable table = (DecisionTable) decision.getExpression();
		assertThat(table.getHitPolicy()).isIn(HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.COLLECT);
		List<String> inputs = table.getInputs()
			.stream()
			.map((input) -> input.getInputExpression().getTextContent().strip())
			.toList();
		assertThat(table.getOutputs()).allSatisfy((output) -> assertThat(output.getName()).isNotIn(inputs));
		assertThat(table.getRules()).isNotEmpty().allSatisfy((rule) -> {
			assertThat(rule.getDescription().getTextContent()).isNotBlank();
			assertThat(rule.getInputEntries()).anyMatch((entry) -> !entry.getTextContent().isBlank());
		});
	}

	@ParameterizedTest
	@MethodSource("forms")
	void aFormIsNamedAfterItsFileAndSaysWhatIsExpected(Path file) throws IOException {
		JsonNode form = JSON.readTree(file.toFile());
		assertThat(form.path("id").asText()).isEqualTo(bareName(file)).matches(KEBAB_CASE);
		assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
		assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
		JsonNode heading = form.path("components").path(0);
		assertThat(heading.path("type").asText()).isEqualTo("text");
		assertThat(heading.path("text").asText()).startsWith("## ").contains("\n");
	}

	@ParameterizedTest
	@MethodSource("forms")
	void aFormAsksEachThingOnceInWords(Path file) throws IOException {
		List<JsonNode> components = new ArrayList<>();
		collect(JSON.readTree(file.toFile()).path("components"), components);
		assertThat(components).extracting((component) -> component.path("id").asText())
			.doesNotHaveDuplicates()
			.doesNotContain("");
		assertKeysOnce(JSON.readTree(file.toFile()));
		assertThat(components).allSatisfy((component) -> {
			assertThat(component.path("type").asText()).isIn(FORM_TYPES);
			assertThat(component.has("disabled")).isFalse();
			assertThat(component.path("values"))
				.allSatisfy((value) -> assertThat(value.path("label").asText()).isNotBlank());
		});
	}

	/**
	 * A row of a list has keys of its own, and may show what only tells which row it is.
	 */
	private static void assertKeysOnce(JsonNode scope) {
		List<JsonNode> fields = new ArrayList<>();
		fieldsOf(scope, fields);
		assertThat(fields).isNotEmpty();
		assertThat(fields).extracting(ModelConventionsTests::key)
			.doesNotHaveDuplicates()
			.allMatch((key) -> key.matches(CAMEL_CASE));
		for (JsonNode field : fields) {
			String label = field.path(field.path("type").asText().equals("datetime") ? "dateLabel" : "label").asText();
			assertThat(label).as(key(field)).matches("\\p{Lu}.+");
			assertThat(field.has("readonly")).as(key(field) + " is only read")
				.isEqualTo(field.has("readonly") && !scope.path("allowAddRemove").asBoolean(true));
			assertThat(field.path("properties").path("format").asText()).as(key(field))
				.isEqualTo(key(field).toLowerCase(Locale.ROOT).endsWith("telephone") ? "telephone" : "");
			if (field.path("type").asText().equals("dynamiclist")) {
				assertKeysOnce(field);
			}
		}
	}

	private static void fieldsOf(JsonNode scope, List<JsonNode> into) {
		for (JsonNode component : scope.path("components")) {
			if (!key(component).isEmpty()) {
				into.add(component);
			}
			if (!component.path("type").asText().equals("dynamiclist")) {
				fieldsOf(component, into);
			}
		}
	}

	private static String key(JsonNode component) {
		return component.path(component.path("type").asText().equals("dynamiclist") ? "path" : "key").asText("");
	}

	@ParameterizedTest
	@MethodSource("processes")
	void aTaskOfALoopKeepsWhatItsFormSendsToItself(Path file) throws IOException {
		for (UserTask task : elements(file, UserTask.class)) {
			if (task.getLoopCharacteristics() == null) {
				continue;
			}
			List<JsonNode> fields = new ArrayList<>();
			fieldsOf(JSON.readTree(
					Path.of("forms", feature(file), task.getAttributeValueNs(CAMUNDA, "formRef") + ".form").toFile()),
					fields);
			List<String> own = task.getExtensionElements()
				.getElementsQuery()
				.list()
				.stream()
				.flatMap((extension) -> extension.getChildElementsByType(CamundaInputParameter.class).stream())
				.map(CamundaInputParameter::getCamundaName)
				.toList();
			assertThat(own).as(task.getId()).containsAll(fields.stream().map(ModelConventionsTests::key).toList());
		}
	}

	@ParameterizedTest
	@MethodSource("forms")
	void everyTextThatAFormTakesHasALimitThatTheEngineCanKeep(Path file) throws IOException {
		List<JsonNode> components = new ArrayList<>();
		collect(JSON.readTree(file.toFile()).path("components"), components);
		assertThat(components).allSatisfy((component) -> {
			if (component.path("type").asText().startsWith("text") && component.has("key")) {
				assertThat(component.path("validate").path("maxLength").asInt()).as(component.path("key").asText())
					.isBetween(1, 4000);
			}
			if (component.path("type").asText().equals("number")) {
				assertThat(component.path("validate").has("min")).isTrue();
				assertThat(component.has("decimalDigits")).isTrue();
			}
		});
	}

	static Stream<Path> processes() {
		return files("processes", ".bpmn");
	}

	static Stream<Path> decisions() {
		return files("processes", ".dmn");
	}

	static Stream<Path> forms() {
		return files("forms", ".form");
	}

	private static Stream<Path> files(String folder, String suffix) {
		try (Stream<Path> files = Files.walk(Path.of(folder))) {
			return files.filter(Files::isRegularFile)
				.filter((file) -> file.getFileName().toString().endsWith(suffix))
				.sorted()
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void collect(JsonNode components, List<JsonNode> into) {
		for (JsonNode component : components) {
			into.add(component);
			collect(component.path("components"), into);
		}
	}

	private static <T extends ModelElementInstance> Collection<T> elements(Path file, Class<T> type) {
		BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
		return model.getModelElementsByType(type);
	}

	private static Process process(Path file) {
		Collection<Process> processes = elements(file, Process.class);
		assertThat(processes).hasSize(1);
		return processes.iterator().next();
	}

	private static String bareName(Path file) {
		return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
	}

	private static String feature(Path file) {
		return file.getParent().getFileName().toString();
	}

	private static String documentation(BaseElement element) {
		return element.getDocumentations()
			.stream()
			.map((documentation) -> documentation.getTextContent())
			.findFirst()
			.orElse("");
	}

	private static String property(BaseElement element, String name) {
		if (element.getExtensionElements() == null) {
			return null;
		}
		return element.getExtensionElements()
			.getElementsQuery()
			.list()
			.stream()
			.flatMap((extension) -> extension.getChildElementsByType(CamundaProperty.class).stream())
			.filter((property) -> name.equals(property.getCamundaName()))
			.map(CamundaProperty::getCamundaValue)
			.findFirst()
			.orElse(null);
	}

	private static String kind(FlowElement element) {
		if (element instanceof SequenceFlow) {
			return "flow";
		}
		if (element instanceof Gateway) {
			return "gateway";
		}
		if (element instanceof StartEvent start) {
			return start.getEventDefinitions().isEmpty() ? "startEvent" : "event";
		}
		if (element instanceof Event && !(element instanceof EndEvent)) {
			return "event";
		}
		return element.getElementType().getTypeName();
	}

	private static void assertBinding(Path caller, String calledFile, String binding) {
		List<Path> called = files("processes", "").filter((file) -> file.endsWith(calledFile)).toList();
		assertThat(called).as(calledFile).hasSize(1);
		assertThat(binding).as(calledFile)
			.isEqualTo(feature(called.get(0)).equals(feature(caller)) ? "deployment" : "latest");
	}

	private static boolean isWithin(FlowNode inner, FlowNode outer) {
		if (inner instanceof BoundaryEvent boundary && boundary.getAttachedTo().equals(outer)) {
			return true;
		}
		for (ModelElementInstance parent = inner.getParentElement(); parent != null; parent = parent
			.getParentElement()) {
			if (parent.equals(outer)) {
				return true;
			}
		}
		return false;
	}

	private static boolean overlap(Bounds one, Bounds other) {
		return one.getX() < other.getX() + other.getWidth() && other.getX() < one.getX() + one.getWidth()
				&& one.getY() < other.getY() + other.getHeight() && other.getY() < one.getY() + one.getHeight();
	}

}
