package org.compagnonnage.consulaire;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.compagnonnage.engagement.Engagement;
import org.compagnonnage.engagement.Engagements;
import org.compagnonnage.engine.ElementProperties;
import org.compagnonnage.form.Lignes;
import org.compagnonnage.people.Personne;
import org.compagnonnage.people.Personnes;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Puts into a programme what nobody has to type, keeps its axes in their table, and
 * engages the people whom its forms name.
 */
@Component
class ConsulaireListener {

	private static final String EXPERT_DE_L_AXE = "expert du réseau des CMA pour un axe";

	private static final String SPECIALISTE = "expert spécialisé";

	private static final String EXPERT_LOCAL = "expert local associé";

	private final Axes axes;

	private final Engagements engagements;

	private final Personnes personnes;

	ConsulaireListener(Axes axes, Engagements engagements, Personnes personnes) {
		this.axes = axes;
		this.engagements = engagements;
		this.personnes = personnes;
	}

	/** Runs after the register has opened the case. */
	@EventListener
	void onExecution(DelegateExecution execution) {
		if (!ExecutionListener.EVENTNAME_START.equals(execution.getEventName())) {
			return;
		}
		String processus = ElementProperties.processKey(execution);
		if (ConsulaireModel.PROGRAMME.equals(processus)) {
			if (ElementProperties.isProcessItself(execution)) {
				if (execution.getVariable(ConsulaireModel.ORIGINE) == null) {
					execution.setVariable(ConsulaireModel.ORIGINE, "spontanee");
				}
				engagerContact(execution);
			}
			else if (ConsulaireModel.INTERRUPTION_RECUE.equals(execution.getCurrentActivityId())) {
				this.axes.interrompre((String) execution.getVariable(ConsulaireModel.REFERENCE),
						(String) execution.getVariable(ConsulaireModel.ARRET_MOTIF));
			}
		}
		else if (ConsulaireModel.AXE_PROCESSUS.equals(processus)) {
			if (ElementProperties.isProcessItself(execution)) {
				presenter(execution);
			}
			else if (ConsulaireModel.AXE_ARRETE_FIN.equals(execution.getCurrentActivityId())) {
				degagerDeLAxe(execution, (engagement) -> true);
			}
		}
	}

	private void presenter(DelegateExecution execution) {
		Axe axe = this.axes.trouver((String) execution.getVariable(ConsulaireModel.AXE)).orElseThrow();
		execution.setVariable(ConsulaireModel.AXE_TITRE, axe.titre());
		execution.setVariable(ConsulaireModel.AXE_DOMAINE, axe.domaine());
		execution.setVariable(ConsulaireModel.AXE_SOUS_DOMAINE, axe.sousDomaine());
		execution.setVariable(ConsulaireModel.AXE_DOMAINE_NOM, Domaines.nom(axe.domaine(), axe.sousDomaine()));
		execution.setVariable(ConsulaireModel.AXE_MODALITE, axe.modalite());
		execution.setVariable(ConsulaireModel.AXE_MOTIF_AJOUT, axe.motifAjout());
	}

