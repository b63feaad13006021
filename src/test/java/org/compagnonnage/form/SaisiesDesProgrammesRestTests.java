package org.compagnonnage.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.compagnonnage.people.ProgrammeEssai;
import org.compagnonnage.people.ProgrammesEssai;
import org.compagnonnage.support.ApplicationTest;
import org.compagnonnage.support.DossiersEssai;
import org.compagnonnage.support.MoteurRest;
import org.compagnonnage.support.MoteurRest.Adresse;
import org.compagnonnage.support.MoteurRest.Reponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What wrong input gets in every programme, for a task of each of its groups and for its
 * start: a French problem that names the field, and a case that is as it was.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SaisiesDesProgrammesRestTests {

	@Autowired
	private ProcessEngine engine;

	@LocalServerPort
	private int port;

	private MoteurRest rest;

	private DossiersEssai dossiers;

	@BeforeAll
	void preparer() {
		this.rest = new MoteurRest(this.port);
		this.dossiers = new DossiersEssai(this.engine);
	}

	static Stream<Arguments> groupes() {
		return ProgrammesEssai.tous()
			.stream()
			.flatMap((programme) -> programme.groupes(programme.perimetres().get(0))
				.stream()
				.map((groupe) -> arguments(programme, groupe)));
	}

	static Stream<ProgrammeEssai> programmes() {
		return ProgrammesEssai.tous().stream();
	}

	@ParameterizedTest
	@MethodSource("groupes")
	void aTaskTakesNothingButItsForm(ProgrammeEssai programme, String groupe) {
		String perimetre = programme.perimetres().get(0);
		ProgrammeEssai.Tache tache = programme.tache(this.engine, groupe, perimetre);
		Task task = this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceId(tache.dossier().getId())
			.taskDefinitionKey(tache.element())
			.listPage(0, 1)
			.get(0);
		String login = programme.candidat(groupe, perimetre);
		String chemin = "/task/" + task.getId();
		JsonNode formulaire = this.rest.get(Adresse.OUTILS, login, chemin + "/deployed-form").json();
		Map<String, Object> avant = this.dossiers.etat(tache.dossier().getId());
		for (String fin : List.of("/complete", "/submit-form")) {
			refuser(login, chemin + fin, faux(formulaire));
		}
		assertThat(this.dossiers.etat(tache.dossier().getId())).isEqualTo(avant);
	}

	@ParameterizedTest
	@MethodSource("programmes")
	void aStartTakesNothingButItsForm(ProgrammeEssai programme) {
		String perimetre = programme.perimetres().get(0);
		String login = programme.roles()
			.stream()
			.filter((role) -> role.demarre().contains(perimetre) && !role.administre())
			.findFirst()
			.orElseThrow()
			.login();
		JsonNode formulaire = this.rest
			.get(Adresse.OUTILS, login, "/process-definition/key/" + programme.processus() + "/deployed-start-form")
			.json();
		Map<String, Long> avant = this.dossiers.compte();
		for (String fin : List.of("/start", "/submit-form")) {
			refuser(login, "/process-definition/key/" + programme.processus() + fin, faux(formulaire));
		}
		assertThat(this.dossiers.compte()).isEqualTo(avant);
	}

	/** A field and a value that it does not take. */
	private static List<String[]> faux(JsonNode formulaire) {
		List<String[]> faux = new ArrayList<>();
		faux.add(new String[] { "pirate", "{\"value\":1}" });
		faux.add(new String[] { "arretMotif", "{\"value\":\"x\"}" });
		Formulaire.lire(formulaire).champs().forEach((cle, champ) -> {
			faux.add(new String[] { cle, "{\"value\":{\"a\":1}}" });
			faux.add(new String[] { cle, "{\"value\":\"[{\\\"pirate\\\":1}]\",\"type\":\"Json\"}" });
			faux.add(new String[] { cle, "{\"value\":\"x\",\"type\":\"Object\"}" });
			faux.add(new String[] { cle, "{\"value\":\"x\",\"local\":true}" });
		});
		return faux;
	}

	private void refuser(String login, String chemin, List<String[]> faux) {
		for (Adresse adresse : List.of(Adresse.OUTILS, Adresse.TASKLIST)) {
			for (String[] champ : faux) {
				Reponse reponse = this.rest.post(adresse, login, chemin,
						"{\"variables\":{\"" + champ[0] + "\":" + champ[1] + "}}");
				String quoi = "%s %s %s → %s".formatted(chemin, champ[0], champ[1], reponse);
				assertThat(reponse.statut()).as(quoi).isEqualTo(400);
				assertThat(reponse.corps()).as(quoi).contains("urn:compagnonnage:probleme:");
				assertThat(reponse.enFrancais()).as(quoi).isTrue();
				assertThat(reponse.json().path("erreurs").findValuesAsText("champ")).as(quoi)
					.anyMatch((nom) -> nom.startsWith(champ[0]));
			}
		}
	}

}
