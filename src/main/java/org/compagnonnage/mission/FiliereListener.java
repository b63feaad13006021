package org.compagnonnage.mission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.compagnonnage.document.Ecriture;
import org.compagnonnage.engine.ElementProperties;
import org.compagnonnage.form.Lignes;
import org.compagnonnage.people.Personnes;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Shows in each task of a filière what the mission knows already, and writes what is
 * answered into the tables that outlive the case.
 */
@Component
class FiliereListener {

	/** More would be long to read in a form; the rest stands in the table. */
	private static final int FIL_LISIBLE = 50;

	/** As long as a text of the engine may be. */
	private static final int TEXTE_MAXIMAL = 4000;

	private final Missions missions;

	private final Diagnostics diagnostics;

	private final Preconisations preconisations;

	private final Actions actions;

	private final SuiviSettings settings;

	private final ElementProperties properties;

	private final Personnes personnes;

	FiliereListener(Missions missions, Diagnostics diagnostics, Preconisations preconisations, Actions actions,
			SuiviSettings settings, ElementProperties properties, Personnes personnes) {
		this.missions = missions;
		this.diagnostics = diagnostics;
		this.preconisations = preconisations;
		this.actions = actions;
		this.settings = settings;
		this.properties = properties;
		this.personnes = personnes;
	}

	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void onStart(DelegateExecution execution) {
		if (!ExecutionListener.EVENTNAME_START.equals(execution.getEventName())) {
			return;
		}
		if (FiliereModel.REMETTRE_PRECONISATIONS.equals(execution.getCurrentActivityId())) {
			remettre(execution);
		}
		else if (ElementProperties.isProcessItself(execution)) {
			switch (ElementProperties.processKey(execution)) {
				case FiliereModel.ACCOMPAGNEMENT -> rappelerDiagnostic(execution);
				case FiliereModel.ACTION -> preparerAction(execution);
				default -> {
					// The other processes have nothing to show.
				}
			}
		}
	}

	/** Runs before the task is routed and named, which reads what is shown. */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void onTaskCreated(DelegateTask task) {
		if (!TaskListener.EVENTNAME_CREATE.equals(task.getEventName())
				|| !ElementProperties.processKey(task).startsWith(MissionModel.PREFIXE)) {
			return;
		}
		if (suitLesPreconisations(task)) {
			montrerSuivi(task);
		}
		switch (task.getTaskDefinitionKey()) {
			case FiliereModel.DIAGNOSTIQUER_ENTREPRISE -> montrerEntreprise(task);
			case FiliereModel.FIXER_PRIORITES -> montrerEtude(task);
			case FiliereModel.PRECONISER_ENTREPRISE -> montrerDiagnostic(task);
			case FiliereModel.PRECONISER_GROUPE -> montrerGroupe(task);
			case FiliereModel.SUIVRE_SEMAINE -> compterSemaine(task);
			case FiliereModel.VALIDER_ACTION -> task.setVariable(FiliereModel.ACTION_VALIDATION, null);
			default -> {
				// The other tasks show what stands in the case.
			}
		}
	}