	@EventListener
	void onTask(DelegateTask task) {
		String processus = ElementProperties.processKey(task);
		if (!ConsulaireModel.PROGRAMME.equals(processus) && !processus.startsWith(ConsulaireModel.PREFIXE_PROCESSUS)) {
			return;
		}
		if (TaskListener.EVENTNAME_CREATE.equals(task.getEventName())) {
			onCreate(task);
		}
		else if (TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName())) {
			onComplete(task);
		}
	}

	/** Each question waits for an answer of its own, not for the former one. */
	private void onCreate(DelegateTask task) {
		switch (task.getTaskDefinitionKey()) {
			case ConsulaireModel.INSTRUIRE_DEMANDE ->
				effacer(task, ConsulaireModel.RECEVABILITE, ConsulaireModel.RECEVABILITE_MOTIF);
			case ConsulaireModel.EXAMINER_TERMES -> {
				effacer(task, ConsulaireModel.TERMES_REPONSE_PARTENAIRE, ConsulaireModel.TERMES_REMARQUES_PARTENAIRE);
				retenirTermes(task);
			}
			case ConsulaireModel.REPRENDRE_TERMES -> {
				effacer(task, ConsulaireModel.TERMES_REPONSE_EXPERT, ConsulaireModel.TERMES_REMARQUES_EXPERT);
				retenirTermes(task);
			}
			case ConsulaireModel.ACCEPTER_PROGRAMME ->
				effacer(task, ConsulaireModel.AXE_PROGRAMME_REPONSE, ConsulaireModel.AXE_PROGRAMME_REMARQUES);
			case ConsulaireModel.ACCEPTER_LIVRABLE ->
				effacer(task, ConsulaireModel.AXE_LIVRABLE_REPONSE, ConsulaireModel.AXE_LIVRABLE_REMARQUES);
			case ConsulaireModel.DRESSER_BILAN -> task.setVariableLocal(ConsulaireModel.AXES_MENES,
					Lignes.json(AxesMenes.lignes(this.axes.duProgramme(reference(task)))));
			default -> {
				// Nothing to prepare.
			}
		}
	}

	private void onComplete(DelegateTask task) {
		switch (task.getTaskDefinitionKey()) {
			case ConsulaireModel.INSTRUIRE_DEMANDE -> {
				if (ConsulaireModel.A_COMPLETER.equals(task.getVariable(ConsulaireModel.RECEVABILITE))) {
					task.setVariable(ConsulaireModel.COMPLEMENTS_DEMANDES,
							task.getVariable(ConsulaireModel.RECEVABILITE_MOTIF));
				}
			}
			case ConsulaireModel.RECUEILLIR_COMPLEMENTS -> engagerContact(task);
			case ConsulaireModel.IDENTIFIER_PARTENAIRE -> {
				engager(task, "partenaire de référence", "", ConsulaireModel.PARTENAIRE_REFERENCE);
				engager(task, "expert du réseau des CMA", "", ConsulaireModel.EXPERT_CMA);
			}
			case ConsulaireModel.REDIGER_TERMES ->
				task.setVariable(ConsulaireModel.TERMES_AUTEUR, ConsulaireModel.PARTIE_EXPERT);
			case ConsulaireModel.EXAMINER_TERMES -> signerTermes(task, ConsulaireModel.PARTIE_PARTENAIRE);
			case ConsulaireModel.REPRENDRE_TERMES -> signerTermes(task, ConsulaireModel.PARTIE_EXPERT);
			case ConsulaireModel.CHOISIR_AXES -> this.axes.choisir(reference(task),
					Lignes.de(task.getVariable(ConsulaireModel.AXES_CHOISIS)).stream().map(NouvelAxe::de).toList());
			case ConsulaireModel.PREPARER_AXE -> preparer(task);
			case ConsulaireModel.ACCEPTER_PROGRAMME -> {
				if (ConsulaireModel.ACCEPTE.equals(task.getVariable(ConsulaireModel.AXE_PROGRAMME_REPONSE))) {
					this.axes.accepterProgramme(axe(task));
				}
			}
			case ConsulaireModel.ACCEPTER_LIVRABLE -> {
				if (ConsulaireModel.ACCEPTE.equals(task.getVariable(ConsulaireModel.AXE_LIVRABLE_REPONSE))) {
					this.axes.accepterLivrable(axe(task), texte(task, ConsulaireModel.AXE_LIVRABLE_REMIS));
				}
			}
			case ConsulaireModel.EVALUER_AXE -> {
				this.axes.achever(axe(task), texte(task, ConsulaireModel.AXE_SATISFACTION),
						texte(task, ConsulaireModel.AXE_EVALUATION), texte(task, ConsulaireModel.AXE_SUITES));
				degagerDeLAxe(task, (engagement) -> EXPERT_LOCAL.equals(engagement.qualite()));
			}
			default -> {
				// What is entered stands in the case.
			}
		}
	}

	/** The structure's contact is told like everybody who is engaged. */
	private void engagerContact(VariableScope dossier) {
		this.engagements.engagerExterne((String) dossier.getVariable(ConsulaireModel.REFERENCE),
				"contact de la structure", "",
				Stream.of(ConsulaireModel.CONTACT_PRENOM, ConsulaireModel.CONTACT_NOM)
					.map(dossier::getVariable)
					.map(String::valueOf)
					.collect(Collectors.joining(" ")),
				(String) dossier.getVariable(ConsulaireModel.CONTACT_COURRIEL));
	}

	/**
	 * Engages the person whom a variable names, or nobody, and puts the name beside the
	 * login.
	 */
	private void engager(DelegateTask task, String qualite, String portee, String variable) {
		String login = texte(task, variable);
		task.setVariable(variable + "Nom",
				Optional.ofNullable(login).flatMap(this.personnes::trouver).map(Personne::nomComplet).orElse(null));
		if (login != null) {
			this.engagements.engager(reference(task), qualite, portee, login);
		}
		else {
			this.engagements.degager(reference(task), qualite, portee);
		}
	}

	/**
	 * The local experts are told what happens like everybody else until their axis is
	 * over; who is no longer in the list is engaged no longer.
	 */
	private void engagerExpertsLocaux(DelegateTask task, String axe) {
		String reference = reference(task);
		List<Map<String, Object>> locaux = Lignes.de(task.getVariable(ConsulaireModel.AXE_EXPERTS_LOCAUX));
		Set<String> portees = new HashSet<>();
		for (Map<String, Object> local : locaux) {
			String portee = axe + '.' + (portees.size() + 1);
			portees.add(portee);
			this.engagements.engagerExterne(reference, EXPERT_LOCAL, portee, (String) local.get("nom"),
					(String) local.get("courriel"));
		}
		degagerDeLAxe(task,
				(engagement) -> EXPERT_LOCAL.equals(engagement.qualite()) && !portees.contains(engagement.portee()));
	}

	/** Those engaged for an axis alone, of whom some have nothing more to do with it. */
	private void degagerDeLAxe(VariableScope dossier, Predicate<Engagement> lesquels) {
		String axe = texte(dossier, ConsulaireModel.AXE);
		this.engagements.duDossier(texte(dossier, ConsulaireModel.REFERENCE))
			.stream()
			.filter((engagement) -> engagement.portee().equals(axe) || engagement.portee().startsWith(axe + '.'))
			.filter(lesquels)
			.forEach((engagement) -> this.engagements.degager(engagement.reference(), engagement.qualite(),
					engagement.portee()));
	}

	private void retenirTermes(DelegateTask task) {
		task.setVariableLocal(ConsulaireModel.TERMES_AVANT,
				Lignes.json(List.of(Termes.de(task.getVariables()).enLigne())));
	}

	private void signerTermes(DelegateTask task, String partie) {
		Termes avant = Termes.de(Lignes.de(task.getVariable(ConsulaireModel.TERMES_AVANT)).get(0));
		if (!Termes.de(task.getVariables()).equals(avant)) {
			task.setVariable(ConsulaireModel.TERMES_AUTEUR, partie);
		}
	}

	private void preparer(DelegateTask task) {
		String axe = axe(task);
		engager(task, EXPERT_DE_L_AXE, axe, ConsulaireModel.AXE_EXPERT);
		engager(task, SPECIALISTE, axe, ConsulaireModel.AXE_SPECIALISTE);
		engagerExpertsLocaux(task, axe);
		String specialiste = texte(task, ConsulaireModel.AXE_SPECIALISTE);
		String expert = texte(task, ConsulaireModel.AXE_EXPERT);
		task.setVariable(ConsulaireModel.AXE_SPECIALISE, specialiste != null);
		this.axes.preparer(axe, texte(task, ConsulaireModel.AXE_MODALITE), expert, specialiste,
				LocalDate.parse(texte(task, ConsulaireModel.AXE_DEBUT)),
				LocalDate.parse(texte(task, ConsulaireModel.AXE_FIN)));
	}

	private static void effacer(DelegateTask task, String... variables) {
		for (String variable : variables) {
			task.setVariable(variable, null);
		}
	}

	private static String reference(DelegateTask task) {
		return texte(task, ConsulaireModel.REFERENCE);
	}

	private static String axe(DelegateTask task) {
		return texte(task, ConsulaireModel.AXE);
	}

	private static String texte(VariableScope dossier, String variable) {
		return (String) dossier.getVariable(variable);
	}

}
