package org.compagnonnage.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.compagnonnage.people.Roles.Role;

/**
 * A programme that organisations ask for, in the table of rights: each of its groups has
 * a step, before which a case is put.
 *
 * @param etapes the step of each group, by its name; the first one stands for all
 * @param travail the step that waits for a job
 * @param variables what the case knows
 * @param depart the variables of its start form as JSON, where {@code %s} is the
 * périmètre
 */
record EssaiParEtapes(String processus, String technique, List<Role> roles, List<Etape> etapes, Etape travail,
		Map<String, Object> variables, String depart) implements ProgrammeEssai {

	private static final AtomicInteger ORIGINES = new AtomicInteger();

	/** A périmètre that no référent belongs to. */
	static final String PERIMETRE = "chambre-metiers-sahel";

	private static final Set<String> PERIMETRES = Set.of(PERIMETRE);

	/** Staff who see the cases and act on the tasks of these groups. */
	static Role agit(String login, boolean demarre, String... groupes) {
		return new Role(login, PERIMETRES, Set.of(groupes), demarre ? PERIMETRES : Set.of(), false, false);
	}

	static Role voit(String login) {
		return agit(login, false);
	}

	static Role etranger(String login) {
		return new Role(login, Set.of(), Set.of(), Set.of(), false, false);
	}

	static Role responsable() {
		return new Role("responsable", PERIMETRES, Set.of(), PERIMETRES, true, false);
	}

	static Role admin() {
		return new Role("admin", PERIMETRES, Set.of(), PERIMETRES, false, true);
	}

	@Override
	public List<String> perimetres() {
		return List.of(PERIMETRE);
	}

	@Override
	public List<String> groupes(String perimetre) {
		return this.etapes.stream().map(Etape::groupe).toList();
	}

	@Override
	public String premierGroupe(String perimetre) {
		return this.etapes.get(0).groupe();
	}

	@Override
	public String candidat(String groupe, String perimetre) {
		return etape(groupe).candidat();
	}

	@Override
	public Tache tache(ProcessEngine engine, String groupe, String perimetre) {
		return devant(engine, etape(groupe), perimetre);
	}

	@Override
	public Tache travail(ProcessEngine engine, String perimetre) {
		return devant(engine, this.travail, perimetre);
	}

	@Override
	public String depart(String perimetre) {
		return this.depart.formatted(perimetre);
	}

	private Etape etape(String groupe) {
		return this.etapes.stream().filter((etape) -> etape.groupe().equals(groupe)).findFirst().orElseThrow();
	}

	private Tache devant(ProcessEngine engine, Etape etape, String perimetre) {
		String reference = "ESSAI-" + System.nanoTime() % 1_000_000_000_000L;
		Map<String, Object> connues = new HashMap<>(this.variables);
		connues.put("reference", reference);
		connues.put("perimetre", perimetre);
		// A mission has one centre: each case follows another one.
		connues.computeIfPresent("dossierOrigine",
				(nom, origine) -> "MIS-2020-%06d".formatted(ORIGINES.incrementAndGet()));
		ProcessInstance dossier = engine.getRuntimeService()
			.createProcessInstanceByKey(etape.processus())
			.businessKey(reference)
			.setVariables(connues)
			.startBeforeActivity(etape.element())
			.execute();
		return new Tache(dossier, etape.element(), etape.valeurs());
	}

	@Override
	public String toString() {
		return this.processus;
	}

	/**
	 * A step.
	 *
	 * @param candidat a demo login of the group
	 * @param valeurs what its form takes, as JSON
	 */
	record Etape(String groupe, String candidat, String processus, String element, String valeurs) {
	}

}
