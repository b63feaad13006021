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
import org.compagnonnage.engagement.Engagement;
import org.compagnonnage.engagement.Engagements;
import org.compagnonnage.engine.ElementProperties;
import org.compagnonnage.relance.Silence;

import org.springframework.stereotype.Component;

/**
 * Sends the letter that a node names in its property {@code lettre}, with the documents
 * whose ids stand in the variables that {@code piece} names. It goes to the person whom
 * {@code interlocuteur} names (a prefix of variables, given at the node or at its
 * process), or, with the property {@code destinataire}, to the person engaged in the case
 * whose id stands in the variable of that name: to nobody when that person is no longer
 * engaged, or has no address any more. Who answers for the case learns there who has no
 * address at all.
 */
@Component("envoyerLettre")
class EnvoyerLettreDelegate implements JavaDelegate {

	private final Lettres lettres;

	private final Documents documents;

	private final Engagements engagements;

	private final ElementProperties properties;

	private final Silence silence;

	private final ManagementService management;

	private final Clock clock;

	EnvoyerLettreDelegate(Lettres lettres, Documents documents, Engagements engagements, ElementProperties properties,
			Silence silence, ManagementService management, Clock clock) {
		this.lettres = lettres;
		this.documents = documents;
		this.engagements = engagements;
		this.properties = properties;
		this.silence = silence;
		this.management = management;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String modele = this.properties.ofElement(execution, "lettre").orElseThrow();
		Map<String, Object> valeurs = execution.getVariables();
		String signe = (String) valeurs.getOrDefault("dernierSigneDeVie", LocalDate.now(this.clock).toString());
		valeurs.put("reponseJusquau", this.silence.dernierJour(signe).toString());
		Optional<String> engage = this.properties.ofElement(execution, "destinataire");
		Optional<Destinataire> destinataire = engage.isPresent() ? engage((String) valeurs.get(engage.get()), valeurs)
				: Optional.of(interlocuteur(execution, valeurs));
		destinataire.ifPresent((a) -> this.lettres.envoyer(new Lettre((String) valeurs.get("reference"), modele,
				cle(execution), a.courriel(), a.nom(), execution.getTenantId(), valeurs, pieces(execution))));
	}

	private Optional<Destinataire> engage(String id, Map<String, Object> valeurs) {
		return this.engagements.trouver(id).filter(Engagement::aUneAdresse).map((engagement) -> {
			valeurs.put("destinataireNom", engagement.nom());
			valeurs.put("qualite", engagement.qualite());
			valeurs.put("sansAdresse", engagement.repondDuDossier()
					? String.join(", ", this.engagements.sansAdresse(engagement.reference())) : null);
			return new Destinataire(engagement.nom(), engagement.courriel());
		});
	}

	private Destinataire interlocuteur(DelegateExecution execution, Map<String, Object> valeurs) {
		String qui = this.properties.ofElement(execution, "interlocuteur")
			.or(() -> this.properties.ofProcess(execution, "interlocuteur"))
			.orElseThrow();
		String nom = Stream.of("Prenom", "Nom")
			.map((fact) -> (String) valeurs.get(qui + fact))
			.filter((part) -> part != null && !part.isBlank())
			.collect(Collectors.joining(" "));
		return new Destinataire(nom, (String) valeurs.get(qui + "Courriel"));
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
		return this.properties.ofElement(execution, "piece")
			.stream()
			.flatMap((variables) -> Stream.of(variables.split("\\s*,\\s*")))
			.map((variable) -> (String) execution.getVariable(variable))
			.map((document) -> {
				Document piece = this.documents.trouver(document).orElseThrow();
				return new PieceJointe(piece.nom(), piece.type(), this.documents.contenu(document));
			})
			.toList();
	}

	/** Who receives a letter. */
	private record Destinataire(String nom, String courriel) {
	}

}
