package org.compagnonnage.mission;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.compagnonnage.engagement.Engagements;
import org.compagnonnage.engine.ElementProperties;
import org.compagnonnage.form.Lignes;
import org.compagnonnage.organisation.Organisation;
import org.compagnonnage.people.Personne;
import org.compagnonnage.people.Personnes;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Shows in each task of the framing and the capitalisation what the mission knows
 * already, writes what is answered into the tables that outlive the case, and engages the
 * people whom it names.
 */
@Component
class MissionListener {

	/** A name longer than that would crowd the list of the team. */
	private static final int NOM_MAXIMAL = 80;

	/** As long as a text of the engine may be. */
	private static final int TEXTE_MAXIMAL = 4000;

	private final Missions missions;

	private final Suivis suivis;

	private final MissionSettings settings;

	private final DemandeRules rules;

	private final Engagements engagements;

	private final Personnes personnes;

	private final ElementProperties properties;

	MissionListener(Missions missions, Suivis suivis, MissionSettings settings, Organisation organisation,
			Engagements engagements, Personnes personnes, ElementProperties properties) {
		this.missions = missions;
		this.suivis = suivis;
		this.settings = settings;
		this.rules = new DemandeRules(organisation.filieres());
		this.engagements = engagements;
		this.personnes = personnes;
		this.properties = properties;
	}

	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void onStart(DelegateExecution execution) {
		if (!ExecutionListener.EVENTNAME_START.equals(execution.getEventName())
				|| !ElementProperties.isProcessItself(execution)) {
			return;
		}
		String processus = ElementProperties.processKey(execution);
		if (MissionModel.MISSION.equals(processus) && execution.getVariable(MissionModel.ORIGINE) == null) {
			execution.setVariable(MissionModel.ORIGINE, "spontanee");
		}
		if (MissionModel.REPORT.equals(processus)) {
			String reference = texte(execution, MissionModel.REFERENCE_DOSSIER);
			execution.setProcessBusinessKey(reference);
			execution.setVariable(MissionModel.REFERENCE, reference);
		}
	}

	/** Runs before the task is routed and named, which reads what is shown. */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void onTaskCreated(DelegateTask task) {
		if (!TaskListener.EVENTNAME_CREATE.equals(task.getEventName()) || !concerne(task)) {
			return;
		}
		moment(task).ifPresent((moment) -> montrerSituations(task, moment));
		switch (task.getTaskDefinitionKey()) {
			case MissionModel.INSTRUIRE_DEMANDE -> preparerInstruction(task);
			case MissionModel.COMPOSER_EQUIPE -> montrerFiliere(task);
			case MissionModel.FORMER_EQUIPE -> presenterEquipe(task);
			case MissionModel.REDIGER_NOTE -> montrerSuivis(task);
			default -> {
				// The other tasks show what stands in the case.
			}
		}
	}

