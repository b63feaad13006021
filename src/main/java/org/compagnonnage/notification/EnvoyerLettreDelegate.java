package org.compagnonnage.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.compagnonnage.document.Document;
import org.compagnonnage.document.Documents;
import org.compagnonnage.engine.ElementProperties;
import org.compagnonnage.relance.Silence;

import org.springframework.stereotype.Component;

/**
 * Sends the letter that a node names in its property {@code lettre}, to the person whom
 * {@code interlocuteur} names (a prefix of variables, given at the node or at its
 * process), with the document whose id stands in the variable that {@code piece} names.
 */
@Component("envoyerLettre")
class EnvoyerLettreDelegate implements JavaDelegate {

	private final Lettres lettres;

	private final Documents documents;

	private final ElementProperties properties;

	private final Silence silence;

	private final ManagementService management;

	private final Clock clock;

	EnvoyerLettreDelegate(Lettres lettres, Documents documents, ElementProperties properties, Silence silence,
			ManagementService management, Clock clock) {
		this.lettres = lettres;
		this.documents = documents;
		this.properties = properties;
		this.silence = silence;
		this.management = management;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String modele = this.properties.ofElement(execution, "lettre").orElseThrow();
		String qui = this.properties.ofElement(execution, "interlocuteur")
			.or(() -> this.properties.ofProcess(execution, "interlocuteur"))
			.orElseThrow();
		Map<String, Object> valeurs = execution.getVariables();
		String signe = (String) valeurs.getOrDefault("dernierSigneDeVie", LocalDate.now(this.clock).toString());
		valeurs.put("reponseJusquau", this.silence.dernierJour(signe).toString());
		String nom = Stream.of("Prenom", "Nom")
			.map((fact) -> (String) valeurs.get(qui + fact))
			.filter((part) -> part != null && !part.isBlank())
			.collect(Collectors.joining(" "));
		this.lettres.envoyer(new Lettre((String) valeurs.get("reference"), modele, cle(execution),
				(String) valeurs.get(qui + "Courriel"), nom, execution.getTenantId(), valeurs, pieces(execution)));
	}

	/**
	 * The same each time the engine tries this step again, another one each time the case
	 * comes here again: the job stays the same until the step is done. The execution
	 * would not do, for it comes back to the same step when the model loops.
	 */
	private String cle(DelegateExecution execution) {
		String etape = execution.getCurrentActivityId();
		Job job = this.management.createJobQuery()
			.processInstanceId(execution.getProcessInstanceId())
			.executionId(execution.getId())
			.activityId(etape)
			.singleResult();
		return job.getId() + '.' + etape;
	}

	private List<PieceJointe> pieces(DelegateExecution execution) {
		Optional<String> id = this.properties.ofElement(execution, "piece")
			.map((variable) -> (String) execution.getVariable(variable));
		return id.map((document) -> {
			Document piece = this.documents.trouver(document).orElseThrow();
			return List.of(new PieceJointe(piece.nom(), piece.type(), this.documents.contenu(document)));
		}).orElseGet(List::of);
	}

}