	@EventListener
	void onTaskCompleted(DelegateTask task) {
		if (!TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName())
				|| !ElementProperties.processKey(task).startsWith(MissionModel.PREFIXE)) {
			return;
		}
		if (suitLesPreconisations(task)) {
			this.preconisations.suivre(reference(task), filiere(task),
					Lignes.de(task.getVariable(FiliereModel.PRECONISATIONS)),
					Lignes.de(task.getVariable(FiliereModel.PRECONISATIONS_VUES)), par(task));
		}
		switch (task.getTaskDefinitionKey()) {
			case FiliereModel.DIAGNOSTIQUER_ENTREPRISE -> constater(task);
			case FiliereModel.ANALYSER_ENVIRONNEMENT -> this.diagnostics.decrire(reference(task), filiere(task),
					new Diagnostic.Environnement(texte(task, FiliereModel.ENVIRONNEMENT_ECONOMIQUE),
							texte(task, FiliereModel.ENVIRONNEMENT_INSTITUTIONNEL),
							texte(task, FiliereModel.ENVIRONNEMENT_SOCIAL)),
					par(task));
			case FiliereModel.FIXER_PRIORITES -> clore(task);
			case FiliereModel.PRECONISER_ENTREPRISE -> proposer(task, texte(task, MissionModel.ENTREPRISE), null);
			case FiliereModel.PRECONISER_GROUPE -> proposer(task, null, texte(task, MissionModel.GROUPE));
			case FiliereModel.SUIVRE_SEMAINE -> task.setVariable(FiliereModel.ACCOMPAGNEMENT_TERMINE,
					Boolean.TRUE.equals(task.getVariable(FiliereModel.ACCOMPAGNEMENT_TERMINE)));
			case FiliereModel.CONCEVOIR_ACTION -> concevoir(task);
			case FiliereModel.VALIDER_ACTION -> valider(task);
			case FiliereModel.SUIVRE_REALISATION -> this.actions.suivre(texte(task, MissionModel.GROUPE),
					texte(task, FiliereModel.ACTION_AVANCEMENT), texte(task, FiliereModel.ACTION_DIFFICULTES),
					date(task, FiliereModel.ACTION_COMMENCEE_LE), date(task, FiliereModel.ACTION_TERMINEE_LE));
			case FiliereModel.ENREGISTRER_RESULTAT ->
				this.actions.conclure(texte(task, MissionModel.GROUPE), texte(task, FiliereModel.ACTION_ISSUE),
						texte(task, FiliereModel.ACTION_RESULTAT), texte(task, FiliereModel.ACTION_ENSEIGNEMENTS));
			default -> {
				// The other tasks are written by what follows them.
			}
		}
	}

	// What begins

	/** Once for all the tasks of the filière. */
	private void rappelerDiagnostic(VariableScope scope) {
		this.diagnostics.conclusion(reference(scope), filiere(scope)).ifPresent((conclusion) -> {
			scope.setVariable(FiliereModel.BESOINS_REELS, conclusion.besoins());
			scope.setVariable(FiliereModel.PRIORITES_FILIERE,
					Lignes.json(conclusion.priorites()
						.stream()
						.map((priorite) -> Map.of("intitule", priorite.intitule()))
						.toList()));
		});
	}

	private void preparerAction(DelegateExecution execution) {
		rappelerDiagnostic(execution);
		String groupe = texte(execution, MissionModel.GROUPE);
		execution.setVariable(MissionModel.GROUPE_NOM, this.missions.groupe(groupe).nom());
		execution.setVariable(FiliereModel.ENTREPRISES_NOMS, noms(this.diagnostics.duGroupe(groupe)));
		execution.setVariable(FiliereModel.PRECONISATIONS_GROUPE,
				Lignes.json(this.preconisations.duGroupe(groupe)
					.stream()
					.map((preconisation) -> Map.of("intitule", preconisation.intitule()))
					.toList()));
	}

	private void remettre(DelegateExecution execution) {
		Missions.Entreprise entreprise = this.missions.entreprise(texte(execution, MissionModel.ENTREPRISE));
		execution.setVariableLocal(FiliereModel.ENTREPRISE_NOM, entreprise.nom());
		execution.setVariableLocal(FiliereModel.ENTREPRISE_CONTACT_NOM, entreprise.contactNom());
		execution.setVariableLocal(FiliereModel.ENTREPRISE_CONTACT_COURRIEL, entreprise.contactCourriel());
		execution.setVariableLocal(FiliereModel.COURRIEL_CONNU, entreprise.contactCourriel() != null);
	}

	// What tasks show

	private void montrerEntreprise(DelegateTask task) {
		Missions.Entreprise entreprise = this.missions.entreprise(texte(task, MissionModel.ENTREPRISE));
		montrer(task, FiliereModel.ENTREPRISE_NOM, entreprise.nom());
		montrer(task, FiliereModel.ENTREPRISE_CONTACT_NOM, entreprise.contactNom());
		montrer(task, MissionModel.GROUPE_NOM, this.missions.groupe(entreprise.groupe()).nom());
	}

	private void montrerEtude(DelegateTask task) {
		this.diagnostics.environnement(reference(task), filiere(task)).ifPresent((environnement) -> {
			montrer(task, FiliereModel.DIAG_ECONOMIQUE, environnement.economique());
			montrer(task, FiliereModel.DIAG_INSTITUTIONNEL, environnement.institutionnel());
			montrer(task, FiliereModel.DIAG_SOCIAL, environnement.social());
		});
		montrer(task, FiliereModel.BESOINS_ENTREPRISES,
				besoins(this.diagnostics.deLaFiliere(reference(task), filiere(task))));
	}

	private void montrerDiagnostic(DelegateTask task) {
		Optional<Diagnostic.Entreprise> entreprise = this.diagnostics
			.deLEntreprise(texte(task, MissionModel.ENTREPRISE));
		entreprise.ifPresent((connue) -> {
			montrer(task, FiliereModel.ENTREPRISE_NOM, connue.nom());
			montrer(task, FiliereModel.ENTREPRISE_CONTACT_NOM, connue.contactNom());
			montrer(task, MissionModel.GROUPE_NOM, connue.groupe());
			montrer(task, FiliereModel.APPROVISIONNEMENT, connue.constat().approvisionnement());
			montrer(task, FiliereModel.PRODUCTION, connue.constat().production());
			montrer(task, FiliereModel.ORGANISATION_ATELIER, connue.constat().organisation());
			montrer(task, FiliereModel.COMMERCIALISATION, connue.constat().commercialisation());
			montrer(task, FiliereModel.BESOINS, connue.constat().besoins());
		});
	}

	private void montrerGroupe(DelegateTask task) {
		String groupe = texte(task, MissionModel.GROUPE);
		List<Diagnostic.Entreprise> entreprises = this.diagnostics.duGroupe(groupe);
		montrer(task, MissionModel.GROUPE_NOM, this.missions.groupe(groupe).nom());
		montrer(task, FiliereModel.ENTREPRISES_NOMS, noms(entreprises));
		montrer(task, FiliereModel.BESOINS_ENTREPRISES, besoins(entreprises));
	}

	private void montrerSuivi(DelegateTask task) {
		List<Map<String, Object>> lignes = this.preconisations.lignes(reference(task), filiere(task));
		montrer(task, FiliereModel.PRECONISATIONS, Lignes.json(lignes));
		montrer(task, FiliereModel.PRECONISATIONS_VUES,
				Lignes.json(lignes.stream()
					.map((ligne) -> Map.of("numero", ligne.get("numero"), "statut", ligne.get("statut")))
					.toList()));
		montrer(task, FiliereModel.FIL_SUIVI,
				Lignes.json(this.preconisations.notes(reference(task), filiere(task), FIL_LISIBLE)
					.stream()
					.map(FiliereListener::entree)
					.toList()));
	}

	private static Map<String, Object> entree(Preconisation.Suivi suivi) {
		Map<String, Object> entree = new LinkedHashMap<>();
		entree.put("le", Ecriture.jour(suivi.le()));
		entree.put("numero", suivi.numero());
		entree.put("texte", suivi.statut().libelle() + ". " + suivi.note());
		return entree;
	}

	private void compterSemaine(DelegateTask task) {
		Number passees = (Number) task.getVariable(FiliereModel.SEMAINE_SUIVI);
		long semaine = (passees != null) ? passees.longValue() + 1 : 1;
		task.setVariable(FiliereModel.SEMAINE_SUIVI, semaine);
		task.setVariable(FiliereModel.FIN_POSSIBLE, semaine >= this.settings.semaines());
		task.setVariable(FiliereModel.ACCOMPAGNEMENT_TERMINE, null);
	}

	private boolean suitLesPreconisations(DelegateTask task) {
		return this.properties.ofElement(task, FiliereModel.PROPRIETE_PRECONISATIONS).isPresent();
	}

	// What tasks answer

	private void constater(DelegateTask task) {
		this.diagnostics.constater(reference(task), filiere(task), texte(task, MissionModel.ENTREPRISE),
				new Diagnostic.Constat(texte(task, FiliereModel.APPROVISIONNEMENT),
						texte(task, FiliereModel.PRODUCTION), texte(task, FiliereModel.ORGANISATION_ATELIER),
						texte(task, FiliereModel.COMMERCIALISATION), texte(task, FiliereModel.BESOINS)),
				par(task));
	}

	private void clore(DelegateTask task) {
		List<Diagnostic.Priorite> priorites = Lignes.de(task.getVariable(FiliereModel.PRIORITES))
			.stream()
			.map((ligne) -> new Diagnostic.Priorite((String) ligne.get("intitule"), (String) ligne.get("raison")))
			.toList();
		this.diagnostics.clore(reference(task), filiere(task),
				new Diagnostic.Conclusion(texte(task, FiliereModel.BESOINS_REELS), priorites), par(task));
	}

	private void proposer(DelegateTask task, String entreprise, String groupe) {
		List<Preconisation.Nouvelle> nouvelles = Lignes.de(task.getVariable(FiliereModel.NOUVELLES_PRECONISATIONS))
			.stream()
			.map((ligne) -> new Preconisation.Nouvelle((String) ligne.get("intitule"), (String) ligne.get("detail"),
					EtapeCycle.of((String) ligne.get("etapeCycle")), (String) ligne.get("responsable"),
					LocalDate.parse((String) ligne.get("echeance"))))
			.toList();
		this.preconisations.proposer(reference(task), filiere(task), entreprise, groupe, nouvelles, par(task));
	}

	private void concevoir(DelegateTask task) {
		LocalDate debut = date(task, FiliereModel.ACTION_DEBUT);
		LocalDate fin = date(task, FiliereModel.ACTION_FIN);
		BigDecimal budget = new BigDecimal(task.getVariable(FiliereModel.ACTION_BUDGET).toString());
		this.actions.concevoir(reference(task), filiere(task), texte(task, MissionModel.GROUPE),
				new ActionCollective.Projet(texte(task, FiliereModel.ACTION_INTITULE),
						texte(task, FiliereModel.ACTION_OBJECTIF), texte(task, FiliereModel.ACTION_DESCRIPTION), debut,
						fin, budget));
		task.setVariable(FiliereModel.ACTION_DATES, "du %s au %s".formatted(Ecriture.jour(debut), Ecriture.jour(fin)));
		task.setVariable(FiliereModel.ACTION_BUDGET_ECRIT, Ecriture.euros(budget));
	}

	private void valider(DelegateTask task) {
		if (FiliereModel.VALIDEE.equals(task.getVariable(FiliereModel.ACTION_VALIDATION))) {
			this.actions.valider(texte(task, MissionModel.GROUPE));
			task.setVariable(FiliereModel.ACTION_REMARQUES, null);
		}
	}

	private String par(DelegateTask task) {
		return this.personnes.auteur(task).orElse(null);
	}

	private static void montrer(DelegateTask task, String nom, Object valeur) {
		task.getExecution().setVariableLocal(nom, valeur);
	}

	private static String noms(List<Diagnostic.Entreprise> entreprises) {
		String noms = entreprises.stream().map(Diagnostic.Entreprise::nom).collect(Collectors.joining(", "));
		return noms.substring(0, Math.min(noms.length(), TEXTE_MAXIMAL));
	}

	private static Object besoins(List<Diagnostic.Entreprise> entreprises) {
		return Lignes.json(entreprises.stream().map((entreprise) -> {
			Map<String, Object> ligne = new LinkedHashMap<>();
			ligne.put("nom", entreprise.nom());
			ligne.put("besoins", entreprise.constat().besoins());
			return ligne;
		}).toList());
	}

	private static String reference(VariableScope scope) {
		return texte(scope, MissionModel.REFERENCE);
	}

	private static String filiere(VariableScope scope) {
		return texte(scope, MissionModel.FILIERE);
	}

	private static String texte(VariableScope scope, String nom) {
		return (String) scope.getVariable(nom);
	}

	private static LocalDate date(VariableScope scope, String nom) {
		String date = texte(scope, nom);
		return (date != null) ? LocalDate.parse(date) : null;
	}

}