	@EventListener
	void onTaskCompleted(DelegateTask task) {
		if (!TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName()) || !concerne(task)) {
			return;
		}
		moment(task).ifPresent((moment) -> this.suivis.noter(reference(task), texte(task, MissionModel.FILIERE), moment,
				Lignes.de(task.getVariable(MissionModel.SITUATIONS)), texte(task, MissionModel.CONSTATS)));
		switch (task.getTaskDefinitionKey()) {
			case MissionModel.INSTRUIRE_DEMANDE -> {
				if (MissionModel.RECEVABLE.equals(task.getVariable(MissionModel.RECEVABILITE))) {
					this.missions.inscrire(reference(task), demande(task));
				}
			}
			case MissionModel.PLANIFIER_MISSION -> engagerPilotage(task);
			case MissionModel.COMPOSER_EQUIPE -> composerEquipe(task);
			case MissionModel.EVALUER_MISSION -> this.suivis.evaluer(texte(task, MissionModel.GROUPE),
					nombre(task, MissionModel.EVALUATION_SATISFACTION),
					nombre(task, MissionModel.EVALUATION_PARTICIPANTS), texte(task, MissionModel.EVALUATION_ACQUIS),
					texte(task, MissionModel.EVALUATION_DIFFICULTES), texte(task, MissionModel.EVALUATION_SUITES));
			default -> {
				// The other tasks say all there is to say.
			}
		}
	}

	private static boolean concerne(DelegateTask task) {
		return ElementProperties.processKey(task).startsWith(MissionModel.PREFIXE);
	}

	private Optional<Moment> moment(DelegateTask task) {
		return this.properties.ofElement(task, MissionModel.PROPRIETE_SITUATIONS).map(Moment::of);
	}

	// The request

	/** The request may have changed since it was examined: it is judged anew. */
	private void preparerInstruction(DelegateTask task) {
		task.setVariable(MissionModel.RECEVABILITE, null);
		task.setVariable(MissionModel.RECEVABILITE_MOTIF, null);
		String manques = String.join("\n", this.rules.manques(demande(task)));
		task.setVariable(MissionModel.DEMANDE_MANQUES, manques.isEmpty() ? null : manques);
		task.setVariable(MissionModel.FILIERES_DEMANDEES, nommees(task.getVariable(MissionModel.FILIERES)));
		montrer(task, MissionModel.GROUPES_DEMANDES, nommees(task.getVariable(MissionModel.GROUPES)));
		montrer(task, MissionModel.ENTREPRISES_DEMANDEES, nommees(task.getVariable(MissionModel.ENTREPRISES)));
		this.engagements.engagerExterne(reference(task), "interlocuteur de la structure", "",
				texte(task, MissionModel.CONTACT_PRENOM) + " " + texte(task, MissionModel.CONTACT_NOM),
				texte(task, MissionModel.CONTACT_COURRIEL));
	}

	/** Rows of the request, with the name of their filière instead of its code. */
	private Object nommees(Object lignes) {
		return Lignes.json(Lignes.de(lignes).stream().map((ligne) -> {
			Map<String, Object> nommee = new LinkedHashMap<>(ligne);
			nommee.computeIfPresent(MissionModel.FILIERE,
					(champ, code) -> this.missions.nomDeLaFiliere(code.toString()));
			return nommee;
		}).toList());
	}

	private static Demande demande(VariableScope scope) {
		return Demande.de(LocalDate.parse(texte(scope, MissionModel.MISSION_DEBUT)),
				LocalDate.parse(texte(scope, MissionModel.MISSION_FIN)),
				(Boolean) scope.getVariable(MissionModel.ARTISANS_VOLONTAIRES),
				Lignes.de(scope.getVariable(MissionModel.FILIERES)), Lignes.de(scope.getVariable(MissionModel.GROUPES)),
				Lignes.de(scope.getVariable(MissionModel.ENTREPRISES)));
	}

	// The team

	/** The coordinateur who is named, and the CMA expert who names them. */
	private void engagerPilotage(DelegateTask task) {
		String coordinateur = texte(task, MissionModel.COORDINATEUR);
		task.setVariable(MissionModel.COORDINATEUR_NOM, nom(coordinateur));
		this.engagements.engager(reference(task), "coordinateur", "", coordinateur);
		this.personnes.auteur(task).ifPresent((expert) -> {
			task.setVariable(MissionModel.EXPERT_CMA_NOM, nom(expert));
			this.engagements.engager(reference(task), "expert CMA", "", expert);
		});
	}

	private void montrerFiliere(DelegateTask task) {
		Missions.Filiere filiere = this.missions.filiere(reference(task), texte(task, MissionModel.FILIERE));
		montrer(task, MissionModel.FILIERE_NOM, filiere.nom());
		montrer(task, MissionModel.MARCHE, filiere.marche());
	}

	private void composerEquipe(DelegateTask task) {
		String filiere = texte(task, MissionModel.FILIERE);
		String expert = texte(task, MissionModel.EXPERT_METIER);
		String artisan = texte(task, MissionModel.ARTISAN);
		this.missions.affecter(reference(task), filiere, expert, artisan);
		this.engagements.engager(reference(task), "expert-métier", filiere, expert);
		this.engagements.engager(reference(task), "artisan sans frontières", filiere, artisan);
	}

	/** The team is complete: it is shown, and the enterprises are engaged from now on. */
	private void presenterEquipe(DelegateTask task) {
		String reference = reference(task);
		String equipe = this.missions.filieres(reference)
			.stream()
			.map((code) -> this.missions.filiere(reference, code))
			.map((filiere) -> "%s : %s, expert-métier ; %s, artisan sans frontières".formatted(filiere.nom(),
					court(nom(filiere.expertMetier())), court(nom(filiere.artisan()))))
			.collect(Collectors.joining("\n"));
		task.setVariable(MissionModel.EQUIPE, equipe.substring(0, Math.min(equipe.length(), TEXTE_MAXIMAL)));
		this.missions.filieres(reference)
			.stream()
			.flatMap((filiere) -> this.missions.entreprisesDeLaFiliere(reference, filiere).stream())
			.forEach((entreprise) -> this.engagements.engagerExterne(reference, "entreprise", entreprise.id(),
					Objects.requireNonNullElse(entreprise.contactNom(), entreprise.nom()),
					entreprise.contactCourriel()));
	}

	private String nom(String login) {
		return this.personnes.trouver(login).map(Personne::nomComplet).orElse(login);
	}

	private static String court(String nom) {
		return nom.substring(0, Math.min(nom.length(), NOM_MAXIMAL));
	}

	// Follow-up, evaluation, capitalisation

	private void montrerSituations(DelegateTask task, Moment moment) {
		montrer(task, MissionModel.SITUATIONS,
				Lignes.json(this.suivis.lignes(reference(task), texte(task, MissionModel.FILIERE))));
		montrer(task, MissionModel.SUIVI_NOM, this.settings.nom(moment));
	}

	private void montrerSuivis(DelegateTask task) {
		montrer(task, MissionModel.EVALUATIONS,
				Lignes.json(this.suivis.evaluations(reference(task))
					.stream()
					.map((evaluation) -> ligne("groupe", evaluation.groupe(), "satisfaction",
							evaluation.satisfactionEnMots(), "acquis", evaluation.acquis(), "difficultes",
							evaluation.difficultes(), "suites", evaluation.suites()))
					.toList()));
		montrer(task, MissionModel.CONSTATS_SUIVIS,
				Lignes.json(this.suivis.constats(reference(task))
					.stream()
					.map((constat) -> ligne("filiere", constat.filiere(), "moment", constat.nomDuMoment(), "constats",
							constat.texte()))
					.toList()));
	}

	private static Map<String, Object> ligne(String... champsEtValeurs) {
		Map<String, Object> ligne = new LinkedHashMap<>();
		for (int i = 0; i < champsEtValeurs.length; i += 2) {
			ligne.put(champsEtValeurs[i], champsEtValeurs[i + 1]);
		}
		return ligne;
	}

	/** Shows a value in this task only. */
	private static void montrer(DelegateTask task, String nom, Object valeur) {
		task.getExecution().setVariableLocal(nom, valeur);
	}

	private static String reference(VariableScope scope) {
		return texte(scope, MissionModel.REFERENCE);
	}

	private static String texte(VariableScope scope, String nom) {
		return (String) scope.getVariable(nom);
	}

	private static int nombre(VariableScope scope, String nom) {
		return ((Number) scope.getVariable(nom)).intValue();
	}

}
