package org.compagnonnage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No accompaniment before the diagnostic (S0, S1), on every path of every model that
 * accompanies anybody. The models say where a diagnostic is closed and where
 * accompaniment begins, in the property {@code phase} of a node or of a process.
 */
class DiagnosticAvantAccompagnementTests {

	private static final String CLOS = "diagnostic-clos";

	private static final String ACCOMPAGNEMENT = "accompagnement";

	@ParameterizedTest
	@MethodSource("programmes")
	void noPathOfAProgrammeReachesAccompanimentBeforeItsDiagnosticIsClosed(String programme) {
		Parcours parcours = new Parcours(processus()).depuis(programme);
		assertThat(parcours.fautes()).isEmpty();
		assertThat(parcours.clotures()).as("where the diagnostic is closed").isNotEmpty();
		assertThat(parcours.accompagnements()).as("where accompaniment begins").isNotEmpty();
	}

	@Test
	void whateverAccompaniesIsReachedFromAProgramme() {
		Map<String, Process> processus = processus();
		Set<String> atteints = new TreeSet<>();
		programmes()
			.forEach((programme) -> atteints.addAll(new Parcours(processus).depuis(programme).accompagnements()));
		assertThat(processus.values().stream().flatMap((process) -> marques(process).stream())).isNotEmpty()
			.allMatch(atteints::contains);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("mauvaisModeles")
	void theWalkFindsTheBadPathOfAWrongModel(String raison, List<BpmnModelInstance> modeles, String chemin) {
		Parcours parcours = new Parcours(processus(modeles)).depuis("faux");
		assertThat(parcours.fautes()).containsExactly(chemin);
	}

	@Test
	void theWalkFindsNothingInAModelThatLoopsBackFromAccompanimentToADiagnostic() {
		BpmnModelInstance modele = Bpmn.createExecutableProcess("juste")
			.startEvent("debut")
			.exclusiveGateway("reprise")
			.userTask("diagnostic")
			.parallelGateway("ensemble")
			.userTask("accompagner")
			.exclusiveGateway("encore")
			.endEvent("fin")
			.moveToNode("encore")
			.connectTo("reprise")
			.moveToNode("ensemble")
			.userTask("seul")
			.endEvent("finSeule")
			.done();
		marquer(modele, "diagnostic", CLOS);
		marquer(modele, "accompagner", ACCOMPAGNEMENT);
		marquer(modele, "seul", ACCOMPAGNEMENT);
		Parcours parcours = new Parcours(processus(List.of(modele))).depuis("juste");
		assertThat(parcours.fautes()).isEmpty();
		assertThat(parcours.accompagnements()).containsExactly("accompagner", "seul");
	}

	/**
	 * The processes that somebody or something starts, and that come to accompaniment.
	 */
	static Stream<String> programmes() {
		Map<String, Process> processus = processus();
		Set<String> appeles = new HashSet<>();
		processus.values()
			.forEach((process) -> noeuds(process, CallActivity.class)
				.forEach((call) -> appeles.add(call.getCalledElement())));
		List<String> programmes = processus.values()
			.stream()
			.filter((process) -> !appeles.contains(process.getId()) || commenceSeul(process))
			.map(Process::getId)
			.filter((id) -> !new Parcours(processus).depuis(id).accompagnements().isEmpty())
			.sorted()
			.toList();
		assertThat(programmes).isNotEmpty();
		return programmes.stream();
	}

	static Stream<Arguments> mauvaisModeles() {
		return Stream.of(
				Arguments.of("a gateway goes round the diagnostic", List.of(parUnePasserelle()),
						"debut > choix > suite > accompagner"),
				Arguments.of("a timer interrupts the diagnostic", List.of(parUnBord()),
						"debut > diagnostic > tropTard > accompagner"),
				Arguments.of("a called diagnostic can end without being closed", parUnAppel(),
						"debut > appel > accompagner"),
				Arguments.of("the accompaniment that is called comes first", parUnAppelTropTot(), "debut > appel"),
				Arguments.of("a message starts it at any time", List.of(parUnMessage()), "message > accompagner"),
				Arguments.of("one branch begins beside the diagnostic", List.of(parUneBranche()),
						"debut > ensemble > accompagner"));
	}

	private static BpmnModelInstance parUnePasserelle() {
		BpmnModelInstance modele = Bpmn.createExecutableProcess("faux")
			.startEvent("debut")
			.exclusiveGateway("choix")
			.userTask("diagnostic")
			.exclusiveGateway("suite")
			.userTask("accompagner")
			.endEvent("fin")
			.moveToNode("choix")
			.connectTo("suite")
			.done();
		marquer(modele, "diagnostic", CLOS);
		marquer(modele, "accompagner", ACCOMPAGNEMENT);
		return modele;
	}

	private static BpmnModelInstance parUnBord() {
		BpmnModelInstance modele = Bpmn.createExecutableProcess("faux")
			.startEvent("debut")
			.userTask("diagnostic")
			.endEvent("fin")
			.moveToActivity("diagnostic")
			.boundaryEvent("tropTard")
			.timerWithDuration("P7D")
			.userTask("accompagner")
			.endEvent("finTardive")
			.done();
		marquer(modele, "diagnostic", CLOS);
		marquer(modele, "accompagner", ACCOMPAGNEMENT);
		return modele;
	}

	private static List<BpmnModelInstance> parUnAppel() {
		BpmnModelInstance appelant = Bpmn.createExecutableProcess("faux")
			.startEvent("debut")
			.callActivity("appel")
			.calledElement("etude")
			.userTask("accompagner")
			.endEvent("fin")
			.done();
		marquer(appelant, "accompagner", ACCOMPAGNEMENT);
		BpmnModelInstance appele = Bpmn.createExecutableProcess("etude")
			.startEvent("debutEtude")
			.subProcess("dedans")
			.embeddedSubProcess()
			.startEvent("debutDedans")
			.exclusiveGateway("choix")
			.userTask("diagnostic")
			.endEvent("finClose")
			.moveToNode("choix")
			.endEvent("finOuverte")
			.subProcessDone()
			.endEvent("finEtude")
			.done();
		marquer(appele, "diagnostic", CLOS);
		return List.of(appelant, appele);
	}

	private static List<BpmnModelInstance> parUnAppelTropTot() {
		BpmnModelInstance appelant = Bpmn.createExecutableProcess("faux")
			.startEvent("debut")
			.callActivity("appel")
			.calledElement("appui")
			.userTask("diagnostic")
			.endEvent("fin")
			.done();
		marquer(appelant, "diagnostic", CLOS);
		BpmnModelInstance appele = Bpmn.createExecutableProcess("appui").startEvent("pret").endEvent("fait").done();
		marquer(appele, "appui", ACCOMPAGNEMENT);
		return List.of(appelant, appele);
	}

	private static BpmnModelInstance parUnMessage() {
		var processus = Bpmn.createExecutableProcess("faux");
		processus.eventSubProcess("ajout")
			.startEvent("message")
			.interrupting(false)
			.message("faux.accompagnementVoulu")
			.userTask("accompagner")
			.endEvent("finAjout");
		BpmnModelInstance modele = processus.startEvent("debut").userTask("diagnostic").endEvent("fin").done();
		marquer(modele, "diagnostic", CLOS);
		marquer(modele, "accompagner", ACCOMPAGNEMENT);
		return modele;
	}

	private static BpmnModelInstance parUneBranche() {
		BpmnModelInstance modele = Bpmn.createExecutableProcess("faux")
			.startEvent("debut")
			.parallelGateway("ensemble")
			.userTask("diagnostic")
			.endEvent("fin")
			.moveToNode("ensemble")
			.userTask("accompagner")
			.endEvent("finPrecoce")
			.done();
		marquer(modele, "diagnostic", CLOS);
		marquer(modele, "accompagner", ACCOMPAGNEMENT);
		return modele;
	}

	private static void marquer(BpmnModelInstance modele, String id, String phase) {
		BaseElement element = modele.getModelElementById(id);
		element.setExtensionElements(modele.newInstance(ExtensionElements.class));
		CamundaProperty property = modele.newInstance(CamundaProperty.class);
		property.setCamundaName("phase");
		property.setCamundaValue(phase);
		element.getExtensionElements()
			.addExtensionElement(CamundaProperties.class)
			.getCamundaProperties()
			.add(property);
	}

	private static Map<String, Process> processus() {
		try (Stream<Path> files = Files.walk(Path.of("processes"))) {
			return processus(files.filter((file) -> file.toString().endsWith(".bpmn"))
				.sorted()
				.map((file) -> Bpmn.readModelFromFile(file.toFile()))
				.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, Process> processus(Collection<BpmnModelInstance> modeles) {
		Map<String, Process> processus = new LinkedHashMap<>();
		modeles.forEach((modele) -> modele.getModelElementsByType(Process.class)
			.forEach((process) -> processus.put(process.getId(), process)));
		return processus;
	}

	/** Ids of the nodes of a process that begin accompaniment, its own among them. */
	private static Set<String> marques(Process process) {
		Set<String> marques = new TreeSet<>();
		Stream.concat(Stream.of(process), noeuds(process, FlowNode.class))
			.filter((element) -> phase(element).filter(ACCOMPAGNEMENT::equals).isPresent())
			.forEach((element) -> marques.add(element.getId()));
		return marques;
	}

	private static boolean commenceSeul(Process process) {
		return noeuds(process, StartEvent.class).anyMatch((start) -> start.getParentElement().equals(process)
				&& (!start.getEventDefinitions().isEmpty() || start.getCamundaFormRef() != null));
	}

	private static <T extends FlowNode> Stream<T> noeuds(Process process, Class<T> type) {
		return process.getModelInstance()
			.getModelElementsByType(process.getModelInstance().getModel().getType(type))
			.stream()
			.map(type::cast);
	}

	private static Optional<String> phase(BaseElement element) {
		ExtensionElements extensions = element.getExtensionElements();
		return (extensions == null) ? Optional.empty()
				: extensions.getElementsQuery()
					.filterByType(CamundaProperties.class)
					.list()
					.stream()
					.flatMap((properties) -> properties.getCamundaProperties().stream())
					.filter((property) -> "phase".equals(property.getCamundaName()))
					.map(CamundaProperty::getCamundaValue)
					.findFirst();
	}

	/**
	 * A walk through all paths of a process and of what it calls. A path is closed once
	 * it left a node of phase {@link #CLOS} the ordinary way. What may happen at any time
	 * is taken to happen at the worst: a boundary event before its activity did anything,
	 * an event subprocess as soon as its scope begins, a message whenever it is waited
	 * for. A branch is judged by itself, whatever its neighbours did.
	 */
	private static final class Parcours {

		private final Map<String, Process> processus;

		private final Set<String> fautes = new LinkedHashSet<>();

		private final Set<String> accompagnements = new TreeSet<>();

		private final Set<String> clotures = new TreeSet<>();

		/** How a scope is left, closed or not, by how it is entered. */
		private final Map<String, Set<Boolean>> sorties = new HashMap<>();

		private final Set<String> enCours = new HashSet<>();

		Parcours(Map<String, Process> processus) {
			this.processus = processus;
		}

		/** Walks until nothing new is found, since a process may call itself. */
		Parcours depuis(String programme) {
			int connues;
			do {
				connues = connues();
				this.enCours.clear();
				traverser(this.processus.get(programme), false, "");
			}
			while (connues() > connues);
			return this;
		}

		private int connues() {
			return this.sorties.values().stream().mapToInt((sorties) -> 1 + sorties.size()).sum();
		}

		Set<String> fautes() {
			return this.fautes;
		}

		Set<String> accompagnements() {
			return this.accompagnements;
		}

		Set<String> clotures() {
			return this.clotures;
		}

		private Set<Boolean> traverser(BaseElement scope, boolean clos, String chemin) {
			String cle = scope.getId() + clos;
			Set<Boolean> sorties = this.sorties.computeIfAbsent(cle, (nouvelle) -> new HashSet<>());
			if (!this.enCours.add(cle)) {
				return sorties;
			}
			if (scope instanceof Process) {
				juger(scope, clos, chemin);
			}
			Deque<Etat> aVoir = new ArrayDeque<>();
			Set<String> vus = new HashSet<>();
			for (FlowNode node : scope.getChildElementsByType(FlowNode.class)) {
				if (node instanceof SubProcess evenement && evenement.triggeredByEvent()) {
					sorties.addAll(traverser(evenement, clos, chemin));
				}
				else if (node.getIncoming().isEmpty() && !(node instanceof BoundaryEvent)) {
					aVoir.add(new Etat(node, clos, chemin));
				}
			}
			while (!aVoir.isEmpty()) {
				Etat etat = aVoir.remove();
				if (vus.add(etat.node().getId() + etat.clos())) {
					avancer(scope, etat, aVoir, sorties);
				}
			}
			if (phase(scope).filter(CLOS::equals).isPresent() && sorties.remove(false)) {
				sorties.add(true);
			}
			return sorties;
		}

		private void avancer(BaseElement scope, Etat etat, Deque<Etat> aVoir, Set<Boolean> sorties) {
			FlowNode node = etat.node();
			String chemin = etat.jusquIci();
			juger(node, etat.clos(), chemin);
			scope.getChildElementsByType(BoundaryEvent.class)
				.stream()
				.filter((bord) -> bord.getAttachedTo().equals(node))
				.forEach((bord) -> aVoir.add(new Etat(bord, etat.clos(), chemin)));
			for (boolean clos : apres(node, etat.clos(), chemin)) {
				if (node instanceof EndEvent fin) {
					if (fin.getEventDefinitions().stream().noneMatch(ErrorEventDefinition.class::isInstance)) {
						sorties.add(clos);
					}
				}
				else if (node.getOutgoing().isEmpty() && !lien(node, scope, aVoir, clos, chemin)) {
					sorties.add(clos);
				}
				node.getOutgoing().forEach((flow) -> aVoir.add(new Etat(flow.getTarget(), clos, chemin)));
			}
		}

		/** What a path is once it has left a node. */
		private Set<Boolean> apres(FlowNode node, boolean clos, String chemin) {
			Set<Boolean> sorties = Set.of(clos);
			if (node instanceof CallActivity call) {
				Process appele = this.processus.get(call.getCalledElement());
				assertThat(appele).as("what " + call.getId() + " calls can be followed").isNotNull();
				sorties = Set.copyOf(traverser(appele, clos, chemin));
			}
			else if (node instanceof SubProcess dedans) {
				sorties = Set.copyOf(traverser(dedans, clos, chemin));
			}
			if (phase(node).filter(CLOS::equals).isPresent()) {
				this.clotures.add(node.getId());
				return sorties.isEmpty() ? sorties : Set.of(true);
			}
			return sorties;
		}

		private boolean lien(FlowNode node, BaseElement scope, Deque<Etat> aVoir, boolean clos, String chemin) {
			List<String> noms = (node instanceof IntermediateThrowEvent depart) ? depart.getEventDefinitions()
				.stream()
				.filter(LinkEventDefinition.class::isInstance)
				.map((lien) -> ((LinkEventDefinition) lien).getName())
				.toList() : List.of();
			scope.getChildElementsByType(IntermediateCatchEvent.class)
				.stream()
				.filter((arrivee) -> arrivee.getEventDefinitions()
					.stream()
					.anyMatch((lien) -> lien instanceof LinkEventDefinition nomme && noms.contains(nomme.getName())))
				.forEach((arrivee) -> aVoir.add(new Etat(arrivee, clos, chemin)));
			return !noms.isEmpty();
		}

		private void juger(BaseElement element, boolean clos, String chemin) {
			if (phase(element).filter(ACCOMPAGNEMENT::equals).isPresent()) {
				this.accompagnements.add(element.getId());
				if (!clos) {
					this.fautes.add(chemin);
				}
			}
		}

		/** A node that a path comes to. */
		private record Etat(FlowNode node, boolean clos, String chemin) {

			String jusquIci() {
				return (this.chemin.isEmpty() ? "" : this.chemin + " > ") + this.node.getId();
			}

		}

	}

}
