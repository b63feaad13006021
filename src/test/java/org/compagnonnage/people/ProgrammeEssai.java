package org.compagnonnage.people;

import java.util.List;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.compagnonnage.people.Roles.Role;

/** A programme as the table of rights walks through it; each programme has one. */
public interface ProgrammeEssai {

	/** Key of the programme's process. */
	String processus();

	/** Key of a process of the programme that nobody starts by hand. */
	String technique();

	/** What every demo login may do. */
	List<Role> roles();

	/** The périmètres in which it is tried. */
	List<String> perimetres();

	/** The groups of a périmètre whose tasks are tried. */
	List<String> groupes(String perimetre);

	/** The group whose tasks stand for all to roles that see nothing. */
	String premierGroupe(String perimetre);

	/** A demo login that is of a group. */
	String candidat(String groupe, String perimetre);

	/** A case that waits for a task of a group. */
	Tache tache(ProcessEngine engine, String groupe, String perimetre);

	/** A case that waits for a job. */
	Tache travail(ProcessEngine engine, String perimetre);

	/** The variables of a start form, as JSON. */
	String depart(String perimetre);

	/**
	 * A case at a step.
	 *
	 * @param dossier the process instance
	 * @param element the user task, which a modification could start
	 * @param valeurs what its form takes, as JSON
	 */
	record Tache(ProcessInstance dossier, String element, String valeurs) {
	}

}
